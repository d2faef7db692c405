// A plan in the forms that programs read.
#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "cli/listing.hpp"
#include "cli/plan/report.hpp"
#include "model/format/write.hpp"
#include "model/map/choices.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

struct ListedInitiative {
  Id id;
  std::string_view reason;
  Id because;
  std::optional<double> cost;
  std::optional<double> adds;
};

std::vector<ListedInitiative> all_listed(const PortfolioReport& report) {
  std::vector<ListedInitiative> all;
  for (const PlannedInitiative& chosen : report.chosen) all.push_back({chosen.id, "", "", chosen.cost, chosen.adds});
  for (const LeftOutInitiative& left : report.left_out) {
    all.push_back({left.id, to_text(left.reason), left.because.value_or(""), left.cost, left.adds});
  }
  return all;
}

Listing listing_for_programs(const Map& map, const PortfolioReport& report) {
  Listing listing{{{.key = "id", .heading = "id"},
                   {.key = "name", .heading = "name"},
                   {.key = "chosen", .heading = "chosen"},
                   {.key = "reason", .heading = "reason"},
                   {.key = "because", .heading = "because"},
                   {.key = "cost", .heading = "cost", .align = Align::right},
                   {.key = "adds", .heading = "adds", .align = Align::right}},
                  {}};
  for (const ListedInitiative& one : all_listed(report)) {
    listing.rows.push_back({text_cell(one.id), text_cell(map.name_of(one.id)),
                            text_cell(one.reason.empty() ? "yes" : "no"), text_cell(one.reason), text_cell(one.because),
                            number_cell(one.cost, 0), number_cell(one.adds, 1)});
  }
  return listing;
}

Json json_of_chosen(const PlannedInitiative& one) {
  return {
      {"id", one.id},           {"cost", json_of(one.cost)}, {"alone", json_of(one.alone)}, {"adds", json_of(one.adds)},
      {"running", one.running}, {"asked", one.asked}};
}

Json json_of_left_out(const LeftOutInitiative& left) {
  return {{"id", left.id},
          {"reason", to_text(left.reason)},
          {"because", json_or_null(left.because)},
          {"cost", json_of(left.cost)},
          {"in_all", json_of(left.in_all)},
          {"adds", json_of(left.adds)},
          {"running", left.running}};
}

Json json_of_outcome(const PlannedOutcome& outcome) {
  return {{"id", outcome.id},
          {"priority", json_of(outcome.priority)},
          {"closed", json_of(outcome.closed)},
          {"kano", text_or_null(outcome.kano)}};
}

Json json_of_harm(const PlannedHarm& harm) {
  return {{"initiative", harm.initiative}, {"outcome", harm.outcome}, {"strength", json_of(harm.strength)}};
}

template <class Kind>
Json json_of_part(const BalancePart<Kind>& part) {
  return {{"kind", word_or_null(part.kind)}, {"initiatives", part.initiatives}, {"cost", json_of(part.cost)}};
}

}  // namespace

Listing plan_for_programs(const Map& map, const PortfolioReport& report) { return listing_for_programs(map, report); }

std::string plan_listing(const Map& map, const PortfolioReport& report, const std::string& format,
                         const Screen& screen) {
  return listing_as(format, listing_for_programs(map, report), screen);
}

Json plan_document(const PortfolioReport& report) {
  Ids chosen;
  for (const PlannedInitiative& one : report.chosen) chosen.push_back(one.id);
  Json front = Json::array();
  for (const PlanPoint& point : report.front) {
    front.push_back({{"cost", json_of(point.cost)}, {"benefit", json_of(point.benefit)}, {"chosen", point.chosen}});
  }
  return {{"budget", json_of(report.budget)},
          {"chosen", chosen},
          {"cost", json_of(report.cost)},
          {"benefit", json_of(report.benefit)},
          {"optimal", report.optimal},
          {"bound", json_of(report.bound)},
          {"front", std::move(front)},
          {"front_whole", report.front_whole},
          {"total_priority", json_of(report.total_priority)},
          {"initiatives", json_list(report.chosen, json_of_chosen)},
          {"left_out", json_list(report.left_out, json_of_left_out)},
          {"outcomes", json_list(report.outcomes, json_of_outcome)},
          {"harms", json_list(report.harms, json_of_harm)},
          {"modes", json_list(report.modes, json_of_part<InitiativeMode>)},
          {"postures", json_list(report.postures, json_of_part<Posture>)},
          {"by", to_text(report.by)},
          {"as_of", text_or_null(report.as_of)}};
}

std::string plan_json(const PortfolioReport& report) { return json_text(plan_document(report)); }

}  // namespace outmap
