// A search as JSON.
#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "cli/whatif/json.hpp"
#include "cli/whatif/meet_report.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Json row_json(const MeetRow& row) {
  return {{"id", row.outcome},           {"before", json_of(row.before)},     {"asked", json_of(row.asked)},
          {"after", json_of(row.after)}, {"short_by", json_of(row.short_by)}, {"met", row.met}};
}

Json details_json(const MeetReport& search) {
  Json details = Json::array();
  for (const MeetInitiative& one : search.chosen)
    details.push_back({{"id", one.id}, {"cost", json_of(one.cost)}, {"missed_without", one.missed_without}});
  return details;
}

Json left_out_json(const MeetReport& search) {
  Json all = Json::array();
  for (const LeftOutInitiative& left : search.left_out)
    all.push_back({{"id", left.id}, {"reason", to_text(left.reason)}, {"because", json_or_null(left.because)}});
  return all;
}

Json search_json(const MeetAnswer& answer) {
  const MeetReport& search = answer.search;
  Json chosen = Json::array();
  for (const MeetInitiative& one : search.chosen) chosen.push_back(one.id);
  Json targets = Json::array();
  for (const MeetRow& row : search.rows) targets.push_back(row_json(row));
  return {{"under", json_or_null(answer.under)},
          {"met", search.met},
          {"settles", search.settles},
          {"chosen", std::move(chosen)},
          {"cost", json_of(search.cost)},
          {"short_by", json_of(search.short_by)},
          {"proven", search.proven},
          {"cost_bound", json_of(search.cost_bound)},
          {"short_bound", json_of(search.short_bound)},
          {"targets", std::move(targets)},
          {"at_most", json_or_null(search.at_most)},
          {"candidates", search.candidates},
          {"sets", json_of(search.sets)},
          {"tried", search.tried},
          {"initiatives", details_json(search)},
          {"left_out", left_out_json(search)}};
}

}  // namespace

std::string meet_json(const std::vector<MeetAnswer>& answers) {
  Json searches = Json::array();
  std::vector<WhatIfReport> reports;
  for (const MeetAnswer& answer : answers) {
    searches.push_back(search_json(answer));
    if (answer.whatif) reports.push_back(*answer.whatif);
  }
  Json all = {{"searches", std::move(searches)}};
  all.update(whatif_document(reports));
  return json_text(all);
}

}  // namespace outmap
