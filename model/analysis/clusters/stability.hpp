// Would the same clusters come out again?
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "model/analysis/leiden.hpp"
#include "model/analysis/listener.hpp"
#include "model/graph/compact_graph.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

struct StabilityOptions {
  std::uint32_t runs = 0;  // 0: see runs_for
  /// Each run clusters ties that were drawn anew, as many as there are and with replacement (bootstrap): one drawn
  /// twice weighs twice, and 37 of 100 are left out. Off: the same ties, another seed only.
  bool resample_ties = true;
  std::uint64_t seed = 1;
  unsigned threads = 0;  // 0: as many as the machine runs at once; never changes the result. Each needs room for a run
  Listener listener = {};
};

struct StabilityReport {
  std::uint32_t runs = 0;
  /// Of the pairs that are in one cluster, the share that a run keeps together, 0–1, the mean over all runs. None where
  /// every cluster has one member.
  std::optional<double> whole;
  std::vector<std::optional<double>> clusters;  // the same by cluster; none for one member
  /// The same by node: of the others in its cluster, the share that stays with it. None where it is alone.
  std::vector<std::optional<double>> nodes;
  /// Adjusted Rand index of the partition and a run's, mean over all runs. Low beside a high share of pairs: the runs
  /// keep members together only because they merge clusters.
  double agreement = 0;
};

/// Clusters the same nodes once more, by other chances that depend on the seed only. Called from several threads.
using ClusterAgain = std::function<Partition(std::uint64_t seed)>;

/// Compares `partition` with the partitions of several runs. Deterministic if `again` is. A run costs O(nodes log
/// nodes) beside `again`. Throws std::invalid_argument where a run has another number of nodes.
StabilityReport find_stability(const Partition& partition, const ClusterAgain& again, std::uint32_t runs,
                               const StabilityOptions& options = {});

/// The same with runs of Leiden on resampled ties, each with a seed of its own in place of `leiden.seed`.
StabilityReport find_stability(const CompactGraph& graph, const Partition& partition, const LeidenOptions& leiden = {},
                               const StabilityOptions& options = {});

/// As many ties as the graph has, drawn with replacement, each as likely; a tie drawn k times weighs k times as much.
/// Efron 1979, doi:10.1214/aos/1176344552. O(ties).
CompactGraph resample_ties(const CompactGraph& graph, std::uint64_t seed);

/// How often a clustering is repeated where nobody says it: 100 times up to 20,000 ties, then less, down to 5 times
/// from 400,000 on.
std::uint32_t runs_for(std::size_t ties);

}  // namespace outmap
