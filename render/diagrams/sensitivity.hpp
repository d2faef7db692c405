// On which assumptions a what-if hangs: a tornado, the ones to test first at its top.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// For each scenario of `options.what_ifs` (four at most) the influences whose weight moves the result most, by swing x
/// (1 - confidence): bars from the result with the weight at the lower end of its spread to that at the upper end.
/// `top` of them, or what fits. Throws CannotDraw without scenarios. O(assumptions).
Scene draw_sensitivity(const Map& map, const DiagramOptions& options, const Style& style);

/// The influences as edges between the elements they tie, with swing and confidence.
DiagramGraph graph_sensitivity(const Map& map, const DiagramOptions& options);

}  // namespace outmap
