#include "cli/scenarios/follow.hpp"

namespace outmap {

WhatIfOptions what_if_options(const Invocation& given) {
  WhatIfOptions options;
  options.as_of = given.date("--as-of");
  options.seed = given.seed();
  options.threads = given.threads();
  if (const auto runs = given.integer("--runs")) options.runs = static_cast<std::size_t>(*runs);
  return options;
}

Option runs_option() {
  return {.name = "--runs",
          .value = "N",
          .help = "draw the weights N times, within their confidence, and tell how sure the result is",
          .type = ValueType::integer,
          .min = 1,
          .max = 1000000};
}

std::vector<WhatIfReport> follow_scenarios(const Map& map, const std::vector<OpenScenario>& scenarios,
                                           const WhatIfOptions& options, const Console& console) {
  std::vector<WhatIfReport> reports;
  for (const OpenScenario& one : scenarios) {
    Diagnostics problems;
    WhatIfOptions with_levels = options;
    if (!reports.empty()) with_levels.levels = reports.front().levels_before.get();
    auto report = one.applied ? find_whatif(map, one.scenario, *one.applied, problems, with_levels)
                              : find_whatif(map, one.scenario, problems, with_levels);
    tell_problems(std::move(problems), one, console);
    reports.push_back(*std::move(report));
  }
  return reports;
}

}  // namespace outmap
