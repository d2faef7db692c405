// What stands in the lanes of a journey: touchpoints, initiatives, processes and owners, evidence, quotes.
#include <algorithm>
#include <cmath>
#include <map>

#include "model/text/numbers.hpp"
#include "render/diagrams/journey_parts.hpp"

namespace outmap::journey_picture {
namespace {

Ids merged(const StagePair& pair, Ids Stage::*list) {
  Ids ids;
  for (const Stage* stage : {pair.today, pair.planned})
    if (stage)
      for (const Id& id : stage->*list) add_once(ids, id);
  return ids;
}

bool is_of_stage(const StagePair& pair, const Id& id) {
  return (pair.today && pair.today->id == id) || (pair.planned && pair.planned->id == id);
}

/// A plan that lists no touchpoints at a stage says nothing of them.
Change change_of_touchpoint(const JourneyView& view, const StagePair& pair, const Id& id) {
  if (view.drops(pair)) return Change::gone;
  if (!pair.today || !pair.planned || pair.planned->touchpoints.empty()) return Change::none;
  if (!contains(pair.today->touchpoints, id)) return Change::added;
  return contains(pair.planned->touchpoints, id) ? Change::none : Change::gone;
}

std::string_view status_word(InitiativeStatus status) {
  switch (status) {
    case InitiativeStatus::idea:
      return "idea";
    case InitiativeStatus::planned:
      return "planned";
    case InitiativeStatus::running:
      return "running";
    case InitiativeStatus::done:
      return "done";
    case InitiativeStatus::stopped:
      break;
  }
  return "stopped";
}

double share_of(const IdNumbers& numbers, const Id& id) {
  for (const IdNumber& each : numbers)
    if (each.id == id) return std::clamp(each.value, 0.0, 1.0);
  return 0;
}

bool touches_stage(const Initiative& initiative, const StagePair& pair, const Ids& outcomes, const Ids& touchpoints) {
  for (const IdNumber& closes : initiative.closes)
    if (contains(outcomes, closes.id)) return true;
  for (const Id& id : initiative.improves)
    if (contains(touchpoints, id) || contains(outcomes, id) || is_of_stage(pair, id)) return true;
  return false;
}

/// What is done closes nothing of today's gap any more: it is in today's level.
double share_closed(const Initiative& initiative, const JourneyStage& stage) {
  if (initiative.status == InitiativeStatus::done) return 0;
  double closed = 0;
  double total = 0;
  for (const JourneyOutcome& outcome : stage.outcomes) {
    closed += outcome.weighted_gap() * share_of(initiative.closes, outcome.id);
    total += outcome.weighted_gap();
  }
  return total > 0 ? closed / total : 0;
}

JourneyInitiative describe(const Initiative& initiative, const JourneyStage& stage, const std::string& currency) {
  JourneyInitiative shown{initiative.id, initiative.name, initiative.status, {}, share_closed(initiative, stage)};
  shown.facts.emplace_back(status_word(initiative.status));
  if (initiative.cost && *initiative.cost > 0) shown.facts.push_back(money_text(*initiative.cost, currency));
  const char* const closes = initiative.status == InitiativeStatus::idea ? "would close " : "closes ";
  if (shown.closes >= 0.005) shown.facts.push_back(closes + percent_text(shown.closes));
  return shown;
}

JourneyOwner describe(const Partner& partner) {
  return {partner.id, partner.name, partner.kind == PartnerKind::internal};
}

void add_owner(const Map& map, const Id& id, std::vector<JourneyOwner>& owners) {
  const Partner* partner = map.get<Partner>(id);
  if (!partner) return;
  for (const JourneyOwner& owner : owners)
    if (owner.id == id) return;
  owners.push_back(describe(*partner));
}

std::size_t respondents_about(const Map& map, const Ids& outcomes) {
  std::vector<std::string_view> people;
  for (const Rating& rating : map->ratings)
    if (contains(outcomes, rating.outcome.str())) people.push_back(rating.respondent);
  std::sort(people.begin(), people.end());
  return static_cast<std::size_t>(std::unique(people.begin(), people.end()) - people.begin());
}

bool speaks_of(const Ids& ids, const StagePair& pair, const Ids& outcomes, const Ids& touchpoints) {
  return std::any_of(ids.begin(), ids.end(), [&](const Id& id) {
    return is_of_stage(pair, id) || contains(outcomes, id) || contains(touchpoints, id);
  });
}

using Supports = bool (*)(const StagePair& pair, const Ids& outcomes, const Id& id);

/// The first quote not yet used among the evidence that supports something for which `counts` holds.
const std::string* find_quote(const JourneyView& view, const StagePair& pair, const std::vector<std::string>& taken,
                              Supports counts) {
  const Ids outcomes = outcomes_of(pair);
  for (const Evidence& evidence : view.map->evidence) {
    if (evidence.quote.empty() || contains(taken, evidence.quote)) continue;
    for (const Id& id : evidence.supports)
      if (counts(pair, outcomes, id)) return &evidence.quote;
  }
  return nullptr;
}

const std::string* quote_of_need(const JourneyView& view, const StagePair& pair,
                                 const std::vector<std::string>& taken) {
  for (const Id& id : outcomes_of(pair))
    if (const Outcome* outcome = view.map.get<Outcome>(id))
      for (const Id& need_id : outcome->needs) {
        const Need* need = view.map.get<Need>(need_id);
        if (need && !need->quote.empty() && !contains(taken, need->quote)) return &need->quote;
      }
  return nullptr;
}

/// Whether a process serves or touches the stage, an outcome or a touchpoint of it, or owns one of these.
bool works_at(const Map& map, const Process& process, const StagePair& pair) {
  const Ids outcomes = outcomes_of(pair);
  const Ids touchpoints = touchpoints_of(pair);
  const bool owns = std::any_of(touchpoints.begin(), touchpoints.end(), [&](const Id& id) {
    const Touchpoint* touchpoint = map.get<Touchpoint>(id);
    return touchpoint && touchpoint->owner == process.id;
  });
  return owns ||
         std::any_of(process.serves.begin(), process.serves.end(),
                     [&](const Id& id) { return contains(outcomes, id) || is_of_stage(pair, id); }) ||
         std::any_of(process.touchpoints.begin(), process.touchpoints.end(),
                     [&](const Id& id) { return contains(touchpoints, id) || is_of_stage(pair, id); });
}

/// A process with its owner and those of the touchpoints that it works at; these are added to `served`.
JourneyProcess describe_process(const Map& map, const Process& process, const StagePair& pair, Ids& served) {
  const Ids touchpoints = touchpoints_of(pair);
  JourneyProcess shown{process.id, process.name, {}};
  add_owner(map, process.owner, shown.owners);
  for (const Id& id : process.touchpoints) {
    const Touchpoint* touchpoint = contains(touchpoints, id) ? map.get<Touchpoint>(id) : nullptr;
    if (!touchpoint) continue;
    served.push_back(id);
    add_owner(map, touchpoint->owner, shown.owners);
  }
  return shown;
}

/// Who owns a touchpoint that no process serves, and no process of the stage.
std::vector<JourneyOwner> owners_without_process(const Map& map, const StagePair& pair, const Ids& served,
                                                 const std::vector<JourneyProcess>& processes) {
  std::vector<JourneyOwner> owners;
  for (const Id& id : touchpoints_of(pair)) {
    const Touchpoint* touchpoint = map.get<Touchpoint>(id);
    if (touchpoint && !contains(served, id)) add_owner(map, touchpoint->owner, owners);
  }
  std::erase_if(owners, [&](const JourneyOwner& owner) {
    return std::any_of(processes.begin(), processes.end(), [&](const JourneyProcess& process) {
      return std::any_of(process.owners.begin(), process.owners.end(),
                         [&](const JourneyOwner& each) { return each.id == owner.id; });
    });
  });
  return owners;
}

}  // namespace

Ids touchpoints_of(const StagePair& pair) { return merged(pair, &Stage::touchpoints); }
Ids outcomes_of(const StagePair& pair) { return merged(pair, &Stage::outcomes); }

bool is_served(const Map& map, const Id& outcome) {
  Ids reached{outcome};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const Id id = reached[i];
    const auto names = [&](const IdNumber& each) { return each.id == id && each.value > 0; };
    for (const Initiative& initiative : map->initiatives)
      if (initiative.status != InitiativeStatus::stopped &&
          (initiative.id == id || contains(initiative.improves, id) ||
           std::any_of(initiative.closes.begin(), initiative.closes.end(), names)))
        return true;
    for (const Process& process : map->processes)
      if (process.id == id || contains(process.serves, id) || contains(process.touchpoints, id)) return true;
    for (const Offering& offering : map->offerings)
      if (offering.id == id || std::any_of(offering.levels.begin(), offering.levels.end(), names)) return true;
    for (const Influence& influence : map->influences)
      if (influence.to == id && influence.weight != 0) add_once(reached, influence.from);
  }
  return false;
}

std::string quote_for(const JourneyView& view, const StagePair& pair, std::vector<std::string>& taken) {
  const std::string* quote =
      find_quote(view, pair, taken, [](const StagePair& p, const Ids&, const Id& id) { return is_of_stage(p, id); });
  if (!quote)
    quote = find_quote(view, pair, taken, [](const StagePair&, const Ids& o, const Id& id) { return contains(o, id); });
  if (!quote) quote = quote_of_need(view, pair, taken);
  if (!quote) return "";
  taken.push_back(*quote);
  return *quote;
}

void fill_touchpoints(const JourneyView& view, const StagePair& pair, JourneyStage& stage) {
  for (const Id& id : touchpoints_of(pair)) {
    const Touchpoint* touchpoint = view.map.get<Touchpoint>(id);
    if (!touchpoint) continue;
    stage.touchpoints.push_back({id, touchpoint->name, touchpoint->channel, touchpoint->layer,
                                 touchpoint->moment_of_truth, change_of_touchpoint(view, pair, id)});
    stage.moment_of_truth = stage.moment_of_truth || touchpoint->moment_of_truth;
  }
}

void fill_initiatives(const JourneyView& view, const StagePair& pair, JourneyStage& stage) {
  if (view.drops(pair)) return;
  const Ids outcomes = outcomes_of(pair);
  const Ids touchpoints = touchpoints_of(pair);
  for (const Initiative& initiative : view.map->initiatives)
    if (initiative.status != InitiativeStatus::stopped && touches_stage(initiative, pair, outcomes, touchpoints))
      stage.initiatives.push_back(describe(initiative, stage, view.map->currency));
  std::sort(stage.initiatives.begin(), stage.initiatives.end(),
            [](const JourneyInitiative& a, const JourneyInitiative& b) {
              return a.closes != b.closes ? a.closes > b.closes : a.id < b.id;
            });
  std::vector<std::string> opportunities;
  for (const Stage* each : {pair.today, pair.planned})
    if (each)
      for (const std::string& text : each->opportunities) add_once(opportunities, text);
  for (const std::string& text : opportunities) stage.initiatives.push_back({"", text, {}, {}, 0});
}

void fill_processes(const JourneyView& view, const StagePair& pair, JourneyStage& stage) {
  const Ids outcomes = outcomes_of(pair);
  Ids served;
  for (const Process& process : view.map->processes)
    if (works_at(view.map, process, pair)) stage.processes.push_back(describe_process(view.map, process, pair, served));
  std::stable_partition(stage.processes.begin(), stage.processes.end(), [&](const JourneyProcess& process) {
    const Ids& serves = view.map.get<Process>(process.id)->serves;
    return std::any_of(serves.begin(), serves.end(), [&](const Id& id) { return contains(outcomes, id); });
  });
  JourneyProcess rest;
  rest.owners = owners_without_process(view.map, pair, served, stage.processes);
  if (!rest.owners.empty()) stage.processes.push_back(std::move(rest));
}

void fill_evidence(const JourneyView& view, const StagePair& pair, JourneyStage& stage) {
  const Ids outcomes = outcomes_of(pair);
  const Ids touchpoints = touchpoints_of(pair);
  std::map<std::optional<EvidenceMethod>, EvidenceCount> counts;
  for (const Evidence& evidence : view.map->evidence)
    if (speaks_of(evidence.supports, pair, outcomes, touchpoints) ||
        speaks_of(evidence.contradicts, pair, outcomes, touchpoints))
      ++counts[evidence.method].count;
  for (const Feedback& feedback : view.map->feedback)
    if (is_of_stage(pair, feedback.stage)) ++counts[EvidenceMethod::feedback].count;
  if (const std::size_t people = respondents_about(view.map, outcomes)) {
    counts[EvidenceMethod::survey].count += people;
    counts[EvidenceMethod::survey].few = people < 30;
  }
  for (auto& [method, count] : counts) {
    count.method = method;
    stage.evidence.push_back(count);
  }
}

}  // namespace outmap::journey_picture
