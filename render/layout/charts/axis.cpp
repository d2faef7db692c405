#include "render/layout/charts/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "model/text/numbers.hpp"

namespace outmap::charts {
namespace {

constexpr double tick_px = 5;

/// How many whole steps lie at or below a value; what is a multiple but for its last digits counts as one.
double steps_down(double value, double step) { return std::floor(value / step + 1e-9); }
double steps_up(double value, double step) { return std::ceil(value / step - 1e-9); }

double round_step(double low, double high, int most_intervals) {
  const double least = (high - low) / most_intervals;
  double power = std::pow(10, std::floor(std::log10(least)) - 1);
  for (;; power *= 10) {
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
      const double step = factor * power;
      if (step < least * (1 - 1e-9)) continue;
      if (steps_up(high, step) - steps_down(low, step) <= most_intervals + 0.5) return step;
    }
  }
}

std::string words_of(const AxisLook& look, double value, double step) {
  return look.words ? look.words(value) : tick_text(value, step);
}

TextLook small(const Style& style, Anchor anchor) {
  return {type_size::small_px, Face::regular, style.theme.ink_2, anchor, {}};
}

bool is_shown(const AxisScale& scale, double value) {
  const double slack = (scale.high - scale.low) * 1e-9;
  return value >= scale.low - slack && value <= scale.high + slack;
}

/// Keeps a centred label of this width between two ends.
double kept_between(double x, double width, double low, double high) {
  return std::clamp(x, low + width / 2, std::max(low + width / 2, high - width / 2));
}

}  // namespace

Ticks round_ticks(double low, double high, int most_intervals) {
  if (high < low) std::swap(low, high);
  if (high - low < 1e-9 * std::max({std::abs(low), std::abs(high), 1e-300})) {
    const double room = low == 0 ? 1 : std::abs(low) / 2;
    low -= low == 0 ? 0 : room;
    high += room;
  }
  most_intervals = std::max(2, most_intervals);  // one cannot hold both sides of 0
  Ticks ticks;
  ticks.step = round_step(low, high, most_intervals);
  const double last = steps_up(high, ticks.step);
  for (double count = steps_down(low, ticks.step); count <= last; ++count) ticks.values.push_back(count * ticks.step);
  return ticks;
}

std::string tick_text(double value, double step) {
  int decimals = 0;
  for (double digits = step; decimals < 9 && std::abs(digits - std::round(digits)) > 1e-6 * digits; digits *= 10)
    ++decimals;
  return grouped(value, decimals);
}

Group bottom_axis(const Style& style, const Box& plot, const AxisScale& scale, const Ticks& ticks,
                  const AxisLook& look) {
  Group group{"", "", "axis", "axis", look.title, "", {}};
  const double y = plot.bottom();
  double free_from = -1e9;
  for (const double value : ticks.values) {
    if (!is_shown(scale, value)) continue;
    const double x = scale.px(value);
    if (look.grid) group.shapes.emplace_back(line({crisp(x), plot.y}, {crisp(x), y}, {style.theme.grid, 1, {}, 1}));
    group.shapes.emplace_back(line({crisp(x), y}, {crisp(x), y + tick_px}, {style.theme.ink_3, 1, {}, 1}));
    const std::string words = words_of(look, value, ticks.step);
    const double width = style.fonts.width_px(words, type_size::small_px);
    const double at = look.ends_inside ? kept_between(x, width, plot.x, plot.right()) : x;
    if (at - width / 2 < free_from) continue;
    group.shapes.emplace_back(text_line(style, words, {at, y + 17}, small(style, Anchor::middle)));
    free_from = at + width / 2 + 4;
  }
  if (look.line)
    group.shapes.emplace_back(line({plot.x, crisp(y)}, {plot.right(), crisp(y)}, {style.theme.ink_3, 1, {}, 1}));
  if (!look.title.empty())
    group.shapes.emplace_back(text_line(style, fit(style.fonts, look.title, plot.width, type_size::body_px),
                                        {plot.center().x, y + 35},
                                        {type_size::body_px, Face::regular, style.theme.ink_2, Anchor::middle, {}}));
  return group;
}

Group left_axis(const Style& style, const Box& plot, const AxisScale& scale, const Ticks& ticks, const AxisLook& look,
                double title_up_px) {
  Group group{"", "", "axis", "axis", look.title, "", {}};
  double widest = 0;
  for (const double value : ticks.values) {
    if (!is_shown(scale, value)) continue;
    const double y = scale.px(value);
    if (look.grid)
      group.shapes.emplace_back(line({plot.x, crisp(y)}, {plot.right(), crisp(y)}, {style.theme.grid, 1, {}, 1}));
    group.shapes.emplace_back(line({plot.x - tick_px, crisp(y)}, {plot.x, crisp(y)}, {style.theme.ink_3, 1, {}, 1}));
    const TextShape label =
        text_line(style, words_of(look, value, ticks.step), {plot.x - 9, y + 3.6}, small(style, Anchor::end));
    widest = std::max(widest, label.width_px);
    group.shapes.emplace_back(label);
  }
  if (look.line)
    group.shapes.emplace_back(
        line({crisp(plot.x), plot.y}, {crisp(plot.x), plot.bottom()}, {style.theme.ink_3, 1, {}, 1}));
  if (!look.title.empty())
    group.shapes.emplace_back(text_line(style, fit(style.fonts, look.title, plot.width + widest, type_size::body_px),
                                        {plot.x - 9 - widest, plot.y - title_up_px},
                                        {type_size::body_px, Face::regular, style.theme.ink_2, Anchor::start, {}}));
  return group;
}

PathShape line(Point from, Point to, const Stroke& stroke) {
  PathShape shape;
  shape.segments = {move_to(from), line_to(to)};
  shape.stroke = stroke;
  return shape;
}

CircleShape disc(Point center, double radius, const Colour& fill, const Stroke& stroke) {
  return {center, radius, {fill, Pattern::none, {}, 1}, stroke};
}

RectShape bar(const Box& box, const Colour& fill, double radius) {
  return {box, radius, {fill, Pattern::none, {}, 1}, {}};
}

Colour mixed(const Colour& colour, const Colour& into, double share) {
  const auto channel = [](const Colour& of, std::size_t at) {
    return static_cast<double>(std::strtol(of.substr(at, 2).c_str(), nullptr, 16));
  };
  Colour result = "#";
  for (const std::size_t at : {1, 3, 5})
    result += fmt::format("{:02X}", std::lround(share * channel(colour, at) + (1 - share) * channel(into, at)));
  return result;
}

}  // namespace outmap::charts
