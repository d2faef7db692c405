#include "cli/plan/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/names.hpp"
#include "cli/plan/words.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

template <class Kind>
Cell word_cell(const std::optional<Kind>& kind) {
  return kind ? text_cell(word_of(*kind)) : missing_cell();
}

/// What adds most first.
Listing chosen_for_people(const Map& map, const PortfolioReport& report) {
  Listing listing{{{.key = "name", .heading = "in the plan", .flexible = true},
                   {.key = "status", .heading = "status", .spare = 1},
                   {.key = "mode", .heading = "mode", .spare = 4},
                   {.key = "posture", .heading = "posture", .spare = 4},
                   {.key = "cost", .heading = "cost", .align = Align::right},
                   {.key = "alone", .heading = "closes alone", .align = Align::right, .spare = 2},
                   {.key = "adds", .heading = "adds to the rest", .align = Align::right},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  std::vector<PlannedInitiative> chosen = report.chosen;
  std::ranges::stable_sort(chosen, std::greater<>(), &PlannedInitiative::adds);
  for (const PlannedInitiative& one : chosen) {
    const Initiative& initiative = *map.get<Initiative>(one.id);
    listing.rows.push_back({element_cell(printable_name(map, one.id) + (one.asked ? " (asked for)" : ""), one.id),
                            text_cell(word_of(initiative.status)), word_cell(initiative.mode),
                            word_cell(initiative.posture), text_cell(plan_money(map, one.cost)),
                            number_cell(one.alone, 1), number_cell(one.adds, 1), text_cell(one.id)});
  }
  return listing;
}

std::string because(const Map& map, const LeftOutInitiative& left) {
  return left.because ? "'" + printable_name(map, *left.because) + "'" : "another";
}

std::string too_dear(const Map& map, const LeftOutInitiative& left) {
  if (left.in_all && left.cost && *left.in_all > *left.cost)
    return fmt::format("with what it requires {} in all, more than the budget", plan_money(map, *left.in_all));
  return "costs more than the whole budget";
}

std::string why(const Map& map, const PortfolioReport& report, const LeftOutInitiative& left) {
  switch (left.reason) {
    case NotPlanned::in_scenario:
      return "acts in the scenario already";
    case NotPlanned::done:
      return "done already";
    case NotPlanned::stopped:
      return "stopped";
    case NotPlanned::set_aside:
      return "set aside with --without";
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
      return too_dear(map, left);
    case NotPlanned::dominated:
      return because(map, left) + " costs no more and closes as much of every outcome";
    case NotPlanned::adds_nothing:
      return "adds nothing to the plan";
    case NotPlanned::works_against:
      return "opens more than it closes, on top of the plan";
    case NotPlanned::not_needed:
      return "not needed";
    case NotPlanned::runs_away:
      return "with it nothing settles";
    case NotPlanned::no_room:
      return fmt::format("no room: {} left", plan_money(map, report.budget - report.cost));
  }
  return "";
}

/// What it costs itself, where the table has it with others that it requires; and that it runs.
std::string aside(const Map& map, const LeftOutInitiative& left) {
  std::string text;
  const std::optional<double>& own = map.get<Initiative>(left.id)->cost;
  if (own && left.cost && *left.cost > *own)
    text += fmt::format("; itself {}, the rest is what it requires", plan_money(map, *own));
  if (left.running) text += "; the plan would end it";
  return text;
}

/// What would add most first, then by id.
Listing rest_for_people(const Map& map, const PortfolioReport& report) {
  Listing listing{{{.key = "name", .heading = "left out", .flexible = true},
                   {.key = "why", .heading = "why", .wraps = true},
                   {.key = "cost", .heading = "would cost", .align = Align::right},
                   {.key = "adds", .heading = "would add", .align = Align::right}},
                  {}};
  std::vector<LeftOutInitiative> rest = report.left_out;
  std::ranges::stable_sort(rest, std::greater<>(),
                           [](const LeftOutInitiative& left) { return left.adds.value_or(-1); });
  for (const LeftOutInitiative& left : rest) {
    listing.rows.push_back(
        {element_cell(printable_name(map, left.id), left.id), text_cell(why(map, report, left) + aside(map, left)),
         left.cost ? text_cell(plan_money(map, *left.cost)) : missing_cell(), number_cell(left.adds, 1)});
  }
  return listing;
}

std::vector<Cell> rest_of_outcomes(std::span<const PlannedOutcome> rest) {
  double priority = 0, left = 0;
  for (const PlannedOutcome& outcome : rest) {
    priority += outcome.priority;
    left += outcome.priority * (1 - outcome.closed);
  }
  return {text_cell(fmt::format("{} more", rest.size())), number_cell(priority, 1),
          priority > 0 ? text_cell(percent_text(1 - left / priority)) : missing_cell(), number_cell(left, 1)};
}

/// The outcomes that matter most, and what the plan closes of each.
Listing outcomes_for_people(const Map& map, const PortfolioReport& report) {
  Listing listing{{{.key = "name", .heading = "outcome", .flexible = true},
                   {.key = "priority", .heading = "priority", .align = Align::right},
                   {.key = "closed", .heading = "of the gap closed", .align = Align::right},
                   {.key = "left", .heading = "priority left", .align = Align::right}},
                  {}};
  constexpr std::size_t most = 8;
  const std::size_t shown = report.outcomes.size() == most + 1 ? most + 1 : std::min(most, report.outcomes.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const PlannedOutcome& outcome = report.outcomes[i];
    listing.rows.push_back({element_cell(printable_name(map, outcome.id), outcome.id), number_cell(outcome.priority, 1),
                            text_cell(percent_text(outcome.closed)),
                            number_cell(outcome.priority * (1 - outcome.closed), 1)});
  }
  if (report.outcomes.size() > shown)
    listing.rows.push_back(rest_of_outcomes(std::span(report.outcomes).subspan(shown)));
  return listing;
}

/// About ten points, spread over the front, the plan's own and the last one among them.
std::vector<const PlanPoint*> points_shown(const PortfolioReport& report) {
  constexpr std::size_t most = 10;
  const std::size_t count = std::min(most, report.front.size());
  std::vector<const PlanPoint*> points;
  for (std::size_t i = 0; i < count; ++i) {
    points.push_back(&report.front[count == 1 ? 0 : i * (report.front.size() - 1) / (count - 1)]);
  }
  const auto own = std::ranges::find(report.front, report.cost, &PlanPoint::cost);
  if (own != report.front.end()) points.push_back(&*own);
  std::ranges::sort(points, {}, [](const PlanPoint* point) { return point->cost; });
  const auto same = std::ranges::unique(points);
  points.erase(same.begin(), same.end());
  return points;
}

std::string names_in(const Map& map, const Ids& left, const Ids& right) {
  constexpr std::size_t most_named = 3;
  std::vector<std::string> names;
  for (const Id& id : left)
    if (!std::ranges::binary_search(right, id)) names.push_back(printable_name(map, id));
  return names.empty() ? "" : few_in_a_row(names, most_named);
}

/// "+ Fair routes and Prices on the page, − Demo": what a point has more and less than the one before.
std::string difference_words(const Map& map, const PlanPoint* before, const PlanPoint& point) {
  const Ids had = before == nullptr ? Ids{} : before->chosen;
  const std::string more = names_in(map, point.chosen, had), less = names_in(map, had, point.chosen);
  return (more.empty() ? "" : "+ " + more) + (more.empty() || less.empty() ? "" : "; ") +
         (less.empty() ? "" : "− " + less);
}

Listing front_for_people(const Map& map, const PortfolioReport& report) {
  Listing listing{
      {{.key = "cost", .heading = "for", .align = Align::right},
       {.key = "benefit", .heading = "closes", .align = Align::right},
       {.key = "point", .heading = "a point more for", .align = Align::right},
       {.key = "initiatives", .heading = "with initiatives", .align = Align::right},
       {.key = "mark", .heading = ""},
       {.key = "difference", .heading = "beside the line above", .flexible = true, .wraps = true, .spare = 1}},
      {}};
  const PlanPoint* before = nullptr;
  for (const PlanPoint* point : points_shown(report)) {
    const bool more = before != nullptr && point->benefit > before->benefit;
    listing.rows.push_back(
        {text_cell(plan_money(map, point->cost)), number_cell(point->benefit, 1),
         more ? text_cell(plan_money(map, (point->cost - before->cost) / (point->benefit - before->benefit)))
              : missing_cell(),
         number_cell(static_cast<double>(point->chosen.size()), 0),
         Cell{point->cost == report.cost ? "this plan" : "", "", Ink::plain},
         text_cell(difference_words(map, before, *point))});
    before = point;
  }
  return listing;
}

constexpr std::string_view outcomes_heading = "What becomes of the gaps";
constexpr std::string_view front_heading = "What other budgets would buy";

}  // namespace

std::string plan_text(const Map& map, const PortfolioReport& report, const Screen& screen) {
  const bool plans = report.total_priority > 0 && !report.chosen.empty();
  std::string text = paragraph(plan_finding(map, report), screen, plans ? Ink::strong : Ink::plain);
  if (!report.chosen.empty()) {
    for (const std::string& caution : plan_cautions(map, report)) text += paragraph(caution, screen, Ink::warning);
    text += "\n" + listing_text(chosen_for_people(map, report), screen) + "\n" +
            paragraph(plan_balance(map, report) + plan_carriers(map, report), screen);
    const std::vector<std::string> harms = plan_harms(map, report);
    if (!harms.empty()) text += "\n";
    for (const std::string& line : harms) text += paragraph(line, screen, Ink::warning);
  }
  if (!report.left_out.empty()) text += "\n" + listing_text(rest_for_people(map, report), screen);
  if (!report.chosen.empty()) {
    text += heading(outcomes_heading, screen) + listing_text(outcomes_for_people(map, report), screen);
  }
  if (report.front.size() > 1) {
    text += heading(front_heading, screen) + listing_text(front_for_people(map, report), screen);
  }
  return text + "\n" + paragraph(plan_reckoning(report), screen, Ink::faint);
}

ReportParts plan_parts(const Map& map, const PortfolioReport& report) {
  ReportParts parts;
  parts.push_back({"The plan", {plan_finding(map, report)}, {}, {}, plan_reckoning(report)});
  if (!report.chosen.empty()) {
    std::ranges::copy(plan_cautions(map, report), std::back_inserter(parts.front().words));
    parts.front().words.push_back(plan_balance(map, report) + plan_carriers(map, report));
    parts.front().listing = chosen_for_people(map, report);
    parts.front().bullets = plan_harms(map, report);
  }
  if (!report.left_out.empty())
    parts.push_back({"What is left out, and why", {}, rest_for_people(map, report), {}, {}});
  if (!report.chosen.empty())
    parts.push_back({std::string(outcomes_heading), {}, outcomes_for_people(map, report), {}, {}});
  if (report.front.size() > 1) parts.push_back({std::string(front_heading), {}, front_for_people(map, report), {}, {}});
  return parts;
}

}  // namespace outmap
