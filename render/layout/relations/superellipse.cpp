#include "render/layout/relations/superellipse.hpp"

#include <cmath>

#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/route.hpp"

namespace outmap::relations {
namespace {

constexpr double turn = 6.283185307179586;

Point point_at(Point centre, double radius, double angle) {
  const auto power = [](double value) { return std::copysign(std::pow(std::abs(value), 2.0 / 3), value); };
  return {centre.x + superellipse_stretch * radius * power(std::cos(angle)),
          centre.y + radius * power(std::sin(angle))};
}

std::vector<Point> points_from(Point centre, double radius, double start, int count) {
  std::vector<Point> points;
  for (int step = 0; step < count; ++step) points.push_back(point_at(centre, radius, start + turn * step / count));
  return points;
}

}  // namespace

std::vector<Point> superellipse(Point centre, double radius) { return points_from(centre, radius, 0, 96); }

double superellipse_length(double radius) {
  std::vector<Point> outline = superellipse({0, 0}, radius);
  outline.push_back(outline.front());
  return length_of(outline);
}

std::vector<Point> along_superellipse(Point centre, double radius, std::size_t count) {
  std::vector<Point> outline = points_from(centre, radius, -turn / 4, 192);
  outline.push_back(outline.front());
  std::vector<Point> points;
  const double each = length_of(outline) / static_cast<double>(count);
  double next = 0;
  for (std::size_t at = 1; at < outline.size() && points.size() < count; ++at) {
    const double piece = distance(outline[at - 1], outline[at]);
    for (; next <= piece && points.size() < count; next += each)
      points.push_back(outline[at - 1] + (outline[at] - outline[at - 1]) * (piece > 0 ? next / piece : 0));
    next -= piece;
  }
  return points;
}

std::vector<Segment> superellipse_path(Point centre, double radius) {
  const std::vector<Point> points = points_from(centre, radius, turn / 96, 48);
  std::vector<Segment> path{{Segment::Kind::move, points.front(), {}, {}}};
  const std::size_t count = points.size();
  for (std::size_t at = 0; at < count; ++at) {  // Catmull-Rom through the points
    const Point before = points[(at + count - 1) % count];
    const Point here = points[at];
    const Point next = points[(at + 1) % count];
    const Point after = points[(at + 2) % count];
    path.push_back({Segment::Kind::cubic, next, here + (next - before) * (1.0 / 6), next - (after - here) * (1.0 / 6)});
  }
  path.push_back({Segment::Kind::close, {}, {}, {}});
  return path;
}

}  // namespace outmap::relations
