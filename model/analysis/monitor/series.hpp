// Readings of levels as series, and what they say.
#pragma once

#include <vector>

#include "model/analysis/levels.hpp"
#include "model/analysis/monitor/monitor.hpp"

namespace outmap {

/// Every outcome and every part of a stage that has readings up to the day of `levels`, judged by `options` (see
/// monitor_map). In the order of the map; outcomes first.
std::vector<LevelSeries> level_series(const Map& map, const LevelTable& levels, const MonitorOptions& options);

/// Outcomes whose importance is options.important_from or more and that have no reading up to the day, or none within
/// options.stale_after_days before it. The most important first, then by id.
std::vector<Unwatched> find_unwatched(const Map& map, const LevelTable& levels, const MonitorOptions& options);

/// Of all outcomes of the map; `series` as level_series gave them, stages passed over.
VerdictCounts count_verdicts(const Map& map, const std::vector<LevelSeries>& series);

}  // namespace outmap
