#include <algorithm>
#include <cmath>

#include "render/layout/relations/crowd/steps.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/id_hash.hpp"

namespace outmap::relations::crowd {
namespace {

constexpr int settling_rounds = 80;

/// A group's members as the forces see them: pushing each other, drawn by whom they are tied to.
class Pushing {
 public:
  Pushing(const RelationsDiagram& diagram, const Neighbours& neighbours, const RelationGroup& group, const Box& area,
          std::vector<Point>& places)
      : diagram_(diagram),
        neighbours_(neighbours),
        group_(group),
        area_(area),
        places_(places),
        pitch_(std::sqrt(area.width * area.height / (1.0 + static_cast<double>(group.members.size())))) {}

  void move(double heat) {
    forces_.assign(group_.members.size(), {});
    push();
    for (std::size_t at = 0; at < group_.members.size(); ++at) {
      const std::size_t member = group_.members[at];
      for (const std::size_t other : neighbours_[member]) pull(at, member, other);
    }
    const double most = pitch_ * heat + 1;
    for (std::size_t at = 0; at < group_.members.size(); ++at) {
      const double size = length(forces_[at]);
      if (size == 0) continue;
      Point& place = places_[group_.members[at]];
      const Point wanted = place + forces_[at] * (std::min(size, most) / size);
      place = {std::clamp(wanted.x, area_.x, area_.right()), std::clamp(wanted.y, area_.y, area_.bottom())};
    }
  }

 private:
  void push() {
    const double strength = pitch_ * pitch_;
    for (std::size_t a = 0; a < group_.members.size(); ++a)
      for (std::size_t b = a + 1; b < group_.members.size(); ++b) {
        const Point way = places_[group_.members[a]] - places_[group_.members[b]];
        const Point force = way * (strength / (dot(way, way) + 1));
        forces_[a] = forces_[a] + force;
        forces_[b] = forces_[b] - force;
      }
  }

  /// Mates pull the more the farther they are; who is elsewhere only says from which side.
  void pull(std::size_t at, std::size_t member, std::size_t other) {
    const Point way = places_[other] - places_[member];
    const double far = length(way);
    const bool mate = diagram_.elements[other].group == diagram_.elements[member].group;
    forces_[at] = forces_[at] + way * (mate ? 0.6 * far / pitch_ : 0.6 * std::min(far, pitch_) / (far + 1));
  }

  const RelationsDiagram& diagram_;
  const Neighbours& neighbours_;
  const RelationGroup& group_;
  const Box& area_;
  std::vector<Point>& places_;
  const double pitch_;
  std::vector<Point> forces_;
};

}  // namespace

std::vector<Point> wanted_places(const RelationsDiagram& diagram, const Plan& plan, const Neighbours& neighbours) {
  std::vector<Point> places;
  for (const RelationElement& element : diagram.elements) {
    const Box& area = plan.groups[element.group].area;
    const Point at = point_of(hash_of(element.id));
    places.push_back({area.x + at.x * area.width, area.y + at.y * area.height});
  }
  std::vector<Pushing> groups;
  for (std::size_t group = 0; group < diagram.groups.size(); ++group)
    groups.emplace_back(diagram, neighbours, diagram.groups[group], plan.groups[group].area, places);
  for (int round = 0; round < settling_rounds; ++round)
    for (Pushing& group : groups) group.move(1 - round / static_cast<double>(settling_rounds));
  return places;
}

}  // namespace outmap::relations::crowd
