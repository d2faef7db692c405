// What kinds of relation hold a cluster together.
#pragma once

#include <vector>

#include "model/analysis/clusters/network.hpp"
#include "model/analysis/clusters/report.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

/// For each cluster below `clusters`, up to `most` types of relation that carry most of the tie weight between its
/// members, with their share of it. A pair's declared weight is divided among the types of its relations by strength;
/// what likeness adds is a type of its own, derived: similar-need where both name a need that the other names too,
/// else common-interest. Largest share first, then declared before derived, then by name. O(ties log ties).
std::vector<std::vector<TieTypeShare>> find_tie_types(const Map& map, const ClusterNetwork& network,
                                                      const Partition& partition, std::uint32_t clusters,
                                                      std::size_t most = 3);

/// All ties between clusters, added up, by a and b. Clusters from `clusters` on are left out. O(ties log clusters).
std::vector<ClusterLink> link_clusters(const ClusterNetwork& network, const Partition& partition,
                                       std::uint32_t clusters);

}  // namespace outmap
