#include "model/analysis/portfolio/candidates.hpp"

#include <algorithm>
#include <utility>

namespace outmap {
namespace {

std::vector<const Initiative*> by_id(const Map& map) {
  std::vector<const Initiative*> all;
  for (const Initiative& initiative : map->initiatives) all.push_back(&initiative);
  std::ranges::sort(all, {}, [](const Initiative* initiative) -> const Id& { return initiative->id; });
  return all;
}

bool names(const Ids& ids, const Id& id) { return std::ranges::find(ids, id) != ids.end(); }

std::vector<PlannedOutcome> goals_of(const GapReport& gaps) {
  std::vector<PlannedOutcome> goals;
  for (const GapRow& row : gaps.rows) {
    if (!row.holder && row.priority.value_or(0) > 0) goals.push_back({row.id, *row.priority, 0});
  }
  return goals;
}

/// Sorts out what no plan can hold.
class Sieve {
 public:
  Sieve(const Map& map, const Ids& without) : all_(by_id(map)), without_(without) {
    for (const Initiative* initiative : all_) refuse_for_itself(*initiative);
    while (refuse_for_requirements()) {
    }
  }

  const std::vector<const Initiative*>& all() const { return all_; }
  std::map<Id, Refusal, std::less<>> refused;

 private:
  void refuse_for_itself(const Initiative& initiative) {
    if (initiative.status == InitiativeStatus::done) {
      refused[initiative.id] = {NotPlanned::done, {}};
    } else if (initiative.status == InitiativeStatus::stopped) {
      refused[initiative.id] = {NotPlanned::stopped, {}};
    } else if (names(without_, initiative.id)) {
      refused[initiative.id] = {NotPlanned::set_aside, {}};
    } else if (const Initiative* rival = done_rival(initiative)) {
      refused[initiative.id] = {NotPlanned::excluded, rival->id};
    } else if (!initiative.cost) {
      refused[initiative.id] = {NotPlanned::no_cost, {}};
    }
  }

  const Initiative* done_rival(const Initiative& initiative) const {
    const auto found = std::ranges::find_if(all_, [&](const Initiative* other) {
      return other->status == InitiativeStatus::done &&
             (names(other->excludes, initiative.id) || names(initiative.excludes, other->id));
    });
    return found == all_.end() ? nullptr : *found;
  }

  bool refuse_for_requirements() {
    bool changed = false;
    for (const Initiative* initiative : all_) {
      if (refused.contains(initiative->id)) continue;
      const auto missing = std::ranges::find_if(initiative->prerequisites, [&](const Id& id) {
        const auto found = refused.find(id);
        return found != refused.end() && found->second.reason != NotPlanned::done;
      });
      if (missing == initiative->prerequisites.end()) continue;
      refused[initiative->id] = {NotPlanned::cannot_be, *missing};
      changed = true;
    }
    return changed;
  }

  std::vector<const Initiative*> all_;
  const Ids& without_;
};

using Places = std::map<std::string_view, std::size_t>;

PortfolioItem item_of(const Initiative& initiative, const Places& goals, const Places& items,
                      const GapClosing& closing) {
  PortfolioItem item;
  item.cost = initiative.cost.value_or(0);
  for (const Closing& effect : closing.of(initiative)) {
    const auto goal = goals.find(effect.outcome);
    if (goal != goals.end() && effect.share > 0) item.shares.push_back({goal->second, effect.share});
  }
  for (const Id& id : initiative.prerequisites) {
    if (const auto found = items.find(id); found != items.end()) item.requires_too.push_back(found->second);
  }
  for (const Id& id : initiative.excludes) {
    if (const auto found = items.find(id); found != items.end()) item.excludes.push_back(found->second);
  }
  return item;
}

PortfolioProblem problem_of(const Candidates& candidates, const GapClosing& closing) {
  Places goals;
  std::vector<double> worths;
  for (const PlannedOutcome& goal : candidates.goals) {
    goals.emplace(goal.id, goals.size());
    worths.push_back(goal.priority);
  }
  Places places;
  for (const Initiative* initiative : candidates.initiatives) places.emplace(initiative->id, places.size());
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
      return !problem.item(other).shares.empty() || names(kept_anyway, candidates.initiatives[other]->id);
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
  Sieve sieve(map, options.without);
  Candidates candidates;
  candidates.goals = goals_of(gaps);
  candidates.refused = std::move(sieve.refused);
  for (const Initiative* initiative : sieve.all()) {
    if (!candidates.refused.contains(initiative->id)) candidates.initiatives.push_back(initiative);
  }
  do {
    candidates.problem = problem_of(candidates, closing);
  } while (drop_useless(candidates, options.with));
  return candidates;
}

}  // namespace outmap
