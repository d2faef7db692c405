#include "model/analysis/clusters/clusters.hpp"

#include <algorithm>

#include "model/analysis/clusters/names.hpp"
#include "model/analysis/clusters/partitions.hpp"
#include "model/analysis/clusters/roles.hpp"
#include "model/analysis/clusters/tie_types.hpp"
#include "model/analysis/clusters/traits.hpp"
#include "model/analysis/partition_quality.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

/// Everything that the report is made of.
struct Findings {
  const Map& map;
  const ClusterNetwork& network;
  Division division;
  std::vector<std::vector<std::uint32_t>> members;  // by cluster, isolated ones after the others
  std::vector<NodeRole> roles;                      // by node
  std::vector<ClusterShape> shapes;                 // by cluster
};

void count_members(const Map& map, Cluster& cluster) {
  for (const Id& id : cluster.members) {
    const Customer* customer = map.get<Customer>(id);
    ++(customer != nullptr ? cluster.customers : cluster.partners);
    if (customer != nullptr) cluster.heads += customer->size;
  }
}

ClusterBridge bridge_at(const Findings& found, std::uint32_t node) {
  const NodeRole& role = found.roles[node];
  return {Id(found.network.id(node)),
          role.participation,
          1 - role.inside / role.strength,
          {role.leads.begin(), role.leads.end()}};
}

Cluster describe(const Findings& found, std::uint32_t number, const ClusterOptions& options) {
  const auto& members = found.members[number];
  Cluster cluster;
  cluster.id = std::to_string(number + 1);
  for (const std::uint32_t member : members) cluster.members.emplace_back(found.network.id(member));
  count_members(found.map, cluster);
  cluster.center = Id(found.network.id(find_center(found.roles, members)));
  for (const std::uint32_t node : find_bridges(found.roles, members, {.most = options.bridges})) {
    cluster.bridges.push_back(bridge_at(found, node));
  }
  cluster.density = found.shapes[number].density;
  cluster.conductance = found.shapes[number].conductance;
  return cluster;
}

void add_clusters(const Findings& found, const ClusterOptions& options, ClusterReport& report) {
  const Partition& partition = found.division.partition;
  const std::uint32_t count = found.division.clusters;
  auto traits = find_traits(ProfileTable(found.map, {}), partition, count, {.most = options.traits});
  auto types = find_tie_types(found.map, found.network, partition, count);
  for (std::uint32_t c = 0; c < count; ++c) {
    report.clusters.push_back(describe(found, c, options));
    report.clusters.back().traits = std::move(traits[c]);
    report.clusters.back().types = std::move(types[c]);
  }
  for (std::uint32_t c = count; c < partition.cluster_count; ++c) {
    report.isolated.emplace_back(found.network.id(found.members[c].front()));
  }
  std::ranges::sort(report.isolated);
  report.links = link_clusters(found.network, partition, count);
}

void count_ties(const ClusterNetwork& network, ClusterReport& report) {
  for (const WeightedTie& tie : network.ties()) {
    report.declared_ties += tie.strength > 0 ? 1 : 0;
    report.derived_ties += tie.similarity > 0 ? 1 : 0;
  }
}

void warn(const ClusterNetwork& network, ClusterReport& report) {
  if (network.size() > 0 && network.ties().empty()) {
    report.warnings.push_back(
        network.options().from == TieSource::relations
            ? "No relations are declared between customers and partners, so there are no clusters."
            : "Nobody is tied to anybody: no relations are declared, and no two are alike enough.");
  }
  if (!network.is_exact()) {
    report.warnings.push_back(
        "Nearest neighbours were found by the approximate search, which misses a few; the exact one takes longer.");
  }
  for (const LostName& lost : report.lost_names) {
    report.warnings.push_back("No cluster is called '" + lost.name + "' any more: " + lost.why + ".");
  }
}

}  // namespace

std::optional<std::size_t> ClusterReport::cluster_of(std::string_view id) const {
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    if (std::ranges::binary_search(clusters[i].members, id, std::less<>())) return i;
  }
  return std::nullopt;
}

ClusterReport find_clusters(const Map& map, const ClusterOptions& options) {
  ClusterOptions used = options;
  used.network.neighbours.seed = options.seed;
  used.network.neighbours.threads = options.threads;
  return find_clusters(map, ClusterNetwork(map, used.network), used);
}

ClusterReport find_clusters(const Map& map, const ClusterNetwork& network, const ClusterOptions& options) {
  ClusterReport report;
  report.options = options;
  report.options.network = network.options();
  report.options.resolution = resolution_for(network.graph(), options);
  const CompactGraph& graph = network.graph();
  Findings found{map, network, divide(graph, report.options), {}, {}, {}};
  const Partition& partition = found.division.partition;
  found.members = members_of(partition);
  found.roles = find_roles(graph, partition);
  found.shapes = cluster_shapes(graph, partition);
  add_clusters(found, options, report);
  const bool by_modularity = options.objective == PartitionObjective::modularity;
  report.quality = {options.objective, modularity(graph, partition, by_modularity ? *report.options.resolution : 1),
                    *report.options.resolution};
  report.is_exact = network.is_exact();
  count_ties(network, report);
  name_clusters(map, report);
  warn(network, report);
  return report;
}

}  // namespace outmap
