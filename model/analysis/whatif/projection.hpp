// The map that a scenario leaves: changed, with the levels to which the changes lead.
#pragma once

#include <optional>

#include "model/analysis/whatif/setting.hpp"

namespace outmap {

struct ProjectedMap {
  Map map;
  FcmVerdict verdict = FcmVerdict::fixed_point;  // levels have moved only where it is a fixed point in mode change
};

/// What find_whatif would find as WhatIfReport::map, without asking why, who and how sure: for analyses and pictures of
/// the changed map. Problems of the scenario are added to `problems`; nothing is returned where there is an error.
/// Deterministic. Linear in the map, O(updates x links) for the levels and O(concepts x links) for loops.
std::optional<ProjectedMap> project_map(const Map& today, const Scenario& scenario, Diagnostics& problems,
                                        std::optional<Date> as_of = std::nullopt);

}  // namespace outmap
