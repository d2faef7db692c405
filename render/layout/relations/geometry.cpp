#include "render/layout/relations/geometry.hpp"

#include <algorithm>
#include <cmath>

namespace outmap::relations {

double distance_to_segment(Point point, Point a, Point b) {
  const Point along = b - a;
  const double square = dot(along, along);
  const double at = square > 0 ? std::clamp(dot(point - a, along) / square, 0.0, 1.0) : 0;
  return distance(point, a + along * at);
}

Box bounds(std::span<const Point> points) {
  Point low = points.front();
  Point high = low;
  for (const Point& point : points) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

std::vector<Point> corners(const Box& box) {
  return {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
}

std::vector<Point> hexagon(const Box& box) {
  const double tip = std::min(12.0, box.width / 4);
  const double middle = box.y + box.height / 2;
  return {{box.x, middle},
          {box.x + tip, box.y},
          {box.right() - tip, box.y},
          {box.right(), middle},
          {box.right() - tip, box.bottom()},
          {box.x + tip, box.bottom()}};
}

Point leave(const std::vector<Point>& polygon, Point inside, Point outside) {
  const Point way = outside - inside;
  double nearest = 1;
  for (std::size_t at = 0; at < polygon.size(); ++at) {
    const Point from = polygon[at];
    const Point edge = polygon[(at + 1) % polygon.size()] - from;
    const double slope = cross(way, edge);
    if (slope == 0) continue;
    const double along_way = cross(from - inside, edge) / slope;
    const double along_edge = cross(from - inside, way) / slope;
    if (along_way > 0 && along_edge >= -1e-9 && along_edge <= 1 + 1e-9) nearest = std::min(nearest, along_way);
  }
  return inside + way * nearest;
}

bool within(const std::vector<Point>& polygon, Point point) {
  bool positive = false;
  bool negative = false;
  Point from = polygon.back();
  for (const Point& to : polygon) {
    const double side = cross(to - from, point - from);
    positive = positive || side > 0;
    negative = negative || side < 0;
    if (positive && negative) return false;
    from = to;
  }
  return true;
}

std::vector<Point> convex_hull(std::vector<Point> points) {
  std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < 3) return points;
  std::vector<Point> hull;
  const auto add = [&hull](std::size_t floor, Point point) {
    while (hull.size() >= floor + 2 && cross(hull.back() - hull[hull.size() - 2], point - hull.back()) <= 0)
      hull.pop_back();
    hull.push_back(point);
  };
  for (const Point& point : points) add(0, point);
  const std::size_t lower = hull.size() - 1;
  for (auto point = points.rbegin() + 1; point != points.rend(); ++point) add(lower, *point);
  hull.pop_back();
  return hull;
}

namespace {

/// Corner at `at` between `before` and `after`: line to its start, then the fillet.
void add_fillet(std::vector<Segment>& path, Point before, Point at, Point after, double radius) {
  const double in = distance(before, at);
  const double out = distance(at, after);
  const double cut = std::min({radius, in / 2, out / 2});
  const Point start = in > 0 ? at + (before - at) * (cut / in) : at;
  const Point end = out > 0 ? at + (after - at) * (cut / out) : at;
  path.push_back({path.empty() ? Segment::Kind::move : Segment::Kind::line, start, {}, {}});
  path.push_back({Segment::Kind::cubic, end, start + (at - start) * 0.6, end + (at - end) * 0.6});
}

}  // namespace

std::vector<Segment> rounded(const std::vector<Point>& polygon, double radius) {
  std::vector<Segment> path;
  const std::size_t count = polygon.size();
  for (std::size_t at = 0; at < count; ++at)
    add_fillet(path, polygon[(at + count - 1) % count], polygon[at], polygon[(at + 1) % count], radius);
  path.push_back({Segment::Kind::close, {}, {}, {}});
  return path;
}

std::vector<Segment> rounded_line(const std::vector<Point>& line, double radius) {
  std::vector<Segment> path{{Segment::Kind::move, line.front(), {}, {}}};
  for (std::size_t at = 1; at + 1 < line.size(); ++at) add_fillet(path, line[at - 1], line[at], line[at + 1], radius);
  path.push_back({Segment::Kind::line, line.back(), {}, {}});
  return path;
}

std::vector<Point> flatten(const std::vector<Segment>& segments, int steps) {
  std::vector<Point> points;
  for (const Segment& segment : segments) {
    if (segment.kind == Segment::Kind::close) continue;
    if (segment.kind != Segment::Kind::cubic) {
      points.push_back(segment.to);
      continue;
    }
    const Point from = points.back();
    for (int step = 1; step <= steps; ++step) {
      const double t = static_cast<double>(step) / steps;
      const double u = 1 - t;
      points.push_back(from * (u * u * u) + segment.c1 * (3 * u * u * t) + segment.c2 * (3 * u * t * t) +
                       segment.to * (t * t * t));
    }
  }
  return points;
}

}  // namespace outmap::relations
