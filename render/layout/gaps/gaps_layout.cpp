#include "render/layout/gaps/gaps_layout.hpp"

#include <algorithm>

#include "model/text/numbers.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/gaps/gaps_parts.hpp"

namespace outmap {
namespace {

constexpr double gutter = 40;
constexpr double widest_rows = 780;
constexpr double upright_plane = 560;

ChartWords with_axes(const GapsDiagram& diagram) {
  ChartWords words = diagram.words;
  if (diagram.points.empty()) return words;
  const gaps_picture::AxesBegin begin = gaps_picture::axes_begin(diagram);
  if (begin.importance > 0 || begin.satisfaction > 0)
    words.source += ", axes from " + few_decimals(begin.importance) +
                    (begin.importance == begin.satisfaction ? "" : " and " + few_decimals(begin.satisfaction));
  return words;
}

/// The boxes of the plane and of the rows.
std::pair<Box, Box> halves(const Box& body, Page page) {
  if (page == Page::a4_portrait) {
    const double upper = std::min(upright_plane, body.height * 0.5);
    return {{body.x, body.y, body.width, upper}, {body.x, body.y + upper + 24, body.width, body.height - upper - 24}};
  }
  const double rows = std::min(widest_rows, body.width * 0.56);
  return {{body.x, body.y, body.width - rows - gutter, std::min(body.height, 800.0)},
          {body.right() - rows, body.y, rows, body.height}};
}

}  // namespace

Scene lay_out_gaps(const GapsDiagram& diagram, Page page, const Style& style) {
  charts::SheetLook look;
  look.page = page;
  if (diagram.may_grow)
    look.least_body_px = gaps_picture::least_rows_px(diagram) + (page == Page::a4_portrait ? upright_plane + 24 : 0);
  charts::Sheet sheet("gaps", with_axes(diagram), style, gaps_picture::legend_of(diagram, style), look);
  if (diagram.points.empty()) {
    sheet.add(charts::nothing_yet(style, diagram.nothing, sheet.body()));
    return std::move(sheet).finish();
  }
  const auto [plane, rows] = halves(sheet.body(), page);
  for (Shape& shape : gaps_picture::draw_plane(diagram, style, plane)) sheet.add(std::move(shape));
  for (Shape& shape : gaps_picture::draw_rows(diagram, style, rows)) sheet.add(std::move(shape));
  return std::move(sheet).finish();
}

}  // namespace outmap
