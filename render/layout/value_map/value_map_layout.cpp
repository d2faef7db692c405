#include "render/layout/value_map/value_map_layout.hpp"

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/beside.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/value_map/value_map_parts.hpp"

namespace outmap {
namespace {

constexpr charts::BesideLook beside{.widest_rows_px = 640, .rows_share = 0.46, .upright_plot_px = 600};

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
  items.push_back(charts::legend_item({charts::line({0, 8}, {24, 8}, {theme.ink_3, 1, {2, 3}, 1})}, 24, "mean of all"));
  items.push_back(charts::legend_item({charts::bar({0, 3, 18, 10}, theme.gain)}, 18, "under its fair price"));
  if (std::ranges::any_of(diagram.marks, [](const ValueMark& mark) { return mark.advantage < -0.005; }))
    items.push_back(charts::legend_item({charts::bar({0, 3, 18, 10}, theme.gap_mid)}, 18, "over its fair price"));
  return items;
}

}  // namespace

Scene lay_out_value_map(const ValueMapDiagram& diagram, const DiagramOptions& options, const Style& style) {
  charts::SheetLook look;
  look.page = options.page;
  if (options.everything) {
    const double rows = value_map_picture::row_heights.header_px +
                        value_map_picture::row_heights.least_px * static_cast<double>(diagram.marks.size());
    look.least_body_px = charts::body_px_for(rows, options.page, beside);
  }
  charts::Sheet sheet("value-map", diagram.words, style, legend_of(diagram, style.theme), look);
  const Box& body = sheet.body();
  if (diagram.marks.empty()) {
    sheet.add(charts::nothing_yet(style, diagram.nothing, body));
    return std::move(sheet).finish();
  }
  const auto [plot, rows] = charts::plot_beside_rows(body, options.page, beside);
  for (Shape& shape : value_map_picture::draw_plane(diagram, style, plot)) sheet.add(std::move(shape));
  const std::size_t shown =
      charts::rows_that_fit(diagram.marks.size(), options, rows.height, value_map_picture::row_heights);
  for (Shape& shape : value_map_picture::draw_rows(diagram, shown, style, rows)) sheet.add(std::move(shape));
  return std::move(sheet).finish();
}

}  // namespace outmap
