// The outcome map: how initiatives, through processes, partners and touchpoints, lead to outcomes and value.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// The outcome map of `map`. `options.focus` and `hops` draw the neighbourhood of one element; `top` the ways to that
/// many outcomes, by priority; `everything` all elements, on a picture that grows as it must. By default everything
/// that has an effect or is affected is drawn while it fits (18 a column), else the ways to the outcomes of highest
/// priority; the footer counts what was left out. Throws CannotDraw where `focus` names no element of the outcome map.
/// Deterministic. A few milliseconds for 60 elements.
Scene draw_outcomes(const Map& map, const DiagramOptions& options, const Style& style);

/// The same choice as a graph.
DiagramGraph graph_outcomes(const Map& map, const DiagramOptions& options);

}  // namespace outmap
