#include "render/diagrams/journey.hpp"

#include <algorithm>

#include "model/analysis/levels.hpp"
#include "model/analysis/whatif/report.hpp"
#include "render/diagrams/journey_parts.hpp"
#include "render/layout/journey.hpp"

namespace outmap::journey_picture {
namespace {

const Journey* future_of(const Map& map, const Id& id) {
  for (const Journey& journey : map->journeys)
    if (journey.future_of == id) return &journey;
  return nullptr;
}

std::string known_journeys(const Map& map) {
  std::string list;
  for (const Journey& journey : map->journeys) list += (list.empty() ? "" : ", ") + journey.id;
  return list;
}

/// The customer among those of the journey that the focus is on; null where it is on something else.
const Customer* focused_customer(const Map& map, const Journey& journey, const DiagramOptions& options) {
  return options.focus && contains(journey.customers, *options.focus) ? map.get<Customer>(*options.focus) : nullptr;
}

const Journey& asked_journey(const Map& map, const DiagramOptions& options) {
  if (map->journeys.empty())
    throw CannotDraw("the map has no journey: add one under 'journeys', with its stages in order");
  if (options.journey) {
    if (const Journey* journey = map.get<Journey>(*options.journey)) return *journey;
    throw CannotDraw("the map has no journey '" + *options.journey + "'; it has: " + known_journeys(map));
  }
  for (const Journey& journey : map->journeys)
    if (journey.future_of.empty() && focused_customer(map, journey, options)) return journey;
  for (const Journey& journey : map->journeys)
    if (journey.future_of.empty()) return journey;
  return map->journeys.front();
}

const Customer* persona_of(const Map& map, const Journey& journey, const DiagramOptions& options) {
  if (const Customer* customer = focused_customer(map, journey, options)) return customer;
  return journey.customers.empty() ? nullptr : map.get<Customer>(journey.customers.front());
}

/// A what-if stands beside today as a plan does: the same journey in the map that it makes.
JourneyView what_if_view(const Map& map, const DiagramOptions& options, const LevelTable& levels,
                         const LevelTable& changed_levels) {
  const Journey& asked = asked_journey(map, options);
  const Map& changed = *options.what_ifs.front()->map;
  JourneyView view{map, levels, &asked, changed.get<Journey>(asked.id), nullptr, levels.day()};
  view.changed = &changed;
  view.changed_levels = &changed_levels;
  view.customer = persona_of(map, asked, options);
  return view;
}

JourneyView view_of(const Map& map, const DiagramOptions& options, const LevelTable& levels) {
  const Journey& asked = asked_journey(map, options);
  JourneyView view{map, levels, &asked, nullptr, nullptr, levels.day()};
  if (const Journey* today = asked.future_of.empty() ? nullptr : map.get<Journey>(asked.future_of)) {
    view.today = today;
    view.plan = &asked;
  } else if (!options.journey) {
    view.plan = future_of(map, asked.id);
  }
  view.customer = persona_of(map, *view.today, options);
  if (!view.customer && view.plan) view.customer = persona_of(map, *view.plan, options);
  return view;
}

const Stage* stage_named(const Journey& journey, const Stage& other) {
  for (const Stage& stage : journey.stages)
    if (stage.name == other.name) return &stage;
  return nullptr;
}

const Stage* stage_with_id(const Journey& journey, const Id& id) {
  for (const Stage& stage : journey.stages)
    if (stage.id == id) return &stage;
  return nullptr;
}

/// Which stage of today each planned stage takes the place of; null for new ones. Each is taken once.
std::vector<const Stage*> replaced_stages(const Journey& today, const Journey& plan) {
  std::vector<const Stage*> replaced;
  for (const Stage& stage : plan.stages) {
    const Stage* old = today.id == plan.id      ? stage_with_id(today, stage.id)
                       : stage.replaces.empty() ? stage_named(today, stage)
                                                : stage_with_id(today, stage.replaces);
    replaced.push_back(old && !contains(replaced, old) ? old : nullptr);
  }
  return replaced;
}

/// Today's stages in their order; a new stage stands after the one that it follows in the plan.
std::vector<StagePair> pair_stages(const JourneyView& view) {
  std::vector<StagePair> pairs;
  for (const Stage& stage : view.today->stages) pairs.push_back({&stage, nullptr});
  if (!view.plan) return pairs;
  const std::vector<const Stage*> replaced = replaced_stages(*view.today, *view.plan);
  std::size_t next = 0;
  for (std::size_t i = 0; i < replaced.size(); ++i) {
    const Stage* planned = &view.plan->stages[i];
    if (!replaced[i]) {
      pairs.insert(pairs.begin() + static_cast<std::ptrdiff_t>(next++), {nullptr, planned});
      continue;
    }
    const auto old =
        std::find_if(pairs.begin(), pairs.end(), [&](const StagePair& p) { return p.today == replaced[i]; });
    old->planned = planned;
    next = static_cast<std::size_t>(old - pairs.begin()) + 1;
  }
  return pairs;
}

std::vector<std::string> pains_of(const Map& map, const StagePair& pair) {
  std::vector<std::string> pains = pair.shown().pains;
  for (const Id& id : pair.shown().touchpoints)
    if (const Touchpoint* touchpoint = map.get<Touchpoint>(id))
      for (const std::string& pain : touchpoint->pains) add_once(pains, pain);
  return pains;
}

JourneyStage describe_stage(const JourneyView& view, const StagePair& pair, std::vector<std::string>& taken_quotes) {
  JourneyStage stage;
  stage.id = pair.shown().id;
  stage.name = pair.shown().name;
  stage.goal = pair.shown().goal;
  if (stage.goal.empty() && pair.planned) stage.goal = pair.planned->goal;
  if (view.plan) stage.change = !pair.today ? Change::added : view.drops(pair) ? Change::gone : Change::none;
  stage.quote = quote_for(view, pair, taken_quotes);
  stage.pains = pains_of(view.map, pair);
  fill_outcomes(view, pair, stage);
  fill_values(view, pair, stage);
  fill_touchpoints(view, pair, stage);
  fill_initiatives(view, pair, stage);
  fill_processes(view, pair, stage);
  fill_evidence(view, pair, stage);
  hide_wishes(view, pair, stage);
  return stage;
}

void add_stages(const JourneyView& view, JourneyDiagram& diagram) {
  std::vector<std::string> taken_quotes;
  for (const StagePair& pair : pair_stages(view)) {
    diagram.stages.push_back(describe_stage(view, pair, taken_quotes));
    diagram.stages.back().number = static_cast<int>(diagram.stages.size());
  }
}

/// Customers beside the persona who feel differently somewhere.
void add_other_customers(const JourneyView& view, JourneyDiagram& diagram) {
  for (const Id& id : view.today->customers) {
    if (view.customer && id == view.customer->id) continue;
    EmotionCurve curve{id, std::string(view.map.name_of(id)), {}};
    bool differs = false;
    for (const StagePair& pair : pair_stages(view)) {
      curve.emotion.push_back(pair.today ? emotion_of(view, *pair.today, id) : Number());
      const Number persona = diagram.stages[curve.emotion.size() - 1].emotion;
      differs = differs || (curve.emotion.back() && curve.emotion.back() != persona);
    }
    if (differs) diagram.others.push_back(std::move(curve));
  }
}

std::string question_of(const JourneyView& view, const DiagramOptions& options) {
  std::string who = view.customer ? view.customer->name : "customers";
  if (const std::string part = part_of_customers(view); !part.empty()) who += ", " + part;
  if (view.changed)
    return "What would ‘" + options.what_ifs.front()->scenario.name + "’ change for " + who +
           ", stage by stage, and what would stay open?";
  if (view.plan)
    return "What would the planned journey change for " + who + ", stage by stage, and what would stay open?";
  if (view.customer && who != view.customer->name) who += ",";
  return "Where does this journey give " + who + " less value than they want, and what is being done about it?";
}

std::string state_of(const JourneyView& view) {
  if (view.changed) return "Now and what if, overlaid";
  if (view.plan) return "Now and planned, overlaid";
  return view.today->when == JourneyState::future ? "Future journey" : "Current journey";
}

void count_contents(JourneyDiagram& diagram) {
  Ids outcomes;
  for (const JourneyStage& stage : diagram.stages) {
    for (const JourneyOutcome& outcome : stage.outcomes) add_once(outcomes, outcome.id);
    for (const EvidenceCount& evidence : stage.evidence) diagram.evidence_count += evidence.count;
  }
  diagram.outcome_count = outcomes.size();
}

bool concerns(const JourneyStage& stage, const Id& id) {
  const auto is_it = [&](const auto& element) { return element.id == id; };
  return stage.id == id || std::any_of(stage.touchpoints.begin(), stage.touchpoints.end(), is_it) ||
         std::any_of(stage.outcomes.begin(), stage.outcomes.end(), is_it) ||
         std::any_of(stage.initiatives.begin(), stage.initiatives.end(), is_it) ||
         std::any_of(stage.processes.begin(), stage.processes.end(), is_it);
}

/// Keeps the stages that the element is or stands in, and those within `hops` steps of them. An element that is not in
/// the journey changes nothing.
void keep_focus(const Id& id, int hops, JourneyDiagram& diagram) {
  std::vector<bool> kept(diagram.stages.size(), false);
  for (std::size_t i = 0; i < kept.size(); ++i)
    for (std::size_t k = 0; k < kept.size() && concerns(diagram.stages[i], id); ++k)
      kept[k] = kept[k] || static_cast<int>(i > k ? i - k : k - i) <= hops;
  if (std::find(kept.begin(), kept.end(), true) == kept.end()) return;
  for (std::size_t i = kept.size(); i-- > 0;) {
    if (kept[i]) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    diagram.stages.erase(diagram.stages.begin() + at);
    for (EmotionCurve& other : diagram.others) other.emotion.erase(other.emotion.begin() + at);
    ++diagram.hidden_stages;
  }
}

/// The one scenario that is to stand beside today; null where there is none.
const WhatIfReport* asked_what_if(const DiagramOptions& options) {
  if (options.what_ifs.empty()) return nullptr;
  if (options.what_ifs.size() > 1) throw CannotDraw("a journey shows one scenario beside today: name one of them");
  const WhatIfReport* report = options.what_ifs.front();
  if (report->verdict == FcmVerdict::fixed_point && report->map) return report;
  throw CannotDraw("the scenario '" + report->scenario.name +
                   "' does not settle, so that no levels are known; 'outmap whatif' tells why");
}

std::string advice_for(const JourneyDiagram& diagram) {
  if (diagram.stages.empty())
    return "This journey has no stages yet. Add them under ‘stages’, in the order in which they are lived.";
  for (const JourneyStage& stage : diagram.stages) {
    const bool bare = stage.goal.empty() && stage.touchpoints.empty() && stage.outcomes.empty() &&
                      stage.pains.empty() && stage.initiatives.empty() && !stage.emotion && !stage.emotion_planned &&
                      !stage.value.now && !stage.value.wanted && stage.quote.empty() && stage.evidence.empty() &&
                      stage.processes.empty();
    if (!bare) return "";
  }
  return "The stages have names only. Begin with what the customer wants at each of them: a goal, touchpoints, an "
         "outcome.";
}

}  // namespace

std::string JourneyDiagram::finding_text() const {
  std::string text;
  for (const FindingPart& part : finding) text += part.text;
  return text;
}

}  // namespace outmap::journey_picture

namespace outmap {

JourneyDiagram build_journey(const Map& map, const DiagramOptions& options) {
  using namespace journey_picture;
  const LevelTable levels(map, as_of(map, options.as_of));
  std::optional<LevelTable> changed_levels;
  if (const WhatIfReport* what_if = asked_what_if(options)) changed_levels.emplace(*what_if->map, levels.day());
  const JourneyView view =
      changed_levels ? what_if_view(map, options, levels, *changed_levels) : view_of(map, options, levels);
  JourneyDiagram diagram;
  if (view.changed) {
    diagram.after = "then";
    diagram.cause = "The scenario";
    diagram.reckoning = "then: with all that follows from the scenario";
  }
  diagram.id = (view.plan && options.journey ? view.plan : view.today)->id;
  diagram.title = view.today->name;
  if (view.customer) {
    diagram.title += ": " + view.customer->name;
    diagram.persona = describe_persona(view);
  }
  diagram.question = question_of(view, options);
  diagram.state = state_of(view);
  diagram.compare = view.plan != nullptr;
  add_stages(view, diagram);
  add_other_customers(view, diagram);
  mark_emphasis(diagram);
  put_into_words(diagram);
  diagram.map_title = map->title;
  if (view.day) diagram.date = to_words(*view.day);
  if (options.focus) keep_focus(*options.focus, options.hops, diagram);
  count_contents(diagram);
  diagram.advice = advice_for(diagram);
  return diagram;
}

Scene draw_journey(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_journey(build_journey(map, options), options, style);
}

}  // namespace outmap
