#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "render/layout/relations/crowd/steps.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/id_hash.hpp"

namespace outmap::relations::crowd {
namespace {

constexpr int rounds = 300;
// The mean distance between groups is 1. Steps are long enough to sort the groups, too short to turn all of them.
constexpr double first_step = 0.2;
constexpr double least_step = 0.001;
constexpr double most_pull = 6;  // ties that count between two groups
constexpr double to_the_middle = 0.05;

struct Spring {
  std::size_t other = 0;
  double pull = 0;
};

std::vector<std::vector<Spring>> springs_of(const RelationsDiagram& diagram) {
  std::vector<std::map<std::size_t, double>> ties(diagram.groups.size());
  for (const RelationTie& tie : diagram.ties) {
    const std::size_t one = diagram.elements[tie.from].group;
    const std::size_t other = diagram.elements[tie.to].group;
    if (one == other) continue;
    ties[one][other] += 1;
    ties[other][one] += 1;
  }
  std::vector<std::vector<Spring>> springs(ties.size());
  for (std::size_t group = 0; group < ties.size(); ++group)
    for (const auto& [other, count] : ties[group]) springs[group].push_back({other, std::min(count, most_pull) / 2});
  return springs;
}

/// The least hash among the members decides: it stays when most others come and go.
Point first_place(const RelationsDiagram& diagram, const RelationGroup& group) {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (const std::size_t member : group.members) least = std::min(least, hash_of(diagram.elements[member].id));
  return point_of(least) - Point{0.5, 0.5};
}

/// As if all groups were of one size: what grows by one member pushes nobody else away.
std::vector<Point> pushes(const std::vector<Point>& centres) {
  constexpr double strength = 0.64;
  std::vector<Point> forces(centres.size());
  for (std::size_t a = 0; a < centres.size(); ++a)
    for (std::size_t b = a + 1; b < centres.size(); ++b) {
      const Point way = centres[a] - centres[b];
      const Point push = way * (strength / (dot(way, way) + 1e-6));
      forces[a] = forces[a] + push;
      forces[b] = forces[b] - push;
    }
  return forces;
}

}  // namespace

std::vector<Point> group_centres(const RelationsDiagram& diagram) {
  const auto springs = springs_of(diagram);
  const double side = std::sqrt(static_cast<double>(springs.size()));
  std::vector<Point> centres;
  for (const RelationGroup& group : diagram.groups) centres.push_back(first_place(diagram, group) * side);
  for (int round = 0; round < rounds; ++round) {
    const double most = first_step * (1 - round / static_cast<double>(rounds)) + least_step;
    std::vector<Point> forces = pushes(centres);
    for (std::size_t group = 0; group < centres.size(); ++group) {
      Point& force = forces[group];
      for (const Spring& spring : springs[group]) {
        const Point way = centres[spring.other] - centres[group];
        force = force + way * (length(way) * spring.pull);
      }
      force = force - centres[group] * to_the_middle;
    }
    for (std::size_t group = 0; group < centres.size(); ++group) {
      const double size = length(forces[group]);
      if (size > 0) centres[group] = centres[group] + forces[group] * (std::min(size, most) / size);
    }
  }
  return centres;
}

namespace {

/// The part of the groups [begin, end) in `order` and the box they share.
struct Splitting {
  const std::vector<double>& demands;
  const std::vector<Point>& centres;
  std::vector<std::size_t> order;
  std::vector<Box> areas;

  void split(std::size_t begin, std::size_t end, const Box& box) {
    if (end - begin == 1) {
      areas[order[begin]] = box;
      return;
    }
    const bool across = box.width >= box.height * 1.2;
    const auto first = order.begin() + static_cast<long>(begin);
    std::sort(first, order.begin() + static_cast<long>(end), [&](std::size_t one, std::size_t other) {
      const double difference = across ? centres[one].x - centres[other].x : centres[one].y - centres[other].y;
      return difference != 0 ? difference < 0 : one < other;
    });
    double all = 0;
    for (std::size_t at = begin; at < end; ++at) all += demands[order[at]];
    std::size_t middle = begin;
    double half = 0;
    while (middle + 1 < end && (middle == begin || half + demands[order[middle]] / 2 < all / 2))
      half += demands[order[middle++]];
    const double share = half / all;
    Box one = box;
    Box other = box;
    (across ? one.width : one.height) *= share;
    (across ? other.width : other.height) *= 1 - share;
    (across ? other.x : other.y) = across ? one.right() : one.bottom();
    split(begin, middle, one);
    split(middle, end, other);
  }
};

}  // namespace

std::vector<Box> split_by_centres(const Box& region, const std::vector<double>& demands,
                                  const std::vector<Point>& centres) {
  if (demands.empty()) return {};
  Splitting splitting{demands, centres, std::vector<std::size_t>(demands.size()), std::vector<Box>(demands.size())};
  std::iota(splitting.order.begin(), splitting.order.end(), std::size_t{0});
  splitting.split(0, demands.size(), region);
  return splitting.areas;
}

}  // namespace outmap::relations::crowd
