#include "cli/plan_report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/display_text.hpp"
#include "cli/json_text.hpp"
#include "cli/listing.hpp"
#include "model/format/write.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

std::string money(const Map& map, double amount) { return money_text(amount, map->currency); }

std::string name_of(const Map& map, const Id& id) { return printable(map.name_of(id)); }

std::string heading(const Screen& screen, std::string_view text) {
  return "\n" + screen.paint(Ink::strong, text) + "\n";
}

std::string finding(const Map& map, const PortfolioReport& report, const Screen& screen) {
  if (report.total_priority <= 0)
    return paragraph("No outcome has a priority: there is nothing to plan for. See outmap gaps.", screen);
  if (report.chosen.empty()) {
    return paragraph(fmt::format("Nothing that closes a gap can be paid with {}.", money(map, report.budget)), screen);
  }
  const std::size_t all = map->initiatives.size();
  std::string text = fmt::format("{} of {} {} for {} {} {} of {} points of priority", report.chosen.size(), all,
                                 all == 1 ? "initiative" : "initiatives", money(map, report.cost),
                                 report.chosen.size() == 1 ? "closes" : "close", few_decimals(report.benefit),
                                 few_decimals(report.total_priority));
  text += report.optimal ? "; no other plan within the budget closes more."
                         : fmt::format("; no plan within the budget closes more than {}.", few_decimals(report.bound));
  return paragraph(text, screen, Ink::strong);
}

Listing chosen_for_people(const Map& map, const PortfolioReport& report) {
  Listing listing{{{.key = "name", .heading = "in the plan", .flexible = true},
                   {.key = "status", .heading = "status", .spare = 1},
                   {.key = "cost", .heading = "cost", .align = Align::right},
                   {.key = "alone", .heading = "closes alone", .align = Align::right, .spare = 2},
                   {.key = "adds", .heading = "adds to the rest", .align = Align::right},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  for (const PlannedInitiative& chosen : report.chosen) {
    listing.rows.push_back({text_cell(name_of(map, chosen.id)),
                            text_cell(word_of(map.get<Initiative>(chosen.id)->status)),
                            text_cell(money(map, chosen.cost)), number_cell(chosen.alone, 1),
                            number_cell(chosen.adds, 1), text_cell(chosen.id)});
  }
  return listing;
}

std::string because(const Map& map, const LeftOutInitiative& left) {
  return left.because ? "'" + name_of(map, *left.because) + "'" : "another";
}

std::string why(const Map& map, const LeftOutInitiative& left) {
  switch (left.reason) {
    case NotPlanned::done:
      return "done already";
    case NotPlanned::stopped:
      return "stopped";
    case NotPlanned::no_cost:
      return "nobody says what it costs";
    case NotPlanned::cannot_be:
      return left.because ? "requires " + because(map, left) + ", which cannot be chosen"
                          : "requires two that exclude each other";
    case NotPlanned::no_effect:
      return "closes no gap that has a priority, as far as the map says";
    case NotPlanned::excluded:
      return "excluded by " + because(map, left);
    case NotPlanned::too_dear:
      return "costs more than the whole budget, with all that it requires";
    case NotPlanned::dominated:
      return because(map, left) + " costs no more and closes as much of every outcome";
    case NotPlanned::adds_nothing:
      return "adds nothing to the plan";
    case NotPlanned::no_room:
      return "no room left in the budget";
  }
  return "";
}

Listing rest_for_people(const Map& map, const PortfolioReport& report) {
  Listing listing{{{.key = "name", .heading = "left out", .flexible = true},
                   {.key = "why", .heading = "why", .wraps = true},
                   {.key = "cost", .heading = "would cost", .align = Align::right},
                   {.key = "adds", .heading = "would add", .align = Align::right}},
                  {}};
  for (const LeftOutInitiative& left : report.left_out) {
    listing.rows.push_back({text_cell(name_of(map, left.id)),
                            text_cell(why(map, left) + (left.running ? "; it is running" : "")),
                            left.cost ? text_cell(money(map, *left.cost)) : missing_cell(), number_cell(left.adds, 1)});
  }
  return listing;
}

/// About ten points, spread over the front, with the last one.
Listing front_for_people(const Map& map, const PortfolioReport& report) {
  Listing listing{{{.key = "cost", .heading = "for", .align = Align::right},
                   {.key = "benefit", .heading = "closes", .align = Align::right},
                   {.key = "initiatives", .heading = "with initiatives", .align = Align::right}},
                  {}};
  constexpr std::size_t most = 10;
  const std::size_t count = std::min(most, report.front.size());
  for (std::size_t i = 0; i < count; ++i) {
    const PlanPoint& point = report.front[count == 1 ? 0 : i * (report.front.size() - 1) / (count - 1)];
    listing.rows.push_back({text_cell(money(map, point.cost)), number_cell(point.benefit, 1),
                            number_cell(static_cast<double>(point.chosen.size()), 0)});
  }
  return listing;
}

template <class Kind>
std::string shares(const std::vector<BalancePart<Kind>>& parts) {
  std::string text;
  for (const auto& part : parts) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", part.initiatives,
                        part.kind ? std::string(word_of(*part.kind)) : std::string("not said"));
  }
  return text;
}

std::string strength_text(double strength) { return strength < 0.01 ? "below 0.01" : few_decimals(strength, 2); }

/// A line for each chosen initiative that does harm.
std::string warnings(const Map& map, const PortfolioReport& report, const Screen& screen) {
  std::string text;
  for (const PlannedInitiative& chosen : report.chosen) {
    std::string harmed;
    for (const PlannedHarm& harm : report.harms) {
      if (harm.initiative != chosen.id) continue;
      harmed += fmt::format("{}'{}' ({})", harmed.empty() ? "" : ", ", name_of(map, harm.outcome),
                            strength_text(harm.strength));
    }
    if (harmed.empty()) continue;
    text += paragraph(fmt::format("'{}' leads away from the target, by the strength of its path: {}.",
                                  name_of(map, chosen.id), harmed),
                      screen, Ink::warning);
  }
  return text.empty() ? "" : "\n" + text;
}

std::string reckoning(const PortfolioReport& report, const Screen& screen) {
  std::string text =
      "Closed priority = sum over outcomes of priority × what the plan closes of the gap; two that serve one outcome "
      "give less than their sum.";
  if (!report.chosen.empty()) {
    text += " Push and pull: " + shares(report.modes) + ". Posture: " + shares(report.postures) + ".";
  }
  text += report.front_whole
              ? fmt::format(" The front has {} plans; --format json lists them all.", report.front.size())
              : " The front is that of equally spaced budgets.";
  if (report.as_of) text += " As of " + to_words(*report.as_of) + ".";
  return "\n" + paragraph(text, screen, Ink::faint);
}

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

}  // namespace

std::string plan_text(const Map& map, const PortfolioReport& report, const Screen& screen) {
  std::string text = finding(map, report, screen);
  if (!report.chosen.empty()) text += "\n" + listing_text(chosen_for_people(map, report), screen);
  if (!report.left_out.empty()) text += "\n" + listing_text(rest_for_people(map, report), screen);
  if (report.front.size() > 1) {
    text += heading(screen, "What other budgets would buy") + listing_text(front_for_people(map, report), screen);
  }
  return text + warnings(map, report, screen) + reckoning(report, screen);
}

std::string plan_listing(const Map& map, const PortfolioReport& report, const std::string& format,
                         const Screen& screen) {
  return listing_as(format, listing_for_programs(map, report), screen);
}

std::string plan_json(const PortfolioReport& report) {
  Ids chosen;
  for (const PlannedInitiative& one : report.chosen) chosen.push_back(one.id);
  Json front = Json::array();
  for (const PlanPoint& point : report.front) {
    front.push_back({{"cost", json_of(point.cost)}, {"benefit", json_of(point.benefit)}, {"chosen", point.chosen}});
  }
  return json_text({{"budget", json_of(report.budget)},
                    {"chosen", chosen},
                    {"cost", json_of(report.cost)},
                    {"benefit", json_of(report.benefit)},
                    {"optimal", report.optimal},
                    {"bound", json_of(report.bound)},
                    {"front", std::move(front)}});
}

}  // namespace outmap
