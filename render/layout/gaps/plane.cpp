#include "render/layout/gaps/plane.hpp"

#include <algorithm>
#include <cmath>

#include "render/layout/charts/sheet.hpp"

namespace outmap::gaps_picture {
namespace {

constexpr double left_room = 36;    // tick labels
constexpr double top_room = 40;     // heading and the axis's name
constexpr double bottom_room = 38;  // ticks and the axis's name
constexpr double side_px = 20;      // within the plot, beyond the ends of the scale
constexpr double ruler_px = 38;     // above the scale's end: the names of the bands
constexpr double most_radius = 24;
constexpr double least_radius = 8;
constexpr std::size_t most_numbered = 40;
constexpr const char* what_it_lacks = "what people say; the numbers rank gap, reach and value too";

bool on_plane(const GapPoint& point) { return point.importance && point.satisfaction; }

double radius_of(const GapPoint& point) {
  return std::max(least_radius, most_radius * std::sqrt(point.factors.impact.value_or(0)));
}

}  // namespace

Plane::Plane(const GapsDiagram& diagram, const Style& style, const Box& box)
    : diagram_(diagram), style_(style), theme_(style.theme), box_(box), begin_(axes_begin(diagram)) {
  plot_ = {box.x + left_room, box.y + top_room, box.width - left_room, box.height - top_room - bottom_room};
  x_ = {begin_.satisfaction, 10, plot_.x + side_px, plot_.right() - side_px};
  y_ = {begin_.importance, 10, plot_.bottom() - side_px, plot_.y + ruler_px};
  find_marks();
}

std::vector<Shape> Plane::run() {
  Group heading = charts::part_heading(style_, "Importance against satisfaction", {box_.x, box_.y + 12}, box_.width);
  heading.shapes.emplace_back(text_line(style_, what_it_lacks, {plot_.right(), plot_.y - 7},
                                        {type_size::small_px, Face::regular, theme_.ink_2, Anchor::end, {}}));
  add(std::move(heading));
  add(bands());
  add(axes());
  for (const Mark& dot : dots_) {
    add(group_of(dot));
    std::get<Group>(shapes_.back())
        .shapes.emplace_back(charts::disc(dot.at, dot_radius, theme_.surface, {theme_.gap_mid, 1.2, {}, 1}));
  }
  add(tethers());
  add(whiskers());
  add(crosshair());
  add(quadrants());
  for (Group& group : marks()) add(std::move(group));
  return std::move(shapes_);
}

double Plane::value_y(double px) const {
  return begin_.importance + (px - y_.low_px) / (y_.high_px - y_.low_px) * (10 - begin_.importance);
}

double Plane::value_x(double px) const {
  return begin_.satisfaction + (px - x_.low_px) / (x_.high_px - x_.low_px) * (10 - begin_.satisfaction);
}

void Plane::find_marks() {
  std::vector<Point> wanted;
  std::vector<double> radii;
  std::vector<const GapPoint*> points;
  for (std::size_t place = 0; place < diagram_.points.size(); ++place) {
    const GapPoint& point = diagram_.points[place];
    if (!on_plane(point)) continue;
    const Point there = at(*point.satisfaction, *point.importance);
    if (place >= std::min(diagram_.named, most_numbered)) {
      dots_.push_back({&point, there, there, dot_radius});
      continue;
    }
    points.push_back(&point);
    wanted.push_back(there);
    radii.push_back(radius_of(point));
  }
  const Box room{x_.low_px, y_.high_px, x_.high_px - x_.low_px, y_.low_px - y_.high_px};
  const std::vector<Point> placed = charts::moved_apart(wanted, radii, room);
  for (std::size_t mark = 0; mark < points.size(); ++mark)
    marks_.push_back({points[mark], placed[mark], wanted[mark], radii[mark]});
}

AxesBegin axes_begin(const GapsDiagram& diagram) {
  const auto even_below = [](double least) { return std::clamp(2 * std::floor((least - 0.1) / 2), 0.0, 4.0); };
  double importance = 10;
  double satisfaction = 10;
  for (const GapPoint& point : diagram.points) {
    if (!on_plane(point)) continue;
    importance = std::min(importance, *point.importance);
    satisfaction = std::min(satisfaction, *point.satisfaction);
    if (!point.has_whiskers()) continue;
    if (point.importance_between) importance = std::min(importance, point.importance_between->low);
    if (point.satisfaction_between) satisfaction = std::min(satisfaction, point.satisfaction_between->low);
  }
  return {even_below(importance), even_below(satisfaction)};
}

std::vector<Shape> draw_plane(const GapsDiagram& diagram, const Style& style, const Box& box) {
  if (std::none_of(diagram.points.begin(), diagram.points.end(), on_plane)) {
    Group group = charts::nothing_yet(
        style, {"Nothing to place yet", "Give outcomes an importance, and a satisfaction or a level today."}, box);
    return {group};
  }
  return Plane(diagram, style, box).run();
}

}  // namespace outmap::gaps_picture
