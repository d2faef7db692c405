#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> outcomes_unmeasured(const MapFacts& facts) {
  return tell_of(facts.map()->outcomes, "/outcomes", [&](const Outcome& outcome) -> std::string {
    return facts.is_important(outcome) && facts.proof().of(outcome.id).measurements == 0
               ? quoted(outcome.name) + " is important and was never measured"
               : "";
  });
}

}  // namespace outmap
