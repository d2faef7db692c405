#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> partners_without_challenge(const MapFacts& facts) {
  return tell_of(facts.map()->partners, "/partners", [&](const Partner& partner) -> std::string {
    return partner.outcome_challenge.empty() ? quoted(partner.name) + " has no outcome challenge" : "";
  });
}

}  // namespace outmap
