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
  using ladder_picture::row_heights;
  const auto plot = [&](const Box& box) { return ladder_picture::draw_steps(diagram, style, box); };
  const auto rows = [&](const Box& box) {
    const std::size_t shown = charts::rows_that_fit(diagram.rungs.size(), options, box.height, row_heights);
    return ladder_picture::draw_rungs(diagram, shown, style, box);
  };
  return charts::lay_out_beside({.id = "ladder",
                                 .words = diagram.words,
                                 .legend = legend_of(diagram, style.theme),
                                 .nothing = diagram.rungs.empty() ? &diagram.nothing : nullptr,
                                 .rows_px = charts::least_rows_px(diagram.rungs.size(), row_heights),
                                 .plot = plot,
                                 .rows = rows},
                                beside, options, style);
}

}  // namespace outmap
