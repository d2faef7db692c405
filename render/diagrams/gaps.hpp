// Which outcomes matter, fall short and touch many: importance against satisfaction, and what each priority is made of.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// The importance-satisfaction plane with quadrants and bands of opportunity, beside it one row an outcome: importance
/// x gap x impact = priority (see find_gaps). Numbered and named are the first twenty by priority, or `top`;
/// `everything` gives each a row, on a picture that grows in height. With the focus on a customer or partner the
/// picture is of the outcomes that they want, at their own levels; throws CannotDraw where the focus wants none.
/// O(find_gaps), and the square of the names.
Scene draw_gaps(const Map& map, const DiagramOptions& options, const Style& style);

/// Outcomes by quadrant.
DiagramGraph graph_gaps(const Map& map, const DiagramOptions& options);

}  // namespace outmap
