#include "model/analysis/clusters/answered_needs.hpp"

#include <algorithm>
#include <set>

#include "model/analysis/clusters/weighted_mean.hpp"

namespace outmap {

std::unordered_map<std::string_view, AnsweredNeed> answer_needs(const Map& map, const LevelTable& levels) {
  std::vector<const Outcome*> outcomes;  // by id, so that sums do not depend on the order of the file
  for (const Outcome& outcome : map->outcomes) outcomes.push_back(&outcome);
  std::ranges::sort(outcomes, {}, [](const Outcome* outcome) -> const Id& { return outcome->id; });

  struct Means {
    WeightedMean importance, gap;
  };
  std::unordered_map<std::string_view, Means> means;
  std::unordered_map<std::string_view, AnsweredNeed> needs;
  for (const Need& need : map->needs) needs[need.id].importance = need.importance;
  for (const Outcome* outcome : outcomes) {
    if (outcome->needs.empty()) continue;
    const auto importance = levels.whole(*outcome).importance;
    const auto gap = levels.gap_to_close(*outcome);
    for (const std::string_view id : std::set<std::string_view>(outcome->needs.begin(), outcome->needs.end())) {
      needs[id].outcomes.push_back(outcome->id);
      if (importance) means[id].importance.add(*importance, std::nullopt);
      if (!gap) continue;
      means[id].gap.add(*gap, importance);
      needs[id].measured.push_back(outcome->id);
    }
  }
  for (const auto& [id, mean] : means) {
    AnsweredNeed& need = needs[id];
    if (!need.importance) need.importance = mean.importance.mean();
    need.gap = mean.gap.mean();
  }
  return needs;
}

}  // namespace outmap
