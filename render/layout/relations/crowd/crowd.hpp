// Relational maps of hundreds and thousands of elements with everything drawn. What a small map does by looking at all
// pairs is done here group by group: groups find their places by forces, get areas in the same order, and members
// search their cells within.
#pragma once

#include "render/layout/relations/plan.hpp"

namespace outmap::relations {

/// From so many elements on a map is a crowd.
inline constexpr std::size_t least_crowd = 150;

inline bool is_crowd(const RelationsDiagram& diagram) { return diagram.elements.size() >= least_crowd; }

/// Sizes the page, gives every group an area and every element a place in it, after measure(). No two boxes overlap,
/// nor two areas. Where somebody stands begins with ids alone, so that a small edit moves little. About groups² + the
/// sum of members² over the groups, and a search whose work is bounded by the number of ties.
void place_crowd(const RelationsDiagram& diagram, const DiagramOptions& options, const Fonts& fonts, Plan& plan);

/// Straight ties, trimmed at both shapes.
void route_crowd(const RelationsDiagram& diagram, Plan& plan);

}  // namespace outmap::relations
