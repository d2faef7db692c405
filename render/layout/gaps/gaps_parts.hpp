// The two halves of the picture of gaps, and the marks that both use.
#pragma once

#include "render/diagrams/gaps_diagram.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/parts.hpp"

namespace outmap::gaps_picture {

/// Importance against satisfaction in `box`: axes, bands, quadrants, marks, names.
std::vector<Shape> draw_plane(const GapsDiagram& diagram, const Style& style, const Box& box);

struct AxesBegin {
  double importance = 0;
  double satisfaction = 0;
};

/// Where the plane's axes begin: even numbers below the least importance and the least satisfaction shown, 4 at most.
AxesBegin axes_begin(const GapsDiagram& diagram);

/// One row an outcome in `box`.
std::vector<Shape> draw_rows(const GapsDiagram& diagram, const Style& style, const Box& box);

/// Height of `draw_rows` with rows as low as may be.
double least_rows_px(const GapsDiagram& diagram);

/// The mark of an outcome with its rank: a disc, filled for the head; a square at or beyond the target; dashed where
/// few answered.
Group rank_mark(const Style& style, const GapPoint& point, Point center, double radius_px);

std::vector<LegendItem> legend_of(const GapsDiagram& diagram, const Style& style);

}  // namespace outmap::gaps_picture
