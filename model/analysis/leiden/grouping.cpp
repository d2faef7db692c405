#include "model/analysis/leiden/grouping.hpp"

namespace outmap::leiden {

void group_by(std::span<const Node> labels, Node label_count, Grouping& grouping) {
  auto& starts = grouping.starts;
  starts.assign(label_count + std::size_t{1}, 0);
  grouping.nodes.resize(labels.size());
  for (const Node label : labels) ++starts[label + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  // Groups fill from their ends, so that each start comes down to its place: no second array of positions.
  for (std::size_t i = labels.size(); i-- > 0;) grouping.nodes[--starts[labels[i] + 1]] = static_cast<Node>(i);
  std::move(starts.begin() + 1, starts.end(), starts.begin());
  starts.back() = static_cast<Node>(labels.size());
}

}  // namespace outmap::leiden
