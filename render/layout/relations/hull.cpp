#include <algorithm>

#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/plan.hpp"

namespace outmap::relations {
namespace {

void add_corners(const Box& box, std::vector<Point>& points) {
  for (const Point& corner : corners(inflate(box, hull_padding))) points.push_back(corner);
}

Point meeting(Point a, Point b, Point c, Point d) {
  const double slope = cross(b - a, d - c);
  return slope == 0 ? b : a + (b - a) * (cross(c - a, d - c) / slope);
}

/// Edges under 40 px give way to the meeting point of their neighbours, where that lies within the area.
std::vector<Point> without_short_edges(std::vector<Point> polygon, const Box& area) {
  for (std::size_t at = 0; at < polygon.size() && polygon.size() > 4;) {
    const std::size_t count = polygon.size();
    const std::size_t next = (at + 1) % count;
    const Point before = polygon[(at + count - 1) % count];
    const Point after = polygon[(next + 1) % count];
    const Point met = meeting(before, polygon[at], polygon[next], after);
    const bool turns = cross(polygon[at] - before, after - polygon[next]) > 0;
    if (distance(polygon[at], polygon[next]) < 40 && turns && holds(area, met)) {
      polygon[at] = met;
      polygon.erase(polygon.begin() + static_cast<long>(next));
      if (next < at) --at;
    } else {
      ++at;
    }
  }
  return polygon;
}

}  // namespace

void draw_hulls(const RelationsDiagram& diagram, Plan& plan) {
  for (std::size_t at = 0; at < diagram.groups.size(); ++at) {
    if (!diagram.groups[at].hull) continue;
    std::vector<Point> points;
    for (const std::size_t member : diagram.groups[at].members) add_corners(plan.elements[member].box, points);
    add_corners(plan.groups[at].heading, points);
    const std::vector<Point> polygon =
        without_short_edges(convex_hull(std::move(points)), inflate(plan.groups[at].area, -gutter / 2));
    plan.groups[at].hull = rounded(polygon, 40);
  }
}

}  // namespace outmap::relations
