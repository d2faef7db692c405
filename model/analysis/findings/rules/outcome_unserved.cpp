#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> outcomes_unserved(const MapFacts& facts) {
  return tell_of(facts.map()->outcomes, "/outcomes", [&](const Outcome& outcome) -> std::string {
    return !facts.is_served(outcome.id)
               ? "no initiative, process, offering or touchpoint leads to " + quoted(outcome.name)
               : "";
  });
}

}  // namespace outmap
