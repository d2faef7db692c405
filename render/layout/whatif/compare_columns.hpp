// The columns of scenarios that stand side by side.
#pragma once

#include "render/diagrams/whatif_compare.hpp"
#include "render/layout/parts.hpp"

namespace outmap::whatif_picture {

/// Where columns stand: names of rows at the left, then `count` columns of the same width.
struct CompareGrid {
  Box body{};
  double first_x = 0;
  double width_px = 0;
  std::size_t count = 0;
  static constexpr double gap_px = 40;  // of which each side of a column has 12 px of ground

  double x_of(std::size_t column) const { return first_x + static_cast<double>(column) * (width_px + gap_px); }
};

/// As many columns as have room.
CompareGrid compare_grid(const Box& body, std::size_t scenarios);

/// Likelihood, name, what is closed, targets, losers and money of every column; returns the y below.
double draw_columns(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid,
                    std::vector<Shape>& shapes);

/// The ground of every column, down to `bottom`; that of what closes most has an outline.
Group draw_column_grounds(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid,
                          double bottom);

/// A line for each scenario that has no levels, the last at the foot of `box`.
Group draw_unsettled(const WhatIfComparison& comparison, const Style& style, const Box& box);

/// Height of draw_unsettled; 0 where all have levels.
double unsettled_px(const WhatIfComparison& comparison);

/// The outcomes, a row each, from `top` down; those without room are counted. Returns the y below.
double draw_rows(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid, double top,
                 std::vector<Shape>& shapes);

/// Least height of draw_rows with every row.
double least_compared_px(const WhatIfComparison& comparison);

}  // namespace outmap::whatif_picture
