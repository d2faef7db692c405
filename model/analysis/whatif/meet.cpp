#include "model/analysis/whatif/meet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include "model/analysis/whatif/acting_initiatives.hpp"
#include "model/analysis/whatif/set_search.hpp"
#include "model/analysis/whatif/setting.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

SetGoal goal_of(const WhatIfSetting& setting, const MeetTarget& target) {
  const auto found = std::ranges::find(setting.gauges, target.outcome, &Gauge::outcome);
  if (found == setting.gauges.end())
    throw std::invalid_argument(fmt::format("no outcome has the id '{}'", target.outcome));
  const Gauge& gauge = *found;
  if (!gauge.current || gauge.scale.width() <= 0)
    throw std::invalid_argument(
        fmt::format("nobody says where '{0}' stands: give it a current level or a reading", target.outcome));
  const std::optional<double> asked = target.level ? target.level : gauge.target;
  if (!asked)
    throw std::invalid_argument(fmt::format("'{0}' has no target: ask for a level, as in {0}=8", target.outcome));
  if (*asked < gauge.scale.min || *asked > gauge.scale.max)
    throw std::invalid_argument(fmt::format("'{}' lies on a scale from {} to {}, and {} is outside", target.outcome,
                                            number_text(gauge.scale.min), number_text(gauge.scale.max),
                                            number_text(*asked)));
  return {gauge, asked};
}

std::vector<SetGoal> goals_of(const WhatIfSetting& setting, const MeetOptions& options) {
  if (options.targets.empty()) throw std::invalid_argument("a search needs a target to meet");
  std::vector<SetGoal> goals;
  std::set<Id> seen;
  for (const MeetTarget& target : options.targets) {
    if (!seen.insert(target.outcome).second)
      throw std::invalid_argument(fmt::format("'{}' is asked for twice", target.outcome));
    goals.push_back(goal_of(setting, target));
  }
  return goals;
}

/// Puts what the search found into words of the domain.
class MeetSearch {
 public:
  MeetSearch(const Map& today, const WhatIfSetting& setting, const MeetOptions& options)
      : today_(today),
        setting_(setting),
        options_(options),
        goals_(goals_of(setting, options)),
        acting_(acting_initiatives(setting, goals_)) {}

  MeetReport run() {
    SetSearchOptions how;
    how.work = options_.work;
    if (options_.at_most) how.at_most = *options_.at_most;
    const SetSearch found = search_sets(acting_.members, acting_.sets, how);
    report_.proven = found.proven;
    report_.cost_bound = found.cost_bound;
    report_.short_bound = found.open_bound;
    report_.tried = found.tried;
    report_.candidates = acting_.initiatives.size();
    report_.at_most = options_.at_most;
    report_.sets = count_sets(acting_.members.size(), how.at_most);
    report_.settles = found.best.has_value();
    const FoundSet best = found.best.value_or(FoundSet{});
    add_set(best);
    add_left_out(best);
    return std::move(report_);
  }

 private:
  void add_set(const FoundSet& set) {
    const SetResult result = acting_.sets.of(set.members);
    report_.rows = rows_of(result);
    report_.met = report_.settles && std::ranges::all_of(report_.rows, &MeetRow::met);
    report_.cost = set.cost;
    report_.short_by = set.open;
    for (const std::size_t member : set.members) report_.chosen.push_back(initiative_of(set, member));
    report_.scenario = with_set(set);
  }

  std::vector<MeetRow> rows_of(const SetResult& result) const {
    std::vector<MeetRow> rows;
    for (const SetGoal& goal : goals_) {
      const Gauge& gauge = goal.gauge;
      MeetRow row{gauge.outcome, level_today(gauge), *goal.asked, {}, 0, false};
      if (result.settles) {
        const double change = gauge.number ? result.state[*gauge.number] : 0;
        row.after = gauge.level_at(change);
        row.short_by = goal.open_at(change) * gauge.scale.width();
        row.met = row.short_by == 0;
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  double level_today(const Gauge& gauge) const {
    const Outcome* outcome = today_.get<Outcome>(gauge.outcome);
    if (outcome == nullptr) return *gauge.current;
    return level_of(today_, *outcome, nullptr, setting_.as_of).current.value_or(*gauge.current);
  }

  MeetInitiative initiative_of(const FoundSet& set, std::size_t member) {
    const auto& along = acting_.members.needed_by(member);
    std::vector<std::size_t> rest;
    std::ranges::set_difference(set.members, along, std::back_inserter(rest));
    MeetInitiative one{acting_.initiatives[member]->id, acting_.members.item(member).cost, {}};
    const std::vector<MeetRow> without = rows_of(acting_.sets.of(rest));
    for (std::size_t i = 0; i < without.size(); ++i) {
      if (report_.rows[i].met && !without[i].met) one.missed_without.push_back(without[i].outcome);
    }
    return one;
  }

  Scenario with_set(const FoundSet& set) const {
    Scenario scenario = setting_.scenario;
    if (set.members.empty()) return scenario;
    ScenarioChange change;
    std::string names;
    for (const std::size_t member : set.members) {
      const Initiative& initiative = *acting_.initiatives[member];
      change.act.push_back({initiative.id, 1});
      names += (names.empty() ? "" : ", ") + initiative.name;
    }
    scenario.changes.push_back(std::move(change));
    scenario.name += (scenario.name.empty() ? "" : ", with ") + names;
    return scenario;
  }

  void add_left_out(const FoundSet& set) {
    for (const auto& [id, refusal] : acting_.refused) leave_out(id, refusal.reason, refusal.because);
    for (std::size_t member = 0; member < acting_.initiatives.size(); ++member) {
      if (!std::ranges::binary_search(set.members, member))
        leave_out(acting_.initiatives[member]->id, NotPlanned::not_needed, std::nullopt);
    }
    std::ranges::sort(report_.left_out, {}, &LeftOutInitiative::id);
  }

  void leave_out(const Id& id, NotPlanned reason, const std::optional<Id>& because) {
    LeftOutInitiative left;
    left.id = id;
    left.reason = reason;
    left.because = because;
    const Initiative& initiative = *setting_.applied.map->get<Initiative>(id);
    left.cost = initiative.cost;
    left.running = initiative.status == InitiativeStatus::running;
    report_.left_out.push_back(std::move(left));
  }

  const Map& today_;
  const WhatIfSetting& setting_;
  const MeetOptions& options_;
  std::vector<SetGoal> goals_;
  ActingInitiatives acting_;
  MeetReport report_;
};

}  // namespace

std::optional<MeetReport> find_meeting_set(const Map& map, const Scenario& scenario, Diagnostics& problems,
                                           const MeetOptions& options) {
  if (scenario.mode != WhatIfMode::change)
    throw std::invalid_argument("a search needs levels, and mode state has none: leave 'mode' out of the scenario");
  AppliedScenario applied = apply(map, scenario, problems);
  if (!applied.map) return std::nullopt;
  const WhatIfSetting setting = setting_of(map, sharpened(scenario), std::move(applied), options.as_of);
  return MeetSearch(map, setting, options).run();
}

}  // namespace outmap
