#include "render/layout/sensitivity/sensitivity_layout.hpp"

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/sensitivity/tornado.hpp"

namespace outmap {
namespace {

constexpr double gutter = 48;

std::vector<LegendItem> legend_of(const SensitivityDiagram& diagram, const Theme& theme) {
  std::vector<LegendItem> items;
  bool less = false, more = false;
  for (const SensitivityPart& part : diagram.parts)
    for (const SensitivityRow& row : part.rows) {
      less = less || row.less.moved < 0;
      more = more || row.more.moved > 0;
    }
  if (!less && !more) return items;
  items.push_back(charts::legend_item({charts::disc({8, 8}, 7, theme.accent)}, 16, "the first three to test"));
  items.push_back(charts::legend_item({charts::line({6, 1}, {6, 15}, {theme.ink, 1.5, {}, 1})}, 12, "as the map says"));
  if (less)
    items.push_back(
        charts::legend_item({charts::bar({0, 3, 20, 10}, theme.gap_mid)}, 20, "less of the gaps is closed"));
  if (more)
    items.push_back(charts::legend_item({charts::bar({0, 3, 20, 10}, theme.gain)}, 20, "more of the gaps is closed"));
  std::vector<Shape> number;
  items.push_back(charts::legend_item({charts::line({0, 8}, {10, 8}, {theme.ink_2, 1.5, {}, 1}),
                                       charts::line({10, 3}, {10, 13}, {theme.ink_2, 1.5, {}, 1})},
                                      12, "number at a bar's end: the weight of the influence there"));
  return items;
}

/// Side by side while there is room, in two rows from three on; upright, one above the other.
std::vector<Box> boxes_for(std::size_t parts, const Box& body, bool upright) {
  const std::size_t columns = upright || parts == 1 ? 1 : 2;
  const std::size_t rows = (parts + columns - 1) / columns;
  const double width = (body.width - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  const double height = (body.height - 24 * static_cast<double>(rows - 1)) / static_cast<double>(rows);
  std::vector<Box> boxes;
  for (std::size_t at = 0; at < parts; ++at)
    boxes.push_back({body.x + static_cast<double>(at % columns) * (width + gutter),
                     body.y + static_cast<double>(at / columns) * (height + 24), width, height});
  return boxes;
}

}  // namespace

Scene lay_out_sensitivity(const SensitivityDiagram& diagram, const DiagramOptions& options, const Style& style) {
  using namespace sensitivity_picture;
  charts::SheetLook look;
  look.page = options.page;
  const bool upright = options.page == Page::a4_portrait;
  if (options.everything || options.top) {
    double each = 0;
    for (const SensitivityPart& part : diagram.parts) each = std::max(each, least_tornado_px(part) + 24);
    const std::size_t columns = upright || diagram.parts.size() == 1 ? 1 : 2;
    look.least_body_px = each * static_cast<double>((diagram.parts.size() + columns - 1) / columns);
  }
  charts::Sheet sheet("sensitivity", diagram.words, style, legend_of(diagram, style.theme), look);
  const bool any = std::ranges::any_of(diagram.parts, [](const SensitivityPart& part) { return !part.rows.empty(); });
  if (!any) {
    sheet.add(charts::nothing_yet(style, diagram.nothing, sheet.body()));
    return std::move(sheet).finish();
  }
  // What there is to test, and notes in the cell that is left free or else in a strip below.
  std::vector<const SensitivityPart*> drawn;
  for (const SensitivityPart& part : diagram.parts)
    if (!part.rows.empty()) drawn.push_back(&part);
  Box body = sheet.body();
  const bool free_cell = !upright && drawn.size() > 1 && drawn.size() % 2 == 1;
  const double strip_px = free_cell ? 0 : notes_px(diagram, style, body.width, false);
  if (strip_px > 0) {
    body.height -= strip_px + 16;
    sheet.add(draw_notes(diagram, style, {body.x, body.bottom() + 16, body.width, strip_px}, false));
  }
  const std::vector<Box> boxes = boxes_for(drawn.size() + (free_cell ? 1 : 0), body, upright);
  for (std::size_t at = 0; at < drawn.size(); ++at)
    for (Shape& shape : draw_tornado(diagram, *drawn[at], style, boxes[at])) sheet.add(std::move(shape));
  if (free_cell) sheet.add(draw_notes(diagram, style, boxes.back(), true));
  return std::move(sheet).finish();
}

}  // namespace outmap
