#include "model/analysis/gap_groups.hpp"

#include <algorithm>

#include "model/analysis/clusters/report.hpp"

namespace outmap {
namespace {

Ids sorted(Ids ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

void add_group(const Element& element, const Ids& outcomes, const Ids& customers, std::vector<GapGroup>& groups) {
  if (!outcomes.empty()) groups.push_back({element.id, element.name, sorted(outcomes), sorted(customers), false});
}

}  // namespace

std::vector<GapGroup> groups_of_clusters(const ClusterReport& report) {
  std::vector<GapGroup> groups;
  for (const Cluster& cluster : report.clusters) {
    groups.push_back({cluster.id, cluster.name, std::nullopt, cluster.members, true});
  }
  return groups;
}

std::vector<GapGroup> groups_of_stages(const Map& map) {
  std::vector<GapGroup> groups;
  for (const Journey& journey : map->journeys) {
    for (const Stage& stage : journey.stages) add_group(stage, stage.outcomes, journey.customers, groups);
  }
  return groups;
}

std::vector<GapGroup> groups_of_journeys(const Map& map) {
  std::vector<GapGroup> groups;
  for (const Journey& journey : map->journeys) {
    Ids outcomes;
    for (const Stage& stage : journey.stages)
      outcomes.insert(outcomes.end(), stage.outcomes.begin(), stage.outcomes.end());
    add_group(journey, outcomes, journey.customers, groups);
  }
  return groups;
}

}  // namespace outmap
