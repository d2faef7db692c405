// Small graphs to try algorithms on, and slow but certain answers about them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "model/graph/compact_graph.hpp"
#include "model/graph/partition.hpp"

namespace outmap::test {

using Edges = std::vector<WeightedEdge>;

/// Adds all edges among `size` nodes from `first` on.
void add_clique(Edges& edges, std::uint32_t first, std::uint32_t size);

/// `count` cliques of `size` nodes, each tied to the next by one edge.
CompactGraph ring_of_cliques(std::uint32_t count, std::uint32_t size);

struct RandomGraphOptions {
  std::uint32_t nodes = 9;
  double chance = 0.4;    // that two nodes are tied
  bool weighted = false;  // weights from 0.1 to 2, else 1
  std::uint64_t seed = 1;
};
CompactGraph random_graph(const RandomGraphOptions& options);

/// Groups of `size` nodes each, tied inside with one chance, across with another; node v is in group v / size.
CompactGraph planted_groups(std::uint32_t groups, std::uint32_t size, double inside, double across, std::uint64_t seed);

/// Whether the nodes of every cluster reach one another inside it.
bool clusters_are_connected(const CompactGraph& graph, const Partition& partition);

/// The largest value over all partitions of the nodes: for 9 nodes at most (21,147 partitions).
double best_of_all_partitions(std::uint32_t nodes, const std::function<double(const Partition&)>& value);

/// Edges between numbers in the order in which ids first appear; columns source, target and, where there is one,
/// weight.
CompactGraph read_edge_table(const std::filesystem::path& file, bool with_weights);
/// The same from `source N` and `target N` lines.
CompactGraph read_gml(const std::filesystem::path& file);

}  // namespace outmap::test
