#include "render/layout/outcomes/plan.hpp"

#include <algorithm>
#include <cmath>

namespace outmap::outcomes {

Plan make_plan(const OutcomesDiagram& diagram, const Style& style) {
  Plan plan{diagram, style, 1600, 900, 104, 796, 84, 70, 0, 0, {}, {}, {}, {}, {}, {}};
  put_in_order(plan);
  return plan;
}

double Plan::weight_of(std::size_t index) const {
  constexpr double unweighted = 0.2;
  return edge(index).weight ? std::abs(*edge(index).weight) : unweighted;
}

double Plan::width_px_of(std::size_t index) const {
  constexpr double px_per_weight = 5;
  if (edge(index).passed) return std::max(1.0, px_per_weight * std::abs(*edge(index).passed));
  return edge(index).weight ? std::max(1.0, px_per_weight * std::abs(*edge(index).weight)) : unweighed_px;
}

Box Plan::box_of(std::size_t index) const {
  const ColumnSpan& column = columns[cells[index].column];
  return {column.x, cells[index].y - cells[index].height_px / 2, column.width, cells[index].height_px};
}

std::vector<Point> sample(const Path& path, double step_px) {
  std::vector<Point> points;
  Point at;
  for (const Segment& segment : path) {
    if (segment.kind == Segment::Kind::move) {
      points.push_back(segment.to);
    } else if (segment.kind == Segment::Kind::line || segment.kind == Segment::Kind::cubic) {
      const bool straight = segment.kind == Segment::Kind::line;
      const Point c1 = straight ? at : segment.c1;
      const Point c2 = straight ? segment.to : segment.c2;
      const double length = std::hypot(c1.x - at.x, c1.y - at.y) + std::hypot(c2.x - c1.x, c2.y - c1.y) +
                            std::hypot(segment.to.x - c2.x, segment.to.y - c2.y);
      const int steps = std::max(1, static_cast<int>(std::ceil(length / step_px)));
      for (int i = 1; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double s = 1 - t;
        if (straight)
          points.push_back({at.x * s + segment.to.x * t, at.y * s + segment.to.y * t});
        else
          points.push_back({s * s * s * at.x + 3 * s * s * t * c1.x + 3 * s * t * t * c2.x + t * t * t * segment.to.x,
                            s * s * s * at.y + 3 * s * s * t * c1.y + 3 * s * t * t * c2.y + t * t * t * segment.to.y});
      }
    }
    at = segment.to;
  }
  return points;
}

}  // namespace outmap::outcomes
