// What comes of scenarios: what moves, which targets are met, who loses, how sure that is.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// One scenario: the outcome map with the change on every node, and beside it who loses and each outcome before and
/// after. One that sweeps a parameter: the outcomes over it; two parameters: what is closed, as a grid. Several
/// scenarios: side by side, the likely ones first. `top`: so many outcomes; `everything`: all, on a page that grows.
/// Throws CannotDraw without scenarios. A few milliseconds for 60 elements.
Scene draw_whatif(const Map& map, const DiagramOptions& options, const Style& style);

/// What moves, and the influences that carry it, for the first scenario.
DiagramGraph graph_whatif(const Map& map, const DiagramOptions& options);

}  // namespace outmap
