#include "model/analysis/whatif/bands.hpp"

#include <algorithm>

#include "model/analysis/quantile.hpp"
#include "model/analysis/whatif/draws.hpp"

namespace outmap {
namespace {

DrawOptions draw_options(const UncertaintyOptions& asked, const WhatIfOptions& options) {
  return {options.runs.value_or(static_cast<std::size_t>(asked.runs)),
          asked.seed ? static_cast<std::uint64_t>(*asked.seed) : options.seed, asked.spread, asked.distribution,
          options.threads};
}

void add_band(WhatIfOutcome& outcome, const Gauge& gauge, const std::vector<double>& changes) {
  const std::optional<double> still = gauge.level_at(0);
  if (!still) return;
  if (std::ranges::all_of(changes, [](double change) { return change == 0; })) {
    if (gauge.target) outcome.p_target = gauge.meets_target(0).value_or(false) ? 1 : 0;
    outcome.low = outcome.median = outcome.high = still;
    return;
  }
  std::vector<double> levels;
  std::size_t met = 0;
  for (const double change : changes) {
    levels.push_back(*gauge.level_at(change));
    if (gauge.meets_target(change).value_or(false)) ++met;
  }
  if (gauge.target) outcome.p_target = static_cast<double>(met) / static_cast<double>(changes.size());
  outcome.low = quantile(levels, 0.05);
  outcome.median = quantile(levels, 0.5);
  outcome.high = quantile(levels, 0.95);
}

void add_closed(WhatIfUncertainty& result, const std::vector<double>& priorities, double priority_before) {
  if (priority_before <= 0) return;
  for (const double priority : priorities) result.closed_runs.push_back(100 * (1 - priority / priority_before));
  std::vector<double> runs = result.closed_runs;
  result.closed_low = quantile(runs, 0.05);
  result.closed_median = quantile(runs, 0.5);
  result.closed_high = quantile(runs, 0.95);
}

}  // namespace

void add_bands(const WhatIfSetting& setting, const WhatIfOptions& options, WhatIfReport& report) {
  if (!setting.scenario.uncertainty && !options.runs) return;
  const DrawOptions draw = draw_options(setting.scenario.uncertainty.value_or(UncertaintyOptions()), options);
  if (draw.runs == 0) return;
  const Draws draws = draw_runs(setting.concepts, setting.start, setting.fcm, setting.gauges, draw);
  WhatIfUncertainty& result = report.uncertainty.emplace();
  result.runs = draw.runs;
  result.settled = draws.settled;
  result.seed = draw.seed;
  result.spread = draw.spread;
  result.distribution = draw.distribution;
  for (std::size_t i = 0; i < setting.gauges.size(); ++i) {
    add_band(report.outcomes[i], setting.gauges[i], draws.changes[i]);
  }
  add_closed(result, draws.priority, report.priority_before);
}

}  // namespace outmap
