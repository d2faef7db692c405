// The ground of the plane: bands of opportunity, axes, the crosshair, names of the quadrants.
#include <algorithm>
#include <array>

#include "model/text/numbers.hpp"
#include "render/layout/gaps/plane.hpp"

namespace outmap::gaps_picture {

using charts::line;

namespace {

constexpr std::array<double, 3> band_edges{10, 12, 15};

}  // namespace

std::array<Point, 3> Plane::isoline(double opportunity) const {
  const double left = value_x(plot_.x);
  const double low = value_y(plot_.bottom());
  const double turn = x_.px(20 - opportunity);
  Point begin{plot_.x, y_.px((opportunity + left) / 2)};
  if (begin.y > plot_.bottom()) begin = {x_.px(2 * low - opportunity), plot_.bottom()};
  return {{begin, {turn, y_.px(10)}, {turn, plot_.y}}};
}

Group Plane::bands() {
  Group group{"bands", "", "bands", "bands", "Bands of opportunity", "", {}};
  for (std::size_t band = 0; band < band_edges.size(); ++band) {
    if (!is_in_plot(band_edges[band])) continue;
    const auto edge = isoline(band_edges[band]);
    const std::array<Point, 5> corners{edge[0], edge[1], edge[2], {plot_.x, plot_.y}, {plot_.x, edge[0].y}};
    group.shapes.emplace_back(
        PathShape{polygon(corners), {theme_.gap_steps[band + 1], Pattern::none, {}, 1}, {}, false});
  }
  for (const double opportunity : band_edges) {
    if (!is_in_plot(opportunity)) continue;
    const auto edge = isoline(opportunity);
    group.shapes.emplace_back(PathShape{polyline(edge), {}, {theme_.gap_mid, 1, {}, 1}, false});
    lines_.push_back({edge[0], edge[1]});
  }
  name_bands(group);
  return group;
}

void Plane::name_bands(Group& group) {
  struct Name {
    double low, high;  // of the opportunity
    std::array<const char*, 3> words;
  };
  static constexpr std::array<Name, 3> names{
      {{15, 20, {"opportunity above 15: extreme", "above 15: extreme", "extreme"}},
       {12, 15, {"12–15: high", "12–15: high", "high"}},
       {10, 12, {"10–12: solid", "10–12: solid", "solid"}}}};
  for (const Name& name : names) {
    const double left = std::max(plot_.x, name.high == 20 ? plot_.x : x_.px(20 - name.high));
    const double right = x_.px(20 - name.low);
    for (const char* words : name.words) {
      if (style_.fonts.width_px(words, type_size::small_px, Face::semibold) > right - left - 12) continue;
      const TextShape text = text_line(style_, words, {(left + right) / 2, plot_.y + 12},
                                       {type_size::small_px, Face::semibold, text_on_bands(), Anchor::middle, {}});
      fixed_.push_back(text_box(text));
      group.shapes.emplace_back(text);
      break;
    }
  }
}

Group Plane::axes() {
  Group group{"axes", "", "axis", "axis", "", "", {}};
  group.shapes.emplace_back(
      RectShape{{crisp(plot_.x), crisp(plot_.y), plot_.width, plot_.height}, 0, {}, {theme_.hairline, 1, {}, 1}});
  group.shapes.emplace_back(charts::bottom_axis(style_, plot_, x_, charts::round_ticks(begin_.satisfaction, 10, 5),
                                                {.title = "Satisfaction today"}));
  group.shapes.emplace_back(charts::left_axis(style_, plot_, y_, charts::round_ticks(begin_.importance, 10, 5), {}));
  group.shapes.emplace_back(text_line(style_, "Importance", {box_.x, plot_.y - 7},
                                      {type_size::small_px, Face::regular, theme_.ink_2, Anchor::start, {}}));
  return group;
}

Group Plane::crosshair() {
  Group group{"crosshair", "", "crosshair", "crosshair", "Where the quadrants meet", "", {}};
  if (!has_cross()) return group;
  const Point cross = at(*diagram_.satisfaction_cross, *diagram_.importance_cross);
  const Stroke stroke{charts::mixed(theme_.ink_3, theme_.surface, 0.7), 1, {}, 1};
  const std::array<Point, 2> level{{{plot_.x, crisp(cross.y)}, {plot_.right(), crisp(cross.y)}}};
  const std::array<Point, 2> upright{{{crisp(cross.x), plot_.bottom()}, {crisp(cross.x), y_.high_px}}};
  for (const auto& [from, to] : {level, upright}) group.shapes.emplace_back(line(from, to, stroke));
  lines_.push_back(level);
  lines_.push_back(upright);
  add_cross_text(group, one_decimal(*diagram_.importance_cross), {plot_.right() - 6, cross.y + 13}, Anchor::end);
  add_cross_text(group, one_decimal(*diagram_.satisfaction_cross), {cross.x + 5, plot_.bottom() - 5}, Anchor::start);
  return group;
}

bool Plane::has_cross() const {
  return marks_.size() + dots_.size() > 1 && diagram_.importance_cross && diagram_.satisfaction_cross &&
         *diagram_.importance_cross >= begin_.importance && *diagram_.satisfaction_cross >= begin_.satisfaction;
}

void Plane::add_cross_text(Group& group, const std::string& number, Point where, Anchor anchor) {
  TextShape text = text_line(style_, diagram_.cross + " " + number, where,
                             {type_size::small_px, Face::regular, theme_.ink_2, anchor, {}});
  if (!is_free(text_box(text))) return;
  if (!is_clear_of_dots(text_box(text))) text.halo = theme_.surface;
  fixed_.push_back(text_box(text));
  group.shapes.emplace_back(text);
}

bool Plane::is_free(const Box& box) const {
  for (const Box& fixed : fixed_)
    if (overlaps(around(fixed, 4), box)) return false;
  for (const Mark& mark : marks_)
    if (overlaps(box, around({mark.at.x, mark.at.y, 0, 0}, mark.radius + 3))) return false;
  return contains(inset(plot_, 2), box);
}

bool Plane::is_clear_of_dots(const Box& box) const {
  return std::none_of(dots_.begin(), dots_.end(), [&](const Mark& dot) {
    return overlaps(around(box, 2), around({dot.at.x, dot.at.y, 0, 0}, dot_radius));
  });
}

bool Plane::is_clear_of_lines(const Box& box) const {
  for (const auto& edge : lines_) {
    constexpr int steps = 48;
    for (int step = 0; step <= steps; ++step) {
      const double t = static_cast<double>(step) / steps;
      const Point point{edge[0].x + t * (edge[1].x - edge[0].x), edge[0].y + t * (edge[1].y - edge[0].y)};
      if (contains(around(box, 2), {point.x, point.y, 0, 0})) return false;
    }
  }
  return true;
}

Group Plane::quadrants() {
  Group group{"quadrants", "", "quadrants", "quadrants", "Names of the quadrants", "", {}};
  if (!has_cross()) return group;
  const Point cross = at(*diagram_.satisfaction_cross, *diagram_.importance_cross);
  const Box upper_left{plot_.x, plot_.y + 17, cross.x - plot_.x, cross.y - plot_.y - 17};
  const Box upper_right{cross.x, plot_.y + 17, plot_.right() - cross.x, cross.y - plot_.y - 17};
  const Box lower_left{plot_.x, cross.y, cross.x - plot_.x, plot_.bottom() - cross.y};
  const Box lower_right{cross.x, cross.y, plot_.right() - cross.x, plot_.bottom() - cross.y};
  name_quadrant(group, "Concentrate here", upper_left, true, true, text_on_bands());
  name_quadrant(group, "Keep up the good work", upper_right, false, true, theme_.ink_2);
  name_quadrant(group, "Low priority", lower_left, true, false, theme_.ink_2);
  name_quadrant(group, "Possible overkill", lower_right, false, false, theme_.ink_2);
  return group;
}

void Plane::name_quadrant(Group& group, const char* name, const Box& box, bool left, bool top, const Colour& colour) {
  const double width = style_.fonts.width_px(name, type_size::body_px, Face::semibold);
  if (box.width < width + 20 || box.height < 30) return;
  const std::array<std::array<bool, 2>, 4> corners{{{left, top}, {left, !top}, {!left, top}, {!left, !top}}};
  for (const int clear_of : {2, 1, 0})
    for (const auto& [at_left, at_top] : corners) {
      const Point start{at_left ? box.x + 10 : box.right() - 10 - width, at_top ? box.y + 18 : box.bottom() - 10};
      TextShape text = text_line(style_, name, start, {type_size::body_px, Face::semibold, colour});
      const Box there = text_box(text);
      if (!is_free(there) || (clear_of > 1 && !is_clear_of_lines(there))) continue;
      const bool clear = is_clear_of_dots(there);
      if (clear_of > 0 && !clear) continue;
      if (!clear) text.halo = theme_.surface;
      fixed_.push_back(there);
      group.shapes.emplace_back(text);
      return;
    }
}

}  // namespace outmap::gaps_picture
