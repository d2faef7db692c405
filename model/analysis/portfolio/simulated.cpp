#include "model/analysis/portfolio/simulated.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

#include "model/analysis/portfolio/balance.hpp"
#include "model/analysis/portfolio/held_items.hpp"
#include "model/analysis/whatif/acting_initiatives.hpp"
#include "model/analysis/whatif/set_search.hpp"
#include "model/analysis/whatif/setting.hpp"

namespace outmap {
namespace {

/// Today, with nothing acting.
WhatIfSetting setting_today(const Map& map, std::optional<Date> as_of) {
  const Scenario today = sharpened({});
  Diagnostics problems;
  AppliedScenario applied = apply(map, today, problems);
  if (!applied.map) throw std::logic_error("a scenario without changes could not be applied");
  return setting_of(map, today, std::move(applied), as_of);
}

/// Every outcome that has a priority, or would get one if its level moved away from the target.
std::vector<SetGoal> goals_of(const WhatIfSetting& setting) {
  std::vector<SetGoal> goals;
  for (const Gauge& gauge : setting.gauges) {
    if (gauge.worth > 0 && !gauge.marks.empty()) goals.push_back({gauge, std::nullopt});
  }
  return goals;
}

using Members = std::vector<std::size_t>;

class SimulatedPlan {
 public:
  SimulatedPlan(const Map& map, const PortfolioOptions& options)
      : map_(map),
        options_(options),
        setting_(setting_today(map, options.as_of)),
        acting_(acting_initiatives(setting_, goals_of(setting_), {options.with, options.without})),
        held_(held_items(acting_.initiatives, acting_.refused, acting_.members, options)),
        nothing_(acting_.sets.of({}).open),
        same_(same_within(nothing_)) {}

  PortfolioReport run() {
    const SetSearch found = search_sets(acting_.members, acting_.sets, search_options(options_.budget));
    if (!found.best)
      throw std::invalid_argument("with what was asked for nothing settles, so that nothing can be planned");
    set_ = *found.best;
    report_.by = PlanBy::simulation;
    report_.budget = options_.budget;
    report_.cost = set_.cost;
    report_.benefit = nothing_ - set_.open;
    report_.optimal = found.proven;
    report_.bound = nothing_ - found.open_bound;
    report_.total_priority = nothing_;
    report_.as_of = setting_.as_of;
    add_chosen();
    add_left_out();
    add_outcomes();
    add_front();
    return std::move(report_);
  }

 private:
  SetSearchOptions search_options(double budget) const {
    SetSearchOptions search;
    search.budget = budget;
    search.held = held_;
    search.work = acting_.sets.work() + options_.work;
    return search;
  }

  void add_chosen() {
    std::vector<const Initiative*> chosen;
    for (const std::size_t member : set_.members) {
      const Initiative& initiative = *acting_.initiatives[member];
      chosen.push_back(&initiative);
      Members rest;
      std::ranges::set_difference(set_.members, acting_.members.needed_by(member), std::back_inserter(rest));
      report_.chosen.push_back({initiative.id, acting_.members.item(member).cost, benefit({member}),
                                report_.benefit - benefit(rest), initiative.status == InitiativeStatus::running,
                                std::ranges::find(options_.with, initiative.id) != options_.with.end()});
      add_harms(member);
    }
    report_.modes = balance_of(chosen, &Initiative::mode);
    report_.postures = balance_of(chosen, &Initiative::posture);
  }

  double benefit(const Members& members) { return nothing_ - acting_.sets.of(members).open; }

  /// What the initiative alone moves away from its target, or its good direction where it has none.
  void add_harms(std::size_t member) {
    const SetResult alone = acting_.sets.of({member});
    for (const Gauge& gauge : setting_.gauges) {
      if (!gauge.number) continue;
      const double change = alone.state[*gauge.number];
      const double harm = gauge.direction == Direction::more ? -change : change;
      if (harm > 1e-9) report_.harms.push_back({acting_.initiatives[member]->id, gauge.outcome, harm});
    }
  }

  void add_left_out() {
    for (const auto& [id, refusal] : acting_.refused) {
      LeftOutInitiative left;
      left.id = id;
      left.reason = refusal.reason;
      left.because = refusal.because;
      left.cost = map_.get<Initiative>(id)->cost;
      report_.left_out.push_back(std::move(left));
    }
    for (std::size_t member = 0; member < acting_.members.size(); ++member) {
      if (!std::ranges::binary_search(set_.members, member)) report_.left_out.push_back(left_out(member));
    }
    for (LeftOutInitiative& left : report_.left_out)
      left.running = map_.get<Initiative>(left.id)->status == InitiativeStatus::running;
    std::ranges::sort(report_.left_out, {}, &LeftOutInitiative::id);
  }

  /// The first reason that holds.
  LeftOutInitiative left_out(std::size_t member) {
    Members more;
    std::ranges::set_difference(acting_.members.needs(member), set_.members, std::back_inserter(more));
    LeftOutInitiative left;
    left.id = acting_.initiatives[member]->id;
    left.cost = acting_.members.cost(more);
    left.in_all = acting_.members.cost(acting_.members.needs(member));
    if (const auto rival = chosen_rival(more)) {
      left.reason = NotPlanned::excluded;
      left.because = acting_.initiatives[*rival]->id;
      return left;
    }
    Members all = set_.members;
    all.insert(all.end(), more.begin(), more.end());
    const SetResult with = acting_.sets.of(all);
    if (with.settles) left.adds = set_.open - with.open;
    if (*left.in_all > options_.budget + same_within(options_.budget))
      left.reason = NotPlanned::too_dear;
    else if (!with.settles)
      left.reason = NotPlanned::runs_away;
    else if (*left.adds < -same_)
      left.reason = NotPlanned::works_against;
    else if (*left.adds <= same_)
      left.reason = NotPlanned::adds_nothing;
    return left;
  }

  std::optional<std::size_t> chosen_rival(const Members& members) const {
    for (const std::size_t member : members) {
      for (const std::size_t rival : acting_.members.rivals(member)) {
        if (std::ranges::binary_search(set_.members, rival)) return rival;
      }
    }
    return std::nullopt;
  }

  /// Those that have a priority today, and those that get one by the plan.
  void add_outcomes() {
    const SetResult after = acting_.sets.of(set_.members);
    for (const SetGoal& goal : acting_.sets.goals()) {
      const double before = goal.open_at(0);
      if (before <= 0) continue;
      const double left = goal.open_at(goal.gauge.number ? after.state[*goal.gauge.number] : 0);
      report_.outcomes.push_back({goal.gauge.outcome, before, 1 - left / before});
    }
    std::ranges::stable_sort(report_.outcomes, std::greater<>(), &PlannedOutcome::priority);
  }

  void add_front() {
    SetSearchOptions search = search_options(std::numeric_limits<double>::infinity());
    search.front = true;
    const SetSearch found = search_sets(acting_.members, acting_.sets, search);
    report_.front_whole = found.proven;
    for (const FoundSet& set : found.front) {
      Ids ids;
      for (const std::size_t member : set.members) ids.push_back(acting_.initiatives[member]->id);
      const double benefit = nothing_ - set.open;
      const double bound = found.proven ? benefit : std::max(benefit, nothing_ - found.open_bound);
      report_.front.push_back({set.cost, benefit, bound, std::move(ids)});
    }
  }

  const Map& map_;
  const PortfolioOptions& options_;
  WhatIfSetting setting_;
  ActingInitiatives acting_;
  Members held_;
  double nothing_;
  double same_;
  FoundSet set_;
  PortfolioReport report_;
};

}  // namespace

PortfolioReport simulated_portfolio(const Map& map, const PortfolioOptions& options) {
  return SimulatedPlan(map, options).run();
}

}  // namespace outmap
