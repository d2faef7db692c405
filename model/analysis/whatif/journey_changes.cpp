#include "model/analysis/whatif/journey_changes.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/analysis/rounding.hpp"
#include "model/analysis/value/stage_value.hpp"
#include "model/analysis/whatif/people.hpp"

namespace outmap {
namespace {

using ById = std::map<std::string_view, const WhatIfOutcome*>;
using Gaps = std::map<std::string_view, std::optional<double>>;

/// The gap of all kinds of value at every stage, as all live it.
Gaps value_gaps(const std::vector<StageValue>& stages) {
  Gaps gaps;
  for (const StageValue& stage : stages) {
    if (!stage.customer) gaps[stage.stage] = stage.gap;
  }
  return gaps;
}

std::optional<double> at(const Gaps& gaps, const Id& stage) {
  const auto found = gaps.find(stage);
  return found == gaps.end() ? std::nullopt : found->second;
}

/// The mean change of the stage's outcomes, and which of them move.
void weigh_outcomes(const Map& map, const Stage& stage, const ById& outcomes, StageChange& change) {
  double sum = 0, weights = 0;
  std::vector<const WhatIfOutcome*> moving;
  for (const Id& id : stage.outcomes) {
    const auto found = outcomes.find(id);
    if (found == outcomes.end()) continue;
    const double weight = map.get<Outcome>(id)->importance.value_or(usual_importance);
    sum += weight * found->second->better;
    weights += weight;
    if (std::abs(found->second->better) > rounding_error) moving.push_back(found->second);
  }
  std::ranges::stable_sort(moving, {}, [](const WhatIfOutcome* outcome) { return outcome->better; });
  for (const WhatIfOutcome* outcome : moving) change.outcomes.push_back(outcome->id);
  if (weights > 0) change.change = sum / weights;
}

void weigh_state(const Id& stage, const IdNumbers& state, StageChange& change) {
  const auto found = std::ranges::lower_bound(state, stage, {}, &IdNumber::id);
  if (found == state.end() || found->id != stage) return;
  if (found->value < 0 || change.outcomes.empty()) change.change = std::min(change.change, found->value);
  if (change.outcomes.empty() && found->value > 0) change.change = found->value;
}

bool moves(const StageChange& change) {
  return change.presence != Presence::stays || std::abs(change.change) > rounding_error || !change.outcomes.empty() ||
         change.value_gap_before != change.value_gap_after || change.emotion_before != change.emotion_after;
}

template <class Visit>
void for_each_stage(const Map& map, Visit visit) {
  for (const Journey& journey : map->journeys) {
    for (const Stage& stage : journey.stages) visit(journey, stage);
  }
}

}  // namespace

std::vector<StageChange> stage_changes(const Map& before, const Map& after, const std::vector<WhatIfOutcome>& outcomes,
                                       const IdNumbers& state, std::optional<Date> as_of) {
  if (before->journeys.empty() && after->journeys.empty()) return {};
  ById by_id;
  for (const WhatIfOutcome& outcome : outcomes) by_id[outcome.id] = &outcome;
  const std::vector<StageValue> values_before = stage_values(before, {as_of}),
                                values_after = stage_values(after, {as_of});
  const Gaps then = value_gaps(values_before), now = value_gaps(values_after);
  std::vector<StageChange> changes;
  for_each_stage(after, [&](const Journey& journey, const Stage& stage) {
    StageChange change;
    change.journey = journey.id;
    change.stage = stage.id;
    change.when = journey.when;
    const Stage* old = before.get<Stage>(stage.id);
    if (old == nullptr) change.presence = Presence::added;
    weigh_outcomes(after, stage, by_id, change);
    weigh_state(stage.id, state, change);
    change.value_gap_before = at(then, stage.id);
    change.value_gap_after = at(now, stage.id);
    if (old != nullptr) change.emotion_before = old->emotion;
    change.emotion_after = stage.emotion;
    if (moves(change)) changes.push_back(std::move(change));
  });
  for_each_stage(before, [&](const Journey& journey, const Stage& stage) {
    if (after.get<Stage>(stage.id) != nullptr) return;
    StageChange change;
    change.journey = journey.id;
    change.stage = stage.id;
    change.when = journey.when;
    change.presence = Presence::gone;
    change.value_gap_before = at(then, stage.id);
    change.emotion_before = stage.emotion;
    changes.push_back(std::move(change));
  });
  return changes;
}

}  // namespace outmap
