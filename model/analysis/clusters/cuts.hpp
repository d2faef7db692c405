// What a network of relations falls into when somebody leaves it, or a tie breaks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "model/graph/relations.hpp"

namespace outmap {

/// People who still reach one another after a loss.
struct Piece {
  std::size_t members = 0;
  double weight = 0;                                        // of the members, added up
  RelationVertex first = 0;                                 // the smallest member
  std::vector<std::pair<std::size_t, std::size_t>> ranges;  // where they stand in Cuts::walk(): from, up to

  bool operator==(const Piece&) const = default;
};

/// A tie without which its part of the network falls in two.
struct CutTie {
  RelationVertex stays = 0;  // the end on the side that stays
  RelationVertex loses = 0;  // the end on the side that falls off
  Piece falls_off;

  bool operator==(const CutTie&) const = default;
};

/// The articulation points and bridges of a relational graph with the pieces they leave. Of the pieces of a part the
/// one with the largest weight stays; of equal ones that with more members, then that with the smallest vertex. The
/// others fall off.
///
/// Hopcroft & Tarjan (1973), doi:10.1145/362248.362272, by Boost.Graph; sizes from the same depth-first search.
/// O((vertices + edges) log vertices) time and linear space for all pieces together. The graph is needed only while it
/// is built.
class Cuts {
 public:
  /// `weights`: by vertex, 0 or more.
  Cuts(const RelationGraph& graph, const std::vector<double>& weights);

  /// Whose leaving cuts their part, ascending.
  const std::vector<RelationVertex>& points() const { return points_; }

  /// What falls off when `vertex` leaves, what stays left out, largest first; empty where it is no point.
  std::vector<Piece> lost_without(RelationVertex vertex) const;

  /// Every bridge, by (smaller end, larger end).
  std::vector<CutTie> ties() const;

  /// Every vertex, in the order of the search: the members of a piece stand together.
  const std::vector<RelationVertex>& walk() const { return walk_; }

  /// The members of a piece, ascending. O(members log members).
  std::vector<RelationVertex> members_of(const Piece& piece) const;

  /// Parts into which the network falls already, people without ties included.
  std::size_t parts() const { return parts_; }

 private:
  void search(const RelationGraph& graph);
  void measure(const std::vector<double>& weights);
  bool is_root(RelationVertex vertex) const { return parent_[vertex] == vertex; }
  Piece below(RelationVertex vertex) const;
  Piece beside(RelationVertex vertex, const std::vector<std::pair<std::size_t, std::size_t>>& gone) const;
  void add(Piece& piece, std::size_t from, std::size_t to) const;

  std::vector<RelationVertex> walk_;
  std::vector<std::size_t> place_;      // by vertex: where it stands in the walk
  std::vector<std::size_t> low_;        // by vertex: the earliest place to which it, or who stands below it, is tied
  std::vector<std::size_t> end_;        // by vertex: where those below it in the search end in the walk
  std::vector<RelationVertex> parent_;  // by vertex, in the search; itself where the search began with it
  std::vector<RelationVertex> root_;    // by vertex: where the search of its part began, the smallest of the part
  std::vector<RelationVertex> first_;   // by vertex: the smallest of those below it and itself
  std::vector<double> weight_before_;   // by place: the weights of all before it, added up
  std::vector<RelationVertex> points_;
  std::vector<std::pair<RelationVertex, RelationVertex>> cut_;  // a point, and one below it whom it alone ties; sorted
  std::size_t parts_ = 0;
};

}  // namespace outmap
