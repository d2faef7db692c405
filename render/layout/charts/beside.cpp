#include "render/layout/charts/beside.hpp"

#include <algorithm>
#include <utility>

namespace outmap::charts {
namespace {

constexpr double gutter = 48;
constexpr double apart = 24;  // plot and rows, one above the other
constexpr double highest_plot = 800;

struct PlotAndRows {
  Box plot;
  Box rows;
};

/// Where plot and rows stand in `body`; the plot is 800 px high at most.
PlotAndRows plot_beside_rows(const Box& body, Page page, const BesideLook& look) {
  if (page == Page::a4_portrait) {
    const double below = look.upright_plot_px + apart;
    return {{body.x, body.y, body.width, look.upright_plot_px},
            {body.x, body.y + below, body.width, body.height - look.upright_plot_px - apart}};
  }
  const double width = std::min(look.widest_rows_px, body.width * look.rows_share);
  return {{body.x, body.y, body.width - width - gutter, std::min(body.height, highest_plot)},
          {body.right() - width, body.y, width, body.height}};
}

/// Height of a body with rows of `rows_px` together.
double body_px_for(double rows_px, Page page, const BesideLook& look) {
  return rows_px + (page == Page::a4_portrait ? look.upright_plot_px + apart : 0);
}

}  // namespace

Box plot_box(const Box& half) {
  constexpr double left_px = 44;
  constexpr double right_px = 8;
  constexpr double top_px = 50;     // heading and the axis's name
  constexpr double bottom_px = 38;  // ticks and the axis's name
  return {half.x + left_px, half.y + top_px, half.width - left_px - right_px, half.height - top_px - bottom_px};
}

Scene lay_out_beside(const PlotBesideRows& picture, const BesideLook& look, const DiagramOptions& options,
                     const Style& style) {
  const double least_px = options.everything ? body_px_for(picture.rows_px, options.page, look) : 0;
  Sheet sheet(picture.id, picture.words, style, picture.legend, {.page = options.page, .least_body_px = least_px});
  if (picture.nothing != nullptr) {
    sheet.add(nothing_yet(style, *picture.nothing, sheet.body()));
    return std::move(sheet).finish();
  }
  const auto [plot, rows] = plot_beside_rows(sheet.body(), options.page, look);
  for (Shape& shape : picture.plot(plot)) sheet.add(std::move(shape));
  for (Shape& shape : picture.rows(rows)) sheet.add(std::move(shape));
  return std::move(sheet).finish();
}

std::size_t rows_that_fit(std::size_t all, const DiagramOptions& options, double height_px, const RowHeights& heights) {
  if (options.everything) return all;
  const auto room = static_cast<std::size_t>(std::max(1.0, (height_px - heights.header_px) / heights.least_px));
  const std::size_t shown = all <= room ? all : room - 1;
  return options.top ? std::min(shown, static_cast<std::size_t>(*options.top)) : shown;
}

double least_rows_px(std::size_t rows, const RowHeights& heights) {
  return heights.header_px + heights.least_px * static_cast<double>(rows);
}

double row_px(std::size_t rows, double height_px, const RowHeights& heights) {
  return std::clamp((height_px - heights.header_px) / static_cast<double>(std::max<std::size_t>(1, rows)),
                    heights.least_px, heights.most_px);
}

TextShape small_text(const Style& style, const std::string& words, Point at, Anchor anchor, const Colour& colour,
                     Face face) {
  return text_line(style, words, at, {type_size::small_px, face, colour, anchor, {}});
}

Group rest_of_rows(const Style& style, const std::string& words, Point at) {
  Group group{"", "", "note", "rest", "", "", {}};
  group.shapes.emplace_back(text_line(style, words, at, {type_size::body_px, Face::italic, style.theme.ink_2}));
  return group;
}

}  // namespace outmap::charts
