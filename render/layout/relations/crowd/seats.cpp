#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "render/layout/relations/crowd/steps.hpp"
#include "render/layout/relations/geometry.hpp"

namespace outmap::relations::crowd {
namespace {

constexpr double cost_of_length = 0.006;  // of a px of tie, where a crossing costs 1
constexpr double cost_of_box = 0.7;       // of a tie that runs through somebody
constexpr double most_longer = 1.05;      // an exchange that lengthens ties by more is not looked at
constexpr int most_sweeps = 2;

/// One group: who holds which cell, and the ties that touch its members. Ties to other groups end where those stand.
class Seats {
 public:
  Seats(const RelationGroup& group, const Cells& cells, const Neighbours& neighbours, std::vector<Point>& places,
        const std::vector<ElementPlan>& elements, std::vector<std::size_t>& member_at)
      : members_(group.members), cells_(cells), places_(places), elements_(elements) {
    held_.assign(cells.centres.size(), nobody);
    for (std::size_t at = 0; at < members_.size(); ++at) member_at[members_[at]] = at;
    ties_of_.resize(members_.size());
    for (std::size_t at = 0; at < members_.size(); ++at)
      for (const std::size_t other : neighbours[members_[at]]) add_tie(at, other, member_at[other]);
    marked_.assign(ties_.size(), 0);
    extents_.resize(ties_.size());
    for (const std::size_t member : members_) member_at[member] = nobody;
  }

  /// Rows by the wanted height, within a row by the wanted side; spare cells are spread over the rows and within them.
  void give_out(const std::vector<Point>& wanted) {
    std::vector<std::size_t> order(members_.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    const auto by = [&](double Point::*part, auto first, auto last) {
      std::sort(first, last, [&](std::size_t one, std::size_t other) {
        const double difference = wanted[members_[one]].*part - wanted[members_[other]].*part;
        return difference != 0 ? difference < 0 : one < other;
      });
    };
    by(&Point::y, order.begin(), order.end());
    const std::size_t rows = cells_.centres.size() / cells_.columns;
    std::size_t begin = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::size_t end = order.size() * (row + 1) / rows;
      by(&Point::x, order.begin() + static_cast<long>(begin), order.begin() + static_cast<long>(end));
      const std::size_t taken = end - begin;
      const std::size_t spare = cells_.columns - taken;
      for (std::size_t at = 0; at < taken; ++at)
        held_[row * cells_.columns + at + spare * (at + 1) / (taken + 1)] = order[begin + at];
      begin = end;
    }
    for (std::size_t cell = 0; cell < held_.size(); ++cell)
      if (held_[cell] != nobody) places_[members_[held_[cell]]] = cells_.centres[cell];
  }

  /// Whether any exchange of two cells helped.
  bool sweep() {
    for (std::size_t tie = 0; tie < ties_.size(); ++tie) extents_[tie] = extent_of(ties_[tie]);  // others have moved
    bool better = false;
    for (std::size_t one = 0; one < held_.size(); ++one)
      for (std::size_t other = one + 1; other < held_.size(); ++other)
        if (is_near(one, other)) better = exchange(one, other) || better;
    return better;
  }

 private:
  static constexpr std::size_t nobody = no_index;

  struct Tie {
    std::size_t from = 0;  // elements
    std::size_t to = 0;
  };

  void add_tie(std::size_t at, std::size_t other, std::size_t mate) {
    if (mate != nobody && members_[at] > other) return;
    ties_of_[at].push_back(ties_.size());
    if (mate != nobody && mate != at) ties_of_[mate].push_back(ties_.size());
    ties_.push_back({members_[at], other});
  }

  /// What a tie covers, beside its ends, because most pairs of ties are told apart by it.
  struct Extent {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
  };

  Extent extent_of(const Tie& tie) const {
    const Point from = places_[tie.from];
    const Point to = places_[tie.to];
    return {std::min(from.x, to.x), std::max(from.x, to.x), std::min(from.y, to.y), std::max(from.y, to.y)};
  }

  void move(std::size_t at, std::size_t cell) {
    if (at == nobody) return;
    places_[members_[at]] = cells_.centres[cell];
    for (const std::size_t tie : ties_of_[at]) extents_[tie] = extent_of(ties_[tie]);
  }

  /// In a large group only cells nearby change hands.
  bool is_near(std::size_t one, std::size_t other) const {
    if (held_.size() <= 40) return true;
    const std::size_t across = one % cells_.columns > other % cells_.columns
                                   ? one % cells_.columns - other % cells_.columns
                                   : other % cells_.columns - one % cells_.columns;
    return across <= 2 && (other / cells_.columns) - (one / cells_.columns) <= 2;
  }

  bool exchange(std::size_t one, std::size_t other) {
    const std::array<std::size_t, 2> moved{held_[one], held_[other]};
    if (moved[0] == nobody && moved[1] == nobody) return false;
    const auto stand = [&](std::size_t first, std::size_t second) {
      move(moved[0], first);
      move(moved[1], second);
    };
    const double before_px = length_of_ties(moved);
    stand(other, one);
    const bool may_help = length_of_ties(moved) <= before_px * most_longer;
    stand(one, other);
    if (!may_help) return false;
    const double before = cost_around(moved, 1e300);
    stand(other, one);
    if (cost_around(moved, before - 1e-6) < before - 1e-6) {
      std::swap(held_[one], held_[other]);
      return true;
    }
    stand(one, other);
    return false;
  }

  double length_of_ties(const std::array<std::size_t, 2>& moved) const {
    double sum = 0;
    for (const std::size_t at : moved)
      if (at != nobody)
        for (const std::size_t tie : ties_of_[at]) sum += distance(places_[ties_[tie].from], places_[ties_[tie].to]);
    return sum;
  }

  /// What the ties of `moved` cost: their length, whom they cross and through whom they run. Above `limit` only that it
  /// is.
  double cost_around(const std::array<std::size_t, 2>& moved, double limit) {
    touched_.clear();
    for (const std::size_t at : moved)
      if (at != nobody)
        for (const std::size_t tie : ties_of_[at])
          if (std::exchange(marked_[tie], 1) == 0) touched_.push_back(tie);
    double sum = 0;
    for (const std::size_t tie : touched_) {
      if (sum > limit) break;
      sum += cost_of(tie);
    }
    for (const std::size_t tie : touched_) marked_[tie] = 0;
    return sum;
  }

  double cost_of(std::size_t at) const {
    const Tie& tie = ties_[at];
    const Point from = places_[tie.from];
    const Point to = places_[tie.to];
    const Extent own = extents_[at];
    double sum = distance(from, to) * cost_of_length;
    for (std::size_t other = 0; other < ties_.size(); ++other) {
      const Extent& its = extents_[other];
      if (its.right < own.left || its.left > own.right || its.bottom < own.top || its.top > own.bottom) continue;
      if (marked_[other] && other >= at) continue;
      const Tie& one = ties_[other];
      if (one.from == tie.from || one.from == tie.to || one.to == tie.from || one.to == tie.to) continue;
      sum += crosses(from, to, places_[one.from], places_[one.to]) ? 1 : 0;
    }
    for (const std::size_t member : members_)
      if (member != tie.from && member != tie.to && runs_through(from, to, own, member)) sum += cost_of_box;
    return sum;
  }

  bool runs_through(Point from, Point to, const Extent& own, std::size_t member) const {
    const Point middle = places_[member];
    const double across = elements_[member].box.width / 2;
    const double down = elements_[member].box.height / 2;
    if (own.top > middle.y + down || own.bottom < middle.y - down || own.left > middle.x + across ||
        own.right < middle.x - across)
      return false;
    const Point way = to - from;
    return std::abs(cross(way, middle - from)) <= across * std::abs(way.y) + down * std::abs(way.x);
  }

  const std::vector<std::size_t>& members_;
  const Cells& cells_;
  std::vector<Point>& places_;
  const std::vector<ElementPlan>& elements_;
  std::vector<std::size_t> held_;  // by cell: a place in members_
  std::vector<Tie> ties_;
  std::vector<std::vector<std::size_t>> ties_of_;  // by place in members_
  std::vector<Extent> extents_;
  std::vector<char> marked_;
  std::vector<std::size_t> touched_;
};

}  // namespace

void seat_members(const RelationsDiagram& diagram, const std::vector<Cells>& cells, const Neighbours& neighbours,
                  const std::vector<Point>& wanted, Plan& plan) {
  std::vector<Point> places = wanted;
  std::vector<std::size_t> member_at(diagram.elements.size(), no_index);
  std::vector<Seats> groups;
  groups.reserve(diagram.groups.size());
  for (std::size_t group = 0; group < diagram.groups.size(); ++group) {
    groups.emplace_back(diagram.groups[group], cells[group], neighbours, places, plan.elements, member_at);
    groups.back().give_out(wanted);
  }
  std::vector<char> moving(groups.size(), 1);
  for (int sweep = 0; sweep < most_sweeps; ++sweep)
    for (std::size_t group = 0; group < groups.size(); ++group)
      if (moving[group]) moving[group] = groups[group].sweep();
  for (std::size_t at = 0; at < places.size(); ++at) {
    Box& box = plan.elements[at].box;
    box.x = std::round((places[at].x - box.width / 2) / 4) * 4;
    box.y = std::round((places[at].y - box.height / 2) / 4) * 4;
  }
}

}  // namespace outmap::relations::crowd
