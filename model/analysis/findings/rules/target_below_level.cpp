#include "model/analysis/findings/rules.hpp"

#include <fmt/format.h>

#include "model/text/numbers.hpp"

namespace outmap {

std::vector<Found> targets_below_level(const MapFacts& facts) {
  return tell_of(facts.map()->outcomes, "/outcomes", [&](const Outcome& outcome) -> std::string {
    const OutcomeLevel level = facts.levels().whole(outcome);
    if (level.surplus.value_or(0) <= 0) return "";
    const std::string unit = outcome.unit.empty() ? "" : " " + outcome.unit;
    return fmt::format("the level of {}{} is better than the target of {}{} for {}", few_decimals(*level.current, 2),
                       unit, few_decimals(*level.target, 2), unit, quoted(outcome.name));
  });
}

}  // namespace outmap
