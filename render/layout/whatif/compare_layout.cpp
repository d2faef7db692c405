#include "render/layout/whatif/compare_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/whatif/compare_columns.hpp"
#include "render/layout/whatif/panel.hpp"

namespace outmap {
namespace {

using charts::legend_item;

std::vector<LegendItem> legend_of(const WhatIfComparison& comparison, const Theme& theme) {
  bool better = false, worse = false, target = false, runs = false;
  for (const ComparedOutcome& outcome : comparison.outcomes)
    for (const WhatIfRow& cell : outcome.cells) {
      better = better || (cell.better >= 0.005 && cell.after);
      worse = worse || cell.fate == OutcomeFate::fell;
      target = target || cell.target;
      runs = runs || (cell.low && cell.high);
    }
  std::vector<LegendItem> items;
  if (better || worse) items.push_back(legend_item({charts::bar({0, 3, 20, 5}, theme.level_now)}, 20, "today"));
  if (better)
    items.push_back(legend_item({whatif_picture::bar_after(theme, {0, 5, 20, 8}, false)}, 20, "after, for the better"));
  if (worse)
    items.push_back(legend_item({whatif_picture::bar_after(theme, {0, 5, 20, 8}, true)}, 20, "after, for the worse"));
  if (target) items.push_back(legend_item({charts::bar({2, 1, 2.5, 14}, theme.ink)}, 7, "target"));
  if (target && (better || worse)) {
    items.push_back(legend_item({whatif_picture::verdict_mark(theme, true, {6, 8})}, 12, "met"));
    items.push_back(legend_item({whatif_picture::verdict_mark(theme, false, {6, 8})}, 12, "missed"));
  }
  if (runs)
    items.push_back(legend_item(
        {charts::line({1, 8}, {19, 8}, {theme.ink, 1.5, {}, 1}), charts::line({1, 5}, {1, 11}, {theme.ink, 1.5, {}, 1}),
         charts::line({19, 5}, {19, 11}, {theme.ink, 1.5, {}, 1})},
        20, "5–95 % of runs"));
  return items;
}

}  // namespace

Scene lay_out_comparison(const WhatIfComparison& comparison, const DiagramOptions& options, const Style& style) {
  constexpr double above_rows = 330;
  charts::SheetLook look;
  look.page = options.page;
  if (options.everything || options.top)
    look.least_body_px =
        above_rows + whatif_picture::least_compared_px(comparison) + whatif_picture::unsettled_px(comparison);
  ChartWords words = comparison.words;
  const auto grid_in = [&](const Box& body) { return whatif_picture::compare_grid(body, comparison.scenarios.size()); };
  const std::size_t shown = grid_in({0, 0, charts::body_width_px(options.page), 600}).count;
  if (shown < comparison.scenarios.size())
    words.note = fmt::format("{} more scenarios are not drawn · ", comparison.scenarios.size() - shown) + words.note;
  charts::Sheet sheet("whatif", words, style, legend_of(comparison, style.theme), look);
  Box body = sheet.body();
  body.height -= whatif_picture::unsettled_px(comparison);
  const whatif_picture::CompareGrid grid = grid_in(body);
  std::vector<Shape> shapes;
  const double below = whatif_picture::draw_columns(comparison, style, grid, shapes);
  const double bottom = whatif_picture::draw_rows(comparison, style, grid, below, shapes);
  sheet.add(whatif_picture::draw_column_grounds(comparison, style, grid, bottom));
  for (Shape& shape : shapes) sheet.add(std::move(shape));
  if (!comparison.unsettled.empty()) {
    constexpr double note_px = 28;  // what no scenario moves
    const double top = bottom + note_px;
    const double height = std::min(whatif_picture::unsettled_px(comparison), sheet.body().bottom() - top);
    sheet.add(whatif_picture::draw_unsettled(comparison, style, {sheet.body().x, top, sheet.body().width, height}));
  }
  return std::move(sheet).finish();
}

}  // namespace outmap
