// The rules of structural findings: one file each in model/analysis/findings/rules, one row each in findings.cpp.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/analysis/findings/facts.hpp"

namespace outmap {

/// What `message_of` says about each element of a list of the map, where it says anything; found in the order of the
/// list, at `path`/0, `path`/1 ...
template <class T, class MessageOf>
std::vector<Found> tell_of(const std::vector<T>& elements, const std::string& path, MessageOf message_of) {
  std::vector<Found> found;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    std::string message = message_of(elements[i]);
    if (!message.empty()) found.push_back(about(elements[i], path + "/" + std::to_string(i), std::move(message)));
  }
  return found;
}

std::vector<Found> stages_without_outcome(const MapFacts& facts);
std::vector<Found> stages_without_touchpoint(const MapFacts& facts);
std::vector<Found> outcomes_unserved(const MapFacts& facts);
std::vector<Found> needs_without_outcome(const MapFacts& facts);
std::vector<Found> customers_without_journey(const MapFacts& facts);
std::vector<Found> customers_without_need(const MapFacts& facts);
std::vector<Found> customers_without_partner(const MapFacts& facts);
std::vector<Found> partners_unrelated(const MapFacts& facts);
std::vector<Found> initiatives_reaching_nothing(const MapFacts& facts);
std::vector<Found> initiatives_without_effect(const MapFacts& facts);
std::vector<Found> outcomes_unmeasured(const MapFacts& facts);
std::vector<Found> outcomes_without_evidence(const MapFacts& facts);
std::vector<Found> outcomes_with_stale_evidence(const MapFacts& facts);
std::vector<Found> outcomes_with_contradictory_evidence(const MapFacts& facts);
std::vector<Found> outcomes_on_a_single_partner(const MapFacts& facts);
std::vector<Found> processes_serving_nothing(const MapFacts& facts);
std::vector<Found> targets_below_level(const MapFacts& facts);
std::vector<Found> partners_without_challenge(const MapFacts& facts);
std::vector<Found> partners_with_incomplete_markers(const MapFacts& facts);
std::vector<Found> partners_with_empty_strategy_map(const MapFacts& facts);
std::vector<Found> outcomes_worded_as_activity(const MapFacts& facts);
std::vector<Found> loops_unexplained(const MapFacts& facts);
std::vector<Found> influences_without_source(const MapFacts& facts);
std::vector<Found> closes_disagree(const MapFacts& facts);
std::vector<Found> rungs_not_better(const MapFacts& facts);
std::vector<Found> rungs_too_close(const MapFacts& facts);
std::vector<Found> rungs_too_many(const MapFacts& facts);

}  // namespace outmap
