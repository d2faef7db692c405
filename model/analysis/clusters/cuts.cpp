#include "model/analysis/clusters/cuts.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <iterator>
#include <numeric>

namespace outmap {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

/// True where piece a stays rather than b.
bool outweighs(const Piece& a, const Piece& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  return a.members != b.members ? a.members > b.members : a.first < b.first;
}

}  // namespace

Cuts::Cuts(const RelationGraph& graph, const std::vector<double>& weights) {
  search(graph);
  measure(weights);
}

void Cuts::search(const RelationGraph& graph) {
  const std::size_t n = graph.vertices.size();
  place_.assign(n, 0);
  low_.assign(n, 0);
  parent_.resize(n);
  boost::articulation_points(
      graph.edges, std::back_inserter(points_),
      boost::discover_time_map(place_.data()).lowpoint_map(low_.data()).predecessor_map(parent_.data()));
  std::ranges::sort(points_);
  walk_.resize(n);
  for (RelationVertex vertex = 0; vertex < n; ++vertex) {
    --place_[vertex];  // Boost.Graph counts from 1
    --low_[vertex];
    walk_[place_[vertex]] = vertex;
  }
}

void Cuts::measure(const std::vector<double>& weights) {
  const std::size_t n = walk_.size();
  end_.resize(n);
  root_.resize(n);
  first_.resize(n);
  weight_before_.assign(n + 1, 0);
  std::iota(first_.begin(), first_.end(), RelationVertex{0});
  for (std::size_t place = 0; place < n; ++place) {
    const RelationVertex vertex = walk_[place];
    end_[vertex] = place + 1;
    weight_before_[place + 1] = weight_before_[place] + weights[vertex];
    root_[vertex] = is_root(vertex) ? vertex : root_[parent_[vertex]];
    if (is_root(vertex)) ++parts_;
  }
  for (std::size_t place = n; place-- > 0;) {
    const RelationVertex vertex = walk_[place], parent = parent_[vertex];
    if (is_root(vertex)) continue;
    end_[parent] = std::max(end_[parent], end_[vertex]);
    first_[parent] = std::min(first_[parent], first_[vertex]);
    if (low_[vertex] >= place_[parent]) cut_.emplace_back(parent, vertex);
  }
  std::ranges::sort(cut_);
}

void Cuts::add(Piece& piece, std::size_t from, std::size_t to) const {
  if (from >= to) return;
  piece.ranges.emplace_back(from, to);
  piece.members += to - from;
  piece.weight += weight_before_[to] - weight_before_[from];
}

Piece Cuts::below(RelationVertex vertex) const {
  Piece piece;
  piece.first = first_[vertex];
  add(piece, place_[vertex], end_[vertex]);
  return piece;
}

/// What is left of the part of `vertex` without the ranges `gone`, which ascend.
Piece Cuts::beside(RelationVertex vertex, const std::vector<Range>& gone) const {
  Piece piece;
  piece.first = root_[vertex];
  std::size_t from = place_[root_[vertex]];
  for (const auto& [begin, end] : gone) {
    add(piece, from, begin);
    from = end;
  }
  add(piece, from, end_[root_[vertex]]);
  return piece;
}

std::vector<Piece> Cuts::lost_without(RelationVertex vertex) const {
  std::vector<Piece> pieces;
  std::vector<Range> gone = {{place_[vertex], place_[vertex] + 1}};
  for (auto cut = std::ranges::lower_bound(cut_, std::pair(vertex, RelationVertex{0}));
       cut != cut_.end() && cut->first == vertex; ++cut) {
    pieces.push_back(below(cut->second));
    gone.push_back(pieces.back().ranges.front());
  }
  std::ranges::sort(gone);
  if (Piece rest = beside(vertex, gone); rest.members > 0) pieces.push_back(std::move(rest));
  if (pieces.size() < 2) return {};
  std::ranges::sort(pieces, outweighs);
  pieces.erase(pieces.begin());
  return pieces;
}

std::vector<CutTie> Cuts::ties() const {
  std::vector<CutTie> ties;
  for (const auto& [above, child] : cut_) {
    if (low_[child] <= place_[above]) continue;
    Piece lower = below(child);
    Piece upper = beside(above, lower.ranges);
    if (outweighs(upper, lower)) {
      ties.push_back({above, child, std::move(lower)});
    } else {
      ties.push_back({child, above, std::move(upper)});
    }
  }
  std::ranges::sort(ties, {}, [](const CutTie& tie) { return std::minmax(tie.stays, tie.loses); });
  return ties;
}

std::vector<RelationVertex> Cuts::members_of(const Piece& piece) const {
  std::vector<RelationVertex> members;
  for (const auto& [from, to] : piece.ranges) members.insert(members.end(), &walk_[from], &walk_[from] + (to - from));
  std::ranges::sort(members);
  return members;
}

}  // namespace outmap
