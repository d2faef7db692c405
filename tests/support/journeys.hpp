// Journeys of any length, made for tests.
#pragma once

#include "model/map/content.hpp"

namespace outmap::test {

enum class Wording { plain, endless, japanese };

/// A map with one customer and one journey of `stages` stages, each with a goal, a quote, touchpoints before and behind
/// the line of visibility, two outcomes, pains, an initiative, an opportunity and a process.
MapContent walk(int stages, Wording wording = Wording::plain);

/// Takes something else away from every stage: goals, emotions, levels, importance, touchpoints, everything.
MapContent walk_with_holes(int stages);

/// A stage's outcome as `walk` would add it, without words.
Outcome level(Id id, double importance, double now, double wanted);

}  // namespace outmap::test
