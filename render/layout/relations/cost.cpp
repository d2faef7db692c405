#include "render/layout/relations/cost.hpp"

#include <algorithm>
#include <cmath>

#include "render/layout/relations/geometry.hpp"

namespace outmap::relations {
namespace {

constexpr double clear_px = 8;  // a tie passes at least so far from a box

Field::Obstacle obstacle(const Box& box) { return {box, box.center(), box.width / 2, box.height / 2}; }

/// The share of a way from the middle of a box that lies inside it.
double share_inside(Point steep, const Box& box) {
  const double across = steep.x > 0 ? box.width / 2 / steep.x : 1;
  const double down = steep.y > 0 ? box.height / 2 / steep.y : 1;
  return std::min({1.0, across, down});
}

}  // namespace

Field::Field(const RelationsDiagram& diagram, const Plan& plan)
    : ties_of_(plan.elements.size()),
      neighbours_(plan.elements.size()),
      wanted_visible_(std::clamp(
          0.36 * std::sqrt(plan.region.width * plan.region.height / (1.0 + static_cast<double>(plan.elements.size()))),
          44.0, 110.0)) {
  for (const ElementPlan& element : plan.elements) {
    boxes_.push_back(element.box);
    across_.push_back(element.box.center().x);
    down_.push_back(element.box.center().y);
    half_widths_.push_back(element.box.width / 2 + clear_px);
    half_heights_.push_back(element.box.height / 2 + clear_px);
  }
  misses_.resize(boxes_.size());
  for (const GroupPlan& group : plan.groups)
    if (group.heading.width > 0) headings_.push_back(obstacle(inflate(group.heading, 4)));
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
  for (const Tie& tie : ties_) lines_.push_back(line_of(tie));
}

Field::Line Field::line_of(const Tie& tie) const { return {centre(tie.from), centre(tie.to) - centre(tie.from)}; }

void Field::move(std::size_t element, Point centre) {
  Box& box = boxes_[element];
  box.x = centre.x - box.width / 2;
  box.y = centre.y - box.height / 2;
  across_[element] = centre.x;
  down_[element] = centre.y;
  for (const std::size_t at : ties_of_[element]) {
    const Tie& tie = ties_[at];
    lines_[at] = line_of(tie);
  }
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
  const std::size_t elements = boxes_.size();
  for (const std::size_t tie : incident_) sum += cost_alone(tie);
  sides_.resize(incident_.size() * elements);
  work_ += incident_.size() * elements;
  for (std::size_t i = 0; i < incident_.size(); ++i) {
    if (sum > limit) return sum;
    find_sides(incident_[i], &sides_[i * elements]);
    sum += cost_through_boxes(incident_[i]);
  }
  for (std::size_t i = 0; i < incident_.size(); ++i) {
    if (sum > limit) return sum;
    work_ += ties_.size();
    sum += cost_of_shared_ends(incident_[i]) + cost_of_crossings(incident_[i], &sides_[i * elements]);
  }
  if (sum > limit) return sum;
  work_ += ties_.size() * moved.size();
  for (const std::size_t element : moved)
    for (std::size_t tie = 0; tie < ties_.size(); ++tie)
      if (!marked_[tie]) sum += cost_through(tie, element);
  return sum;
}

double Field::cost_alone(std::size_t at) const {
  const Tie& tie = ties_[at];
  const auto [from, way] = lines_[at];
  const Point steep{std::abs(way.x), std::abs(way.y)};
  const double hidden = share_inside(steep, boxes_[tie.from]) + share_inside(steep, boxes_[tie.to]);
  const double visible = length(way) * (1 - hidden);
  double sum = tie.weight * visible / 10;
  if (visible < wanted_visible_) sum += (wanted_visible_ - visible) * 1.5 * tie.weight;
  for (const Obstacle& heading : headings_) {
    const double reach = heading.half_width * steep.y + heading.half_height * steep.x;
    if (std::abs(cross(way, heading.centre - from)) > reach) continue;
    const double covered = length_inside(from, from + way, heading.box);
    if (covered > 0) sum += 180 + covered;
  }
  return sum;
}

/// By element: on which side of the tie's line its centre lies, times its distance from it times the tie's length;
/// exactly 0 for the tie's own ends. And by how much, in the same measure, the line, endless at both ends, misses
/// the element's box with the room around it. One loop over arrays, for vectors.
void Field::find_sides(std::size_t tie, double* sides) const {
  const auto [from, way] = lines_[tie];
  const Point steep{std::abs(way.x), std::abs(way.y)};
  const std::size_t elements = across_.size();
  const double *across = across_.data(), *down = down_.data(), *widths = half_widths_.data(),
               *heights = half_heights_.data();
  double* misses = misses_.data();
  for (std::size_t at = 0; at < elements; ++at) {
    const double side = way.x * (down[at] - from.y) - way.y * (across[at] - from.x);
    sides[at] = side;
    misses[at] = std::abs(side) - (widths[at] * steep.y + heights[at] * steep.x);
  }
}

/// After find_sides of the same tie.
double Field::cost_through_boxes(std::size_t tie) const {
  double sum = 0;
  for (std::size_t element = 0; element < misses_.size(); ++element)
    if (misses_[element] <= 0) sum += cost_of_hiding(tie, element);
  return sum;
}

double Field::cost_through(std::size_t at, std::size_t element) const {
  const auto [from, way] = lines_[at];
  const double reach = half_widths_[element] * std::abs(way.y) + half_heights_[element] * std::abs(way.x);
  return std::abs(cross(way, centre(element) - from)) <= reach ? cost_of_hiding(at, element) : 0;
}

double Field::cost_of_hiding(std::size_t at, std::size_t element) const {
  const Tie& tie = ties_[at];
  if (element == tie.from || element == tie.to) return 0;
  const double hidden = length_inside(centre(tie.from), centre(tie.to), inflate(boxes_[element], clear_px));
  return hidden > 0 ? 60 + hidden / 2 : 0;
}

/// Ends on both sides of this tie's line, then this tie's ends on both sides of the other's.
double Field::cost_of_crossings(std::size_t at, const double* sides) const {
  const Tie& tie = ties_[at];
  double sum = 0;
  for (std::size_t other = 0; other < ties_.size(); ++other) {
    if (!(sides[ties_[other].from] * sides[ties_[other].to] < 0) || counts_later(at, other)) continue;
    const auto [from, way] = lines_[other];
    if (cross(way, centre(tie.from) - from) * cross(way, centre(tie.to) - from) < 0)
      sum += 28 * std::min(tie.weight, ties_[other].weight);
  }
  return sum;
}

double Field::cost_of_shared_ends(std::size_t at) const {
  const Tie& tie = ties_[at];
  double sum = 0;
  for (const std::size_t end : {tie.from, tie.to})
    for (const std::size_t other : ties_of_[end]) {
      const bool told = end == tie.to && (ties_[other].from == tie.from || ties_[other].to == tie.from);
      if (other != at && !told && !counts_later(at, other)) sum += cost_of_angle(tie, ties_[other]);
    }
  return sum;
}

/// Two ties that leave a shape almost as one.
double Field::cost_of_angle(const Tie& one, const Tie& other) const {
  const std::size_t hub = one.from == other.from || one.from == other.to ? one.from : one.to;
  const Point a = centre(one.from == hub ? one.to : one.from) - centre(hub);
  const Point b = centre(other.from == hub ? other.to : other.from) - centre(hub);
  if (dot(a, b) <= 0) return 0;
  const double side = cross(a, b);
  const double squares = dot(a, a) * dot(b, b);
  if (side * side >= 0.0625 * squares) return 0;
  return (0.25 - std::abs(side) / std::sqrt(squares)) * 120;
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
