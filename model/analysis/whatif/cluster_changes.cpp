#include "model/analysis/whatif/cluster_changes.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace outmap {
namespace {

using ClusterPlace = std::optional<std::size_t>;  // of a cluster in its report; nothing: tied to nobody

/// Everybody of a report with the cluster that holds them.
std::map<Id, ClusterPlace> places_of(const ClusterReport& report) {
  std::map<Id, ClusterPlace> places;
  for (std::size_t i = 0; i < report.clusters.size(); ++i) {
    for (const Id& id : report.clusters[i].members) places[id] = i;
  }
  for (const Id& id : report.isolated) places[id] = std::nullopt;
  return places;
}

struct Overlap {
  std::size_t before = 0, after = 0;
  std::size_t shared = 0;
};

/// Pairs of clusters that share members, those with most first.
std::vector<Overlap> overlaps_of(const std::map<Id, ClusterPlace>& before, const std::map<Id, ClusterPlace>& after) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
  for (const auto& [id, place] : before) {
    const auto now = after.find(id);
    if (place && now != after.end() && now->second) ++counts[{*place, *now->second}];
  }
  std::vector<Overlap> overlaps;
  for (const auto& [pair, shared] : counts) overlaps.push_back({pair.first, pair.second, shared});
  std::ranges::stable_sort(overlaps, [](const Overlap& a, const Overlap& b) { return a.shared > b.shared; });
  return overlaps;
}

void take_before(ClusterChange& change, const Cluster& cluster) {
  change.before = cluster.id;
  change.name_before = cluster.name;
  change.members_before = cluster.members.size();
  change.unmet_before = cluster.scores.unmet_need.score;
  change.collaboration_before = cluster.scores.collaboration.score;
  change.value_before = cluster.scores.value.score;
  change.attention_before = cluster.attention;
}

void take_after(ClusterChange& change, const Cluster& cluster) {
  change.after = cluster.id;
  change.name_after = cluster.name;
  change.members_after = cluster.members.size();
  change.unmet_after = cluster.scores.unmet_need.score;
  change.collaboration_after = cluster.scores.collaboration.score;
  change.value_after = cluster.scores.value.score;
  change.attention_after = cluster.attention;
}

}  // namespace

ClusterChanges cluster_changes(const ClusterReport& before, const ClusterReport& after) {
  const std::map<Id, ClusterPlace> then = places_of(before), now = places_of(after);
  std::vector<ClusterPlace> same_after(before.clusters.size()), same_before(after.clusters.size());
  std::vector<std::size_t> shared(after.clusters.size(), 0);
  for (const Overlap& overlap : overlaps_of(then, now)) {
    if (same_after[overlap.before] || same_before[overlap.after]) continue;
    same_after[overlap.before] = overlap.after;
    same_before[overlap.after] = overlap.before;
    shared[overlap.after] = overlap.shared;
  }
  ClusterChanges changes;
  changes.modularity_before = before.quality.modularity;
  changes.modularity_after = after.quality.modularity;
  for (std::size_t i = 0; i < after.clusters.size(); ++i) {
    ClusterChange& change = changes.clusters.emplace_back();
    if (same_before[i]) take_before(change, before.clusters[*same_before[i]]);
    take_after(change, after.clusters[i]);
    change.shared = shared[i];
  }
  for (std::size_t i = 0; i < before.clusters.size(); ++i) {
    if (!same_after[i]) take_before(changes.clusters.emplace_back(), before.clusters[i]);
  }
  for (const auto& [id, place] : then) {
    const auto found = now.find(id);
    if (found == now.end()) continue;
    const ClusterPlace stays = place ? same_after[*place] : std::nullopt;
    if (found->second == stays && (place.has_value() == found->second.has_value())) continue;
    changes.moves.push_back(
        {id, place ? before.clusters[*place].name : "", found->second ? after.clusters[*found->second].name : ""});
  }
  return changes;
}

}  // namespace outmap
