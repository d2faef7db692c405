// Plane geometry of boxes, hexagons and lines.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "render/scene.hpp"

namespace outmap::relations {

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, double factor) { return {a.x * factor, a.y * factor}; }
inline double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
inline double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
inline double length(Point a) { return std::sqrt(dot(a, a)); }
inline double distance(Point a, Point b) { return length(b - a); }

inline Box inflate(const Box& box, double by) {
  return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}
inline bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}
inline bool holds(const Box& outer, const Box& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}
inline bool holds(const Box& box, Point point) {
  return point.x >= box.x && point.x <= box.right() && point.y >= box.y && point.y <= box.bottom();
}

/// Length of the part of a-b that lies inside `box`.
inline double length_inside(Point a, Point b, const Box& box) {
  double from = 0;
  double to = 1;
  const auto clip = [&](double start, double change, double low, double high) {
    if (change == 0) return start > low && start < high;
    const double one = (low - start) / change;
    const double other = (high - start) / change;
    from = std::max(from, std::min(one, other));
    to = std::min(to, std::max(one, other));
    return from < to;
  };
  if (!clip(a.x, b.x - a.x, box.x, box.right()) || !clip(a.y, b.y - a.y, box.y, box.bottom())) return 0;
  return (to - from) * distance(a, b);
}

/// Whether a-b and c-d cross in a point that is no end of either.
inline bool crosses(Point a, Point b, Point c, Point d) {
  if (cross(b - a, c - a) * cross(b - a, d - a) >= 0) return false;
  return cross(d - c, a - c) * cross(d - c, b - c) < 0;
}

double distance_to_segment(Point point, Point a, Point b);

/// The least box round the points, of which there must be one.
Box bounds(std::span<const Point> points);

/// The corners of a hexagon that fills `box`, its left and right tips in the middle.
std::vector<Point> hexagon(const Box& box);
std::vector<Point> corners(const Box& box);

/// Where the way from `inside`, a point within the convex polygon, to `outside` leaves it.
Point leave(const std::vector<Point>& polygon, Point inside, Point outside);
bool within(const std::vector<Point>& polygon, Point point);

/// Convex hull, counter-clockwise in a system with y down (Andrew 1979, doi:10.1016/0020-0190(79)90072-3).
std::vector<Point> convex_hull(std::vector<Point> points);

/// The closed polygon with each corner replaced by a cubic fillet of at most `radius`.
std::vector<Segment> rounded(const std::vector<Point>& polygon, double radius);

/// The open line with its inner corners replaced by fillets.
std::vector<Segment> rounded_line(const std::vector<Point>& line, double radius);

/// Lines and curves as a fine line of points; curves in `steps` pieces.
std::vector<Point> flatten(const std::vector<Segment>& segments, int steps = 16);

}  // namespace outmap::relations
