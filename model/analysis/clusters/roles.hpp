// Who stands in the middle of a cluster, and who connects it with others.
#pragma once

#include <vector>

#include "model/analysis/clusters/report.hpp"
#include "model/graph/compact_graph.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

/// Where the tie weight of one node goes.
struct NodeRole {
  double strength = 0;       // of all its ties
  double inside = 0;         // of those within its cluster
  double participation = 0;  // 1 − Σ_c (k_c / k)², k_c the weight of its ties into cluster c; 0 without ties
  std::vector<std::uint32_t> leads;  // the other clusters it is tied to, strongest first, then by number
};

/// By node. Participation coefficient of Guimerà & Amaral (2005), doi:10.1038/nature03288, on weights: 0 where all ties
/// stay in one cluster, 1 − 1/c where they are spread evenly over c. O(ties log degree).
std::vector<NodeRole> find_roles(const CompactGraph& graph, const Partition& partition);

/// The member with the largest weight inside, among equals the one with more strength, then the smaller number. The
/// members must not be empty. O(members).
std::uint32_t find_center(const std::vector<NodeRole>& roles, const std::vector<std::uint32_t>& members);

struct BridgeOptions {
  std::size_t most = 3;
  double least_participation = 0.3;  // below it hardly a third of the ties leads elsewhere
};

/// The members through whom the cluster is tied to others: participation of at least the least, ordered by the weight
/// that leads out times the participation, then by number. O(members log members).
std::vector<std::uint32_t> find_bridges(const std::vector<NodeRole>& roles, const std::vector<std::uint32_t>& members,
                                        const BridgeOptions& options = {});

}  // namespace outmap
