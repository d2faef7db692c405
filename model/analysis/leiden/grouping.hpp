// Nodes in the order of their labels.
#pragma once

#include "model/analysis/leiden/level.hpp"

namespace outmap::leiden {

/// Nodes by label: those of label l are nodes[starts[l]] up to starts[l + 1], ascending.
struct Grouping {
  std::vector<Node> starts;
  std::vector<Node> nodes;

  std::span<const Node> group(Node label) const {
    return std::span(nodes).subspan(starts[label], starts[label + 1] - starts[label]);
  }
  Node count() const { return static_cast<Node>(starts.size() - 1); }
};

/// Counting sort, in place of what `grouping` held. Labels are below `label_count`. O(nodes + labels).
void group_by(std::span<const Node> labels, Node label_count, Grouping& grouping);

}  // namespace outmap::leiden
