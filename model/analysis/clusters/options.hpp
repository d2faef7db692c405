// What one may choose when looking for clusters, and what each choice costs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/leiden.hpp"
#include "model/analysis/listener.hpp"
#include "model/analysis/neighbours.hpp"
#include "model/map/date.hpp"

namespace outmap {

/// Where ties come from.
enum class TieSource : std::uint8_t {
  relations,   // what the map declares
  attributes,  // likeness alone: attributes, needs and tags
  both,
};

enum class ClusterMethod : std::uint8_t {
  leiden,         // communities of the network; for any size
  girvan_newman,  // by taking away the ties over which most ways lead; for small maps
  linkage,        // by likeness alone, without relations: average linkage, cut where silhouettes are best
};

std::string_view to_text(TieSource from);                // "relations"
std::string_view to_text(ClusterMethod method);          // "girvan-newman"
std::string_view to_text(PartitionObjective objective);  // "modularity"

struct NetworkOptions {
  TieSource from = TieSource::both;
  SimilarityOptions similarity = {};           // weights of attributes, rare categories, plain Gower
  NeighbourOptions neighbours = {};            // how many, how similar, exact or approximate
  NeighbourRule rule = NeighbourRule::either;  // both: fewer and surer derived ties (mutual neighbours)
};

struct ClusterOptions {
  NetworkOptions network = {};
  ClusterMethod method = ClusterMethod::leiden;
  PartitionObjective objective = PartitionObjective::modularity;

  /// γ ≥ 0: higher gives more and smaller clusters. Missing: 1 for modularity; for CPM the weight of all ties over the
  /// number of pairs, so that a cluster must be tied more closely than the whole. Linkage takes none.
  std::optional<double> resolution = std::nullopt;

  /// Runs of the Leiden algorithm, each from another seed, of which the best is kept. 0: ten up to 20,000 elements, two
  /// up to 200,000, else one. Time grows with it; more runs make the result less a matter of luck.
  std::uint32_t starts = 0;

  /// Whether stability, silhouettes and the comparison with chance are computed: they repeat the clustering many times,
  /// which is most of the work. The clusters themselves do not depend on it.
  bool judged = true;

  /// Whether bridges, resilience and strategies are found: what one does about clusters, not what they are.
  bool advised = true;

  std::optional<Date> as_of = std::nullopt;  // the day of the levels behind the scores; see outmap::as_of

  /// Attributes that make segments, to be set against the clusters; none: no segments.
  std::vector<std::string> segments = {};

  std::size_t traits = 8;   // at most this many for a cluster
  std::size_t bridges = 3;  // at most this many for a cluster
  std::uint64_t seed = 1;   // of everything random, the neighbour search included
  unsigned threads = 0;     // 0: as many as the machine runs at once; never changes the result
  Listener listener = {};   // told how far the work has come
};

}  // namespace outmap
