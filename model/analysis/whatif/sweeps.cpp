#include "model/analysis/whatif/sweeps.hpp"

#include <algorithm>
#include <cmath>

namespace outmap {
namespace {

using Places = std::vector<std::size_t>;  // of the value of each sweep

double value_at(const Sweep& range, std::size_t place) {
  return range.from + (range.to - range.from) * static_cast<double>(place) / (std::floor(range.steps) - 1);
}

/// The next combination; false after the last.
bool advance(const std::vector<Sweep>& sweeps, Places& places) {
  std::size_t at = places.size();
  while (at > 0 && ++places[at - 1] >= static_cast<std::size_t>(sweeps[at - 1].steps)) places[--at] = 0;
  return at > 0;
}

/// Holds each swept element at its value.
FcmStart start_at(const WhatIfSetting& setting, const IdNumbers& values) {
  FcmStart start = setting.start;
  for (const auto& [id, value] : values) {
    const auto number = setting.concepts.find(id);
    if (!number) continue;
    start.held[*number] = 1;
    start.initial[*number] = start.low.empty() ? value : std::clamp(value, start.low[*number], start.high[*number]);
  }
  return start;
}

void add_levels(const WhatIfSetting& setting, const std::vector<double>& state, double priority_before,
                SweepPoint& point) {
  if (priority_before > 0) point.gap_closed_pct = 100 * (1 - priority_at(setting.gauges, state) / priority_before);
  for (const Gauge& gauge : setting.gauges) {
    if (const auto level = gauge.level_at(gauge.number ? state[*gauge.number] : 0)) {
      point.levels.push_back({gauge.outcome, *level});
    }
  }
}

}  // namespace

std::vector<SweepPoint> sweep_points(const WhatIfSetting& setting, FcmVerdict verdict, double priority_before) {
  const std::vector<Sweep>& sweeps = setting.scenario.sweep;
  std::vector<SweepPoint> points;
  if (sweeps.empty()) return points;
  Places places(sweeps.size(), 0);
  do {
    SweepPoint point;
    for (std::size_t i = 0; i < sweeps.size(); ++i)
      point.act.push_back({sweeps[i].act, value_at(sweeps[i], places[i])});
    const FcmRun run = simulate(setting.concepts.network, start_at(setting, point.act), setting.fcm);
    point.verdict = verdict == FcmVerdict::runaway_loop ? verdict : run.verdict;
    if (setting.changes_mode() && point.verdict == FcmVerdict::fixed_point) {
      add_levels(setting, run.state, priority_before, point);
    }
    points.push_back(std::move(point));
  } while (advance(sweeps, places));
  return points;
}

}  // namespace outmap
