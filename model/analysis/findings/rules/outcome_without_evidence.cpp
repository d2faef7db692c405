#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> outcomes_without_evidence(const MapFacts& facts) {
  return tell_of(facts.map()->outcomes, "/outcomes", [&](const Outcome& outcome) -> std::string {
    return facts.is_important(outcome) && facts.proof().of(outcome.id).is_empty()
               ? quoted(outcome.name) + " is important, and no evidence stands behind it"
               : "";
  });
}

}  // namespace outmap
