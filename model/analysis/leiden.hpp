// Clusters of a graph by the Leiden algorithm: groups that are tied more closely inside than chance would have it.
#pragma once

#include <cstdint>
#include <span>

#include "model/graph/compact_graph.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

enum class PartitionObjective {
  /// Ties inside clusters, less those expected where the same strengths are tied at random.
  modularity,
  /// Ties inside clusters, less resolution × pairs of nodes inside (constant Potts model): no resolution limit.
  cpm,
};

struct LeidenOptions {
  PartitionObjective objective = PartitionObjective::modularity;

  /// γ ≥ 0: higher gives more and smaller clusters. Without unit for modularity, where 1 is the classic one; for CPM
  /// the tie weight per pair that a cluster must reach. 0 gives the connected components.
  double resolution = 1;

  /// θ > 0 of the refinement, in units of the mean tie weight: a merge that gains g is chosen ∝ exp(g / θ). Higher
  /// explores more and settles later.
  double randomness = 0.01;

  /// Whole runs of the algorithm, each from the partition before it. Stops earlier where one gains nothing; 0 goes on
  /// until then: a few on small maps, 15–40 at 100,000 nodes. Two have all but a thousandth or two of the quality.
  std::uint32_t max_iterations = 0;

  /// The same seed gives the same partition, everywhere.
  std::uint64_t seed = 1;

  /// 0: as many as the machine runs at once; never changes the result. Only the refinement is shared between them.
  unsigned threads = 0;

  /// A place for each node, a permutation of 0 … n − 1, say the rank of its name: the work is done in this order, so
  /// that a graph whose nodes come in another order yields the same clusters. Empty: by number. Copies the graph once.
  std::span<const std::uint32_t> rank = {};
};

struct LeidenResult {
  Partition partition;  // numbered by size, then by smallest node (in the order of `rank`)
  double quality = 0;   // modularity (−½ … 1), or the CPM value in units of weight
  std::uint32_t iterations = 0;
  bool converged = false;  // the last iteration gained nothing
};

/// The Leiden algorithm of Traag, Waltman & van Eck (2019), doi:10.1038/s41598-019-41695-z: nodes move to the best
/// cluster around them until none gains; each cluster is refined into well-connected parts, merged at random ∝
/// exp(gain/θ); parts become nodes of a smaller graph, which starts from the clusters; and so on until nothing moves.
///
/// Modularity Q = Σ_c [ w_c/m − γ (K_c/2m)² ]; CPM = Σ_c [ w_c − γ n_c(n_c−1)/2 ]; w_c weight inside c, K_c its
/// strength, m all weight. Every cluster is connected; a node without ties is a cluster of its own. Deterministic for
/// graph, options and seed. Throws std::invalid_argument for options out of range.
/// About O(edges) an iteration. Memory beside the graph: some 110 bytes a node, and at most 32 an edge (48 where
/// weights differ).
LeidenResult find_communities(const CompactGraph& graph, const LeidenOptions& options = {});

}  // namespace outmap
