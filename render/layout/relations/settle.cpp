#include "render/layout/relations/settle.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "render/layout/relations/geometry.hpp"

namespace outmap::relations {
namespace {

Point on_grid(Point centre, const Box& box) {
  const double left = std::round((centre.x - box.width / 2) / 4) * 4;
  const double top = std::round((centre.y - box.height / 2) / 4) * 4;
  return {left + box.width / 2, top + box.height / 2};
}

bool may_stand(const RelationsDiagram& diagram, const Plan& plan, const Field& field, std::size_t element,
               Point centre) {
  const Box& was = field.box(element);
  const Box box{centre.x - was.width / 2, centre.y - was.height / 2, was.width, was.height};
  const std::size_t group = diagram.elements[element].group;
  if (!holds(inflate(plan.groups[group].area, -(gutter + hull_padding)), box)) return false;
  const Box& heading = plan.groups[group].heading;
  if (heading.width > 0 && overlap(inflate(heading, 8), box)) return false;
  const Box around = inflate(box, box_gap);
  for (const std::size_t other : diagram.groups[group].members)
    if (other != element && overlap(around, field.box(other))) return false;
  return true;
}

/// Steps in eight directions, and the places in line with each neighbour.
std::vector<Point> targets_of(const Field& field, std::size_t element) {
  const Point at = field.centre(element);
  std::vector<Point> targets;
  for (const double step : {64.0, 24.0, 8.0})
    for (const auto& [x, y] :
         std::array<std::pair<int, int>, 8>{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}})
      targets.push_back({at.x + x * step, at.y + y * step});
  for (const std::size_t other : field.neighbours(element)) {
    targets.push_back({field.centre(other).x, at.y});
    targets.push_back({at.x, field.centre(other).y});
  }
  return targets;
}

bool settle_one(const RelationsDiagram& diagram, const Plan& plan, Field& field, std::size_t element) {
  const std::array<std::size_t, 1> moved{element};
  Point best = field.centre(element);
  const Point start = best;
  double least = field.cost_around(moved) - 0.5;
  for (const Point& target : targets_of(field, element)) {
    const Point centre = on_grid(target, field.box(element));
    if (centre == start || !may_stand(diagram, plan, field, element, centre)) continue;
    field.move(element, centre);
    const double found = field.cost_around(moved, least);
    if (found < least) least = found, best = centre;
    field.move(element, start);
  }
  field.move(element, best);
  return best != start;
}

/// Only those near what moved are asked again: it, who is tied to it, and its group.
void wake(const RelationsDiagram& diagram, const Field& field, std::size_t moved, std::vector<char>& restless) {
  restless[moved] = 1;
  for (const std::size_t other : field.neighbours(moved)) restless[other] = 1;
  for (const std::size_t other : diagram.groups[diagram.elements[moved].group].members) restless[other] = 1;
}

}  // namespace

void settle(const RelationsDiagram& diagram, const Plan& plan, Field& field) {
  for (std::size_t element = 0; element < diagram.elements.size(); ++element) {
    const Point centre = on_grid(field.centre(element), field.box(element));
    if (may_stand(diagram, plan, field, element, centre)) field.move(element, centre);
  }
  const int rounds = diagram.elements.size() > 60 ? 2 : 12;
  std::vector<char> restless(diagram.elements.size(), 1);
  for (int round = 0; round < rounds; ++round)
    for (std::size_t element = 0; element < diagram.elements.size(); ++element)
      if (std::exchange(restless[element], 0) && settle_one(diagram, plan, field, element))
        wake(diagram, field, element, restless);
}

}  // namespace outmap::relations
