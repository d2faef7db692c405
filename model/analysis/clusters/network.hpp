// The network in which clusters are looked for: customers and partners, tied by relations and by likeness.
#pragma once

#include <vector>

#include "model/analysis/clusters/options.hpp"
#include "model/analysis/tie_weights.hpp"
#include "model/graph/compact_graph.hpp"

namespace outmap {

/// Nodes are the customers and partners in the order of their ids. Two are tied where the map declares a relation
/// between them or where they are nearest neighbours by similarity, with the weight
/// strength / largest strength + ½ similarity (see weigh_ties). The map must outlive it. Immutable. Deterministic for
/// any number of threads. Time: that of find_neighbours.
class ClusterNetwork {
 public:
  explicit ClusterNetwork(const Map& map, const NetworkOptions& options = {});

  std::uint32_t size() const { return graph_.node_count(); }
  std::string_view id(std::uint32_t node) const { return similarity_.id(node); }
  std::optional<std::uint32_t> find(std::string_view id) const { return similarity_.find(id); }

  const NetworkOptions& options() const { return options_; }
  const Similarity& similarity() const { return similarity_; }
  const std::vector<WeightedTie>& ties() const { return ties_; }  // by a and b
  const CompactGraph& graph() const { return graph_; }
  bool is_exact() const { return is_exact_; }  // false: some neighbours may be missing

 private:
  NetworkOptions options_;
  Similarity similarity_;
  std::vector<WeightedTie> ties_;
  CompactGraph graph_;
  bool is_exact_ = true;
};

/// The part of a tie's weight that comes from declared relations; the rest comes from likeness.
double declared_weight(const WeightedTie& tie);

/// A place for every node by what its ties look like: nodes are told apart by the number of their neighbours, then by
/// the weights of their ties and what is known of the neighbours, round after round (colour refinement, Weisfeiler &
/// Leman 1968), and ordered by the result; nodes that remain alike, by number. So what works in this order does not
/// depend on how nodes are called, but for those that are alike. O(rounds × edges + n log n).
std::vector<std::uint32_t> structural_rank(const CompactGraph& graph);

}  // namespace outmap
