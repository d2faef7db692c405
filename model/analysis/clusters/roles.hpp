// Where the ties of each customer and partner lead: into its own cluster or out of it.
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

/// The members, those with the most weight inside first, among equals those with more strength, then by number; the
/// first is the centre. O(members log members).
std::vector<std::uint32_t> order_by_strength(const std::vector<NodeRole>& roles, std::vector<std::uint32_t> members);

}  // namespace outmap
