// Which stages of which journeys get better or worse.
#pragma once

#include <optional>
#include <vector>

#include "model/analysis/whatif/outcome.hpp"
#include "model/map/map.hpp"

namespace outmap {

struct StageChange {
  Id journey;
  Id stage;
  JourneyState when = JourneyState::current;  // of the journey
  Presence presence = Presence::stays;
  double change = 0;                       // for the better, as a share of the scale's width
  Ids outcomes;                            // of the stage that move, those that get worse first
  std::optional<double> value_gap_before;  // of all kinds of value at the stage together; see StageValue
  std::optional<double> value_gap_after;
  std::optional<double> emotion_before, emotion_after;  // -2 ... 2

  bool operator==(const StageChange&) const = default;
};

/// Every stage of either map that moves, comes or goes, in the order of the journeys after, then those that are gone.
/// The change of a stage is the mean over its outcomes of their change for the better, weighted by importance (5 where
/// none is given); where the stage is itself a concept whose state falls, the lower of the two; where it has no outcome
/// that moves, its state. `state` by id, as in WhatIfReport. O((stages + outcomes + readings) log n).
std::vector<StageChange> stage_changes(const Map& before, const Map& after, const std::vector<WhatIfOutcome>& outcomes,
                                       const IdNumbers& state, std::optional<Date> as_of);

}  // namespace outmap
