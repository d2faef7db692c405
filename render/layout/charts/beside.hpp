// A plot and the rows that say the same in numbers: side by side, on an upright page one above the other.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "render/layout/charts/sheet.hpp"
#include "render/layout/parts.hpp"

namespace outmap::charts {

struct BesideLook {
  double widest_rows_px = 640;
  double rows_share = 0.5;       // of the width, at most
  double upright_plot_px = 540;  // height of the plot over the rows
};

/// What one diagram draws in plot and rows; all that is pointed to must outlive the call of `lay_out_beside`.
struct PlotBesideRows {
  std::string id;  // of the picture
  const ChartWords& words;
  std::vector<LegendItem> legend;
  const NothingYet* nothing = nullptr;  // stands in place of both, where there is nothing to draw
  double rows_px = 0;                   // height of all rows, for pictures of everything
  std::function<std::vector<Shape>(const Box&)> plot;
  std::function<std::vector<Shape>(const Box&)> rows;
};

/// The whole picture, in the height of the page or, with `options.everything`, of all rows.
Scene lay_out_beside(const PlotBesideRows& picture, const BesideLook& look, const DiagramOptions& options,
                     const Style& style);

/// The plot in its half, with room for a heading and the names and ticks of both axes.
Box plot_box(const Box& half);

/// How high rows may be, and what stands above them.
struct RowHeights {
  double header_px = 0;
  double least_px = 0;
  double most_px = 0;
};

/// How many of `all` rows have room in `height_px`, one kept for the count of those that have none; at most
/// `options.top`, and all with `options.everything`.
std::size_t rows_that_fit(std::size_t all, const DiagramOptions& options, double height_px, const RowHeights& heights);

/// The height of so many rows at their least, with what stands above them.
double least_rows_px(std::size_t rows, const RowHeights& heights);

/// The height of each of so many rows.
double row_px(std::size_t rows, double height_px, const RowHeights& heights);

/// Words of 10 px.
TextShape small_text(const Style& style, const std::string& words, Point at, Anchor anchor, const Colour& colour,
                     Face face = Face::regular);

/// What stands in place of the rows that have no room: "+ 3 dearer rungs".
Group rest_of_rows(const Style& style, const std::string& words, Point at);

}  // namespace outmap::charts
