// How sure: the bands in which levels and closed gaps lie when the weights are drawn.
#pragma once

#include "model/analysis/whatif/report.hpp"
#include "model/analysis/whatif/setting.hpp"
#include "model/analysis/whatif/whatif.hpp"

namespace outmap {

/// Draws the weights as the scenario or `options` ask, and adds to `report` the 5-95 % band of every level, the share
/// of runs that meet each target, and the band of the closed gaps (see draw_runs, quantile). Nothing where neither asks
/// for draws. `report.outcomes` must be those of `setting.gauges`.
void add_bands(const WhatIfSetting& setting, const WhatIfOptions& options, WhatIfReport& report);

}  // namespace outmap
