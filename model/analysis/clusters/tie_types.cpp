#include "model/analysis/clusters/tie_types.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace outmap {
namespace {

/// Weight by type and whether it is derived.
using TypeWeights = std::map<std::pair<std::string_view, bool>, double>;

/// The place of the trait that holds needs, if the elements name any.
std::optional<std::size_t> needs_trait(const ProfileTable& profiles) {
  for (std::size_t i = 0; i < profiles.set_traits().size(); ++i) {
    if (profiles.set_traits()[i].kind == TraitKind::needs) return i;
  }
  return std::nullopt;
}

bool share_a_need(const ProfileTable& profiles, std::size_t trait, const WeightedTie& tie) {
  const SetTrait& needs = profiles.set_traits()[trait];
  const auto a = needs.set(profiles.sets(tie.a)[trait]);
  const auto b = needs.set(profiles.sets(tie.b)[trait]);
  return std::ranges::find_first_of(a, b) != a.end();
}

bool by_share(const TieTypeShare& a, const TieTypeShare& b) {
  return std::tie(b.share, a.derived, a.type) < std::tie(a.share, b.derived, b.type);
}

std::vector<TieTypeShare> largest(const TypeWeights& weights, std::size_t most) {
  double all = 0;
  for (const auto& [type, weight] : weights) all += weight;
  std::vector<TieTypeShare> shares;
  for (const auto& [type, weight] : weights) {
    if (weight > 0) shares.push_back({std::string(type.first), weight / all, type.second});
  }
  std::ranges::sort(shares, by_share);
  if (shares.size() > most) shares.resize(most);
  return shares;
}

/// The weight of a strength of 1.
double weight_per_strength(const ClusterNetwork& network) {
  double largest = 0;
  for (const WeightedTie& tie : network.ties()) largest = std::max(largest, tie.strength);
  return largest > 0 ? 1 / largest : 0;
}

}  // namespace

std::vector<std::vector<TieTypeShare>> find_tie_types(const Map& map, const ClusterNetwork& network,
                                                      const Partition& partition, std::uint32_t clusters,
                                                      std::size_t most) {
  std::vector<TypeWeights> weights(partition.cluster_count);
  const auto inside = [&](std::uint32_t a, std::uint32_t b) {
    return partition.cluster_of[a] == partition.cluster_of[b] ? &weights[partition.cluster_of[a]] : nullptr;
  };
  if (network.options().from != TieSource::attributes) {
    const double unit = weight_per_strength(network);
    for (const Relation& relation : map->relations) {
      const auto a = network.find(relation.from);
      const auto b = network.find(relation.to);
      if (!a || !b || *a == *b) continue;
      if (TypeWeights* cluster = inside(*a, *b)) (*cluster)[{relation.type, false}] += relation.strength * unit;
    }
  }
  const ProfileTable& profiles = network.similarity().profiles();
  const auto needs = needs_trait(profiles);
  for (const WeightedTie& tie : network.ties()) {
    TypeWeights* cluster = tie.similarity > 0 ? inside(tie.a, tie.b) : nullptr;
    if (cluster == nullptr) continue;
    const bool same_need = needs && share_a_need(profiles, *needs, tie);
    (*cluster)[{same_need ? "similar-need" : "common-interest", true}] += tie.weight - declared_weight(tie);
  }
  std::vector<std::vector<TieTypeShare>> types;
  for (std::uint32_t c = 0; c < clusters; ++c) types.push_back(largest(weights[c], most));
  return types;
}

std::vector<ClusterLink> link_clusters(const ClusterNetwork& network, const Partition& partition,
                                       std::uint32_t clusters) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, ClusterLink> links;
  for (const WeightedTie& tie : network.ties()) {
    const auto [a, b] = std::minmax(partition.cluster_of[tie.a], partition.cluster_of[tie.b]);
    if (a == b || b >= clusters) continue;
    ClusterLink& link = links[{a, b}];
    ++link.ties;
    link.weight += tie.weight;
  }
  std::vector<ClusterLink> sorted;
  for (auto& [pair, link] : links) {
    link.a = pair.first;
    link.b = pair.second;
    sorted.push_back(link);
  }
  return sorted;
}

}  // namespace outmap
