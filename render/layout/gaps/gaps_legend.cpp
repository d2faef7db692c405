#include <algorithm>

#include "render/layout/charts/sheet.hpp"
#include "render/layout/gaps/gaps_parts.hpp"

namespace outmap::gaps_picture {
namespace {

using charts::bar;
using charts::disc;
using charts::legend_item;

template <class Test>
bool any_named(const GapsDiagram& diagram, Test test) {
  const auto end = diagram.points.begin() + static_cast<std::ptrdiff_t>(diagram.named);
  return std::any_of(diagram.points.begin(), end, test);
}

bool stands(const GapsDiagram& diagram, GapStanding standing) {
  return any_named(diagram, [&](const GapPoint& point) { return point.standing == standing; });
}

RectShape square(const Theme& theme) {
  RectShape shape = bar({1, 2, 12, 12}, theme.surface, 2);
  shape.stroke = {theme.ink_2, 1.5, {}, 1};
  return shape;
}

void add_marks(const GapsDiagram& diagram, const Theme& theme, std::vector<LegendItem>& items) {
  if (diagram.head > 0) items.push_back(legend_item({disc({7, 8}, 6.5, theme.gap)}, 14, diagram.head_means));
  if (stands(diagram, GapStanding::below))
    items.push_back(legend_item({disc({7, 8}, 6, theme.surface, {theme.gap, 1.5, {}, 1})}, 14, "below its target"));
  if (stands(diagram, GapStanding::met)) items.push_back(legend_item({square(theme)}, 14, "at or beyond its target"));
  if (stands(diagram, GapStanding::unknown))
    items.push_back(
        legend_item({disc({7, 8}, 6, theme.surface, {theme.ink_2, 1.5, {}, 1})}, 14, "cannot be ranked yet"));
  if (any_named(diagram, [](const GapPoint& point) { return point.few_answers; }))
    items.push_back(
        legend_item({disc({7, 8}, 6, theme.surface, {theme.gap, 1.5, {3, 2}, 1})}, 14, "fewer than 30 answers"));
  if (any_named(diagram, [](const GapPoint& p) { return p.has_whiskers(); }))
    items.push_back(legend_item({charts::line({0, 8}, {18, 8}, {theme.ink_3, 1, {}, 1}),
                                 charts::line({0.5, 5}, {0.5, 11}, {theme.ink_3, 1, {}, 1}),
                                 charts::line({17.5, 5}, {17.5, 11}, {theme.ink_3, 1, {}, 1})},
                                18, "95 % interval of what people answered"));
  if (any_named(diagram, [](const GapPoint& point) { return point.factors.impact && point.importance; }))
    items.push_back(legend_item({disc({3.5, 8}, 3, theme.surface, {theme.ink_3, 1, {}, 1}),
                                 disc({15, 8}, 7.5, theme.surface, {theme.ink_3, 1, {}, 1})},
                                23, "area: impact"));
  if (diagram.named < diagram.points.size())
    items.push_back(legend_item({disc({4, 8}, 3, theme.surface, {theme.gap_mid, 1.2, {}, 1})}, 8, "not named"));
}

void add_bars(const GapsDiagram& diagram, const Theme& theme, std::vector<LegendItem>& items) {
  if (any_named(diagram, [](const GapPoint& p) { return p.now && p.target && p.standing != GapStanding::met; }))
    items.push_back(legend_item({bar({0, 4, 18, 8}, theme.gap), bar({17, 1, 1.5, 14}, theme.ink)}, 20,
                                "from now to target, right is better"));
  if (any_named(diagram, [](const GapPoint& p) { return p.now && p.target && p.standing == GapStanding::met; })) {
    RectShape hollow = bar({1.5, 4.5, 17, 7}, theme.surface);
    hollow.stroke = {theme.ink_2, 1, {}, 1};
    items.push_back(legend_item({hollow, bar({0, 1, 1.5, 14}, theme.ink)}, 20, "beyond the target"));
  }
  if (diagram.money)
    items.push_back(
        legend_item({bar({0, 4, 11, 8}, theme.ink_2), bar({11, 4, 11, 8}, theme.level_now)}, 22,
                    diagram.alpha == 0.5 ? "half reach, half value to the firm" : "reach, value to the firm"));
}

}  // namespace

std::vector<LegendItem> legend_of(const GapsDiagram& diagram, const Style& style) {
  std::vector<LegendItem> items;
  if (diagram.points.empty()) return items;
  add_marks(diagram, style.theme, items);
  add_bars(diagram, style.theme, items);
  return items;
}

}  // namespace outmap::gaps_picture
