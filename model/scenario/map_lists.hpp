// The lists of a map, each with its name and its type: for what is done to all of them alike.
#pragma once

#include <string>
#include <string_view>

#include "model/map/content.hpp"

namespace outmap {

/// Calls visit(name, list member) for every list, in the order of the format: visit("customers",
/// &MapContent::customers).
template <class Visit>
void for_each_list(Visit visit) {
  visit("practices", &MapContent::practices);
  visit("monitoring", &MapContent::monitoring);
  visit("evaluation", &MapContent::evaluation);
  visit("customers", &MapContent::customers);
  visit("partners", &MapContent::partners);
  visit("needs", &MapContent::needs);
  visit("journeys", &MapContent::journeys);
  visit("touchpoints", &MapContent::touchpoints);
  visit("outcomes", &MapContent::outcomes);
  visit("offerings", &MapContent::offerings);
  visit("processes", &MapContent::processes);
  visit("initiatives", &MapContent::initiatives);
  visit("competitors", &MapContent::competitors);
  visit("factors", &MapContent::factors);
  visit("relations", &MapContent::relations);
  visit("influences", &MapContent::influences);
  visit("evidence", &MapContent::evidence);
  visit("readings", &MapContent::readings);
  visit("journals", &MapContent::journals);
  visit("harvest", &MapContent::harvest);
  visit("offers", &MapContent::offers);
  visit("clusters", &MapContent::clusters);
  visit("ratings", &MapContent::ratings);
  visit("kano", &MapContent::kano);
  visit("feedback", &MapContent::feedback);
  visit("prices", &MapContent::prices);
}

/// What tells a row from the others of its list; several may have the same.
inline std::string row_name(const Element& element) { return element.id; }
inline std::string row_name(const Relation& row) {
  return row.from + (row.directed ? " → " : " – ") + row.to + (row.type.empty() ? "" : " (" + row.type + ")");
}
inline std::string row_name(const Influence& row) { return row.from + " → " + row.to; }
inline std::string row_name(const Reading& row) { return row.of + " on " + to_text(row.date); }
inline std::string row_name(const JournalEntry& row) { return row.of + " on " + to_text(row.date); }
inline std::string row_name(const MonitoringPriority& row) { return row.what; }
inline std::string row_name(const EvaluationQuestion& row) { return row.question; }
inline std::string row_name(const PinnedCluster& row) { return row.name; }
inline std::string row_name(const Rating& row) { return row.respondent.str() + " on " + row.outcome.str(); }
inline std::string row_name(const KanoPair& row) { return row.respondent + " on " + row.outcome; }
inline std::string row_name(const PriceAnswer& row) { return row.respondent + " on " + row.offering; }

}  // namespace outmap
