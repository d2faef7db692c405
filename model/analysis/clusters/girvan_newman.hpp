// Clusters by taking away, one after another, the ties over which most shortest ways lead.
#pragma once

#include <cstdint>
#include <vector>

#include "model/graph/compact_graph.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

struct GirvanNewmanOptions {
  double resolution = 1;            // γ ≥ 0 of the modularity that chooses where to stop: higher gives more clusters
  std::uint32_t most_nodes = 300;   // larger graphs are refused: they would take minutes
  std::uint32_t most_edges = 1000;  // time grows with nodes × edges²
};

/// The clusters that were there after some ties had been taken away.
struct GirvanNewmanStep {
  std::uint32_t clusters = 0;
  std::uint32_t ties_removed = 0;
  double modularity = 0;  // in the whole graph

  bool operator==(const GirvanNewmanStep&) const = default;
};

struct GirvanNewmanResult {
  Partition partition;  // numbered by size
  double modularity = 0;
  /// Whenever a cluster fell in two, from the connected components of the graph to single nodes.
  std::vector<GirvanNewmanStep> steps;
};

/// Girvan & Newman 2002, doi:10.1073/pnas.122653799: the tie with the largest edge betweenness is taken away,
/// betweenness is computed anew, until no tie is left; of the partitions passed, that of the largest modularity is kept
/// (Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113), among equal ones that with fewer clusters.
///
/// A tie is as long as 1 / weight, so strong ties are short ways; at most a million times as long as the shortest.
/// Lengths are rounded to 720,720ths of the shortest, so that ways which are equally long are equal where weights are
/// small multiples of one unit. Of equally loaded ties (to a
/// billionth) the first by numbers of its nodes goes. Ties of a node to itself count in the modularity only. Clusters
/// are connected. Deterministic.
///
/// Betweenness by Brandes 2001, doi:10.1080/0022250X.2001.9990249, anew only in the component that lost a tie:
/// O(nodes · edges²) time, times log nodes where weights differ. Throws std::length_error above the limits, and
/// std::invalid_argument for a resolution out of range.
GirvanNewmanResult find_by_betweenness(const CompactGraph& graph, const GirvanNewmanOptions& options = {});

}  // namespace outmap
