#include "render/layout/value_map/value_map_layout.hpp"

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/value_map/value_map_parts.hpp"

namespace outmap {
namespace {

constexpr double gutter = 48;
constexpr double widest_rows = 640;
constexpr double upright_plane = 600;

std::vector<LegendItem> legend_of(const ValueMapDiagram& diagram, const Theme& theme) {
  std::vector<LegendItem> items;
  if (diagram.marks.empty()) return items;
  const auto any = [&](bool ours) {
    return std::ranges::any_of(diagram.marks, [&](const ValueMark& mark) { return mark.ours == ours; });
  };
  if (any(true))
    items.push_back(charts::legend_item({value_map_picture::mark_shape(theme, true, {7, 8}, 6)}, 14, "our offerings"));
  if (any(false))
    items.push_back(charts::legend_item({value_map_picture::mark_shape(theme, false, {7, 8}, 6)}, 14,
                                        "what customers could choose instead"));
  items.push_back(charts::legend_item({charts::line({0, 8}, {24, 8}, {theme.ink, 1.5, {}, 1})}, 24,
                                      "fair value: the price that the quality is worth"));
  items.push_back(charts::legend_item({charts::bar({0, 3, 18, 10}, theme.gain)}, 18, "under its fair price"));
  if (std::ranges::any_of(diagram.marks, [](const ValueMark& mark) { return mark.advantage < -0.005; }))
    items.push_back(charts::legend_item({charts::bar({0, 3, 18, 10}, theme.gap_mid)}, 18, "over its fair price"));
  return items;
}

std::size_t rows_that_fit(const ValueMapDiagram& diagram, const DiagramOptions& options, double height) {
  const std::size_t all = diagram.marks.size();
  if (options.everything) return all;
  const auto room = static_cast<std::size_t>(
      std::max(1.0, (height - value_map_picture::rows_header_px) / value_map_picture::least_row_px));
  const std::size_t shown = all <= room ? all : room - 1;
  return options.top ? std::min(shown, static_cast<std::size_t>(*options.top)) : shown;
}

}  // namespace

Scene lay_out_value_map(const ValueMapDiagram& diagram, const DiagramOptions& options, const Style& style) {
  charts::SheetLook look;
  look.page = options.page;
  const bool upright = options.page == Page::a4_portrait;
  if (options.everything)
    look.least_body_px = value_map_picture::rows_header_px +
                         value_map_picture::least_row_px * static_cast<double>(diagram.marks.size()) +
                         (upright ? upright_plane + 24 : 0);
  charts::Sheet sheet("value-map", diagram.words, style, legend_of(diagram, style.theme), look);
  const Box& body = sheet.body();
  if (diagram.marks.empty()) {
    sheet.add(charts::nothing_yet(style, diagram.nothing, body));
    return std::move(sheet).finish();
  }
  const double width = std::min(widest_rows, body.width * 0.46);
  const Box plane = upright ? Box{body.x, body.y, body.width, upright_plane}
                            : Box{body.x, body.y, body.width - width - gutter, std::min(body.height, 800.0)};
  const Box rows = upright ? Box{body.x, body.y + upright_plane + 24, body.width, body.height - upright_plane - 24}
                           : Box{body.right() - width, body.y, width, body.height};
  for (Shape& shape : value_map_picture::draw_plane(diagram, style, plane)) sheet.add(std::move(shape));
  const std::size_t shown = rows_that_fit(diagram, options, rows.height);
  for (Shape& shape : value_map_picture::draw_rows(diagram, shown, style, rows)) sheet.add(std::move(shape));
  return std::move(sheet).finish();
}

}  // namespace outmap
