#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> initiatives_reaching_nothing(const MapFacts& facts) {
  return tell_of(facts.map()->initiatives, "/initiatives", [&](const Initiative& initiative) -> std::string {
    return initiative.status != InitiativeStatus::stopped && !facts.reaches_outcome(initiative.id)
               ? quoted(initiative.name) + " leads to no outcome"
               : "";
  });
}

}  // namespace outmap
