// From the scenarios of a command to what comes of them.
#pragma once

#include <vector>

#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/scenarios/open.hpp"
#include "model/analysis/whatif/whatif.hpp"

namespace outmap {

/// The option for the number of Monte Carlo runs.
Option runs_option();

/// What the call's options say on how scenarios are followed.
WhatIfOptions what_if_options(const Invocation& given);

/// The scenarios followed through the map. Shows problems on stderr and throws MapRefused where there is an error.
std::vector<WhatIfReport> follow_scenarios(const Map& map, const std::vector<OpenScenario>& scenarios,
                                           const WhatIfOptions& options, const Console& console);

}  // namespace outmap
