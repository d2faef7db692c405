#include "model/analysis/portfolio/portfolio.hpp"

#include <algorithm>
#include <utility>

#include "model/analysis/portfolio/balance.hpp"
#include "model/analysis/portfolio/candidates.hpp"
#include "model/analysis/portfolio/front.hpp"
#include "model/analysis/portfolio/held_items.hpp"
#include "model/analysis/portfolio/reasons.hpp"
#include "model/analysis/portfolio/simulated.hpp"

namespace outmap {
namespace {

PlannedInitiative planned(const Candidates& candidates, const PortfolioChoice& choice, std::size_t item) {
  const PortfolioProblem& problem = candidates.problem;
  const Initiative& initiative = *candidates.initiatives[item];
  std::vector<std::size_t> without;
  std::ranges::set_difference(choice.items, problem.needed_by(item), std::back_inserter(without));
  return {initiative.id,
          problem.item(item).cost,
          problem.benefit({item}),
          std::max(0.0, choice.benefit - problem.benefit(without)),
          initiative.status == InitiativeStatus::running,
          false};
}

std::vector<PlannedOutcome> outcomes_after(const Candidates& candidates, const PortfolioChoice& choice) {
  std::vector<PlannedOutcome> outcomes = candidates.goals;
  std::vector<double> open(outcomes.size(), 1.0);
  for (const std::size_t item : choice.items) {
    for (const GoalShare& share : candidates.problem.item(item).shares) open[share.goal] *= 1 - share.share;
  }
  for (std::size_t goal = 0; goal < open.size(); ++goal) outcomes[goal].closed = 1 - open[goal];
  return outcomes;
}

std::vector<const Initiative*> initiatives_of(const Candidates& candidates, const PortfolioChoice& choice) {
  std::vector<const Initiative*> chosen;
  for (const std::size_t item : choice.items) chosen.push_back(candidates.initiatives[item]);
  return chosen;
}

std::vector<PlannedHarm> harms_of(const std::vector<const Initiative*>& chosen, const GapClosing& closing) {
  std::vector<PlannedHarm> harms;
  for (const Initiative* initiative : chosen) {
    for (const Closing& effect : closing.of(*initiative)) {
      if (effect.harm > 0) harms.push_back({initiative->id, effect.outcome, effect.harm});
    }
  }
  return harms;
}

Ids ids_of(const Candidates& candidates, const PortfolioChoice& choice) {
  Ids ids;
  for (const std::size_t item : choice.items) ids.push_back(candidates.initiatives[item]->id);
  return ids;
}

void add_front(PortfolioReport& report, const Candidates& candidates, const PortfolioOptions& options,
               const std::vector<std::size_t>& held) {
  PortfolioFront front = portfolio_front(
      candidates.problem, {.exact_up_to = options.front_exact_up_to, .looks = options.front_looks, .held = held});
  report.front_whole = front.whole;
  for (const PortfolioChoice& point : front.points) {
    report.front.push_back({point.cost, point.benefit, point.bound, ids_of(candidates, point)});
  }
}

}  // namespace

std::string_view to_text(NotPlanned reason) {
  switch (reason) {
    case NotPlanned::in_scenario:
      return "in-scenario";
    case NotPlanned::done:
      return "done";
    case NotPlanned::stopped:
      return "stopped";
    case NotPlanned::set_aside:
      return "set-aside";
    case NotPlanned::no_cost:
      return "no-cost";
    case NotPlanned::cannot_be:
      return "cannot-be";
    case NotPlanned::no_effect:
      return "no-effect";
    case NotPlanned::excluded:
      return "excluded";
    case NotPlanned::too_dear:
      return "too-dear";
    case NotPlanned::dominated:
      return "dominated";
    case NotPlanned::adds_nothing:
      return "adds-nothing";
    case NotPlanned::works_against:
      return "works-against";
    case NotPlanned::not_needed:
      return "not-needed";
    case NotPlanned::runs_away:
      return "runs-away";
    case NotPlanned::no_room:
      return "no-room";
  }
  return "";
}

std::string_view to_text(PlanBy by) { return by == PlanBy::closes ? "closes" : "simulation"; }

namespace {

PortfolioReport portfolio_by_closes(const Map& map, const PortfolioOptions& options) {
  const std::optional<Date> day = as_of(map, options.as_of);
  const LevelTable levels(map, day);
  const GapClosing closing(map, levels);
  const Candidates candidates = find_candidates(map, find_gaps(map, {.as_of = options.as_of}), closing, options);
  const std::vector<std::size_t> held =
      held_items(candidates.initiatives, candidates.refused, candidates.problem, options);
  const bool small = candidates.problem.size() <= options.exact_up_to;
  const PortfolioChoice choice =
      choose_portfolio(candidates.problem, options.budget, small ? SearchEffort{} : SearchEffort{options.looks}, held);
  const auto chosen = initiatives_of(candidates, choice);
  PortfolioReport report;
  report.budget = options.budget;
  for (const std::size_t item : choice.items) {
    report.chosen.push_back(planned(candidates, choice, item));
    report.chosen.back().asked = std::ranges::find(options.with, report.chosen.back().id) != options.with.end();
  }
  report.cost = choice.cost;
  report.benefit = choice.benefit;
  report.optimal = choice.optimal;
  report.bound = choice.bound;
  report.total_priority = candidates.problem.total_worth();
  report.left_out = reasons_for_rest(map, candidates, choice, options.budget);
  report.outcomes = outcomes_after(candidates, choice);
  report.harms = harms_of(chosen, closing);
  report.modes = balance_of(chosen, &Initiative::mode);
  report.postures = balance_of(chosen, &Initiative::posture);
  add_front(report, candidates, options, held);
  report.as_of = day;
  return report;
}

void add_categories(const Map& map, std::vector<PlannedOutcome>& outcomes) {
  for (const KanoRow& row : find_kano(map)) {
    const auto outcome = std::ranges::find(outcomes, row.outcome, &PlannedOutcome::id);
    if (outcome != outcomes.end() && row.is_clear) outcome->kano = row.category;
  }
}

}  // namespace

PortfolioReport find_portfolio(const Map& map, const PortfolioOptions& options) {
  check_budget(options);
  PortfolioReport report =
      options.by == PlanBy::simulation ? simulated_portfolio(map, options) : portfolio_by_closes(map, options);
  add_categories(map, report.outcomes);
  return report;
}

}  // namespace outmap
