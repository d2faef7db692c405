// The steps in which a journey picture is put together; only the files of render/diagrams/journey* use them.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "model/analysis/levels.hpp"
#include "render/diagrams/journey_diagram.hpp"

namespace outmap::journey_picture {

/// A stage of today and the planned one that takes its place; either may be missing.
struct StagePair {
  const Stage* today = nullptr;
  const Stage* planned = nullptr;

  const Stage& shown() const { return today ? *today : *planned; }
};

/// Whose journey is looked at, on which day.
struct JourneyView {
  const Map& map;
  const LevelTable& levels;  // as of `day`
  const Journey* today = nullptr;
  const Journey* plan = nullptr;       // null: nothing to compare with
  const Customer* customer = nullptr;  // the persona; null where the journey names none
  std::optional<Date> day;
  const Map* changed = nullptr;                // of a what-if: the map it makes, in which `plan` stands
  const LevelTable* changed_levels = nullptr;  // and its levels

  /// The map that a stage stands in: the planned stages of a what-if are those of the map it makes.
  const Map& map_of(const Stage& stage) const {
    const auto is_it = [&stage](const Stage& planned) { return &planned == &stage; };
    return changed && plan && std::ranges::any_of(plan->stages, is_it) ? *changed : map;
  }

  /// Whether the plan does without the stage.
  bool drops(const StagePair& pair) const { return plan && !pair.planned; }
};

// --- values
void fill_values(const JourneyView& view, const StagePair& pair, JourneyStage& stage);
/// Of a stage that the plan drops only what is today is shown; comes last, since gaps rest on what is wanted.
void hide_wishes(const JourneyView& view, const StagePair& pair, JourneyStage& stage);
Number emotion_of(const JourneyView& view, const Stage& stage, const Id& customer);

// --- what stands in the lanes; fill_outcomes comes first
void fill_outcomes(const JourneyView& view, const StagePair& pair, JourneyStage& stage);
void fill_touchpoints(const JourneyView& view, const StagePair& pair, JourneyStage& stage);
void fill_initiatives(const JourneyView& view, const StagePair& pair, JourneyStage& stage);
void fill_processes(const JourneyView& view, const StagePair& pair, JourneyStage& stage);
void fill_evidence(const JourneyView& view, const StagePair& pair, JourneyStage& stage);
std::string quote_for(const JourneyView& view, const StagePair& pair, std::vector<std::string>& taken);

/// The touchpoints and outcomes of both stages of a pair, each once, today's first.
Ids touchpoints_of(const StagePair& pair);
Ids outcomes_of(const StagePair& pair);

/// Whether an initiative, process or offering has an effect on the outcome, directly or through influences.
bool is_served(const Map& map, const Id& outcome);

// --- the whole
Persona describe_persona(const JourneyView& view);
void mark_emphasis(JourneyDiagram& journey);
/// Sets the finding, and the short one.
void put_into_words(JourneyDiagram& journey);

// --- words
/// "one of 5 segments on this journey"; empty where the persona is the journey's only customer.
std::string part_of_customers(const JourneyView& view);
std::string label_of(const Element& element,
                     const std::string& statement);  // its name, else the statement, else the id

template <class T>
bool contains(const std::vector<T>& list, const T& item) {
  for (const T& each : list)
    if (each == item) return true;
  return false;
}

template <class T>
void add_once(std::vector<T>& list, const T& item) {
  if (!contains(list, item)) list.push_back(item);
}

}  // namespace outmap::journey_picture
