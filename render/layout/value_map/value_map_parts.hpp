// The two halves of the picture of a value map.
#pragma once

#include "render/diagrams/value_map_diagram.hpp"
#include "render/layout/charts/beside.hpp"
#include "render/layout/parts.hpp"

namespace outmap::value_map_picture {

/// Relative quality against relative price in `box`, with the fair-value line.
std::vector<Shape> draw_plane(const ValueMapDiagram& diagram, const Style& style, const Box& box);

/// How far each lies under or over its fair price, the best value first; the first `shown`.
std::vector<Shape> draw_rows(const ValueMapDiagram& diagram, std::size_t shown, const Style& style, const Box& box);

/// Of draw_rows.
inline constexpr charts::RowHeights row_heights{.header_px = 48, .least_px = 30, .most_px = 68};

/// A disc for ours, a square for alternatives.
Shape mark_shape(const Theme& theme, bool ours, Point center, double radius);

}  // namespace outmap::value_map_picture
