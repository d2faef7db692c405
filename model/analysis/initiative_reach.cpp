#include "model/analysis/initiative_reach.hpp"

namespace outmap {

InitiativeReach::InitiativeReach(const Map& map) {
  link_work(map);
  link_journeys(map);
  for (const Influence& influence : map->influences) {
    if (influence.weight != 0) link(influence.from, influence.to);
  }
}

void InitiativeReach::link_work(const Map& map) {
  for (const Initiative& initiative : map->initiatives) {
    for (const IdNumber& closed : initiative.closes) link(initiative.id, closed.id);
    for (const Id& improved : initiative.improves) link(initiative.id, improved);
  }
  for (const Process& process : map->processes) {
    for (const Id& served : process.serves) link(process.id, served);
    for (const Id& touchpoint : process.touchpoints) link(process.id, touchpoint);
  }
  for (const Offering& offering : map->offerings) {
    for (const IdNumber& level : offering.levels) link(offering.id, level.id);
  }
}

void InitiativeReach::link_journeys(const Map& map) {
  for (const Journey& journey : map->journeys) {
    for (const Stage& stage : journey.stages) {
      for (const Id& touchpoint : stage.touchpoints) link(touchpoint, stage.id);
      for (const Id& outcome : stage.outcomes) link(stage.id, outcome);
    }
  }
}

std::unordered_set<std::string_view> InitiativeReach::from(std::span<const std::string_view> starts) const {
  std::unordered_set<std::string_view> seen(starts.begin(), starts.end());
  std::vector<std::string_view> waiting(starts.begin(), starts.end());
  while (!waiting.empty()) {
    const auto links = next_.find(waiting.back());
    waiting.pop_back();
    if (links == next_.end()) continue;
    for (const std::string_view next : links->second) {
      if (seen.insert(next).second) waiting.push_back(next);
    }
  }
  return seen;
}

}  // namespace outmap
