#include "model/analysis/findings/rules.hpp"

#include <fmt/format.h>

namespace outmap {
namespace {

std::string ids_of(const std::vector<const Evidence*>& evidence) {
  constexpr std::size_t most_named = 3;
  std::string text;
  for (std::size_t i = 0; i < evidence.size() && i < most_named; ++i) text += (i == 0 ? "" : ", ") + evidence[i]->id;
  if (evidence.size() > most_named) text += fmt::format(" and {} more", evidence.size() - most_named);
  return text;
}

void add_evidence(Found& row, const Proof& proof) {
  for (const Evidence* evidence : proof.supporting) row.elements.push_back(evidence->id);
  for (const Evidence* evidence : proof.contradicting) row.elements.push_back(evidence->id);
}

}  // namespace

std::vector<Found> outcomes_with_contradictory_evidence(const MapFacts& facts) {
  std::vector<Found> found = tell_of(facts.map()->outcomes, "/outcomes", [&](const Outcome& outcome) -> std::string {
    const Proof& proof = facts.proof().of(outcome.id);
    if (!facts.is_important(outcome) || proof.contradicting.empty()) return "";
    if (proof.supporting.empty()) return "evidence speaks only against " + quoted(outcome.name);
    return fmt::format("evidence speaks for {} ({}) and against it ({})", quoted(outcome.name),
                       ids_of(proof.supporting), ids_of(proof.contradicting));
  });
  for (Found& row : found) add_evidence(row, facts.proof().of(row.elements.front()));
  return found;
}

}  // namespace outmap
