// The steps of Leiden put together: levels of one iteration, iterations of one run.
#pragma once

#include <algorithm>
#include <array>
#include <numeric>

#include "model/analysis/leiden/aggregation.hpp"
#include "model/analysis/leiden/moving.hpp"
#include "model/analysis/leiden/refinement.hpp"

namespace outmap::leiden {

/// Sums of unit weights are whole numbers, exact in float below 2²⁴ and symmetric above, at half the memory.
template <class Weights>
struct SummedWeight {
  using type = double;
};
template <>
struct SummedWeight<UnitWeights> {
  using type = float;
};

/// Iterations on one graph, with room that all levels of all iterations share.
template <class Weights>
class Run {
 public:
  using Weight = typename SummedWeight<Weights>::type;

  Run(const Level<Weights>& graph, const Objective& objective, std::uint64_t seed, unsigned threads)
      : graph_(graph),
        objective_(objective),
        random_(seed),
        moving_(graph.node_count()),
        refinement_(graph.node_count(), threads),
        links_(graph.node_count(), 0.0),
        stores_{LevelStore<Weight>(graph.offsets.back()), LevelStore<Weight>(graph.offsets.back())} {}

  /// One iteration from the clusters of `labels` (below the number of nodes), which it improves; returns what was
  /// gained, in units of weight.
  double iterate(std::vector<Node>& labels) {
    cluster_of_ = labels;
    place_of_.resize(graph_.node_count());
    std::iota(place_of_.begin(), place_of_.end(), 0);
    gained_ = 0;
    bool more = descend(graph_);
    while (more) more = descend(stores_[filled_].level());
    for (Node node = 0; node < graph_.node_count(); ++node) labels[node] = cluster_of_[place_of_[node]];
    return gained_;
  }

 private:
  /// Moves, refines and aggregates one level, whose clusters stand in cluster_of_. Afterwards they are those of the
  /// next level, in stores_[filled_]; false where there is none.
  template <class LevelWeights>
  bool descend(const Level<LevelWeights>& level) {
    const double gained = move_nodes(level, objective_, cluster_of_, moving_, random_);
    gained_ += gained;
    group_by(cluster_of_, level.node_count(), groups_);
    if (all_stand_alone()) return false;
    refine(level, objective_, groups_, cluster_of_, random_.bits(), refinement_, refined_);
    const auto part_count = static_cast<Node>(refined_.cluster_of.size());
    for (Node& place : place_of_) place = refined_.part_of[place];
    cluster_of_ = refined_.cluster_of;
    if (part_count == level.node_count() && gained == 0) {
      // Neither step changes anything any more (only rounding leads here): parts are connected, clusters might not be.
      std::iota(cluster_of_.begin(), cluster_of_.end(), 0);
      return false;
    }
    group_by(refined_.part_of, part_count, groups_);
    filled_ = 1 - filled_;
    aggregate(level, groups_, refined_.part_of, links_, stores_[filled_]);
    return true;
  }

  bool all_stand_alone() const {
    return std::adjacent_find(groups_.starts.begin(), groups_.starts.end(), std::equal_to{}) == groups_.starts.end();
  }

  const Level<Weights>& graph_;
  const Objective& objective_;
  Random random_;
  MovingRoom moving_;
  RefinementRoom refinement_;
  Refined refined_;
  Grouping groups_;
  std::vector<double> links_;
  std::array<LevelStore<Weight>, 2> stores_;
  std::size_t filled_ = 0;
  std::vector<Node> cluster_of_;  // by node of the level at hand
  std::vector<Node> place_of_;    // node of the level at hand, by node of the graph
  double gained_ = 0;
};

}  // namespace outmap::leiden
