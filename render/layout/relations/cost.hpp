// What a placing of elements costs: long ties, ties through boxes and headings, crossings, crowding.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "render/layout/relations/plan.hpp"

namespace outmap::relations {

/// The boxes of all elements and the ties between them, as the search for a placing sees them. Ties count as straight
/// lines between centres.
class Field {
 public:
  Field(const RelationsDiagram& diagram, const Plan& plan);

  void move(std::size_t element, Point centre);
  void swap(std::size_t one, std::size_t other);
  Point centre(std::size_t element) const { return {across_[element], down_[element]}; }
  const Box& box(std::size_t element) const { return boxes_[element]; }
  std::span<const std::size_t> neighbours(std::size_t element) const { return neighbours_[element]; }

  /// The part of the whole cost that changes when `moved` change their places, or something above `limit` as soon as
  /// it is known to be above. O(their ties x (ties + elements)).
  double cost_around(std::span<const std::size_t> moved, double limit = std::numeric_limits<double>::max()) const;

  /// Comparisons made so far.
  std::size_t work() const { return work_; }

  /// A box that stays where it is.
  struct Obstacle {
    Box box;
    Point centre;
    double half_width = 0;
    double half_height = 0;
  };

 private:
  struct Tie {
    std::size_t from = 0;
    std::size_t to = 0;
    double weight = 1;
  };

  /// From the middle of one shape to that of the other.
  struct Line {
    Point from;
    Point way;
  };

  Line line_of(const Tie& tie) const;
  double cost_of_ties(std::span<const std::size_t> moved, double sum, double limit) const;
  double cost_alone(std::size_t tie) const;
  void find_sides(std::size_t tie, double* sides) const;
  double cost_through_boxes(std::size_t tie) const;
  double cost_through(std::size_t tie, std::size_t element) const;
  double cost_of_hiding(std::size_t tie, std::size_t element) const;
  double cost_of_crossings(std::size_t tie, const double* sides) const;
  double cost_of_shared_ends(std::size_t tie) const;
  double cost_of_angle(const Tie& one, const Tie& other) const;
  double crowding(std::size_t element) const;
  bool counts_later(std::size_t tie, std::size_t other) const { return marked_[other] && other >= tie; }

  std::vector<Box> boxes_;
  std::vector<double> across_, down_;               // the boxes' centres, by coordinate
  std::vector<double> half_widths_, half_heights_;  // with the room that a tie should leave
  std::vector<Line> lines_;                         // by tie
  std::vector<Obstacle> headings_;
  std::vector<Point> homes_;  // by element
  std::vector<Tie> ties_;
  std::vector<std::vector<std::size_t>> ties_of_;
  std::vector<std::vector<std::size_t>> neighbours_;
  double wanted_visible_ = 0;  // px of a tie between its shapes: more where there is room
  mutable std::size_t work_ = 0;
  mutable std::vector<char> marked_;           // ties, within cost_around
  mutable std::vector<std::size_t> incident_;  // the marked ones
  mutable std::vector<double> sides_;          // by incident tie and element: see find_sides
  mutable std::vector<double> misses_;         // by element, of the last tie asked
};

}  // namespace outmap::relations
