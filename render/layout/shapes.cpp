#include "render/layout/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace outmap {
namespace {

Point toward(const Point& from, const Point& to, double distance) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length == 0) return from;
  const double share = distance / length;
  return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

Point between(const Point& one, const Point& other, double share) {
  return {one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share};
}

struct Extent {
  bool any = false;
  double left = 0, top = 0, right = 0, bottom = 0;

  void add(const Point& point) {
    if (!any) {
      left = right = point.x;
      top = bottom = point.y;
      any = true;
      return;
    }
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    bottom = std::max(bottom, point.y);
  }
  Box box() const { return {left, top, right - left, bottom - top}; }
};

double cubic_at(double a, double b, double c, double d, double t) {
  const double u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/// Where a cubic turns in one coordinate: roots of its derivative within (0, 1).
std::vector<double> turning_points(double a, double b, double c, double d) {
  const double p = -a + 3 * b - 3 * c + d;
  const double q = 2 * (a - 2 * b + c);
  const double r = b - a;
  std::vector<double> roots;
  const auto keep = [&](double t) {
    if (t > 0 && t < 1) roots.push_back(t);
  };
  if (std::abs(p) < 1e-12) {
    if (std::abs(q) > 1e-12) keep(-r / q);
    return roots;
  }
  const double discriminant = q * q - 4 * p * r;
  if (discriminant < 0) return roots;
  keep((-q + std::sqrt(discriminant)) / (2 * p));
  keep((-q - std::sqrt(discriminant)) / (2 * p));
  return roots;
}

double reach_of(const Stroke& stroke) { return stroke.colour.empty() ? 0 : stroke.width / 2; }

}  // namespace

Segment move_to(Point to) { return {Segment::Kind::move, to, {}, {}}; }
Segment line_to(Point to) { return {Segment::Kind::line, to, {}, {}}; }
Segment cubic_to(Point c1, Point c2, Point to) { return {Segment::Kind::cubic, to, c1, c2}; }
Segment close_path() { return {Segment::Kind::close, {}, {}, {}}; }

Path polyline(std::span<const Point> points) {
  Path path;
  for (const Point& point : points) path.push_back(path.empty() ? move_to(point) : line_to(point));
  return path;
}

Path polygon(std::span<const Point> points) {
  Path path = polyline(points);
  if (!path.empty()) path.push_back(close_path());
  return path;
}

Path rounded_polygon(std::span<const Point> points, double radius) {
  const std::size_t count = points.size();
  if (count < 3 || radius <= 0) return polygon(points);
  constexpr double kRound = 0.5523;  // control points of a quarter circle
  Path path;
  for (std::size_t i = 0; i < count; ++i) {
    const Point& corner = points[i];
    const Point& before = points[(i + count - 1) % count];
    const Point& after = points[(i + 1) % count];
    const double in_px = std::min(radius, std::hypot(corner.x - before.x, corner.y - before.y) / 2);
    const double out_px = std::min(radius, std::hypot(after.x - corner.x, after.y - corner.y) / 2);
    const Point start = toward(corner, before, in_px);
    const Point end = toward(corner, after, out_px);
    path.push_back(path.empty() ? move_to(start) : line_to(start));
    path.push_back(cubic_to(between(start, corner, kRound), between(end, corner, kRound), end));
  }
  path.push_back(close_path());
  return path;
}

Path hexagon(const Box& box, double shoulder) {
  const double side = std::min(shoulder, box.width / 2);
  const double middle = box.y + box.height / 2;
  const Point corners[] = {{box.x, middle},
                           {box.x + side, box.y},
                           {box.right() - side, box.y},
                           {box.right(), middle},
                           {box.right() - side, box.bottom()},
                           {box.x + side, box.bottom()}};
  return polygon(corners);
}

Path diamond(Point center, double radius) {
  const Point corners[] = {{center.x, center.y - radius},
                           {center.x + radius, center.y},
                           {center.x, center.y + radius},
                           {center.x - radius, center.y}};
  return polygon(corners);
}

Path arc(Point center, double radius, double from_deg, double to_deg) {
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(to_deg - from_deg) / 90 - 1e-9)));
  const double step = (to_deg - from_deg) / pieces * std::numbers::pi / 180;
  const double reach = 4.0 / 3 * std::tan(step / 4) * radius;
  double angle = from_deg * std::numbers::pi / 180;
  const auto on_circle = [&](double at) {
    return Point{center.x + radius * std::cos(at), center.y + radius * std::sin(at)};
  };
  Path path{move_to(on_circle(angle))};
  for (int i = 0; i < pieces; ++i, angle += step) {
    const Point from = on_circle(angle);
    const Point to = on_circle(angle + step);
    path.push_back(cubic_to({from.x - reach * std::sin(angle), from.y + reach * std::cos(angle)},
                            {to.x + reach * std::sin(angle + step), to.y - reach * std::cos(angle + step)}, to));
  }
  return path;
}

std::vector<double> monotone_slopes(std::span<const Point> points) {
  std::vector<double> slopes(points.size(), 0);
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const double before = (points[i].y - points[i - 1].y) / (points[i].x - points[i - 1].x);
    const double after = (points[i + 1].y - points[i].y) / (points[i + 1].x - points[i].x);
    if (before * after > 0) slopes[i] = 2 * before * after / (before + after);
  }
  return slopes;
}

Path monotone_curve(std::span<const Point> points) {
  Path path;
  if (points.empty()) return path;
  const std::vector<double> slopes = monotone_slopes(points);
  path.push_back(move_to(points.front()));
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point& from = points[i - 1];
    const Point& to = points[i];
    const double third = (to.x - from.x) / 3;
    path.push_back(
        cubic_to({from.x + third, from.y + third * slopes[i - 1]}, {to.x - third, to.y - third * slopes[i]}, to));
  }
  return path;
}

double crisp(double value) { return std::floor(value) + 0.5; }

Box inset(const Box& box, double by) { return {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by}; }
Box around(const Box& box, double by) { return inset(box, -by); }

bool overlaps(const Box& one, const Box& other, double by_more_than) {
  return std::min(one.right(), other.right()) - std::max(one.x, other.x) > by_more_than &&
         std::min(one.bottom(), other.bottom()) - std::max(one.y, other.y) > by_more_than;
}

bool contains(const Box& outer, const Box& inner, double slack) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.right() <= outer.right() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

Box united(const Box& one, const Box& other) {
  if (one.width == 0 && one.height == 0) return other;
  if (other.width == 0 && other.height == 0) return one;
  const double x = std::min(one.x, other.x);
  const double y = std::min(one.y, other.y);
  return {x, y, std::max(one.right(), other.right()) - x, std::max(one.bottom(), other.bottom()) - y};
}

Box text_box(const TextShape& text) {
  const double shift = text.anchor == Anchor::start    ? 0
                       : text.anchor == Anchor::middle ? text.width_px / 2
                                                       : text.width_px;
  return {text.at.x - shift, text.at.y - 0.76 * text.size_px, text.width_px, text.size_px};
}

Box bounds(const Path& path) {
  Extent extent;
  Point from;
  for (const Segment& segment : path) {
    if (segment.kind == Segment::Kind::close) continue;
    extent.add(segment.to);
    if (segment.kind == Segment::Kind::cubic) {
      const auto& [to, c1, c2] = std::tie(segment.to, segment.c1, segment.c2);
      std::vector<double> turns = turning_points(from.x, c1.x, c2.x, to.x);
      for (const double t : turning_points(from.y, c1.y, c2.y, to.y)) turns.push_back(t);
      for (const double t : turns)
        extent.add({cubic_at(from.x, c1.x, c2.x, to.x, t), cubic_at(from.y, c1.y, c2.y, to.y, t)});
    }
    from = segment.to;
  }
  return extent.box();
}

Box bounds(const Shape& shape) {
  if (const auto* rect = std::get_if<RectShape>(&shape)) return around(rect->box, reach_of(rect->stroke));
  if (const auto* text = std::get_if<TextShape>(&shape)) return text_box(*text);
  if (const auto* path = std::get_if<PathShape>(&shape)) return around(bounds(path->segments), reach_of(path->stroke));
  if (const auto* group = std::get_if<Group>(&shape)) return bounds(group->shapes);
  const auto& circle = std::get<CircleShape>(shape);
  const double reach = circle.radius + reach_of(circle.stroke);
  return {circle.center.x - reach, circle.center.y - reach, 2 * reach, 2 * reach};
}

Box bounds(const std::vector<Shape>& shapes) {
  Box box;
  for (const Shape& shape : shapes) box = united(box, bounds(shape));
  return box;
}

void move_by(Path& path, double dx, double dy) {
  for (Segment& segment : path)
    for (Point* point : {&segment.to, &segment.c1, &segment.c2}) {
      point->x += dx;
      point->y += dy;
    }
}

void move_by(Group& group, double dx, double dy) {
  for (Shape& shape : group.shapes) move_by(shape, dx, dy);
}

void move_by(Shape& shape, double dx, double dy) {
  const auto shift = [&](auto& point) {
    point.x += dx;
    point.y += dy;
  };
  if (auto* rect = std::get_if<RectShape>(&shape)) shift(rect->box);
  if (auto* circle = std::get_if<CircleShape>(&shape)) shift(circle->center);
  if (auto* path = std::get_if<PathShape>(&shape)) move_by(path->segments, dx, dy);
  if (auto* text = std::get_if<TextShape>(&shape)) shift(text->at);
  if (auto* group = std::get_if<Group>(&shape)) move_by(*group, dx, dy);
}

namespace {

void scale_stroke(Stroke& stroke, double factor) {
  stroke.width *= factor;
  for (double& length : stroke.dash) length *= factor;
}

void scale_point(Point& point, double factor) { point = {point.x * factor, point.y * factor}; }

}  // namespace

void scale_by(Shape& shape, double factor) {
  if (auto* rect = std::get_if<RectShape>(&shape)) {
    rect->box = {rect->box.x * factor, rect->box.y * factor, rect->box.width * factor, rect->box.height * factor};
    rect->radius *= factor;
    scale_stroke(rect->stroke, factor);
  } else if (auto* circle = std::get_if<CircleShape>(&shape)) {
    scale_point(circle->center, factor);
    circle->radius *= factor;
    scale_stroke(circle->stroke, factor);
  } else if (auto* path = std::get_if<PathShape>(&shape)) {
    for (Segment& segment : path->segments)
      for (Point* point : {&segment.to, &segment.c1, &segment.c2}) scale_point(*point, factor);
    scale_stroke(path->stroke, factor);
  } else if (auto* text = std::get_if<TextShape>(&shape)) {
    scale_point(text->at, factor);
    text->size_px *= factor;
    text->width_px *= factor;
  } else if (auto* group = std::get_if<Group>(&shape)) {
    for (Shape& inner : group->shapes) scale_by(inner, factor);
  }
}

}  // namespace outmap
