// Maps with influences, and what comes of scenarios on them, for the pictures of what-ifs.
#pragma once

#include <string>

#include "model/analysis/whatif/whatif.hpp"

namespace outmap::test {

/// chart_content with factors and `size` x 2 influences of either sign between initiatives, factors and outcomes.
MapContent moving_content(std::size_t size, const std::string& name, unsigned seed);

/// The scenario written as YAML after its first line, followed through the map; the test fails where it is refused.
WhatIfReport what_if(const Map& map, const std::string& yaml, const WhatIfOptions& options = {});

/// The map of the case tests/cli/whatif/table.
Map small_clinic();

}  // namespace outmap::test
