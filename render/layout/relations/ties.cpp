#include <algorithm>
#include <cmath>

#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/plan.hpp"
#include "render/layout/relations/route.hpp"

namespace outmap::relations {

std::vector<Point> outline_of(const ElementPlan& element, double by) {
  const Box box = inflate(element.box, by);
  if (element.hexagon) return hexagon(box);
  const double radius = card_radius + by;
  const double near = radius * (1 - std::sqrt(0.5));  // the middle of a corner's arc
  const double left = box.x, right = box.right(), top = box.y, bottom = box.bottom();
  return {{left, top + radius},     {left + near, top + near},     {left + radius, top},
          {right - radius, top},    {right - near, top + near},    {right, top + radius},
          {right, bottom - radius}, {right - near, bottom - near}, {right - radius, bottom},
          {left + radius, bottom},  {left + near, bottom - near},  {left, bottom - radius}};
}

namespace {

constexpr double clearance = 2.5;  // px between a tie's end and its shape

Ends ends_of(const RelationTie& tie, const Plan& plan) {
  const ElementPlan& from = plan.elements[tie.from];
  const ElementPlan& to = plan.elements[tie.to];
  return {from.box.center(), to.box.center(), from.box, to.box, outline_of(from, clearance), outline_of(to, clearance)};
}

std::vector<Box> boxes_between(const RelationTie& tie, const Plan& plan, double margin) {
  const Point from = plan.elements[tie.from].box.center();
  const Point to = plan.elements[tie.to].box.center();
  std::vector<Box> boxes;
  for (std::size_t at = 0; at < plan.elements.size(); ++at)
    if (at != tie.from && at != tie.to && length_inside(from, to, inflate(plan.elements[at].box, margin)) > 0)
      boxes.push_back(plan.elements[at].box);
  for (const GroupPlan& group : plan.groups)
    if (group.heading.width > 0 && length_inside(from, to, group.heading) > 0) boxes.push_back(group.heading);
  return boxes;
}

/// Of eleven points along the line, how many lie within 9 px of another line; not those near its ends, where ties meet.
double points_beside(const std::vector<Point>& line, const std::vector<Point>& other) {
  const Box reach = inflate(bounds(other), 9);
  double count = 0;
  for (int step = 1; step < 12; ++step) {
    const Point at = point_along(line, step / 12.0);
    if (!holds(reach, at) || std::min(distance(at, line.front()), distance(at, line.back())) < 36) continue;
    bool near = false;
    for (std::size_t on = 1; on < other.size() && !near; ++on)
      near = distance_to_segment(at, other[on - 1], other[on]) < 9;
    count += near;
  }
  return count > 5 ? 2 * count : count;  // one line on top of the other for most of the way
}

/// All turns of a line together, in radians.
double turning_of(const std::vector<Point>& line) {
  double sum = 0;
  for (std::size_t at = 2; at < line.size(); ++at) {
    const Point before = line[at - 1] - line[at - 2];
    const Point after = line[at] - line[at - 1];
    if (before != Point{} && after != Point{}) sum += std::abs(std::atan2(cross(before, after), dot(before, after)));
  }
  return sum;
}

double disturbance(const std::vector<Point>& line, const RelationTie& tie, const Plan& plan) {
  double sum = 0;
  const Box extent = inflate(bounds(line), 9);
  for (std::size_t at = 0; at < plan.elements.size(); ++at) {
    if (!overlap(extent, plan.elements[at].box)) continue;
    const bool own = at == tie.from || at == tie.to;
    const double inside = length_through(line, inflate(plan.elements[at].box, own ? -1 : 5));
    const double near = own ? inside - 20 : inside;  // a hexagon leaves the corners of its box free
    if (near > 0) sum += 250 + near * 2;
  }
  for (const GroupPlan& group : plan.groups) {
    const double near = group.heading.width > 0 ? length_through(line, inflate(group.heading, 2)) : 0;
    if (near > 0) sum += 150 + 2 * near;
  }
  if (!holds(inflate(plan.region, 4), bounds(line))) sum += 600;
  for (const TiePlan& other : plan.ties)
    if (!other.points.empty() && overlap(extent, inflate(other.bounds, 1)))
      sum += 10 * static_cast<double>(crossings_of(line, other.points)) + 7 * points_beside(line, other.points);
  return sum + length_of(line) / 8 + 90 * std::max(0.0, turning_of(line) - 1.8);  // no hairpins
}

void choose_way(const RelationTie& tie, const Plan& plan, TiePlan& chosen) {
  double least = 0;
  for (Way& way : ways_between(ends_of(tie, plan), boxes_between(tie, plan, 6))) {
    std::vector<Point> line = flatten(way.path, 8);
    const double found = way.cost + disturbance(line, tie, plan);
    if (!chosen.points.empty() && found >= least) continue;
    least = found;
    chosen.path = std::move(way.path);
    chosen.points = std::move(line);
    chosen.bounds = bounds(chosen.points);
  }
  for (std::size_t at = 0; at < plan.elements.size(); ++at)
    if (at != tie.from && at != tie.to)
      chosen.boxes_crossed += length_through(chosen.points, plan.elements[at].box) > 0;
}

}  // namespace

void route_ties(const RelationsDiagram& diagram, Plan& plan) {
  plan.ties.assign(diagram.ties.size(), {});
  for (std::size_t at = diagram.ties.size(); at-- > 0;) {
    TiePlan chosen;
    choose_way(diagram.ties[at], plan, chosen);
    plan.ties[at] = std::move(chosen);
  }
}

}  // namespace outmap::relations
