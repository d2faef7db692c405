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
  using value_map_picture::row_heights;
  const auto plot = [&](const Box& box) { return value_map_picture::draw_plane(diagram, style, box); };
  const auto rows = [&](const Box& box) {
    const std::size_t shown = charts::rows_that_fit(diagram.marks.size(), options, box.height, row_heights);
    return value_map_picture::draw_rows(diagram, shown, style, box);
  };
  return charts::lay_out_beside({.id = "value-map",
                                 .words = diagram.words,
                                 .legend = legend_of(diagram, style.theme),
                                 .nothing = diagram.marks.empty() ? &diagram.nothing : nullptr,
                                 .rows_px = charts::least_rows_px(diagram.marks.size(), row_heights),
                                 .plot = plot,
                                 .rows = rows},
                                beside, options, style);
}

}  // namespace outmap
