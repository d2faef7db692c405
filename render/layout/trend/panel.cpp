#include "render/layout/trend/panel.hpp"

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/diagrams/chart_dates.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"

namespace outmap::trend_picture {
namespace {

using charts::line;

constexpr double left_room = 34;    // ticks of the level
constexpr double right_room = 56;   // level now and target
constexpr double top_room = 40;     // name and verdict
constexpr double bottom_room = 20;  // months
constexpr double event_px = 7;

class Panel {
 public:
  Panel(const TrendDiagram& diagram, const TrendPanel& panel, const Style& style, const Box& box)
      : diagram_(diagram), panel_(panel), style_(style), theme_(style.theme), box_(box) {
    plot_ = {box.x + left_room, box.y + top_room, box.width - left_room - right_room,
             box.height - top_room - bottom_room};
    if (!panel.events.empty()) {
      plot_.y += 2 * event_px + 2;
      plot_.height -= 2 * event_px + 2;
    }
    days_ = {0, std::max(1.0, static_cast<double>(days_between(diagram.first, diagram.last))), plot_.x + 4,
             plot_.right() - 4};
    find_levels();
  }

  Group run() {
    Group group{"trend-" + panel_.key, panel_.of, panel_.kind, "panel", panel_.title, "", {}};
    draw_words(group);
    draw_ground(group);
    draw_events(group);
    draw_levels(group);
    draw_values(group);
    return group;
  }

 private:
  Colour tone() const { return panel_.moved ? charts::colour_of(theme_, panel_.tone) : Colour(theme_.ink_2); }

  double day_x(Date date) const { return days_.px(static_cast<double>(days_between(diagram_.first, date))); }

  void find_levels() {
    double low = panel_.points.front().value;
    double high = low;
    for (const LevelPoint& point : panel_.points) {
      low = std::min(low, point.value);
      high = std::max(high, point.value);
    }
    if (panel_.target) {
      low = std::min(low, *panel_.target);
      high = std::max(high, *panel_.target);
    }
    const double room = std::max(0.08 * (high - low), 0.02 * (panel_.scale.max - panel_.scale.min));
    ticks_ = charts::round_ticks(std::max(low - room, std::min(low, panel_.scale.min)),
                                 std::min(high + room, std::max(high, panel_.scale.max)), 3);
    levels_ = {ticks_.low(), ticks_.high(), plot_.bottom(), plot_.y};
  }

  TextShape small(const std::string& words, Point at, Anchor anchor, const Colour& colour,
                  Face face = Face::regular) const {
    return text_line(style_, words, at, {type_size::small_px, face, colour, anchor, {}});
  }

  void draw_words(Group& group) const {
    group.shapes.emplace_back(text_line(style_,
                                        fit(style_.fonts, panel_.name, box_.width, type_size::body_px, Face::semibold),
                                        {box_.x, box_.y + 12}, {type_size::body_px, Face::semibold}));
    double x = box_.x;
    if (panel_.moved) {
      const double y = box_.y + 24;
      group.shapes.emplace_back(
          arrow_head({x + 4.5, panel_.rising ? y - 4 : y + 4}, panel_.rising ? -90 : 90, 8, 9, tone()));
      x += 14;
    }
    group.shapes.emplace_back(small(fit(style_.fonts, panel_.verdict, box_.right() - x, type_size::small_px),
                                    {x, box_.y + 27.6}, Anchor::start, tone(),
                                    panel_.moved ? Face::semibold : Face::regular));
  }

  void draw_ground(Group& group) const {
    charts::AxisLook look;
    look.grid = true;
    look.line = false;
    look.words = [](double value) { return few_decimals(value, 2); };
    group.shapes.emplace_back(charts::left_axis(style_, plot_, levels_, ticks_, look));
    group.shapes.emplace_back(
        line({plot_.x, crisp(plot_.bottom())}, {plot_.right(), crisp(plot_.bottom())}, {theme_.ink_3, 1, {}, 1}));
    double free_from = -1e9;
    for (const Date tick : month_ticks(diagram_.first, diagram_.last, 4)) {
      const double x = crisp(day_x(tick));
      group.shapes.emplace_back(line({x, plot_.bottom()}, {x, plot_.bottom() + 4}, {theme_.ink_3, 1, {}, 1}));
      const TextShape text = small(month_words(tick), {x, plot_.bottom() + 15}, Anchor::middle, theme_.ink_2);
      if (x - text.width_px / 2 < std::max(free_from, box_.x) || x + text.width_px / 2 > box_.right()) continue;
      free_from = x + text.width_px / 2 + 6;
      group.shapes.emplace_back(text);
    }
  }

  /// A line where something happened; its number above, moved to the right where the one before it is too near.
  void draw_events(Group& group) const {
    double free_from = -1e9;
    for (const std::size_t place : panel_.events) {
      const TrendEvent& event = diagram_.events[place];
      const double x = crisp(day_x(event.date));
      const double middle = std::max(x, free_from + event_px);
      if (middle + event_px > box_.right()) continue;
      group.shapes.emplace_back(line({x, plot_.y}, {x, plot_.bottom()}, {theme_.evidence, 1, {2, 3}, 1}));
      if (middle > x)
        group.shapes.emplace_back(line({x, plot_.y}, {middle, plot_.y - event_px}, {theme_.evidence, 1, {}, 1}));
      Group mark = event_mark(style_, event.number, {middle, plot_.y - event_px});
      mark.data_id = event.of;
      mark.kind = event.kind;
      mark.title = event.title;
      group.shapes.emplace_back(std::move(mark));
      free_from = middle + event_px + 3;
    }
  }

  Point at(const LevelPoint& point) const {
    return {day_x(point.date), std::clamp(levels_.px(point.value), plot_.y, plot_.bottom())};
  }

  void draw_levels(Group& group) const {
    if (panel_.target) {
      const double y = crisp(levels_.px(*panel_.target));
      group.shapes.emplace_back(line({plot_.x, y}, {plot_.right(), y}, {theme_.ink, 1.5, {6, 4}, 1}));
    }
    std::vector<Point> points;
    for (const LevelPoint& point : panel_.points) points.push_back(at(point));
    if (points.size() > 1)
      group.shapes.emplace_back(PathShape{polyline(points), {}, {theme_.level_now, 1, {}, 1}, false});
    if (panel_.line_from && panel_.line_to && panel_.points.size() > 2)
      group.shapes.emplace_back(line(at(*panel_.line_from), at(*panel_.line_to), {tone(), 2.5, {}, 1}));
    for (std::size_t point = 0; point < points.size(); ++point) {
      const bool last = point + 1 == points.size();
      const bool start = panel_.start && panel_.points[point].date == *panel_.start;
      const Colour fill = last ? tone() : start ? theme_.surface : theme_.level_now;
      group.shapes.emplace_back(charts::disc(points[point], last || start ? 4 : 2.5, fill,
                                             start && !last ? Stroke{tone(), 1.5, {}, 1} : Stroke{}));
    }
  }

  /// At the right: where it stands, and where it should; kept apart.
  void draw_values(Group& group) const {
    const double x = plot_.right() + 6;
    const double room = box_.right() - x;
    const double now_y = at(panel_.points.back()).y;
    double target_y = panel_.target ? levels_.px(*panel_.target) : 0;
    if (panel_.target && std::abs(target_y - now_y) < 14)
      target_y = target_y < now_y || (target_y == now_y && now_y > plot_.y + 16) ? now_y - 14 : now_y + 14;
    group.shapes.emplace_back(text_line(style_,
                                        fit(style_.fonts, panel_.now_words, room, type_size::body_px, Face::semibold),
                                        {x, now_y + 4.3}, {type_size::body_px, Face::semibold, tone()}));
    if (panel_.target)
      group.shapes.emplace_back(small(fit(style_.fonts, "→ " + panel_.target_words, room, type_size::small_px),
                                      {x, target_y + 3.6}, Anchor::start, theme_.ink_2));
  }

  const TrendDiagram& diagram_;
  const TrendPanel& panel_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  Box plot_;
  charts::Ticks ticks_;
  charts::AxisScale days_;
  charts::AxisScale levels_;
};

}  // namespace

Group draw_panel(const TrendDiagram& diagram, const TrendPanel& panel, const Style& style, const Box& box) {
  return Panel(diagram, panel, style, box).run();
}

Group event_mark(const Style& style, const std::string& number, Point center) {
  Group group;
  group.role = "event";
  group.shapes.emplace_back(
      charts::disc(center, event_px, style.theme.evidence_tint, {style.theme.evidence, 1, {}, 1}));
  group.shapes.emplace_back(
      text_line(style, number, {center.x, center.y + 3.3}, {9, Face::semibold, style.theme.ink, Anchor::middle, {}}));
  return group;
}

std::vector<LegendItem> legend_of(const TrendDiagram& diagram, std::size_t shown, const Style& style) {
  const Theme& theme = style.theme;
  std::vector<LegendItem> items;
  if (shown == 0) return items;
  const auto end = diagram.panels.begin() + static_cast<std::ptrdiff_t>(shown);
  const auto any = [&](auto test) { return std::any_of(diagram.panels.begin(), end, test); };
  items.push_back(charts::legend_item(
      {line({0, 8}, {24, 8}, {theme.level_now, 1, {}, 1}), charts::disc({12, 8}, 2.5, theme.level_now)}, 24,
      "readings"));
  if (any([](const TrendPanel& panel) { return panel.start.has_value(); }))
    items.push_back(charts::legend_item({charts::disc({6, 8}, 4, theme.surface, {theme.ink_2, 1.5, {}, 1})}, 12,
                                        "compared with this one"));
  const auto trend = [&](const Colour& colour, const char* words) {
    items.push_back(charts::legend_item({line({0, 12}, {24, 5}, {colour, 2.5, {}, 1})}, 24, words));
  };
  if (any([](const TrendPanel& panel) { return panel.tone == Tone::gain; })) trend(theme.gain, "trend: improved");
  if (any([](const TrendPanel& panel) { return panel.tone == Tone::loss; })) trend(theme.loss, "trend: worsened");
  if (any([](const TrendPanel& panel) { return !panel.moved && panel.points.size() > 2; }))
    trend(theme.ink_2, "trend: no change beyond noise");
  if (any([](const TrendPanel& panel) { return panel.target.has_value(); }))
    items.push_back(charts::legend_item({line({0, 8}, {24, 8}, {theme.ink, 1.5, {6, 4}, 1})}, 24, "target"));
  if (any([](const TrendPanel& panel) { return !panel.events.empty(); }))
    items.push_back(
        charts::legend_item({event_mark(style, "1", {8, 8})}, 16, "what happened, listed below the charts"));
  return items;
}

}  // namespace outmap::trend_picture
