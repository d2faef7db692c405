#include "model/analysis/monitor/results.hpp"

#include <algorithm>
#include <unordered_map>

#include "model/analysis/initiative_reach.hpp"

namespace outmap {
namespace {

using SeriesByOutcome = std::unordered_map<std::string_view, const LevelSeries*>;

AimedOutcome aimed(const Outcome& outcome, bool stated, const SeriesByOutcome& series) {
  AimedOutcome aim{outcome.id, stated, std::nullopt, std::nullopt, false};
  if (const auto found = series.find(outcome.id); found != series.end()) {
    aim.verdict = found->second->verdict;
    aim.change = found->second->change;
    aim.unsure = found->second->unsure;
  }
  return aim;
}

ResultSign sign_of(const std::vector<AimedOutcome>& outcomes) {
  const bool any_stated = std::ranges::any_of(outcomes, &AimedOutcome::stated);
  const auto any = [&](Verdict verdict) {
    return std::ranges::any_of(
        outcomes, [&](const AimedOutcome& aim) { return aim.verdict == verdict && (aim.stated || !any_stated); });
  };
  if (any(Verdict::improved)) return any(Verdict::worsened) ? ResultSign::mixed : ResultSign::positive;
  if (any(Verdict::worsened)) return ResultSign::negative;
  return any(Verdict::no_change) ? ResultSign::none_yet : ResultSign::not_measured;
}

InitiativeResult result_of(const Map& map, const Initiative& initiative, const InitiativeReach& reach,
                           const SeriesByOutcome& series) {
  InitiativeResult result{initiative.id, initiative.status, {}, {}, ResultSign::not_measured};
  const std::string_view start = initiative.id;
  const auto reached = reach.from({&start, 1});
  std::vector<AimedOutcome> others;
  for (const Outcome& outcome : map->outcomes) {
    const bool stated = std::ranges::find(initiative.closes, outcome.id, &IdNumber::id) != initiative.closes.end();
    if (stated)
      result.outcomes.push_back(aimed(outcome, true, series));
    else if (reached.contains(outcome.id))
      others.push_back(aimed(outcome, false, series));
  }
  result.outcomes.insert(result.outcomes.end(), others.begin(), others.end());
  result.sign = sign_of(result.outcomes);
  return result;
}

}  // namespace

std::vector<InitiativeResult> initiative_results(const Map& map, const std::vector<LevelSeries>& series,
                                                 const std::vector<HarvestProgress>& harvest) {
  SeriesByOutcome by_outcome;
  for (const LevelSeries& one : series) {
    if (!one.part) by_outcome.emplace(one.of, &one);
  }
  const InitiativeReach reach(map);
  std::vector<InitiativeResult> all;
  for (const Initiative& initiative : map->initiatives) {
    if (initiative.status != InitiativeStatus::running && initiative.status != InitiativeStatus::done) continue;
    all.push_back(result_of(map, initiative, reach, by_outcome));
    for (const HarvestProgress& one : harvest) {
      if (std::ranges::find(one.initiatives, initiative.id) != one.initiatives.end()) {
        all.back().harvested.push_back(one.id);
      }
    }
  }
  return all;
}

}  // namespace outmap
