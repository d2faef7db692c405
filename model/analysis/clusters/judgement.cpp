#include "model/analysis/clusters/judgement.hpp"

#include <algorithm>

#include "model/analysis/clusters/girvan_newman.hpp"
#include "model/analysis/clusters/null_model.hpp"

namespace outmap {
namespace {

/// A network whose nodes stand in an order that does not depend on their names, and its clusters.
struct Anonymous {
  CompactGraph graph;
  Partition partition;
};

Anonymous without_names(const CompactGraph& graph, const Partition& partition) {
  const auto rank = structural_rank(graph);
  Anonymous result{graph.renumbered(rank), partition};
  for (std::size_t node = 0; node < rank.size(); ++node) {
    result.partition.cluster_of[rank[node]] = partition.cluster_of[node];
  }
  return result;
}

LeidenOptions leiden_options(const CompactGraph& graph, const ClusterOptions& options) {
  constexpr std::uint32_t small = 5'000;  // nodes; above, the last thousandth of quality is not worth its time
  return {.objective = options.objective,
          .resolution = resolution_for(graph, options),
          .max_iterations = graph.node_count() > small ? 2U : 0U,
          .seed = options.seed};
}

StabilityOptions stability_options(const ClusterOptions& options) {
  return {.seed = options.seed, .threads = options.threads};
}

StabilityReport stability_of_girvan_newman(const Anonymous& found, const ClusterOptions& options) {
  const double ties = static_cast<double>(found.graph.edge_count());
  const double work = std::max(1.0, found.graph.node_count() * ties * ties);
  const auto runs = static_cast<std::uint32_t>(std::clamp(1e9 / work, 3.0, 100.0));
  const auto again = [&](std::uint64_t seed) {
    return find_by_betweenness(resample_ties(found.graph, seed), {.resolution = resolution_for(found.graph, options)})
        .partition;
  };
  return find_stability(found.partition, again, runs, stability_options(options));
}

ClusterChance chance_of(const Anonymous& found, const ClusterOptions& options) {
  const NullModelReport report = compare_with_chance(found.graph, found.partition, leiden_options(found.graph, options),
                                                     {.seed = options.seed, .threads = options.threads});
  return {static_cast<std::uint32_t>(report.random.size()), report.random_mean, report.z, report.share_as_good,
          report.better_than_chance};
}

}  // namespace

Judgement judge(const ClusterNetwork& network, const Division& division, const ClusterOptions& options) {
  const Anonymous found = without_names(network.graph(), division.partition);
  Judgement judgement;
  judgement.stability = options.method == ClusterMethod::girvan_newman
                            ? stability_of_girvan_newman(found, options)
                            : find_stability(found.graph, found.partition, leiden_options(found.graph, options),
                                             stability_options(options));
  judgement.chance = chance_of(found, options);
  return judgement;
}

}  // namespace outmap
