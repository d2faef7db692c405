#include "render/diagrams/scenario_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "model/text/numbers.hpp"

namespace outmap::scenario_words {

std::string name_of(const WhatIfReport& report, std::size_t number) {
  return report.scenario.name.empty() ? fmt::format("Scenario {}", number) : report.scenario.name;
}

std::string unsettled(const WhatIfReport& report) {
  switch (report.verdict) {
    case FcmVerdict::fixed_point:
      return "";
    case FcmVerdict::cycle:
      return fmt::format("swings between {} states without end", report.period);
    case FcmVerdict::not_converged:
      return fmt::format("has not settled after {} updates", report.iterations);
    case FcmVerdict::runaway_loop:
      return "runs away: a loop amplifies itself";
  }
  return "";
}

const std::vector<const WhatIfReport*>& asked(const DiagramOptions& options, const char* diagram) {
  if (options.what_ifs.empty())
    throw CannotDraw(std::string("the picture '") + diagram +
                     "' needs a scenario: name a file after the map, or add --act ID=1");
  return options.what_ifs;
}

std::string percent(double of_hundred) { return few_decimals(of_hundred) + "\u00a0%"; }

std::string signed_percent(double share) {
  const double value = 100 * share;
  const std::string number = few_decimals(std::abs(value), std::abs(value) < 9.95 ? 1 : 0);
  if (number == "0") return "0\u00a0%";
  return (value < 0 ? "−" : "+") + number + "\u00a0%";
}

}  // namespace outmap::scenario_words
