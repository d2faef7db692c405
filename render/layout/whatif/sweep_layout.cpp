#include "render/layout/whatif/sweep_layout.hpp"

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/outcomes/draw.hpp"

namespace outmap {
namespace {

using charts::legend_item;

std::vector<LegendItem> legend_of(const SweepDiagram& diagram, const Theme& theme) {
  std::vector<LegendItem> items;
  if (diagram.y) {
    items.push_back(legend_item({charts::bar({0, 1, 16, 14}, charts::mixed(theme.gain, theme.surface, 0.15)),
                                 charts::bar({16, 1, 16, 14}, charts::mixed(theme.gain, theme.surface, 0.55)),
                                 charts::bar({32, 1, 16, 14}, theme.gain)},
                                48, "more of the priority is closed"));
    if (std::ranges::any_of(diagram.closed, [](const auto& closed) { return closed && *closed < -0.05; }))
      items.push_back(legend_item({charts::bar({0, 1, 16, 14}, theme.loss)}, 16, "gaps open"));
    if (!diagram.target.empty())
      items.push_back(legend_item({charts::line({1, 8}, {25, 8}, {theme.ink, 3, {}, 1})}, 26,
                                  "round the cells in which that target is met"));
    return items;
  }
  if (std::ranges::any_of(diagram.closed, [](const auto& closed) { return closed.has_value(); }))
    items.push_back(
        legend_item({charts::line({0, 8}, {24, 8}, {theme.accent, 2.5, {}, 1}), charts::disc({12, 8}, 3, theme.accent)},
                    24, "closed of the priority of all gaps"));
  if (std::ranges::any_of(diagram.lines, [](const SweepLine& line) { return line.met_from.has_value(); }))
    items.push_back(legend_item({charts::disc({7, 8}, 5.5, theme.surface, {theme.ink, 2, {}, 1})}, 14,
                                "from here on the outcome meets its target"));
  return items;
}

}  // namespace

Scene lay_out_sweep(const SweepDiagram& diagram, const DiagramOptions& options, const Style& style) {
  charts::SheetLook look;
  look.page = options.page;
  charts::Sheet sheet("whatif", diagram.words, style, legend_of(diagram, style.theme), look);
  const Box& body = sheet.body();
  const auto add = [&](std::vector<Shape> shapes) {
    for (Shape& shape : shapes) sheet.add(std::move(shape));
  };
  const bool any = std::ranges::any_of(diagram.closed, [](const auto& closed) { return closed.has_value(); });
  if (!any && diagram.lines.empty()) {
    sheet.add(charts::nothing_yet(style, diagram.nothing, body));
  } else if (diagram.y) {
    add(whatif_picture::draw_sweep_grid(diagram, style, body));
  } else if (options.page == Page::a4_portrait) {
    const double upper = std::min(body.height * 0.4, 440.0);
    add(whatif_picture::draw_closed(diagram, style, {body.x, body.y, body.width, upper}));
    add(whatif_picture::draw_sweep_lines(diagram, style,
                                         {body.x, body.y + upper + 28, body.width, body.height - upper - 28}));
  } else {
    const double left = body.width * 0.38;
    add(whatif_picture::draw_closed(diagram, style, {body.x, body.y, left, body.height}));
    add(whatif_picture::draw_sweep_lines(diagram, style,
                                         {body.x + left + 56, body.y, body.width - left - 56, body.height}));
  }
  return std::move(sheet).finish();
}

}  // namespace outmap
