#include <algorithm>
#include <cmath>

#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/plan.hpp"

namespace outmap::relations {
namespace {

Box around_members(const RelationGroup& group, const Plan& plan) {
  const Box& first = plan.elements[group.members.front()].box;
  Point low{first.x, first.y};
  Point high{first.right(), first.bottom()};
  for (const std::size_t member : group.members) {
    const Box& box = plan.elements[member].box;
    low = {std::min(low.x, box.x), std::min(low.y, box.y)};
    high = {std::max(high.x, box.right()), std::max(high.y, box.bottom())};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

bool is_free(const Box& box, const RelationGroup& group, const Plan& plan) {
  const Box around = inflate(box, 10);
  return std::none_of(group.members.begin(), group.members.end(),
                      [&](std::size_t member) { return overlap(around, plan.elements[member].box); });
}

/// What a heading here makes the hull grow by, and hides of ties; readers look for it at the upper left.
double cost_of(const Box& box, const Box& members, const RelationsDiagram& diagram, const Plan& plan) {
  const double left = std::min(box.x, members.x);
  const double top = std::min(box.y, members.y);
  const double area =
      (std::max(box.right(), members.right()) - left) * (std::max(box.bottom(), members.bottom()) - top);
  double sum = area / 1000 + 0.12 * (std::abs(box.x - members.x) + std::abs(box.y - (members.y - box.height - 12)));
  const Box reach = inflate(box, 4);
  for (const RelationTie& tie : diagram.ties) {
    const double hidden =
        length_inside(plan.elements[tie.from].box.center(), plan.elements[tie.to].box.center(), reach);
    if (hidden > 0) sum += 200 + 1.5 * hidden;
  }
  return sum;
}

void place_heading(const RelationsDiagram& diagram, std::size_t group, Plan& plan) {
  GroupPlan& own = plan.groups[group];
  const Box members = around_members(diagram.groups[group], plan);
  const Box inner = inflate(own.area, -(gutter + hull_padding));
  Box best = own.heading;
  double least = cost_of(best, members, diagram, plan);
  for (double y = std::ceil(inner.y / 12) * 12; y + own.heading.height <= inner.bottom(); y += 12)
    for (double x = std::ceil(inner.x / 12) * 12; x + own.heading.width <= inner.right(); x += 12) {
      const Box box{x, y, own.heading.width, own.heading.height};
      if (!is_free(box, diagram.groups[group], plan)) continue;
      const double found = cost_of(box, members, diagram, plan);
      if (found < least - 1e-9) least = found, best = box;
    }
  own.heading = best;
}

}  // namespace

void place_headings(const RelationsDiagram& diagram, Plan& plan) {
  for (std::size_t group = 0; group < plan.groups.size(); ++group)
    if (plan.groups[group].heading.width > 0) place_heading(diagram, group, plan);
}

}  // namespace outmap::relations
