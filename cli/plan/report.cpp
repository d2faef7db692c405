#include "cli/plan/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/names.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string money(const Map& map, double amount) { return money_text(amount, map->currency); }

std::string name_of(const Map& map, const Id& id) { return printable(map.name_of(id)); }

/// Something was held in the plan or set aside.
bool has_conditions(const PortfolioReport& report) {
  return std::ranges::any_of(report.chosen, &PlannedInitiative::asked) ||
         std::ranges::find(report.left_out, NotPlanned::set_aside, &LeftOutInitiative::reason) != report.left_out.end();
}

std::string finding(const Map& map, const PortfolioReport& report) {
  if (report.total_priority <= 0) return "No outcome has a priority: there is nothing to plan for. See outmap gaps.";
  if (report.chosen.empty())
    return fmt::format("Nothing that closes a gap can be paid with {}.", money(map, report.budget));
  const std::size_t all = map->initiatives.size();
  std::string text = fmt::format("{} of {} {} for {} of {} {} {} of {} points of priority", report.chosen.size(), all,
                                 all == 1 ? "initiative" : "initiatives", money(map, report.cost),
                                 money(map, report.budget), report.chosen.size() == 1 ? "closes" : "close",
                                 few_decimals(report.benefit), few_decimals(report.total_priority));
  const std::string_view which = has_conditions(report) ? "on these conditions" : "within the budget";
  text += report.optimal ? fmt::format("; no other plan {} closes more.", which)
                         : fmt::format("; no plan {} closes more than {}.", which, few_decimals(report.bound));
  return text;
}

constexpr std::size_t names_told = 5;

/// What a reader would miss in the table: that paying for this plan means to end that.
std::string endings(const Map& map, const PortfolioReport& report) {
  Ids ended;
  double cost = 0;
  for (const LeftOutInitiative& left : report.left_out) {
    if (!left.running) continue;
    ended.push_back(left.id);
    cost += left.cost.value_or(0);
  }
  if (ended.empty()) return "";
  return fmt::format("It ends what runs today: {} ({}).", quoted_names(map, ended, names_told), money(map, cost));
}

/// Who adds more than it closes alone, because others of the plan cannot be without it.
std::string carriers(const Map& map, const PortfolioReport& report) {
  constexpr double told_from = 0.05;  // less is not seen in the table
  std::string text;
  for (const PlannedInitiative& one : report.chosen) {
    if (one.adds < one.alone + told_from) continue;
    Ids carried;
    for (const PlannedInitiative& other : report.chosen)
      if (std::ranges::count(map.get<Initiative>(other.id)->prerequisites, one.id) > 0) carried.push_back(other.id);
    if (carried.empty()) continue;
    text += fmt::format(" Without '{}' the plan also loses {}, which cannot be without it.", name_of(map, one.id),
                        quoted_names(map, carried, names_told));
  }
  return text;
}

/// What customers take for granted and the plan leaves open by half or more: no delight makes up for it.
std::string must_be_open(const Map& map, const PortfolioReport& report) {
  constexpr double little = 0.5;
  Ids open;
  for (const PlannedOutcome& outcome : report.outcomes) {
    if (outcome.kano == KanoCategory::must_be && outcome.closed < little) open.push_back(outcome.id);
  }
  if (open.empty()) return "";
  return fmt::format("It closes less than half the gap of what people take for granted (must-be): {}.",
                     quoted_names(map, open, names_told));
}

/// What the first sentence does not say and nobody should overlook.
std::vector<std::string> cautions(const Map& map, const PortfolioReport& report) {
  std::vector<std::string> all{endings(map, report), must_be_open(map, report)};
  std::erase(all, "");
  return all;
}

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
    listing.rows.push_back({element_cell(name_of(map, one.id) + (one.asked ? " (asked for)" : ""), one.id),
                            text_cell(word_of(initiative.status)), word_cell(initiative.mode),
                            word_cell(initiative.posture), text_cell(money(map, one.cost)), number_cell(one.alone, 1),
                            number_cell(one.adds, 1), text_cell(one.id)});
  }
  return listing;
}

std::string because(const Map& map, const LeftOutInitiative& left) {
  return left.because ? "'" + name_of(map, *left.because) + "'" : "another";
}

std::string too_dear(const Map& map, const LeftOutInitiative& left) {
  if (left.in_all && left.cost && *left.in_all > *left.cost)
    return fmt::format("with what it requires {} in all, more than the budget", money(map, *left.in_all));
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
      return fmt::format("no room: {} left", money(map, report.budget - report.cost));
  }
  return "";
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
    listing.rows.push_back({element_cell(name_of(map, left.id), left.id),
                            text_cell(why(map, report, left) + (left.running ? "; the plan would end it" : "")),
                            left.cost ? text_cell(money(map, *left.cost)) : missing_cell(), number_cell(left.adds, 1)});
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
    listing.rows.push_back({element_cell(name_of(map, outcome.id), outcome.id), number_cell(outcome.priority, 1),
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

Listing front_for_people(const Map& map, const PortfolioReport& report) {
  Listing listing{{{.key = "cost", .heading = "for", .align = Align::right},
                   {.key = "benefit", .heading = "closes", .align = Align::right},
                   {.key = "point", .heading = "a point more for", .align = Align::right},
                   {.key = "initiatives", .heading = "with initiatives", .align = Align::right},
                   {.key = "mark", .heading = ""}},
                  {}};
  const PlanPoint* before = nullptr;
  for (const PlanPoint* point : points_shown(report)) {
    const bool more = before != nullptr && point->benefit > before->benefit;
    listing.rows.push_back(
        {text_cell(money(map, point->cost)), number_cell(point->benefit, 1),
         more ? text_cell(money(map, (point->cost - before->cost) / (point->benefit - before->benefit)))
              : missing_cell(),
         number_cell(static_cast<double>(point->chosen.size()), 0),
         Cell{point->cost == report.cost ? "this plan" : "", "", Ink::plain}});
    before = point;
  }
  return listing;
}

/// "9 pull (€242k), 2 push (€26k), 1 not said (€5k), none resilient"
template <class Kind>
std::string shares(const Map& map, const std::vector<BalancePart<Kind>>& parts) {
  std::string text;
  for (const auto& part : parts) {
    text += fmt::format("{}{} {} ({})", text.empty() ? "" : ", ", part.initiatives,
                        part.kind ? std::string(word_of(*part.kind)) : std::string("not said"), money(map, part.cost));
  }
  for (std::size_t i = 0; i < Choices<Kind>::words.size(); ++i) {
    if (std::ranges::find(parts, std::optional(static_cast<Kind>(i)), &BalancePart<Kind>::kind) == parts.end())
      text += fmt::format(", none {}", Choices<Kind>::words[i]);
  }
  return text;
}

std::string balance(const Map& map, const PortfolioReport& report) {
  return fmt::format("Balance: {}. Posture: {}.", shares(map, report.modes), shares(map, report.postures));
}

/// Of the scale: less is not a loss.
constexpr double least_harm = 0.01;

struct HarmedOutcome {
  Id id;
  double sum = 0;
  std::string by;
};

/// Outcomes that chosen initiatives lead away from their target by a hundredth or more, the most harmed first.
std::vector<HarmedOutcome> harmed_outcomes(const Map& map, const PortfolioReport& report) {
  std::vector<PlannedHarm> harms = report.harms;
  std::erase_if(harms, [](const PlannedHarm& harm) { return harm.strength < least_harm; });
  std::ranges::stable_sort(harms, std::greater<>(), &PlannedHarm::strength);
  std::vector<HarmedOutcome> outcomes;
  for (const PlannedHarm& harm : harms) {
    auto found = std::ranges::find(outcomes, harm.outcome, &HarmedOutcome::id);
    if (found == outcomes.end()) found = outcomes.insert(found, {harm.outcome, 0, ""});
    found->sum += harm.strength;
    found->by += fmt::format("{}'{}' ({})", found->by.empty() ? "" : ", ", name_of(map, harm.initiative),
                             few_decimals(harm.strength, 2));
  }
  std::ranges::stable_sort(outcomes, std::greater<>(), &HarmedOutcome::sum);
  return outcomes;
}

/// A line for each outcome that the plan harms.
std::vector<std::string> warnings(const Map& map, const PortfolioReport& report) {
  std::vector<std::string> lines;
  for (const HarmedOutcome& outcome : harmed_outcomes(map, report)) {
    lines.push_back(fmt::format("The plan works against '{}': {}.", name_of(map, outcome.id), outcome.by));
  }
  return lines;
}

bool has_harm(const PortfolioReport& report) {
  return std::ranges::any_of(report.harms, [](const PlannedHarm& harm) { return harm.strength >= least_harm; });
}

std::string reckoning_by_closes(const PortfolioReport& report) {
  std::string text =
      "Closed priority = sum over outcomes of priority × what the plan closes of the gap; two that serve one outcome "
      "give less than their sum.";
  if (has_harm(report)) {
    text +=
        " In brackets, where the plan works against an outcome, the strength of the strongest path; harm is not "
        "subtracted.";
  }
  return text;
}

std::string reckoning_by_simulation(const PortfolioReport& report) {
  std::string text =
      "By simulation: closed priority = what all gaps weigh today less what they weigh when the whole plan acts and "
      "its effects have settled, side effects, loops and ends of scales included.";
  if (has_harm(report)) {
    text +=
        " In brackets, where the plan works against an outcome, how far each moves it alone, as a share of the scale; "
        "harm is subtracted.";
  }
  return text;
}

std::string reckoning(const PortfolioReport& report) {
  const bool simulated = report.by == PlanBy::simulation;
  std::string text = simulated ? reckoning_by_simulation(report) : reckoning_by_closes(report);
  if (report.front_whole)
    text += fmt::format(" The front has {} plans; --format json lists them all.", report.front.size());
  else
    text += simulated ? " The front is the best that was found." : " The front is that of equally spaced budgets.";
  if (report.as_of) text += " As of " + to_words(*report.as_of) + ".";
  return text;
}

constexpr std::string_view outcomes_heading = "What becomes of the gaps";
constexpr std::string_view front_heading = "What other budgets would buy";

}  // namespace

std::string plan_text(const Map& map, const PortfolioReport& report, const Screen& screen) {
  const bool plans = report.total_priority > 0 && !report.chosen.empty();
  std::string text = paragraph(finding(map, report), screen, plans ? Ink::strong : Ink::plain);
  if (!report.chosen.empty()) {
    for (const std::string& caution : cautions(map, report)) text += paragraph(caution, screen, Ink::warning);
    text += "\n" + listing_text(chosen_for_people(map, report), screen) + "\n" +
            paragraph(balance(map, report) + carriers(map, report), screen);
    const std::vector<std::string> harms = warnings(map, report);
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
  return text + "\n" + paragraph(reckoning(report), screen, Ink::faint);
}

ReportParts plan_parts(const Map& map, const PortfolioReport& report) {
  ReportParts parts;
  parts.push_back({"The plan", {finding(map, report)}, {}, {}, reckoning(report)});
  if (!report.chosen.empty()) {
    std::ranges::copy(cautions(map, report), std::back_inserter(parts.front().words));
    parts.front().words.push_back(balance(map, report) + carriers(map, report));
    parts.front().listing = chosen_for_people(map, report);
    parts.front().bullets = warnings(map, report);
  }
  if (!report.left_out.empty())
    parts.push_back({"What is left out, and why", {}, rest_for_people(map, report), {}, {}});
  if (!report.chosen.empty())
    parts.push_back({std::string(outcomes_heading), {}, outcomes_for_people(map, report), {}, {}});
  if (report.front.size() > 1) parts.push_back({std::string(front_heading), {}, front_for_people(map, report), {}, {}});
  return parts;
}

}  // namespace outmap
