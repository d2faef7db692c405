#include "cli/plan/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "cli/display_text.hpp"
#include "cli/names.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t names_told = 5;

/// Something was held in the plan or set aside.
bool has_conditions(const PortfolioReport& report) {
  return std::ranges::any_of(report.chosen, &PlannedInitiative::asked) ||
         std::ranges::find(report.left_out, NotPlanned::set_aside, &LeftOutInitiative::reason) != report.left_out.end();
}

/// What a reader would miss in the table: that paying for this plan means to end that.
std::string endings(const Map& map, const PortfolioReport& report) {
  Ids ended;
  double cost = 0;
  for (const LeftOutInitiative& left : report.left_out) {
    if (!left.running) continue;
    ended.push_back(left.id);
    cost += map.get<Initiative>(left.id)->cost.value_or(0);
  }
  if (ended.empty()) return "";
  const auto running = std::ranges::count_if(
      map->initiatives, [](const Initiative& initiative) { return initiative.status == InitiativeStatus::running; });
  const std::string which = static_cast<std::size_t>(running) == ended.size()
                                ? "what runs today"
                                : fmt::format("{} of the {} that run today", ended.size(), running);
  return fmt::format("It ends {}: {} ({} as a whole; what of it is spent already, the map does not say).", which,
                     quoted_names(map, ended, names_told), plan_money(map, cost));
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

/// "9 pull (€242k), 2 push (€26k), 1 not said (€5k), none resilient"
template <class Kind>
std::string shares(const Map& map, const std::vector<BalancePart<Kind>>& parts) {
  std::string text;
  for (const auto& part : parts) {
    text +=
        fmt::format("{}{} {} ({})", text.empty() ? "" : ", ", part.initiatives,
                    part.kind ? std::string(word_of(*part.kind)) : std::string("not said"), plan_money(map, part.cost));
  }
  for (std::size_t i = 0; i < Choices<Kind>::words.size(); ++i) {
    if (std::ranges::find(parts, std::optional(static_cast<Kind>(i)), &BalancePart<Kind>::kind) == parts.end())
      text += fmt::format(", none {}", Choices<Kind>::words[i]);
  }
  return text;
}

/// Of the scale: less is not a loss.
constexpr double least_harm = 0.01;

struct HarmedOutcome {
  Id id;
  double sum = 0;
  std::string by;
};

/// "+2.2 h": away from the target, on the outcome's own scale.
std::string harm_words(const Map& map, const PlannedHarm& harm) {
  const Outcome& outcome = *map.get<Outcome>(harm.outcome);
  const double width = outcome.scale.value_or(map->scale).width();
  const std::string unit = outcome.unit.empty() ? "" : outcome.unit == "%" ? " points" : " " + printable(outcome.unit);
  return (outcome.direction == Direction::less ? "+" : "−") + few_decimals(harm.strength * width, 2) + unit;
}

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
    found->by += fmt::format("{}'{}' ({})", found->by.empty() ? "" : ", ", printable_name(map, harm.initiative),
                             harm_words(map, harm));
  }
  std::ranges::stable_sort(outcomes, std::greater<>(), &HarmedOutcome::sum);
  return outcomes;
}

bool has_harm(const PortfolioReport& report) {
  return std::ranges::any_of(report.harms, [](const PlannedHarm& harm) { return harm.strength >= least_harm; });
}

std::string reckoning_by_closes(const PortfolioReport& report) {
  std::string text =
      "Closed priority = sum over outcomes of priority × what the plan closes of the gap; two that serve one outcome "
      "give less than their sum, so that no column adds up to what the plan closes. 'Adds to the rest' is what "
      "would be lost without it, with all that requires it. Counted are the stated shares and, where none is stated, "
      "the "
      "strongest path of effects, through other outcomes too; sums of paths, loops and side effects are left to a plan "
      "by simulation.";
  if (has_harm(report)) {
    text +=
        " Where the plan works against an outcome, in brackets how far the strongest path moves its level, were the "
        "initiative alone; harm is not subtracted.";
  }
  return text;
}

std::string reckoning_by_simulation(const PortfolioReport& report) {
  std::string text =
      "By simulation: closed priority = what all gaps weigh today less what they weigh when the whole plan acts and "
      "its effects have settled, side effects, loops and ends of scales included.";
  if (has_harm(report)) {
    text +=
        " Where the plan works against an outcome, in brackets how far each moves its level alone; harm is subtracted.";
  }
  return text;
}

}  // namespace

std::string plan_money(const Map& map, double amount) { return money_text(amount, map->currency); }

std::string plan_finding(const Map& map, const PortfolioReport& report) {
  if (report.total_priority <= 0) return "No outcome has a priority: there is nothing to plan for. See outmap gaps.";
  if (report.chosen.empty())
    return fmt::format("Nothing that closes a gap can be paid with {}.", plan_money(map, report.budget));
  const std::size_t all = map->initiatives.size();
  std::string text = fmt::format("{} of {} {} for {} of {} {} {} of {} points of priority", report.chosen.size(), all,
                                 all == 1 ? "initiative" : "initiatives", plan_money(map, report.cost),
                                 plan_money(map, report.budget), report.chosen.size() == 1 ? "closes" : "close",
                                 few_decimals(report.benefit), few_decimals(report.total_priority));
  const std::string_view which = has_conditions(report) ? "on these conditions" : "within the budget";
  text += report.optimal ? fmt::format("; no other plan {} closes more.", which)
                         : fmt::format("; no plan {} closes more than {}.", which, few_decimals(report.bound));
  return text;
}

/// Outcomes that the plan brings nearer although evidence speaks against them.
std::string doubted(const Map& map, const PortfolioReport& report) {
  constexpr double little = 0.05;
  Ids ids;
  for (const PlannedOutcome& outcome : report.outcomes) {
    const auto speaks_against = [&](const Evidence& one) {
      const bool counts = !one.date || !report.as_of || *one.date <= *report.as_of;
      return counts && std::ranges::count(one.contradicts, outcome.id) > 0;
    };
    if (outcome.closed >= little && std::ranges::any_of(map->evidence, speaks_against)) ids.push_back(outcome.id);
  }
  if (ids.empty()) return "";
  return fmt::format("Evidence speaks against what it builds on: {}.", quoted_names(map, ids, names_told));
}

std::vector<std::string> plan_cautions(const Map& map, const PortfolioReport& report) {
  std::vector<std::string> all{endings(map, report), must_be_open(map, report), doubted(map, report)};
  std::erase(all, "");
  return all;
}

std::string plan_carriers(const Map& map, const PortfolioReport& report) {
  constexpr double told_from = 0.05;  // less is not seen in the table
  std::string text;
  for (const PlannedInitiative& one : report.chosen) {
    if (one.adds < one.alone + told_from) continue;
    Ids carried;
    for (const PlannedInitiative& other : report.chosen)
      if (std::ranges::count(map.get<Initiative>(other.id)->prerequisites, one.id) > 0) carried.push_back(other.id);
    if (carried.empty()) continue;
    text += fmt::format(" Without '{}' the plan also loses {}, which cannot be without it.",
                        printable_name(map, one.id), quoted_names(map, carried, names_told));
  }
  return text;
}

std::string plan_balance(const Map& map, const PortfolioReport& report) {
  return fmt::format("Balance: {}. Posture: {}.", shares(map, report.modes), shares(map, report.postures));
}

std::vector<std::string> plan_harms(const Map& map, const PortfolioReport& report) {
  std::vector<std::string> lines;
  for (const HarmedOutcome& outcome : harmed_outcomes(map, report)) {
    lines.push_back(fmt::format("The plan works against '{}': {}.", printable_name(map, outcome.id), outcome.by));
  }
  return lines;
}

std::string plan_reckoning(const PortfolioReport& report) {
  const bool simulated = report.by == PlanBy::simulation;
  std::string text = simulated ? reckoning_by_simulation(report) : reckoning_by_closes(report);
  if (report.front_whole)
    text += fmt::format(" The front has {} plans; --format json lists them all.", report.front.size());
  else
    text += simulated ? " The front is the best that was found." : " The front is that of equally spaced budgets.";
  if (report.as_of) text += " As of " + to_words(*report.as_of) + ".";
  return text;
}

}  // namespace outmap
