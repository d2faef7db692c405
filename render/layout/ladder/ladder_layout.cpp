#include "render/layout/ladder/ladder_layout.hpp"

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/beside.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/ladder/ladder_parts.hpp"

namespace outmap {
namespace {

constexpr charts::BesideLook beside{.widest_rows_px = 720, .rows_share = 0.5, .upright_plot_px = 540};

bool any_fault(const LadderDiagram& diagram) {
  return std::ranges::any_of(diagram.rungs, [](const LadderRung& rung) { return !rung.fault.empty(); });
}

std::vector<LegendItem> legend_of(const LadderDiagram& diagram, const Theme& theme) {
  std::vector<LegendItem> items;
  if (diagram.rungs.empty()) return items;
  items.push_back(charts::legend_item({charts::disc({7, 8}, 6, theme.accent)}, 14, "offering"));
  if (any_fault(diagram)) {
    const std::array<Point, 4> diamond{Point{8, 1}, Point{15, 8}, Point{8, 15}, Point{1, 8}};
    items.push_back(charts::legend_item({PathShape{polygon(diamond), {theme.gap, Pattern::none, {}, 1}, {}, false}}, 16,
                                        "adds too little over the one below"));
  }
  if (diagram.rungs.size() > 1)
    items.push_back(charts::legend_item({ladder_picture::hurdle(theme, {0, 2, 22, 12}, false)}, 22,
                                        "the next step up has to clear this"));
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

}  // namespace

Scene lay_out_ladder(const LadderDiagram& diagram, const DiagramOptions& options, const Style& style) {
  charts::SheetLook look;
  look.page = options.page;
  if (options.everything) {
    const double rows = ladder_picture::row_heights.header_px +
                        ladder_picture::row_heights.least_px * static_cast<double>(diagram.rungs.size());
    look.least_body_px = charts::body_px_for(rows, options.page, beside);
  }
  charts::Sheet sheet("ladder", diagram.words, style, legend_of(diagram, style.theme), look);
  const Box& body = sheet.body();
  if (diagram.rungs.empty()) {
    sheet.add(charts::nothing_yet(style, diagram.nothing, body));
    return std::move(sheet).finish();
  }
  const auto [plot, rows] = charts::plot_beside_rows(body, options.page, beside);
  for (Shape& shape : ladder_picture::draw_steps(diagram, style, plot)) sheet.add(std::move(shape));
  const std::size_t shown =
      charts::rows_that_fit(diagram.rungs.size(), options, rows.height, ladder_picture::row_heights);
  for (Shape& shape : ladder_picture::draw_rungs(diagram, shown, style, rows)) sheet.add(std::move(shape));
  return std::move(sheet).finish();
}

}  // namespace outmap
