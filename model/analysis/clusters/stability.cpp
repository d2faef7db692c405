#include "model/analysis/clusters/stability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>

#include "model/analysis/parallel.hpp"
#include "model/analysis/partition_quality.hpp"
#include "model/analysis/random.hpp"

namespace outmap {

namespace {

/// Sums over runs. Whole numbers, so that the order in which runs end does not matter.
struct Kept {
  Kept(std::size_t clusters, std::size_t nodes) : pairs(clusters, 0), others(nodes, 0) {}

  std::vector<std::uint64_t> pairs;   // twice the pairs that stayed together, by cluster
  std::vector<std::uint64_t> others;  // members that stayed with the node
};

/// For each node, how many others of its cluster are with it in `run` too.
std::vector<std::uint32_t> others_kept(const Partition& partition, const Partition& run) {
  const auto clusters = members_of(partition);
  std::vector<std::uint32_t> count(run.cluster_count, 0);
  std::vector<std::uint32_t> kept(partition.cluster_of.size());
  for (const auto& members : clusters) {
    for (const auto node : members) ++count[run.cluster_of[node]];
    for (const auto node : members) kept[node] = count[run.cluster_of[node]] - 1;
    for (const auto node : members) count[run.cluster_of[node]] = 0;
  }
  return kept;
}

void refuse_other_nodes(const Partition& partition, const Partition& run) {
  if (partition.cluster_of.size() == run.cluster_of.size()) return;
  throw std::invalid_argument(fmt::format("a run clustered {} nodes and not {}: cluster the same nodes",
                                          run.cluster_of.size(), partition.cluster_of.size()));
}

/// a / b, nothing for 0 / 0.
std::optional<double> share(std::uint64_t a, std::uint64_t b) {
  if (b == 0) return {};
  return static_cast<double>(a) / static_cast<double>(b);
}

void say_shares(const Partition& partition, const Kept& kept, StabilityReport& report) {
  std::vector<std::uint64_t> sizes(partition.cluster_count, 0);
  for (const auto cluster : partition.cluster_of) ++sizes[cluster];
  std::uint64_t kept_pairs = 0;
  std::uint64_t all_pairs = 0;
  for (std::uint32_t c = 0; c < partition.cluster_count; ++c) {
    const std::uint64_t pairs = sizes[c] * (sizes[c] - 1) * report.runs;
    report.clusters.push_back(share(kept.pairs[c], pairs));
    kept_pairs += kept.pairs[c];
    all_pairs += pairs;
  }
  report.whole = share(kept_pairs, all_pairs);
  for (std::size_t node = 0; node < kept.others.size(); ++node) {
    report.nodes.push_back(share(kept.others[node], (sizes[partition.cluster_of[node]] - 1) * report.runs));
  }
}

}  // namespace

StabilityReport find_stability(const Partition& partition, const ClusterAgain& again, std::uint32_t runs,
                               const StabilityOptions& options) {
  Kept kept(partition.cluster_count, partition.cluster_of.size());
  std::vector<double> agreements(runs, 0);
  std::mutex kept_lock;
  run_parallel(
      runs, thread_count(options.threads),
      [&](std::size_t run) {
        const auto found = again(Random(options.seed + run).bits());
        refuse_other_nodes(partition, found);
        agreements[run] = adjusted_rand_index(partition, found);
        const auto others = others_kept(partition, found);
        const std::lock_guard guard(kept_lock);
        for (std::size_t node = 0; node < others.size(); ++node) {
          kept.others[node] += others[node];
          kept.pairs[partition.cluster_of[node]] += others[node];
        }
      },
      options.listener, "asking whether clusters come back");
  StabilityReport report;
  report.runs = runs;
  say_shares(partition, kept, report);
  for (const double agreement : agreements) report.agreement += agreement / static_cast<double>(runs);
  return report;
}

StabilityReport find_stability(const CompactGraph& graph, const Partition& partition, const LeidenOptions& leiden,
                               const StabilityOptions& options) {
  const ClusterAgain again = [&](std::uint64_t seed) {
    LeidenOptions other = leiden;
    other.seed = seed;
    other.threads = 1;  // runs share the threads
    return find_communities(options.resample_ties ? resample_ties(graph, seed) : graph, other).partition;
  };
  return find_stability(partition, again, options.runs == 0 ? runs_for(graph.edge_count()) : options.runs, options);
}

CompactGraph resample_ties(const CompactGraph& graph, std::uint64_t seed) {
  auto edges = graph.edges();
  Random random(seed);
  std::vector<std::uint32_t> drawn(edges.size(), 0);
  for (std::size_t i = 0; i < edges.size(); ++i) ++drawn[random.below(static_cast<std::uint32_t>(edges.size()))];
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (drawn[i] > 0) edges[kept++] = {edges[i].from, edges[i].to, edges[i].weight * drawn[i]};
  }
  edges.resize(kept);
  return CompactGraph::from_edges(graph.node_count(), edges);
}

std::uint32_t runs_for(std::size_t ties) {
  constexpr std::size_t ties_in_all = 2'000'000;
  return static_cast<std::uint32_t>(std::clamp<std::size_t>(ties_in_all / std::max<std::size_t>(ties, 1), 5, 100));
}

}  // namespace outmap
