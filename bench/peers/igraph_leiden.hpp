// igraph's Leiden, the peer of ours.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/graph/compact_graph.hpp"
#include "model/graph/partition.hpp"

namespace outmap::bench {

class IgraphLeiden {
 public:
  explicit IgraphLeiden(const CompactGraph& graph);
  ~IgraphLeiden();

  /// Modularity with resolution 1, randomness 0.01, every node alone at first.
  Partition find(std::uint32_t iterations, std::uint64_t seed) const;

 private:
  struct Graph;
  std::unique_ptr<Graph> graph_;
};

}  // namespace outmap::bench
