// Graphs with known groups, the same at every run and on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "model/graph/compact_graph.hpp"

namespace outmap::bench {

struct PlantedOptions {
  std::uint32_t nodes = 10'000;
  double mixing = 0.3;  // share of each node's ties that leave its group
  std::uint64_t seed = 1;
};

/// In the manner of Lancichinetti, Fortunato & Radicchi (2008): degrees follow a power law with exponent 2 between 4
/// and 50 (mean about 10), group sizes one with exponent 1 between 20 and 200; ends are matched at random, inside the
/// group or anywhere, repeated ties and ties of a node to itself dropped. Nodes are numbered at random.
std::vector<WeightedEdge> planted_edges(const PlantedOptions& options);

}  // namespace outmap::bench
