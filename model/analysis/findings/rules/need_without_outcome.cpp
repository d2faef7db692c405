#include "model/analysis/findings/rules.hpp"

#include <string_view>
#include <unordered_set>

namespace outmap {
namespace {

/// Needs are known by what they say; most have no name but their id.
const std::string& words_of(const Need& need) {
  return need.name == need.id && !need.statement.empty() ? need.statement : need.name;
}

}  // namespace

std::vector<Found> needs_without_outcome(const MapFacts& facts) {
  std::unordered_set<std::string_view> answered;
  for (const Outcome& outcome : facts.map()->outcomes) answered.insert(outcome.needs.begin(), outcome.needs.end());
  std::vector<Found> found = tell_of(facts.map()->needs, "/needs", [&](const Need& need) -> std::string {
    return answered.contains(need.id) ? "" : "no outcome answers the need " + quoted(words_of(need));
  });
  for (Found& row : found) row.subject = words_of(*facts.map().get<Need>(row.elements.front()));
  return found;
}

}  // namespace outmap
