#include "model/analysis/clusters/bridges.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace outmap {
namespace {

struct Contact {
  std::uint32_t node = 0;
  double weight = 0;
};

/// For each node, those in other clusters that it is tied to in the way that counts.
using Contacts = std::vector<std::vector<Contact>>;

Contacts contacts_elsewhere(const ClusterNetwork& network, const Partition& partition, bool declared_only) {
  Contacts contacts(network.size());
  for (const WeightedTie& tie : network.ties()) {
    if (partition.cluster_of[tie.a] == partition.cluster_of[tie.b]) continue;
    const double weight = declared_only ? declared_weight(tie) : tie.weight;
    if (weight <= 0) continue;
    contacts[tie.a].push_back({tie.b, weight});
    contacts[tie.b].push_back({tie.a, weight});
  }
  for (auto& of_node : contacts) std::ranges::stable_sort(of_node, std::greater{}, &Contact::weight);
  return contacts;
}

double weight_of(const std::vector<Contact>& contacts) {
  double weight = 0;
  for (const Contact& contact : contacts) weight += contact.weight;
  return weight;
}

/// What is known of every node.
struct Known {
  const std::vector<NodeRole>& roles;
  const Betweenness& betweenness;
  const Contacts& contacts;
};

std::vector<std::uint32_t> choose(const std::vector<std::uint32_t>& members, const Known& known,
                                  const BridgeOptions& options) {
  std::vector<std::uint32_t> chosen;
  for (const std::uint32_t member : members) {
    if (known.roles[member].participation >= options.least_participation && !known.contacts[member].empty()) {
      chosen.push_back(member);
    }
  }
  std::ranges::stable_sort(chosen, std::greater{}, [&](std::uint32_t member) {
    return std::pair(known.betweenness.share[member],
                     weight_of(known.contacts[member]) * known.roles[member].participation);
  });
  if (chosen.size() > options.most) chosen.resize(options.most);
  return chosen;
}

}  // namespace

std::vector<std::vector<ClusterBridge>> find_bridges(const ClusterNetwork& network, const Partition& partition,
                                                     std::uint32_t clusters, const std::vector<NodeRole>& roles,
                                                     const Betweenness& betweenness, const BridgeOptions& options) {
  const bool declared = std::ranges::any_of(network.ties(), [](const WeightedTie& tie) { return tie.strength > 0; });
  const Contacts contacts = contacts_elsewhere(network, partition, declared);
  const auto members = members_of(partition);
  std::vector<std::vector<ClusterBridge>> bridges(clusters);
  for (std::uint32_t c = 0; c < clusters; ++c) {
    for (const std::uint32_t node : choose(members[c], {roles, betweenness, contacts}, options)) {
      const NodeRole& role = roles[node];
      ClusterBridge bridge;
      bridge.id = Id(network.id(node));
      bridge.betweenness = betweenness.share[node];
      bridge.participation = role.participation;
      bridge.weight = weight_of(contacts[node]);
      bridge.outward = 1 - role.inside / role.strength;
      bridge.leads.assign(role.leads.begin(), role.leads.end());
      bridge.by_likeness = !declared;
      for (std::size_t i = 0; i < std::min(options.contacts, contacts[node].size()); ++i) {
        bridge.contacts.emplace_back(network.id(contacts[node][i].node));
      }
      bridges[c].push_back(std::move(bridge));
    }
  }
  return bridges;
}

}  // namespace outmap
