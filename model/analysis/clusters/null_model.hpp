// Are there clusters at all, or would chance make as good ones?
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/analysis/leiden.hpp"
#include "model/analysis/listener.hpp"
#include "model/graph/compact_graph.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

/// A random graph in which every node has as many ties as in `graph`: two ties a–b and c–d become a–d and c–b again and
/// again, unless that made a tie of a node to itself or a second one between two nodes (Maslov & Sneppen 2002,
/// doi:10.1126/science.1065103); at last the weights are dealt out anew. Ties of a node to itself stay as they are.
/// `swaps_per_tie` swaps are tried for each tie. Deterministic for a seed. O(ties · swaps_per_tie).
CompactGraph shuffle_ties(const CompactGraph& graph, std::uint64_t seed, std::uint32_t swaps_per_tie = 10);

struct NullModelOptions {
  std::uint32_t runs = 0;  // random graphs; 0: see runs_for in stability.hpp
  std::uint32_t swaps_per_tie = 10;
  std::uint64_t seed = 1;
  unsigned threads = 0;  // 0: as many as the machine runs at once; never changes the result. Each needs room for a run
  Listener listener = {};
};

struct NullModelReport {
  double quality = 0;          // of the partition that is judged: modularity or CPM value
  std::vector<double> random;  // the same of each random graph's clusters, by run
  double random_mean = 0;
  double random_deviation = 0;      // with runs − 1; 0 for one run
  std::optional<double> z;          // (quality − mean) / deviation; none where random graphs do not differ
  double share_as_good = 1;         // of the random graphs, those whose quality is at least as high
  bool better_than_chance = false;  // at most 5 of 100 random graphs are as good, and z is none or at least 2
};

/// Compares a partition's quality with that of the clusters that Leiden finds in random graphs with the same degrees
/// and the same weights (shuffle_ties). `leiden` says what quality is; its seed counts the runs up. The partition may
/// come from another method: then it is held against the best that Leiden makes of chance. Deterministic for any number
/// of threads. A run costs a shuffle and a clustering; with few runs the share is coarse and z is what to look at.
NullModelReport compare_with_chance(const CompactGraph& graph, const Partition& partition,
                                    const LeidenOptions& leiden = {}, const NullModelOptions& options = {});

}  // namespace outmap
