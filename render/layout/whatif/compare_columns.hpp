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
  static constexpr double gap_px = 20;

  double x_of(std::size_t column) const { return first_x + static_cast<double>(column) * (width_px + gap_px); }
};

/// As many columns as have room.
CompareGrid compare_grid(const Box& body, std::size_t scenarios);

/// Likelihood, name, what is closed, targets, losers and money of every column; returns the y below.
double draw_columns(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid,
                    std::vector<Shape>& shapes);

/// The outcomes, a row each, from `top` down; those without room are counted.
void draw_rows(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid, double top,
               std::vector<Shape>& shapes);

/// Least height of draw_rows with every row.
double least_compared_px(const WhatIfComparison& comparison);

}  // namespace outmap::whatif_picture
