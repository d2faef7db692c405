// What is found again on the changed map of a scenario: gaps, journeys, clusters, access and findings, as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// {"gaps": […], "priority_gone", "findings": {"opened", "closed"}, "journeys": […], "clusters": {…} or null,
/// "access": {…}, "push_pull": {…}}
nlohmann::ordered_json found_again_json(const WhatIfReport& report);

}  // namespace outmap
