#include "render/layout/ladder/ladder_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/ladder/ladder_parts.hpp"

namespace outmap {
namespace {

constexpr double gutter = 48;
constexpr double widest_rows = 720;
constexpr double upright_steps = 540;

bool any_fault(const LadderDiagram& diagram) {
  return std::ranges::any_of(diagram.rungs, [](const LadderRung& rung) { return !rung.fault.empty(); });
}

std::vector<LegendItem> legend_of(const LadderDiagram& diagram, const Theme& theme) {
  std::vector<LegendItem> items;
  if (diagram.rungs.empty()) return items;
  items.push_back(charts::legend_item({charts::disc({7, 8}, 6, theme.accent)}, 14, "rung"));
  if (any_fault(diagram)) {
    const std::array<Point, 4> diamond{Point{8, 1}, Point{15, 8}, Point{8, 15}, Point{1, 8}};
    items.push_back(charts::legend_item({PathShape{polygon(diamond), {theme.gap, Pattern::none, {}, 1}, {}, false}}, 16,
                                        "too little better than one below"));
  }
  if (diagram.rungs.size() > 1)
    items.push_back(
        charts::legend_item({charts::bar({0, 2, 22, 12}, theme.gap_tint)}, 22, "the next rung has to clear this"));
  const std::array<std::pair<ValuePart, const char*>, 4> parts{{{ValuePart::worth, "worth"},
                                                                {ValuePart::benefits, "benefits"},
                                                                {ValuePart::costs, "costs"},
                                                                {ValuePart::drawbacks, "drawbacks"}}};
  for (const auto& [part, words] : parts)
    items.push_back(
        charts::legend_item({charts::bar({0, 3, 18, 10}, ladder_picture::colour_of(theme, part))}, 18, words));
  items.push_back(
      charts::legend_item({charts::bar({2, 1, 2.5, 14}, theme.ink)}, 6, "what remains: the perceived value"));
  return items;
}

std::size_t rows_that_fit(const LadderDiagram& diagram, const DiagramOptions& options, double height) {
  const std::size_t all = diagram.rungs.size();
  if (options.everything) return all;
  const auto room =
      static_cast<std::size_t>(std::max(1.0, (height - ladder_picture::rows_header_px) / ladder_picture::least_row_px));
  std::size_t shown = all <= room ? all : room - 1;
  if (options.top) shown = std::min(shown, static_cast<std::size_t>(*options.top));
  return shown;
}

}  // namespace

Scene lay_out_ladder(const LadderDiagram& diagram, const DiagramOptions& options, const Style& style) {
  charts::SheetLook look;
  look.page = options.page;
  const bool upright = options.page == Page::a4_portrait;
  if (options.everything)
    look.least_body_px = ladder_picture::rows_header_px +
                         ladder_picture::least_row_px * static_cast<double>(diagram.rungs.size()) +
                         (upright ? upright_steps + 24 : 0);
  charts::Sheet sheet("ladder", diagram.words, style, legend_of(diagram, style.theme), look);
  const Box& body = sheet.body();
  if (diagram.rungs.empty()) {
    sheet.add(charts::nothing_yet(style, diagram.nothing, body));
    return std::move(sheet).finish();
  }
  const double width = std::min(widest_rows, body.width * 0.5);
  const Box steps = upright ? Box{body.x, body.y, body.width, upright_steps}
                            : Box{body.x, body.y, body.width - width - gutter, std::min(body.height, 800.0)};
  const Box rows = upright ? Box{body.x, body.y + upright_steps + 24, body.width, body.height - upright_steps - 24}
                           : Box{body.right() - width, body.y, width, body.height};
  for (Shape& shape : ladder_picture::draw_steps(diagram, style, steps)) sheet.add(std::move(shape));
  const std::size_t shown = rows_that_fit(diagram, options, rows.height);
  for (Shape& shape : ladder_picture::draw_rungs(diagram, shown, style, rows)) sheet.add(std::move(shape));
  return std::move(sheet).finish();
}

}  // namespace outmap
