#include "model/analysis/portfolio/candidates.hpp"

#include <algorithm>
#include <utility>

#include "model/analysis/portfolio/sieve.hpp"

namespace outmap {
namespace {

std::vector<PlannedOutcome> goals_of(const GapReport& gaps) {
  std::vector<PlannedOutcome> goals;
  for (const GapRow& row : gaps.rows) {
    if (!row.holder && row.priority.value_or(0) > 0) goals.push_back({row.id, *row.priority, 0});
  }
  return goals;
}

PortfolioItem item_of(const Initiative& initiative, const InitiativePlaces& goals, const InitiativePlaces& items,
                      const GapClosing& closing) {
  PortfolioItem item = tied_item(initiative, items);
  for (const Closing& effect : closing.of(initiative)) {
    const auto goal = goals.find(effect.outcome);
    if (goal != goals.end() && effect.share > 0) item.shares.push_back({goal->second, effect.share});
  }
  return item;
}

PortfolioProblem problem_of(const Candidates& candidates, const GapClosing& closing) {
  InitiativePlaces goals;
  std::vector<double> worths;
  for (const PlannedOutcome& goal : candidates.goals) {
    goals.emplace(goal.id, goals.size());
    worths.push_back(goal.priority);
  }
  const InitiativePlaces places = places_of(candidates.initiatives);
  std::vector<PortfolioItem> items;
  for (const Initiative* initiative : candidates.initiatives) {
    items.push_back(item_of(*initiative, goals, places, closing));
  }
  return PortfolioProblem(std::move(worths), std::move(items));
}

/// Leaves out what can never be chosen: what gains nothing for itself or for what requires it, and what requires two
/// that exclude each other. True where something was left out, for others may have required it.
bool drop_useless(Candidates& candidates, const Ids& kept_anyway) {
  const PortfolioProblem& problem = candidates.problem;
  std::vector<const Initiative*> kept;
  for (std::size_t i = 0; i < problem.size(); ++i) {
    const Id& id = candidates.initiatives[i]->id;
    const bool helps = std::ranges::any_of(problem.needed_by(i), [&](std::size_t other) {
      return !problem.item(other).shares.empty() || is_one_of(kept_anyway, candidates.initiatives[other]->id);
    });
    if (!problem.agree(problem.needs(i))) {
      candidates.refused[id] = {NotPlanned::cannot_be, {}};
    } else if (!helps) {
      candidates.refused[id] = {NotPlanned::no_effect, {}};
    } else {
      kept.push_back(candidates.initiatives[i]);
    }
  }
  const bool dropped = kept.size() < candidates.initiatives.size();
  candidates.initiatives = std::move(kept);
  return dropped;
}

}  // namespace

Candidates find_candidates(const Map& map, const GapReport& gaps, const GapClosing& closing,
                           const PortfolioOptions& options) {
  Choosable choosable = choosable_initiatives(map, {.without = options.without});
  Candidates candidates;
  candidates.goals = goals_of(gaps);
  candidates.refused = std::move(choosable.refused);
  candidates.initiatives = std::move(choosable.initiatives);
  do {
    candidates.problem = problem_of(candidates, closing);
  } while (drop_useless(candidates, options.with));
  return candidates;
}

}  // namespace outmap
