// How pictures name scenarios and what comes of them.
#pragma once

#include <optional>
#include <string>

#include "model/analysis/whatif/report.hpp"
#include "render/diagram.hpp"

namespace outmap::scenario_words {

/// "Online booking"; where the scenario has no name, "Scenario 2".
std::string name_of(const WhatIfReport& report, std::size_t number);

/// "runs away", "swings between 3 states", "does not settle"; empty for a fixed point.
std::string unsettled(const WhatIfReport& report);

/// The reports of the options. Throws CannotDraw where there is none.
const std::vector<const WhatIfReport*>& asked(const DiagramOptions& options, const char* diagram);

/// "58.7 %", a number of percent.
std::string percent(double of_hundred);

/// "+4.2 %", "−0.5 %": a share of 1 with its sign, in whole percent from 10 on.
std::string signed_percent(double share);

}  // namespace outmap::scenario_words
