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

std::uint32_t find_center(const std::vector<NodeRole>& roles, const std::vector<std::uint32_t>& members) {
  return *std::ranges::max_element(members, [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(roles[a].inside, roles[a].strength) < std::tie(roles[b].inside, roles[b].strength);
  });
}

std::vector<std::uint32_t> find_bridges(const std::vector<NodeRole>& roles, const std::vector<std::uint32_t>& members,
                                        const BridgeOptions& options) {
  std::vector<std::uint32_t> bridges;
  for (const std::uint32_t member : members) {
    if (roles[member].participation >= options.least_participation && !roles[member].leads.empty()) {
      bridges.push_back(member);
    }
  }
  std::ranges::stable_sort(bridges, std::greater{}, [&](std::uint32_t member) {
    const NodeRole& role = roles[member];
    return (role.strength - role.inside) * role.participation;
  });
  if (bridges.size() > options.most) bridges.resize(options.most);
  return bridges;
}

}  // namespace outmap
