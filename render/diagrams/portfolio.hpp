// What a budget buys: the cost-benefit front, the plan, and why the rest is left out.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// The front of find_portfolio as steps, with what its corners add by name; the plan within the budget (by default half
/// of what everything that could be chosen costs), each initiative with what it closes alone and in the plan; what is
/// left out, and why. O(find_portfolio).
Scene draw_portfolio(const Map& map, const DiagramOptions& options, const Style& style);

/// Initiatives in the plan and outside, with what requires and what excludes what, and the outcomes that they close.
DiagramGraph graph_portfolio(const Map& map, const DiagramOptions& options);

/// What may be spent where nobody says: half of what everything that is not done or stopped costs.
double usual_budget(const Map& map);

}  // namespace outmap
