// The ten steps from customers' own words to results: which are done in a map, and what each still wants.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

class LevelTable;

/// One thing that a step still wants, and of which elements.
struct StepOpen {
  std::string what;  // "2 customers name no need"
  Ids elements;      // in the order of the map; empty where something is missing altogether

  bool operator==(const StepOpen&) const = default;
};

struct Step {
  std::string_view name;  // "values-in-own-words"
  bool done = false;      // nothing is open
  std::vector<StepOpen> open;

  bool operator==(const Step&) const = default;
};

/// The ten steps, in their order. A step is done when the map shows it, never because somebody said so:
///
/// - values-in-own-words: there are customers; each names a need; each need they name has their words: a quote, or
///   evidence with a quote that supports it.
/// - journey-mapped: each customer walks a journey of today; such a journey has stages, each with a touchpoint.
/// - stage-outcomes: there are stages; each names an outcome that is wanted there.
/// - stage-value-monitored: each stage of today says what value the customer gets, stated or read; and each is watched:
///   a reading of it or of one of its outcomes, or feedback at it.
/// - stage-changes: each stage of today says what is to change: the value wanted, an opportunity, the stage of a future
///   journey that replaces it, or an initiative that improves it or a touchpoint of it.
/// - outcomes-valued: there are outcomes; each has a holder, an importance and a kind of value.
/// - outcomes-to-processes: each outcome is served by a process.
/// - opportunities: each outcome has the numbers of its gap and opportunity: level, target, importance, satisfaction.
/// - process-improvements: each outcome that falls short is reached by an initiative that was not stopped.
/// - results-evaluated: an initiative runs or is done; each of these shows a result, good or bad: readings of two days
///   of an outcome that it says it closes (where it says none, of one that it reaches), or a harvested outcome that
///   names it.
///
/// 'Stages of today' are those of journeys with `when: current`. An initiative reaches what it closes or improves, what
/// its influences lead to, and from there what a process or offering serves and what is wanted at the stages of a
/// touchpoint. Levels, readings and feedback count up to the as-of day (see outmap::as_of).
/// Deterministic. O(n log n + initiatives running or done x links), n the elements, references and dated rows.
std::vector<Step> find_steps(const Map& map, std::optional<Date> asked = std::nullopt);

/// With a table of the map's levels that is there already: making it means going through all ratings.
std::vector<Step> find_steps(const Map& map, const LevelTable& levels);

}  // namespace outmap
