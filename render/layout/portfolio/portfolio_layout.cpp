#include "render/layout/portfolio/portfolio_layout.hpp"

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/portfolio/portfolio_parts.hpp"

namespace outmap {
namespace {

constexpr double gutter = 48;
constexpr double widest_plan = 640;
constexpr double upright_front = 520;

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
  charts::SheetLook look;
  look.page = options.page;
  const bool upright = options.page == Page::a4_portrait;
  if (options.everything) look.least_body_px = portfolio_picture::plan_px(diagram) + (upright ? upright_front + 24 : 0);
  charts::Sheet sheet("portfolio", diagram.words, style, legend_of(diagram, style.theme), look);
  if (diagram.steps.empty()) {
    sheet.add(charts::nothing_yet(style, diagram.nothing, sheet.body()));
    return std::move(sheet).finish();
  }
  const Box& body = sheet.body();
  const double plan = std::min(widest_plan, body.width * 0.5);
  const Box front_box = upright ? Box{body.x, body.y, body.width, upright_front}
                                : Box{body.x, body.y, body.width - plan - gutter, std::min(body.height, 800.0)};
  const Box plan_box = upright ? Box{body.x, body.y + upright_front + 24, body.width, body.height - upright_front - 24}
                               : Box{body.right() - plan, body.y, plan, body.height};
  for (Shape& shape : portfolio_picture::draw_front(diagram, style, front_box)) sheet.add(std::move(shape));
  for (Shape& shape : portfolio_picture::draw_plan(diagram, style, plan_box)) sheet.add(std::move(shape));
  return std::move(sheet).finish();
}

}  // namespace outmap
