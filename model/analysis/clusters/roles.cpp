#include "model/analysis/clusters/roles.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace outmap {
namespace {

NodeRole role_of(const CompactGraph& graph, const Partition& partition, std::uint32_t node) {
  std::map<std::uint32_t, double> weight_into;
  NodeRole role;
  const auto neighbours = graph.neighbours(node);
  for (std::size_t i = 0; i < neighbours.size(); ++i) {
    weight_into[partition.cluster_of[neighbours[i]]] += graph.weight(node, i);
    role.strength += graph.weight(node, i);
  }
  if (role.strength == 0) return role;
  role.participation = 1;
  for (const auto& [cluster, weight] : weight_into) {
    role.participation -= weight / role.strength * (weight / role.strength);
    if (cluster == partition.cluster_of[node]) {
      role.inside = weight;
    } else {
      role.leads.push_back(cluster);
    }
  }
  role.participation = std::max(0.0, role.participation);
  std::ranges::stable_sort(role.leads, std::greater{}, [&](std::uint32_t cluster) { return weight_into[cluster]; });
  return role;
}

}  // namespace

std::vector<NodeRole> find_roles(const CompactGraph& graph, const Partition& partition) {
  std::vector<NodeRole> roles;
  roles.reserve(graph.node_count());
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) roles.push_back(role_of(graph, partition, node));
  return roles;
}

std::vector<std::uint32_t> order_by_strength(const std::vector<NodeRole>& roles, std::vector<std::uint32_t> members) {
  std::ranges::stable_sort(members, std::greater{}, [&](std::uint32_t member) {
    return std::pair(roles[member].inside, roles[member].strength);
  });
  return members;
}

}  // namespace outmap
