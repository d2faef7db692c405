// From a finished plan to shapes.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "render/layout/outcomes/plan.hpp"
#include "render/layout/parts.hpp"
#include "render/scene.hpp"

namespace outmap::outcomes {

/// `share` of one colour in the other: mix("#000000", "#FFFFFF", 0.25) is a light grey. Both as "#RRGGBB".
Colour mix(const Colour& colour, const Colour& into, double share);

/// How much of the line colour an edge without a weight has.
inline constexpr double plain_share = 0.62;
inline constexpr std::array<double, 2> unweighed_dash{2, 3};

Colour loop_colour(const Style& style, bool reinforcing);

/// Whether it helps, not whether it raises: the head tells that.
inline Colour effect_colour(const Theme& theme, const OutcomeEdge& edge) {
  return edge.helps ? theme.gain : theme.loss;
}

/// The bands behind the columns, with their names.
Group draw_columns(const Plan& plan);

/// Edges and heads, the weakest first, so that the strong ones pass over them.
Group draw_edges(const Plan& plan);

/// One group a node, by column and from top to bottom.
std::vector<Shape> draw_nodes(const Plan& plan);

/// The ribbons beneath the links of the loops.
std::vector<Shape> draw_ribbons(const Plan& plan);

/// A pill on each loop's lane; a badge on the last link of a loop that needs no lane.
std::vector<Shape> draw_loop_names(const Plan& plan);

/// The boxes of those pills and badges.
std::vector<Box> loop_name_boxes(const Plan& plan);

/// Weights beside the edges that matter, where they cover least.
Group draw_weights(const Plan& plan);

/// What occurs, explained; laid out from (0, 0).
Legend draw_legend(const OutcomesDiagram& diagram, const Style& style, double width_px);

/// The ground and the ink of the chip that tells a node's change, and the ground and outline of the node itself.
struct ChangeLook {
  Colour chip;
  Colour ink;
  Colour ground;
  Stroke stroke;
};
ChangeLook change_look(const Theme& theme, const OutcomeChange& change);

/// That chip in `box`: direction and number, on one line where it is low.
Group draw_change(const Style& style, const OutcomeChange& change, const Box& box);

/// Fill of an outcome by its gap, 0 (met) to 5.
std::size_t gap_step(double share);

/// The silhouette of a node in `box`.
Shape silhouette(const Style& style, const OutcomeNode& node, const Box& box);

}  // namespace outmap::outcomes
