// What was done, beside what happened.
#pragma once

#include <vector>

#include "model/analysis/monitor/monitor.hpp"

namespace outmap {

/// Initiatives that run or are done, in the order of the map, with the outcomes that they aim at (those they say they
/// close, then those that a way of the map leads to, see InitiativeReach) and the verdict of each from `series`.
/// Positive where some of the outcomes that count improved and none worsened; negative the other way; mixed: both; none
/// yet: measured, and nothing beyond noise. No causality: other things happened too. `harvest` as harvest_progress gave
/// it. O(initiatives x links).
std::vector<InitiativeResult> initiative_results(const Map& map, const std::vector<LevelSeries>& series,
                                                 const std::vector<HarvestProgress>& harvest);

}  // namespace outmap
