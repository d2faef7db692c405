// The three scores of a cluster as small labelled bars.
#pragma once

#include "render/diagrams/relations_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::relations {

/// Height of a row of score bars with the space above it.
inline constexpr double scores_height = 26;

/// Labels in full, or short where there is little room.
enum class ScoreLabels { full, brief };

/// Width of the row; 0 where no score is known.
double scores_width(const GroupScores& scores, ScoreLabels labels = ScoreLabels::full);

/// The scores that are known, side by side from `at`, the upper left corner; never a bar for what is not known.
Group score_bars(const Style& style, const GroupScores& scores, Point at, ScoreLabels labels = ScoreLabels::full);

/// "act here first" on the accent, its left middle at `at`.
Group act_first(const Style& style, Point at);
double act_first_width(const Fonts& fonts);

}  // namespace outmap::relations
