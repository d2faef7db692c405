// `outmap whatif --meet`: the cheapest set of initiatives that meets targets.
#pragma once

#include <vector>

#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/scenarios/open.hpp"
#include "model/analysis/whatif/whatif.hpp"

namespace outmap {

/// --meet and --at-most.
std::vector<Option> meet_options();

/// Whether a search is asked for. Throws UsageError for --at-most without --meet.
bool asks_for_search(const Invocation& given);

/// Searches on top of each scenario, or of today where there is none, follows what it finds, and writes both. Throws
/// UsageError for a target that cannot be asked for.
int run_search(const Invocation& given, const Map& map, const std::vector<OpenScenario>& scenarios,
               const WhatIfOptions& options, Console& console);

}  // namespace outmap
