// A weighted undirected graph in four arrays, for algorithms that read every edge many times.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace outmap {

struct WeightedEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double weight = 1;
};

/// Nodes are 0 … node_count − 1. Each edge stands in the rows of both its ends, each row ascends. Immutable.
/// 8 bytes an edge where all weights are 1, 24 otherwise; 12 bytes a node.
class CompactGraph {
 public:
  CompactGraph() : offsets_(1, 0) {}

  /// Parallel edges, in either direction, become one whose weight is their sum; edges of a node to itself are kept
  /// apart. The order of the edges does not matter, not even to rounding. Throws std::invalid_argument for a node out
  /// of range or a weight that is not a positive finite number, and std::length_error for more than 2³¹ − 1 nodes or
  /// edges. O(edges · log of the largest degree).
  static CompactGraph from_edges(std::uint32_t node_count, std::span<const WeightedEdge> edges);

  std::uint32_t node_count() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }
  /// Pairs of different nodes that are tied.
  std::size_t edge_count() const { return targets_.size() / 2; }

  std::span<const std::uint32_t> neighbours(std::uint32_t node) const {
    return std::span(targets_).subspan(offsets_[node], degree(node));
  }
  std::uint32_t degree(std::uint32_t node) const { return offsets_[node + 1] - offsets_[node]; }

  /// True where every edge between two nodes weighs 1: then no weights are stored.
  bool has_unit_weights() const { return weights_.empty(); }
  /// The weight of the edge to neighbours(node)[position].
  double weight(std::uint32_t node, std::size_t position) const {
    return weights_.empty() ? 1.0 : weights_[offsets_[node] + position];
  }

  /// Weight of the edges from the node to itself, each counted once.
  double self_loop(std::uint32_t node) const { return self_loops_.empty() ? 0.0 : self_loops_[node]; }
  /// Sum of the weights of the node's edges, those to itself twice.
  double strength(std::uint32_t node) const;
  /// Sum of all edges' weights, each once, those of nodes to themselves included.
  double total_weight() const { return total_weight_; }

  /// Every edge once, from the smaller node to the larger, those of nodes to themselves included; sorted. O(edges).
  std::vector<WeightedEdge> edges() const;

  /// The arrays themselves: the row of node v is targets()[offsets()[v]] up to offsets()[v + 1]; weights() is beside
  /// targets(), or empty where all weigh 1.
  std::span<const std::uint32_t> offsets() const { return offsets_; }
  std::span<const std::uint32_t> targets() const { return targets_; }
  std::span<const double> weights() const { return weights_; }

  /// The same graph with node v called new_number[v], which must be a permutation. O(edges · log of the largest
  /// degree).
  CompactGraph renumbered(std::span<const std::uint32_t> new_number) const;

 private:
  void scatter(std::span<const WeightedEdge> edges, bool with_weights);
  bool sort_unit_rows();
  void sort_and_merge_rows();
  void sum_up();

  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint32_t> targets_;
  std::vector<double> weights_;     // empty where all are 1
  std::vector<double> self_loops_;  // empty where there are none
  double total_weight_ = 0;
};

}  // namespace outmap
