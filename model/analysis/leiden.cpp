#include "model/analysis/leiden.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>

#include "model/analysis/leiden/run.hpp"
#include "model/analysis/parallel.hpp"
#include "model/analysis/partition_quality.hpp"

namespace outmap {

namespace {

using leiden::Level;
using leiden::Node;
using leiden::Objective;

void refuse_bad_rank(Node node_count, std::span<const std::uint32_t> rank) {
  std::vector<bool> taken(node_count, false);
  for (const auto place : rank) {
    if (place < node_count) taken[place] = true;
  }
  if (rank.size() == node_count && std::all_of(taken.begin(), taken.end(), std::identity{})) return;
  throw std::invalid_argument(
      fmt::format("{} ranks for {} nodes: give each number from 0 below {} once", rank.size(), node_count, node_count));
}

void refuse_bad_options(const CompactGraph& graph, const LeidenOptions& options) {
  if (!(options.resolution >= 0) || !std::isfinite(options.resolution)) {
    throw std::invalid_argument(
        fmt::format("resolution {}: give a finite number from 0 on, such as 1", options.resolution));
  }
  if (!(options.randomness > 0) || !std::isfinite(options.randomness)) {
    throw std::invalid_argument(
        fmt::format("randomness {}: give a finite number above 0, such as 0.01", options.randomness));
  }
  if (!options.rank.empty()) refuse_bad_rank(graph.node_count(), options.rank);
}

/// What a node counts in its cluster's size: its strength for modularity, one for CPM.
std::vector<double> node_sizes(const CompactGraph& graph, PartitionObjective objective) {
  std::vector<double> sizes(graph.node_count(), 1.0);
  if (objective == PartitionObjective::cpm) return sizes;
  for (Node node = 0; node < graph.node_count(); ++node) sizes[node] = graph.strength(node);
  return sizes;
}

Objective make_objective(const CompactGraph& graph, const LeidenOptions& options) {
  const double ties = static_cast<double>(graph.edge_count());
  const double mean_weight = ties > 0 ? graph.total_weight() / ties : 1;
  const bool modularity = options.objective == PartitionObjective::modularity;
  const double scale = modularity && ties > 0 ? 2 * graph.total_weight() : 1;
  return {options.resolution / scale, 1e-10 * mean_weight, options.randomness * mean_weight};
}

struct Clusters {
  std::vector<Node> labels;
  std::uint32_t iterations = 0;
  bool converged = false;
};

template <class Weights>
Clusters iterate(const CompactGraph& graph, Weights weights, const LeidenOptions& options) {
  const auto sizes = node_sizes(graph, options.objective);
  const Level<Weights> level{graph.offsets(), graph.targets().data(), weights, sizes};
  const auto objective = make_objective(graph, options);
  leiden::Run<Weights> run(level, objective, options.seed, thread_count(options.threads));
  Clusters clusters;
  clusters.labels.resize(graph.node_count());
  std::iota(clusters.labels.begin(), clusters.labels.end(), 0);
  while (!clusters.converged && (options.max_iterations == 0 || clusters.iterations < options.max_iterations)) {
    clusters.converged = !(run.iterate(clusters.labels) > objective.least_gain);
    ++clusters.iterations;
  }
  return clusters;
}

LeidenResult find_in_order(const CompactGraph& graph, const LeidenOptions& options) {
  const auto clusters = graph.has_unit_weights() ? iterate(graph, leiden::UnitWeights{}, options)
                                                 : iterate(graph, graph.weights().data(), options);
  LeidenResult result{number_by_size(clusters.labels), 0, clusters.iterations, clusters.converged};
  result.quality = options.objective == PartitionObjective::modularity
                       ? modularity(graph, result.partition, options.resolution)
                       : cpm_value(graph, result.partition, options.resolution);
  return result;
}

}  // namespace

LeidenResult find_communities(const CompactGraph& graph, const LeidenOptions& options) {
  refuse_bad_options(graph, options);
  if (options.rank.empty()) return find_in_order(graph, options);
  auto result = find_in_order(graph.renumbered(options.rank), options);
  std::vector<std::uint32_t> cluster_of;
  cluster_of.reserve(options.rank.size());
  for (const auto place : options.rank) cluster_of.push_back(result.partition.cluster_of[place]);
  result.partition.cluster_of = std::move(cluster_of);
  return result;
}

}  // namespace outmap
