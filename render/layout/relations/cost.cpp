#include "render/layout/relations/cost.hpp"

#include <algorithm>
#include <cmath>

#include "render/layout/relations/geometry.hpp"

namespace outmap::relations {

Field::Field(const RelationsDiagram& diagram, const Plan& plan)
    : ties_of_(plan.elements.size()),
      neighbours_(plan.elements.size()),
      wanted_visible_(std::clamp(
          0.36 * std::sqrt(plan.region.width * plan.region.height / (1.0 + static_cast<double>(plan.elements.size()))),
          44.0, 110.0)) {
  for (const ElementPlan& element : plan.elements) {
    boxes_.push_back(element.box);
    centres_.push_back(element.box.center());
  }
  for (const GroupPlan& group : plan.groups)
    if (group.heading.width > 0) headings_.push_back(group.heading);
  for (const RelationElement& element : diagram.elements) {
    const GroupPlan& group = plan.groups[element.group];
    homes_.push_back(group.heading.width > 0 ? group.heading.center() : group.area.center());
  }
  for (const RelationTie& tie : diagram.ties) {
    for (const std::size_t end : {tie.from, tie.to}) ties_of_[end].push_back(ties_.size());
    neighbours_[tie.from].push_back(tie.to);
    neighbours_[tie.to].push_back(tie.from);
    ties_.push_back({tie.from, tie.to, tie.derived ? 0.4 : 0.8 + 0.3 * tie.step});
  }
  marked_.assign(ties_.size(), 0);
}

void Field::move(std::size_t element, Point centre) {
  Box& box = boxes_[element];
  box.x = centre.x - box.width / 2;
  box.y = centre.y - box.height / 2;
  centres_[element] = centre;
}

void Field::swap(std::size_t one, std::size_t other) {
  const Point was = centre(one);
  move(one, centre(other));
  move(other, was);
}

double Field::cost_around(std::span<const std::size_t> moved, double limit) const {
  incident_.clear();
  for (const std::size_t element : moved)
    for (const std::size_t tie : ties_of_[element])
      if (!marked_[tie]) marked_[tie] = 1, incident_.push_back(tie);
  double sum = 0;
  for (const std::size_t element : moved) sum += crowding(element);
  sum = cost_of_ties(moved, sum, limit);
  for (const std::size_t tie : incident_) marked_[tie] = 0;
  return sum;
}

/// The cheapest questions first, so that a bad place is known early.
double Field::cost_of_ties(std::span<const std::size_t> moved, double sum, double limit) const {
  for (const std::size_t tie : incident_) sum += cost_alone(ties_[tie]);
  work_ += incident_.size() * boxes_.size();
  for (const std::size_t tie : incident_) {
    if (sum > limit) return sum;
    work_ += ties_.size();
    for (std::size_t other = 0; other < ties_.size(); ++other)
      if (!marked_[other] || other < tie) sum += cost_of_pair(ties_[tie], ties_[other]);
  }
  if (sum > limit) return sum;
  work_ += ties_.size() * moved.size();
  for (std::size_t tie = 0; tie < ties_.size(); ++tie)
    if (!marked_[tie])
      for (const std::size_t element : moved) sum += cost_through(ties_[tie], element);
  return sum;
}

double Field::cost_alone(const Tie& tie) const {
  const Point from = centre(tie.from);
  const Point to = centre(tie.to);
  const double whole = distance(from, to);
  const double visible = whole - length_inside(from, to, boxes_[tie.from]) - length_inside(from, to, boxes_[tie.to]);
  double sum = tie.weight * visible / 10;
  if (visible < wanted_visible_) sum += (wanted_visible_ - visible) * 1.5 * tie.weight;
  for (std::size_t element = 0; element < boxes_.size(); ++element) sum += cost_through(tie, element);
  for (const Box& heading : headings_) {
    const double hidden = length_inside(from, to, inflate(heading, 4));
    if (hidden > 0) sum += 180 + hidden;
  }
  return sum;
}

double Field::cost_through(const Tie& tie, std::size_t element) const {
  if (element == tie.from || element == tie.to) return 0;
  const Point from = centre(tie.from);
  const Point to = centre(tie.to);
  const Box box = inflate(boxes_[element], 8);
  const Point way = to - from;
  const Point middle = centre(element);
  if (2 * std::abs(cross(way, middle - from)) > box.width * std::abs(way.y) + box.height * std::abs(way.x)) return 0;
  if (std::max(from.x, to.x) < box.x || std::min(from.x, to.x) > box.right() || std::max(from.y, to.y) < box.y ||
      std::min(from.y, to.y) > box.bottom())
    return 0;
  const double hidden = length_inside(from, to, box);
  return hidden > 0 ? 60 + hidden / 2 : 0;
}

double Field::cost_of_pair(const Tie& one, const Tie& other) const {
  const bool shared = one.from == other.from || one.from == other.to || one.to == other.from || one.to == other.to;
  if (!shared) {
    const bool cross_here = crosses(centre(one.from), centre(one.to), centre(other.from), centre(other.to));
    return cross_here ? 28 * std::min(one.weight, other.weight) : 0;
  }
  const std::size_t hub = one.from == other.from || one.from == other.to ? one.from : one.to;
  const Point a = centre(one.from == hub ? one.to : one.from) - centre(hub);
  const Point b = centre(other.from == hub ? other.to : other.from) - centre(hub);
  if (dot(a, b) <= 0) return 0;
  const double side = cross(a, b);
  const double squares = dot(a, a) * dot(b, b);
  if (side * side >= 0.0625 * squares) return 0;
  return (0.25 - std::abs(side) / std::sqrt(squares)) * 120;  // two ties that leave almost as one
}

double Field::crowding(std::size_t element) const {
  double sum = distance(centre(element), homes_[element]) * 0.04;  // not far from the group's heading
  const Box around = inflate(boxes_[element], 26);
  for (std::size_t other = 0; other < boxes_.size(); ++other) {
    if (other == element || !overlap(around, boxes_[other])) continue;
    const double across =
        std::max(boxes_[other].x - boxes_[element].right(), boxes_[element].x - boxes_[other].right());
    const double down =
        std::max(boxes_[other].y - boxes_[element].bottom(), boxes_[element].y - boxes_[other].bottom());
    sum += (26 - std::max(across, down)) * 0.5;
  }
  return sum;
}

}  // namespace outmap::relations
