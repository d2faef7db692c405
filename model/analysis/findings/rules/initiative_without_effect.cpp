#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> initiatives_without_effect(const MapFacts& facts) {
  return tell_of(facts.map()->initiatives, "/initiatives", [&](const Initiative& initiative) -> std::string {
    return initiative.status != InitiativeStatus::stopped && initiative.closes.empty() &&
                   facts.reaches_outcome(initiative.id) && !facts.changes_outcome(initiative.id)
               ? "nobody says how much " + quoted(initiative.name) + " changes an outcome"
               : "";
  });
}

}  // namespace outmap
