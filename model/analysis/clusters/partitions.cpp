#include "model/analysis/clusters/partitions.hpp"

#include <algorithm>
#include <numeric>

#include "model/analysis/clusters/girvan_newman.hpp"
#include "model/analysis/clusters/linkage.hpp"
#include "model/analysis/leiden.hpp"
#include "model/analysis/parallel.hpp"

namespace outmap {
namespace {

std::uint32_t starts_for(std::uint32_t nodes, std::uint32_t wanted) {
  if (wanted > 0) return wanted;
  if (nodes <= 20'000) return 10;
  return nodes <= 200'000 ? 2 : 1;
}

Partition best_partition(const CompactGraph& graph, const ClusterOptions& options) {
  const std::vector<std::uint32_t> rank = structural_rank(graph);
  std::vector<LeidenResult> results(starts_for(graph.node_count(), options.starts));
  constexpr std::size_t steps_of_a_tie = 100;
  run_parallel(
      results.size(), threads_for(results.size() * graph.edge_count() * steps_of_a_tie, options.threads),
      [&](std::size_t start) {
        results[start] = find_communities(graph, {.objective = options.objective,
                                                  .resolution = resolution_for(graph, options),
                                                  .seed = options.seed + start,
                                                  .rank = rank});
      },
      options.listener, "looking for clusters");
  const auto best = std::ranges::max_element(results, {}, &LeidenResult::quality);  // the first of equal ones
  return std::move(best->partition);
}

/// Taken in the order of structural_rank, so that of equally loaded ties the same goes, however nodes are called.
Partition partition_by_betweenness(const CompactGraph& graph, const ClusterOptions& options) {
  const std::vector<std::uint32_t> rank = structural_rank(graph);
  const auto result = find_by_betweenness(graph.renumbered(rank), {.resolution = resolution_for(graph, options)});
  Partition partition = result.partition;
  for (std::size_t node = 0; node < rank.size(); ++node) {
    partition.cluster_of[node] = result.partition.cluster_of[rank[node]];
  }
  return partition;
}

Partition partition_by_likeness(const Similarity& similarity, const ClusterOptions& options) {
  const Dendrogram tree = average_linkage(similarity, {.threads = options.threads});
  return cut_at_best_silhouette(tree, similarity, {.threads = options.threads}).partition;
}

Partition partition_by(const ClusterNetwork& network, const ClusterOptions& options) {
  if (options.method == ClusterMethod::linkage) return partition_by_likeness(network.similarity(), options);
  if (options.method == ClusterMethod::girvan_newman) return partition_by_betweenness(network.graph(), options);
  return best_partition(network.graph(), options);
}

}  // namespace

double resolution_for(const CompactGraph& graph, const ClusterOptions& options) {
  if (options.resolution) return *options.resolution;
  if (options.objective == PartitionObjective::modularity || graph.node_count() < 2) return 1;
  const double nodes = graph.node_count();
  return graph.total_weight() / (nodes * (nodes - 1) / 2);
}

Division divide(const ClusterNetwork& network, const ClusterOptions& options) {
  const CompactGraph& graph = network.graph();
  if (graph.node_count() == 0) return {};
  const Partition found = number_by_size(partition_by(network, options).cluster_of);
  std::vector<std::uint32_t> order;
  for (std::uint32_t c = 0; c < found.cluster_count; ++c) order.push_back(c);
  std::vector<bool> is_isolated(found.cluster_count, true);
  std::vector<std::uint32_t> sizes(found.cluster_count, 0);
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    const std::uint32_t c = found.cluster_of[node];
    if (graph.degree(node) > 0 || ++sizes[c] > 1) is_isolated[c] = false;
  }
  std::ranges::stable_sort(order, {}, [&](std::uint32_t c) { return is_isolated[c]; });
  const auto clusters = static_cast<std::uint32_t>(std::ranges::count(is_isolated, false));
  return reordered({found, clusters}, order);
}

Division reordered(const Division& division, std::span<const std::uint32_t> order) {
  std::vector<std::uint32_t> new_number(division.partition.cluster_count);
  std::iota(new_number.begin(), new_number.end(), 0U);
  for (std::uint32_t i = 0; i < order.size(); ++i) new_number[order[i]] = i;
  Division result = division;
  for (std::uint32_t& cluster : result.partition.cluster_of) cluster = new_number[cluster];
  return result;
}

}  // namespace outmap
