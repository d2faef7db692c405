#include "model/analysis/whatif/projection.hpp"

#include "model/analysis/whatif/loops.hpp"

namespace outmap {

std::optional<ProjectedMap> project_map(const Map& today, const Scenario& scenario, Diagnostics& problems,
                                        std::optional<Date> as_of) {
  AppliedScenario applied = apply(today, scenario, problems);
  if (!applied.map) return std::nullopt;
  const WhatIfSetting setting = setting_of(today, scenario, std::move(applied), as_of);
  warn_of_idle(scenario, setting.idle, problems);
  const FcmRun run = simulate(setting.concepts.network, setting.start, setting.fcm);
  const bool runs_away = find_loops(setting, run.state).runaway.has_value();
  const FcmVerdict verdict = runs_away ? FcmVerdict::runaway_loop : run.verdict;
  if (!setting.changes_mode() || verdict != FcmVerdict::fixed_point) return ProjectedMap{*setting.applied.map, verdict};
  return ProjectedMap{moved_map(*setting.applied.map, setting.gauges, run.state, setting.as_of), verdict};
}

}  // namespace outmap
