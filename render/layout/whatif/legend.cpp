#include "render/layout/whatif/legend.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/outcomes/draw.hpp"
#include "render/layout/outcomes/heads.hpp"

namespace outmap::whatif_picture {
namespace {

using charts::legend_item;
using Effect = OutcomeChange::Effect;

constexpr std::array<double, 3> steps{0.1, 0.3, 0.6};

class MapLegend {
 public:
  MapLegend(const WhatIfDiagram& diagram, const Theme& theme) : diagram_(diagram), theme_(theme) {}

  std::vector<LegendItem> run() {
    add_nodes();
    add_links();
    add_bars();
    return std::move(items_);
  }

 private:
  void add_nodes() {
    if (any_node([](const OutcomeNode& node) { return node.change->held; }))
      items_.push_back(legend_item({charts::bar({0, 1, 26, 14}, theme_.accent, 3)}, 26, "set by the scenario"));
    add_steps(Effect::better, "better by under 15, 15–40, over 40 %");
    add_steps(Effect::worse, "worse by under 15, 15–40, over 40 %");
    if (any_node([](const OutcomeNode& node) {
          return !node.change->held && node.change->share && std::abs(*node.change->share) >= 0.005;
        }))
      items_.push_back(legend_item({triangle(5, true), triangle(17, false)}, 23, "goes up, goes down"));
  }

  template <class Test>
  bool any_node(Test test) const {
    return std::ranges::any_of(diagram_.map.nodes, test);
  }

  void add_steps(Effect effect, const char* words) {
    if (!any_node([&](const OutcomeNode& node) { return !node.change->held && node.change->effect == effect; })) return;
    std::vector<Shape> symbol;
    double x = 0;
    for (const double step : steps) {
      OutcomeChange change;
      change.share = step;
      change.effect = effect;
      symbol.emplace_back(charts::bar({x, 1, 18, 14}, outcomes::change_look(theme_, change).chip));
      x += 18;
    }
    items_.push_back(legend_item(std::move(symbol), x, words));
  }

  Shape triangle(double x, bool up) const {
    const double sign = up ? 1 : -1;
    const std::vector<Point> corners{{x - 4, 8 + sign * 3.4}, {x + 4, 8 + sign * 3.4}, {x, 8 - sign * 3.4}};
    return PathShape{polygon(corners), {theme_.ink}, {}, false};
  }

  template <class Test>
  bool any_link(Test test) const {
    return std::ranges::any_of(diagram_.map.edges, test);
  }

  void add_links() {
    const auto strong = [](const OutcomeEdge& link) { return link.strong; };
    if (any_link([&](const OutcomeEdge& link) { return strong(link) && link.helps; })) add_link("passes on good", true);
    if (any_link([&](const OutcomeEdge& link) { return strong(link) && !link.helps; }))
      add_link("passes on harm", false);
    if (any_link([&](const OutcomeEdge& link) { return strong(link) && link.lowers(); })) {
      LegendItem item = legend_item({charts::line({0, 8}, {23, 8}, {theme_.ink_2, 2, {}, 1})}, 28, "lowers");
      item.symbol.shapes.emplace_back(outcomes::head_at({28, 8}, 0, 2, true, theme_.ink_2));
      items_.push_back(std::move(item));
    }
    if (any_link([](const OutcomeEdge& link) { return !link.strong; }))
      items_.push_back(
          legend_item({charts::line({0, 8}, {26, 8},
                                    {outcomes::mix(theme_.ink_3, theme_.surface, outcomes::plain_share), 1, {}, 1})},
                      26, "passes on under 1 %"));
    if (any_link([](const OutcomeEdge& link) { return link.strong && link.doubtful(); }))
      items_.push_back(
          legend_item({charts::line({0, 8}, {28, 8}, {theme_.gain, 1.5, {7, 4.5}, 1})}, 28, "confidence below 0.4"));
  }

  void add_link(const char* words, bool helps) {
    const Colour colour = helps ? theme_.gain : theme_.loss;
    LegendItem item = legend_item({charts::line({0, 8}, {22, 8}, {colour, 2.5, {}, 1})}, 30, words);
    item.symbol.shapes.emplace_back(outcomes::head_at({30, 8}, 0, 2.5, false, colour));
    if (!helps) {
      const std::vector<Point> corners{{7, 4.5}, {15, 4.5}, {11, 11.5}};
      item.symbol.shapes.emplace_back(PathShape{polygon(corners), {colour}, {theme_.surface, 1, {}, 1}, false});
    }
    items_.push_back(std::move(item));
  }

  void add_bars() {
    if (diagram_.rows.empty()) return;
    const bool runs = std::ranges::any_of(diagram_.rows, [](const WhatIfRow& row) { return row.low && row.high; });
    std::vector<Shape> symbol{charts::bar({0, 2, 18, 4.5}, theme_.level_now),
                              charts::bar({0, 6.5, 28, 7}, theme_.gain)};
    if (runs) {
      symbol.emplace_back(charts::line({22, 10}, {33, 10}, {theme_.ink, 1.5, {}, 1}));
      for (const double x : {22.0, 33.0})
        symbol.emplace_back(charts::line({x, 7.5}, {x, 12.5}, {theme_.ink, 1.5, {}, 1}));
    }
    items_.push_back(legend_item(std::move(symbol), 34, runs ? "before, after, 5–95 % of runs" : "before, after"));
    if (std::ranges::any_of(diagram_.rows, [](const WhatIfRow& row) { return row.target.has_value(); }))
      items_.push_back(legend_item({charts::bar({2, 1, 2.5, 14}, theme_.ink)}, 7, "target"));
  }

  const WhatIfDiagram& diagram_;
  const Theme& theme_;
  std::vector<LegendItem> items_;
};

}  // namespace

Legend draw_legend(const WhatIfDiagram& diagram, const Style& style, double width_px) {
  return legend_balanced(style, MapLegend(diagram, style.theme).run(), {0, 0}, width_px);
}

}  // namespace outmap::whatif_picture
