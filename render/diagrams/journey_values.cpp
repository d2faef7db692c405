// How much value a stage gives, today, as wanted and as planned.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/analysis/levels.hpp"
#include "model/text/numbers.hpp"
#include "render/diagrams/journey_parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double middle_importance = 5;

struct Kind {
  const char* name;
  ReadingPart part;
  std::optional<double> ValueByKind::*value;
};
constexpr std::array<Kind, 4> kinds{{{"functional", ReadingPart::functional, &ValueByKind::functional},
                                     {"financial", ReadingPart::financial, &ValueByKind::financial},
                                     {"emotional", ReadingPart::emotional, &ValueByKind::emotional},
                                     {"social", ReadingPart::social, &ValueByKind::social}}};

Number to_ten(Number value, const Scale& scale, Direction direction) {
  return value ? satisfaction_from_level(*value, scale, direction) : Number();
}

double from_ten(double ten, const Scale& scale, Direction direction) {
  const double from_worst = ten / 10 * scale.width();
  return direction == Direction::more ? scale.min + from_worst : scale.max - from_worst;
}

/// The newest reading of a stage's part not after the day; among equals the later one in the file.
Number newest_reading(const JourneyView& view, const Stage& stage, ReadingPart part) {
  const Reading* newest = nullptr;
  for (const Reading& reading : view.map_of(stage)->readings) {
    if (reading.of != stage.id || reading.part != part || !std::holds_alternative<double>(reading.value)) continue;
    if (view.day && reading.date > *view.day) continue;
    if (!newest || reading.date >= newest->date) newest = &reading;
  }
  return newest ? Number(std::get<double>(newest->value)) : Number();
}

const StageView* view_for(const Stage& stage, const Id& customer) {
  for (const StageView& each : stage.by_customer)
    if (each.customer == customer) return &each;
  return nullptr;
}

/// A reading is of the stage as everyone lives it: with several customers, what is stated for one of them tells more.
bool stated_for_one(const JourneyView& view) { return view.today->customers.size() > 1; }

Number kind_value(const JourneyView& view, const Stage& stage, const StageView* own, const Kind& kind) {
  const Number stated_own = own && own->value ? (*own->value).*kind.value : Number();
  if (stated_own && stated_for_one(view)) return stated_own;
  if (const Number reading = newest_reading(view, stage, kind.part)) return reading;
  if (stated_own) return stated_own;
  return stage.value ? (*stage.value).*kind.value : Number();
}

Number kind_wanted(const Stage& stage, const StageView* own, const Kind& kind) {
  const Number stated_own = own && own->wanted ? (*own->wanted).*kind.value : Number();
  if (stated_own) return stated_own;
  return stage.wanted ? (*stage.wanted).*kind.value : Number();
}

struct Mean {
  double sum = 0;
  double weight = 0;

  void add(Number value, double w) {
    if (!value) return;
    sum += *value * w;
    weight += w;
  }
  Number value() const { return weight > 0 ? Number(sum / weight) : Number(); }
};

/// Value by kind of one stage as one mean each. Kinds with both numbers count alone where there are any, so that
/// the two means speak of the same thing.
struct ByKind {
  Number now;
  Number wanted;
  std::string words;
};

ByKind value_by_kind(const JourneyView& view, const Stage& stage) {
  const StageView* own = view.customer ? view_for(stage, view.customer->id) : nullptr;
  Mean now, wanted, paired_now, paired_wanted;
  ByKind result;
  for (const Kind& kind : kinds) {
    const Number is = kind_value(view, stage, own, kind);
    const Number should = kind_wanted(stage, own, kind);
    const Number is_ten = to_ten(is, view.map->scale, Direction::more);
    const Number should_ten = to_ten(should, view.map->scale, Direction::more);
    now.add(is_ten, 1);
    wanted.add(should_ten, 1);
    if (is && should) {
      paired_now.add(is_ten, 1);
      paired_wanted.add(should_ten, 1);
    }
    if (!is && !should) continue;
    result.words +=
        (result.words.empty() ? "" : ", ") + std::string(kind.name) + " " + (is ? few_decimals(*is) : "unknown");
    if (should) result.words += " of " + few_decimals(*should) + " wanted";
  }
  const bool paired = paired_now.weight > 0;
  result.now = (paired ? paired_now : now).value();
  result.wanted = (paired ? paired_wanted : wanted).value();
  return result;
}

/// What is done already is in today's level.
bool counts_in_plan(const Initiative& initiative) {
  return initiative.status == InitiativeStatus::planned || initiative.status == InitiativeStatus::running;
}

double share_closed(const Initiative& initiative, const Id& outcome) {
  for (const IdNumber& each : initiative.closes)
    if (each.id == outcome) return std::clamp(each.value, 0.0, 1.0);
  return 0;
}

/// What direct influences of planned initiatives take off an outcome, 0-10.
double harm_of_plan(const Map& map, const Outcome& outcome) {
  double harm = 0;
  for (const Influence& influence : map->influences) {
    if (influence.to != outcome.id) continue;
    const double better = outcome.direction == Direction::more ? influence.weight : -influence.weight;
    const Initiative* initiative = map.get<Initiative>(influence.from);
    if (initiative && counts_in_plan(*initiative) && better < 0) harm -= 10 * better;
  }
  return harm;
}

Number planned_level(const Map& map, const Outcome& outcome, const Levels& levels) {
  if (!levels.now) return {};
  double open = 1;
  for (const Initiative& initiative : map->initiatives)
    if (counts_in_plan(initiative)) open *= 1 - share_closed(initiative, outcome.id);
  return std::clamp(*levels.now + levels.gap() * (1 - open) - harm_of_plan(map, outcome), 0.0, 10.0);
}

const Holder* holder_of(const Outcome& outcome, const Customer* customer) {
  for (const Holder& holder : outcome.holders.list)
    if (customer && holder.id == customer->id) return &holder;
  return nullptr;
}

/// The level that a what-if leads to, for the same persona; missing where the outcome is gone.
Number level_after(const JourneyView& view, const Outcome& outcome) {
  const Outcome* changed = view.changed->get<Outcome>(outcome.id);
  if (changed == nullptr) return {};
  const Holder* holder = holder_of(*changed, view.customer);
  const OutcomeLevel level = holder ? view.changed_levels->of(*changed, *holder) : view.changed_levels->whole(*changed);
  return to_ten(level.current, level.scale, level.direction);
}

JourneyOutcome describe_outcome(const JourneyView& view, const Outcome& outcome) {
  const Holder* holder = holder_of(outcome, view.customer);
  const OutcomeLevel level = holder ? view.levels.of(outcome, *holder) : view.levels.whole(outcome);
  JourneyOutcome described;
  described.id = outcome.id;
  described.name = outcome.name;
  described.importance = level.importance;
  described.unit = outcome.unit;
  described.scale = level.scale;
  described.stated.now = level.current;
  described.stated.wanted = level.target;
  described.levels.now = to_ten(level.current, level.scale, level.direction);
  described.levels.wanted = to_ten(level.target, level.scale, level.direction);
  if (view.plan)
    described.levels.planned =
        view.changed ? level_after(view, outcome) : planned_level(view.map, outcome, described.levels);
  if (described.levels.planned)
    described.stated.planned = from_ten(*described.levels.planned, level.scale, level.direction);
  described.unserved = !is_served(view.map, outcome.id);
  return described;
}

/// Importance-weighted means over the outcomes with both numbers, where there are any.
Levels value_of_outcomes(const std::vector<JourneyOutcome>& outcomes) {
  const bool paired = std::any_of(outcomes.begin(), outcomes.end(),
                                  [](const JourneyOutcome& o) { return o.levels.now && o.levels.wanted; });
  Mean now, wanted, planned;
  for (const JourneyOutcome& outcome : outcomes) {
    if (paired && !(outcome.levels.now && outcome.levels.wanted)) continue;
    // An importance of 0 must not make a lone outcome vanish.
    const double weight = std::max(outcome.importance.value_or(middle_importance), 0.001);
    now.add(outcome.levels.now, weight);
    wanted.add(outcome.levels.wanted, weight);
    planned.add(outcome.levels.planned, weight);
  }
  return {now.value(), wanted.value(), planned.value()};
}

Levels value_of_kinds(const JourneyView& view, const StagePair& pair, const ByKind& today) {
  Levels value{today.now, today.wanted, {}};
  if (!pair.planned) return value;
  const ByKind planned = value_by_kind(view, *pair.planned);
  value.planned = planned.now ? planned.now : today.now;
  if (!value.wanted) value.wanted = planned.wanted;
  if (!pair.today) value.now.reset();
  return value;
}

}  // namespace

void hide_wishes(const JourneyView& view, const StagePair& pair, JourneyStage& stage) {
  if (!view.drops(pair)) return;
  stage.value.wanted.reset();
  for (JourneyOutcome& outcome : stage.outcomes) outcome.levels.wanted = outcome.stated.wanted = Number();
}

Number emotion_of(const JourneyView& view, const Stage& stage, const Id& customer) {
  const StageView* own = view_for(stage, customer);
  if (own && own->emotion && stated_for_one(view)) return own->emotion;
  if (const Number reading = newest_reading(view, stage, ReadingPart::emotion)) return reading;
  return own && own->emotion ? own->emotion : stage.emotion;
}

void fill_outcomes(const JourneyView& view, const StagePair& pair, JourneyStage& stage) {
  for (const Id& id : outcomes_of(pair))
    if (const Outcome* outcome = view.map.get<Outcome>(id)) stage.outcomes.push_back(describe_outcome(view, *outcome));
  std::sort(stage.outcomes.begin(), stage.outcomes.end(), [](const JourneyOutcome& a, const JourneyOutcome& b) {
    if (a.weighted_gap() != b.weighted_gap()) return a.weighted_gap() > b.weighted_gap();
    return a.id < b.id;
  });
}

void fill_values(const JourneyView& view, const StagePair& pair, JourneyStage& stage) {
  const Id customer = view.customer ? view.customer->id : Id();
  if (pair.today) stage.emotion = emotion_of(view, *pair.today, customer);
  if (pair.planned) stage.emotion_planned = emotion_of(view, *pair.planned, customer);
  const ByKind by_kind = value_by_kind(view, pair.shown());
  stage.value_words = by_kind.words;
  stage.value = value_of_outcomes(stage.outcomes);
  const Levels of_kinds = value_of_kinds(view, pair, by_kind);
  const bool from_outcomes = stage.value.now || !(of_kinds.now || of_kinds.wanted || of_kinds.planned);
  if (!from_outcomes) stage.value = of_kinds;
  if (!pair.planned) stage.value.planned.reset();
  for (JourneyOutcome& outcome : stage.outcomes)
    if (!pair.planned) outcome.levels.planned = outcome.stated.planned = Number();
  if (!pair.today && view.plan) {
    // A new stage has no today; its outcomes' gaps belong to the stages that have them now.
    stage.value.now.reset();
    return;
  }
  for (const JourneyOutcome& outcome : stage.outcomes) {
    const double importance = outcome.importance.value_or(middle_importance);
    stage.gap_weight += outcome.weighted_gap();
    stage.gap_weight_left += importance * (pair.planned ? outcome.levels.gap_left() : outcome.levels.gap());
  }
  if (from_outcomes) return;
  stage.gap_weight = middle_importance * stage.value.gap();
  stage.gap_weight_left = middle_importance * (stage.value.planned ? stage.value.gap_left() : stage.value.gap());
}

}  // namespace outmap::journey_picture
