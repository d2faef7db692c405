// One or more elements held at one value after the other.
#pragma once

#include <vector>

#include "model/analysis/whatif/report.hpp"
#include "model/analysis/whatif/setting.hpp"

namespace outmap {

/// Every combination of the values that the scenario's sweeps try, the last sweep fastest, beside all else that it
/// holds. Closed gaps are shares of `priority_before`. Levels only where a point settles in mode change; none of a
/// scenario that runs away does. O(points x updates x links).
std::vector<SweepPoint> sweep_points(const WhatIfSetting& setting, FcmVerdict verdict, double priority_before);

}  // namespace outmap
