#include "model/analysis/findings/rules.hpp"

#include <fmt/format.h>

namespace outmap {

std::vector<Found> outcomes_with_stale_evidence(const MapFacts& facts) {
  const auto day = facts.day();
  if (!day) return {};
  return tell_of(facts.map()->outcomes, "/outcomes", [&](const Outcome& outcome) -> std::string {
    const Proof& proof = facts.proof().of(outcome.id);
    if (!facts.is_important(outcome) || proof.undated || !proof.newest) return "";
    const int age = days_between(*proof.newest, *day);
    if (age <= facts.options().stale_after_days) return "";
    return fmt::format("the newest evidence for {} is of {}, {} days before {}", quoted(outcome.name),
                       to_text(*proof.newest), age, to_text(*day));
  });
}

}  // namespace outmap
