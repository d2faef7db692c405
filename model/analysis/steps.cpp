#include "model/analysis/steps.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "model/analysis/initiative_reach.hpp"
#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

using IdSet = std::unordered_set<std::string_view>;

/// How a lack is told of one element and of several: "customer names no need", "customers name no need".
struct Lack {
  std::string_view of_one;
  std::string_view of_many;
};

Step step(std::string_view name) { return {name, false, {}}; }

/// Says of which `elements` the lack holds, if of any.
template <class T, class IsLacking>
void tell(Step& step, const std::vector<const T*>& elements, const Lack& lack, IsLacking is_lacking) {
  Ids lacking;
  for (const T* element : elements) {
    if (is_lacking(*element)) lacking.push_back(element->id);
  }
  if (lacking.empty()) return;
  const std::size_t count = lacking.size();
  step.open.push_back({fmt::format("{} {}", count, count == 1 ? lack.of_one : lack.of_many), std::move(lacking)});
}

template <class T>
std::vector<const T*> pointers(const std::vector<T>& elements) {
  std::vector<const T*> all;
  all.reserve(elements.size());
  for (const T& element : elements) all.push_back(&element);
  return all;
}

void tell_if_none(Step& step, bool none, std::string what) {
  if (none) step.open.push_back({std::move(what), {}});
}

bool says_value(const std::optional<ValueByKind>& value) {
  return value && (value->functional || value->financial || value->emotional || value->social);
}

bool any_in(const Ids& ids, const IdSet& set) {
  return std::ranges::any_of(ids, [&](const Id& id) { return set.contains(id); });
}

/// What several steps look at, gathered once.
class Steps {
 public:
  Steps(const Map& map, const LevelTable& levels) : map_(map), levels_(levels), reach_(map) {
    for (const Journey& journey : map->journeys) {
      for (const Stage& stage : journey.stages) {
        stages_.push_back(&stage);
        if (journey.when == JourneyState::current) stages_of_today_.push_back(&stage);
      }
    }
    const auto day = levels_.day();
    for (const Reading& reading : map->readings) {
      if (!day || reading.date <= *day) readings_.push_back(&reading);
    }
    for (const Reading* reading : readings_) read_.insert(reading->of);
    for (const Outcome& outcome : map->outcomes) wholes_.push_back(levels_.whole(outcome));
  }

  Step values_in_own_words() const;
  Step journey_mapped() const;
  Step stage_outcomes() const;
  Step stage_value_monitored() const;
  Step stage_changes() const;
  Step outcomes_valued() const;
  Step outcomes_to_processes() const;
  Step opportunities() const;
  Step process_improvements() const;
  Step results_evaluated() const;

 private:
  const OutcomeLevel& whole(const Outcome& outcome) const { return wholes_[&outcome - map_->outcomes.data()]; }
  IdSet needs_in_own_words() const;
  IdSet stages_with_read_value() const;
  IdSet stages_with_feedback() const;
  IdSet improved_or_replaced() const;
  IdSet outcomes_with_two_days() const;
  bool has_result(const Initiative& initiative, const IdSet& measured, const IdSet& harvested) const;

  const Map& map_;
  const LevelTable& levels_;
  InitiativeReach reach_;
  std::vector<OutcomeLevel> wholes_;  // of the map's outcomes, in their order
  std::vector<const Stage*> stages_;
  std::vector<const Stage*> stages_of_today_;
  std::vector<const Reading*> readings_;  // up to the day
  IdSet read_;                            // whatever has one
};

IdSet Steps::needs_in_own_words() const {
  IdSet quoted;
  for (const Need& need : map_->needs) {
    if (!need.quote.empty()) quoted.insert(need.id);
  }
  for (const Evidence& evidence : map_->evidence) {
    if (!evidence.quote.empty()) quoted.insert(evidence.supports.begin(), evidence.supports.end());
  }
  return quoted;
}

Step Steps::values_in_own_words() const {
  Step result = step("values-in-own-words");
  tell_if_none(result, map_->customers.empty(), "no customer is described");
  tell(result, pointers(map_->customers), {"customer names no need", "customers name no need"},
       [](const Customer& customer) { return customer.needs.empty(); });
  IdSet named;
  for (const Customer& customer : map_->customers) named.insert(customer.needs.begin(), customer.needs.end());
  const IdSet quoted = needs_in_own_words();
  tell(result, pointers(map_->needs), {"need of customers has no quote", "needs of customers have no quote"},
       [&](const Need& need) { return named.contains(need.id) && !quoted.contains(need.id); });
  return result;
}

Step Steps::journey_mapped() const {
  Step result = step("journey-mapped");
  tell_if_none(result, map_->customers.empty(), "no customer is described");
  IdSet walking;
  for (const Journey& journey : map_->journeys) {
    if (journey.when == JourneyState::current) walking.insert(journey.customers.begin(), journey.customers.end());
  }
  tell(result, pointers(map_->customers), {"customer walks no journey of today", "customers walk no journey of today"},
       [&](const Customer& customer) { return !walking.contains(customer.id); });
  tell(result, pointers(map_->journeys), {"journey has no stage", "journeys have no stage"},
       [](const Journey& journey) { return journey.when == JourneyState::current && journey.stages.empty(); });
  tell(result, stages_of_today_, {"stage has no touchpoint", "stages have no touchpoint"},
       [](const Stage& stage) { return stage.touchpoints.empty(); });
  return result;
}

Step Steps::stage_outcomes() const {
  Step result = step("stage-outcomes");
  tell_if_none(result, stages_.empty(), "no journey has a stage");
  tell(result, stages_, {"stage names no outcome", "stages name no outcome"},
       [](const Stage& stage) { return stage.outcomes.empty(); });
  return result;
}

IdSet Steps::stages_with_read_value() const {
  IdSet found;
  for (const Reading* reading : readings_) {
    if (reading->part != ReadingPart::emotion) found.insert(reading->of);
  }
  return found;
}

IdSet Steps::stages_with_feedback() const {
  IdSet found;
  const auto day = levels_.day();
  for (const Feedback& feedback : map_->feedback) {
    if (!day || !feedback.date || *feedback.date <= *day) found.insert(feedback.stage);
  }
  return found;
}

Step Steps::stage_value_monitored() const {
  Step result = step("stage-value-monitored");
  tell_if_none(result, stages_of_today_.empty(), "no journey of today has a stage");
  const IdSet valued = stages_with_read_value();
  tell(result, stages_of_today_, {"stage has no value to the customer", "stages have no value to the customer"},
       [&](const Stage& stage) {
         const auto view_says = [](const StageView& view) { return says_value(view.value); };
         return !says_value(stage.value) && std::ranges::none_of(stage.by_customer, view_says) &&
                !valued.contains(stage.id);
       });
  const IdSet heard = stages_with_feedback();
  tell(result, stages_of_today_, {"stage has no reading and no feedback", "stages have no reading and no feedback"},
       [&](const Stage& stage) {
         return !read_.contains(stage.id) && !any_in(stage.outcomes, read_) && !heard.contains(stage.id);
       });
  return result;
}

IdSet Steps::improved_or_replaced() const {
  IdSet found;
  for (const Stage* stage : stages_) {
    if (!stage->replaces.empty()) found.insert(stage->replaces);
  }
  for (const Initiative& initiative : map_->initiatives) {
    if (initiative.status != InitiativeStatus::stopped) {
      found.insert(initiative.improves.begin(), initiative.improves.end());
    }
  }
  return found;
}

Step Steps::stage_changes() const {
  Step result = step("stage-changes");
  tell_if_none(result, stages_of_today_.empty(), "no journey of today has a stage");
  const IdSet changed = improved_or_replaced();
  tell(result, stages_of_today_, {"stage says nothing of what is to change", "stages say nothing of what is to change"},
       [&](const Stage& stage) {
         const auto view_wants = [](const StageView& view) { return says_value(view.wanted); };
         return !says_value(stage.wanted) && std::ranges::none_of(stage.by_customer, view_wants) &&
                stage.opportunities.empty() && !changed.contains(stage.id) && !any_in(stage.touchpoints, changed);
       });
  return result;
}

Step Steps::outcomes_valued() const {
  Step result = step("outcomes-valued");
  const auto outcomes = pointers(map_->outcomes);
  tell_if_none(result, outcomes.empty(), "no outcome is described");
  tell(result, outcomes, {"outcome has no holder", "outcomes have no holder"},
       [](const Outcome& outcome) { return outcome.holders.list.empty() && !is_held_by_organisation(outcome); });
  tell(result, outcomes, {"outcome has no importance", "outcomes have no importance"},
       [&](const Outcome& outcome) { return !whole(outcome).importance; });
  tell(result, outcomes, {"outcome has no kind of value", "outcomes have no kind of value"},
       [](const Outcome& outcome) { return !outcome.kind; });
  return result;
}

Step Steps::outcomes_to_processes() const {
  Step result = step("outcomes-to-processes");
  tell_if_none(result, map_->outcomes.empty(), "no outcome is described");
  IdSet served;
  for (const Process& process : map_->processes) served.insert(process.serves.begin(), process.serves.end());
  tell(result, pointers(map_->outcomes), {"outcome is served by no process", "outcomes are served by no process"},
       [&](const Outcome& outcome) { return !served.contains(outcome.id); });
  return result;
}

Step Steps::opportunities() const {
  Step result = step("opportunities");
  const auto outcomes = pointers(map_->outcomes);
  tell_if_none(result, outcomes.empty(), "no outcome is described");
  tell(result, outcomes, {"outcome has no level", "outcomes have no level"},
       [&](const Outcome& outcome) { return !whole(outcome).current; });
  tell(result, outcomes, {"outcome has no target", "outcomes have no target"},
       [&](const Outcome& outcome) { return !whole(outcome).target; });
  tell(result, outcomes, {"outcome has no opportunity score", "outcomes have no opportunity score"},
       [&](const Outcome& outcome) { return !whole(outcome).importance || !whole(outcome).satisfaction; });
  return result;
}

Step Steps::process_improvements() const {
  Step result = step("process-improvements");
  tell_if_none(result, map_->outcomes.empty(), "no outcome is described");
  std::vector<std::string_view> alive;
  for (const Initiative& initiative : map_->initiatives) {
    if (initiative.status != InitiativeStatus::stopped) alive.push_back(initiative.id);
  }
  tell_if_none(result, alive.empty(), "no initiative is planned");
  const IdSet reached = reach_.from(alive);
  tell(result, pointers(map_->outcomes),
       {"outcome falls short and no initiative reaches it", "outcomes fall short and no initiative reaches them"},
       [&](const Outcome& outcome) {
         return levels_.gap_to_close(outcome).value_or(0) > 0 && !reached.contains(outcome.id);
       });
  return result;
}

IdSet Steps::outcomes_with_two_days() const {
  IdSet found;
  std::unordered_map<std::string_view, Date> first;
  for (const Reading* reading : readings_) {
    const Date first_day = first.emplace(reading->of, reading->date).first->second;
    if (first_day != reading->date) found.insert(reading->of);
  }
  return found;
}

/// Of an initiative that says what it closes only that counts; what else it may touch on its way is no test of it.
bool Steps::has_result(const Initiative& initiative, const IdSet& measured, const IdSet& harvested) const {
  if (harvested.contains(initiative.id)) return true;
  if (!initiative.closes.empty()) {
    return std::ranges::any_of(initiative.closes, [&](const IdNumber& aim) { return measured.contains(aim.id); });
  }
  const std::string_view start = initiative.id;
  const IdSet reached = reach_.from({&start, 1});
  return std::ranges::any_of(
      measured, [&](std::string_view id) { return reached.contains(id) && map_.get<Outcome>(id) != nullptr; });
}

Step Steps::results_evaluated() const {
  Step result = step("results-evaluated");
  std::vector<const Initiative*> begun;
  for (const Initiative& initiative : map_->initiatives) {
    if (initiative.status == InitiativeStatus::running || initiative.status == InitiativeStatus::done) {
      begun.push_back(&initiative);
    }
  }
  tell_if_none(result, begun.empty(), "no initiative is running or done");
  IdSet harvested;
  const auto day = levels_.day();
  for (const Harvest& harvest : map_->harvest) {
    if (!day || !harvest.date || *harvest.date <= *day)
      harvested.insert(harvest.initiatives.begin(), harvest.initiatives.end());
  }
  const IdSet measured = outcomes_with_two_days();
  tell(result, begun, {"initiative shows no result yet", "initiatives show no result yet"},
       [&](const Initiative& initiative) { return !has_result(initiative, measured, harvested); });
  return result;
}

}  // namespace

std::vector<Step> find_steps(const Map& map, std::optional<Date> asked) {
  return find_steps(map, LevelTable(map, as_of(map, asked)));
}

std::vector<Step> find_steps(const Map& map, const LevelTable& levels) {
  const Steps steps(map, levels);
  std::vector<Step> all{steps.values_in_own_words(),   steps.journey_mapped(), steps.stage_outcomes(),
                        steps.stage_value_monitored(), steps.stage_changes(),  steps.outcomes_valued(),
                        steps.outcomes_to_processes(), steps.opportunities(),  steps.process_improvements(),
                        steps.results_evaluated()};
  for (Step& step : all) step.done = step.open.empty();
  return all;
}

}  // namespace outmap
