// Whether every dearer offering gives the customer clearly more.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// Offerings by price and perceived value, as steps; what each next rung must clear; the four parts of each; rungs that
/// are no better or too close (see find_value_ladder). Of many the first twenty from the cheapest up, or `top`, have a
/// row. O(n²) in the offerings.
Scene draw_ladder(const Map& map, const DiagramOptions& options, const Style& style);

/// The rungs from the cheapest up.
DiagramGraph graph_ladder(const Map& map, const DiagramOptions& options);

}  // namespace outmap
