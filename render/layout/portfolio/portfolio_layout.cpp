#include "render/layout/portfolio/portfolio_layout.hpp"

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/beside.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/portfolio/portfolio_parts.hpp"

namespace outmap {
namespace {

constexpr charts::BesideLook beside{.widest_rows_px = 640, .rows_share = 0.5, .upright_plot_px = 520};

std::vector<LegendItem> legend_of(const PortfolioDiagram& diagram, const Theme& theme) {
  std::vector<LegendItem> items;
  if (diagram.steps.empty()) return items;
  items.push_back(charts::legend_item(
      {charts::line({0, 8}, {24, 8}, {theme.accent, 2, {}, 1})}, 24,
      diagram.whole ? "the most that each budget closes" : "the most that was found for each budget"));
  items.push_back(charts::legend_item({charts::disc({6, 8}, 4, theme.surface, {theme.accent, 1.8, {}, 1})}, 12,
                                      "where money stops buying as much; + and −: what changes"));
  if (!diagram.rows.empty()) {
    items.push_back(charts::legend_item({charts::disc({7, 8}, 6.5, theme.accent)}, 14, "the plan"));
    items.push_back(charts::legend_item({charts::bar({0, 3, 20, 10}, theme.gain)}, 20, "what it adds to the others"));
  }
  if (std::ranges::any_of(diagram.rows, [](const PlanRow& row) { return row.alone > row.adds + 0.05; })) {
    RectShape hollow = charts::bar({0.5, 3.5, 19, 9}, theme.surface);
    hollow.stroke = {theme.gain, 1, {}, 1};
    items.push_back(charts::legend_item({hollow}, 20, "what others of the plan close as well"));
  }
  if (!diagram.whole)
    items.push_back(charts::legend_item({charts::line({0, 8}, {20, 8}, {theme.ink_3, 1, {2, 3}, 1})}, 20,
                                        "no plan can close more"));
  return items;
}

}  // namespace

Scene lay_out_portfolio(const PortfolioDiagram& diagram, const DiagramOptions& options, const Style& style) {
  return charts::lay_out_beside(
      {.id = "portfolio",
       .words = diagram.words,
       .legend = legend_of(diagram, style.theme),
       .nothing = diagram.steps.empty() ? &diagram.nothing : nullptr,
       .rows_px = portfolio_picture::plan_px(diagram),
       .plot = [&](const Box& box) { return portfolio_picture::draw_front(diagram, style, box); },
       .rows = [&](const Box& box) { return portfolio_picture::draw_plan(diagram, style, box); }},
      beside, options, style);
}

}  // namespace outmap
