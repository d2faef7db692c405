#include "model/graph/compact_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace outmap {

namespace {

struct RowEntry {
  std::uint32_t target;
  double weight;
};

constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();

void refuse_bad_edges(std::uint32_t node_count, std::span<const WeightedEdge> edges) {
  if (node_count > most || edges.size() > most) {
    throw std::length_error(fmt::format("a graph holds at most {} nodes and edges; got {} and {}: split it into parts",
                                        most, node_count, edges.size()));
  }
  for (const auto& edge : edges) {
    if (edge.from >= node_count || edge.to >= node_count) {
      throw std::invalid_argument(
          fmt::format("edge {} – {}: nodes are numbered from 0 below {}", edge.from, edge.to, node_count));
    }
    if (!(edge.weight > 0) || !std::isfinite(edge.weight)) {
      throw std::invalid_argument(
          fmt::format("edge {} – {} weighs {}: a weight is a finite number above 0; leave out edges of weight 0",
                      edge.from, edge.to, edge.weight));
    }
  }
}

/// By weight too, so that the sum of parallel edges does not depend on the order in which they came.
void sort_by_target(std::vector<RowEntry>& row) {
  std::sort(row.begin(), row.end(), [](const RowEntry& a, const RowEntry& b) {
    return a.target != b.target ? a.target < b.target : a.weight < b.weight;
  });
}

void merge_equal_targets(std::vector<RowEntry>& row) {
  std::size_t kept = 0;
  for (const RowEntry& entry : row) {
    if (kept > 0 && row[kept - 1].target == entry.target) {
      row[kept - 1].weight += entry.weight;
    } else {
      row[kept++] = entry;
    }
  }
  row.resize(kept);
}

}  // namespace

CompactGraph CompactGraph::from_edges(std::uint32_t node_count, std::span<const WeightedEdge> edges) {
  refuse_bad_edges(node_count, edges);
  CompactGraph graph;
  graph.offsets_.assign(node_count + std::size_t{1}, 0);
  const bool unit = std::all_of(edges.begin(), edges.end(), [](const auto& e) { return e.weight == 1; });
  graph.scatter(edges, !unit);
  if (!unit || !graph.sort_unit_rows()) graph.sort_and_merge_rows();
  graph.sum_up();
  return graph;
}

/// Counts, then puts every edge into the rows of both ends; rows are unsorted and may name a target twice.
void CompactGraph::scatter(std::span<const WeightedEdge> edges, bool with_weights) {
  for (const auto& edge : edges) {
    if (edge.from == edge.to) continue;
    ++offsets_[edge.from + 1];
    ++offsets_[edge.to + 1];
  }
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  targets_.resize(offsets_.back());
  if (with_weights) weights_.resize(offsets_.back());
  std::vector<WeightedEdge> loops;
  for (const auto& edge : edges) {
    if (edge.from == edge.to) {
      loops.push_back(edge);
      continue;
    }
    // Rows fill from their ends: afterwards each offset has come down to the start of its row.
    for (const auto& [at, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)}) {
      const std::uint32_t place = --offsets_[at + 1];
      targets_[place] = other;
      if (with_weights) weights_[place] = edge.weight;
    }
  }
  // offsets_[v + 1] is now where row v begins.
  std::move(offsets_.begin() + 1, offsets_.end(), offsets_.begin());
  offsets_.back() = static_cast<std::uint32_t>(targets_.size());
  if (loops.empty()) return;
  std::sort(loops.begin(), loops.end(), [](const auto& a, const auto& b) { return a.weight < b.weight; });
  self_loops_.assign(node_count(), 0);
  for (const auto& loop : loops) self_loops_[loop.from] += loop.weight;
}

/// False where two nodes share more than one edge: then weights are 1 no longer, and are put in.
bool CompactGraph::sort_unit_rows() {
  bool simple = true;
  for (std::uint32_t node = 0; node < node_count(); ++node) {
    const auto begin = targets_.begin() + offsets_[node];
    const auto end = targets_.begin() + offsets_[node + 1];
    std::sort(begin, end);
    simple = simple && std::adjacent_find(begin, end) == end;
  }
  if (!simple) weights_.assign(targets_.size(), 1.0);
  return simple;
}

void CompactGraph::sort_and_merge_rows() {
  std::vector<RowEntry> row;
  std::uint32_t written = 0;
  for (std::uint32_t node = 0; node < node_count(); ++node) {
    row.clear();
    for (std::uint32_t i = offsets_[node]; i < offsets_[node + 1]; ++i) row.push_back({targets_[i], weights_[i]});
    sort_by_target(row);
    merge_equal_targets(row);
    offsets_[node] = written;
    for (const RowEntry& entry : row) {
      targets_[written] = entry.target;
      weights_[written++] = entry.weight;
    }
  }
  offsets_.back() = written;
  targets_.resize(written);
  weights_.resize(written);
  if (std::all_of(weights_.begin(), weights_.end(), [](double w) { return w == 1; })) weights_.clear();
}

void CompactGraph::sum_up() {
  double twice = 0;
  for (std::uint32_t node = 0; node < node_count(); ++node) twice += strength(node);
  total_weight_ = twice / 2;
}

double CompactGraph::strength(std::uint32_t node) const {
  double sum = 2 * self_loop(node);
  if (weights_.empty()) return sum + degree(node);
  for (std::uint32_t i = offsets_[node]; i < offsets_[node + 1]; ++i) sum += weights_[i];
  return sum;
}

std::vector<WeightedEdge> CompactGraph::edges() const {
  std::vector<WeightedEdge> edges;
  edges.reserve(edge_count());
  for (std::uint32_t node = 0; node < node_count(); ++node) {
    if (self_loop(node) > 0) edges.push_back({node, node, self_loop(node)});
    const auto row = neighbours(node);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i] > node) edges.push_back({node, row[i], weight(node, i)});
    }
  }
  return edges;
}

CompactGraph CompactGraph::renumbered(std::span<const std::uint32_t> new_number) const {
  auto edges = this->edges();
  for (auto& edge : edges) edge = {new_number[edge.from], new_number[edge.to], edge.weight};
  return from_edges(node_count(), edges);
}

}  // namespace outmap
