// What a relational map is drawn from: the declared relations, likeness, and the clusters found in both.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/analysis/clusters/clusters.hpp"
#include "model/analysis/levels.hpp"
#include "render/diagrams/relations_network.hpp"

namespace outmap {

/// No group, no element, no cluster.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

/// Nodes have the same numbers in all parts: customers and partners by id. The map must outlive it.
struct RelationsSource {
  const Map& map;
  LevelTable levels;
  RelationNetwork declared;
  ClusterNetwork tied;  // declared relations and likeness
  ClusterReport report;
  std::vector<std::size_t> cluster_of;  // by node: its place in the report; no_index: tied to nobody
  std::vector<double> weights;          // by node: of all its ties, by likeness too
};

/// Reads the map and finds its clusters with the options that `outmap cluster` has by default, so that numbers, names
/// and scores are the same; how sure they are is not judged. Time: that of find_clusters.
RelationsSource read_source(const Map& map, std::optional<Date> as_of);

/// Unmet need of each node, 0-1, as score_clusters gives it for a cluster of that node alone.
std::vector<std::optional<double>> unmet_needs(const RelationsSource& source);

/// Somebody without whom others have no tie to the rest any more.
struct Loss {
  Id id;
  std::size_t customers = 0;  // who are cut off
  std::size_t partners = 0;
  double size = 0;   // of those customers together
  double heads = 0;  // the same, and one for each partner
  std::size_t all() const { return customers + partners; }
};

/// Who cuts off at least one other, most heads first, then most elements, then by id: the articulation points of the
/// declared relations, as find_resilience tells them.
std::vector<Loss> find_losses(const ClusterReport& report);

}  // namespace outmap
