#include "model/analysis/clusters/judgement.hpp"

#include <algorithm>
#include <set>

#include "model/analysis/clusters/girvan_newman.hpp"
#include "model/analysis/clusters/linkage.hpp"
#include "model/analysis/clusters/null_model.hpp"
#include "model/analysis/random.hpp"

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

/// Fewer repeats of large networks: what they tell is known after a few.
std::uint32_t repeats_for(std::size_t ties) {
  constexpr std::size_t many = 20'000;
  return ties > many ? std::min(20U, runs_for(ties)) : runs_for(ties);
}

StabilityOptions stability_options(const ClusterOptions& options, std::size_t ties) {
  return {.runs = repeats_for(ties), .seed = options.seed, .threads = options.threads, .listener = options.listener};
}

StabilityReport stability_of_leiden(const Anonymous& found, const ClusterOptions& options) {
  return find_stability(found.graph, found.partition, leiden_options(found.graph, options),
                        stability_options(options, found.graph.edge_count()));
}

StabilityReport stability_of_girvan_newman(const Anonymous& found, const ClusterOptions& options) {
  const double ties = static_cast<double>(found.graph.edge_count());
  const double work = std::max(1.0, found.graph.node_count() * ties * ties);
  const auto runs = static_cast<std::uint32_t>(std::clamp(1e9 / work, 3.0, 100.0));
  const auto again = [&](std::uint64_t seed) {
    return find_by_betweenness(resample_ties(found.graph, seed), {.resolution = resolution_for(found.graph, options)})
        .partition;
  };
  return find_stability(found.partition, again, runs, stability_options(options, found.graph.edge_count()));
}

std::vector<std::string> trait_names(const ProfileTable& profiles) {
  std::set<std::string> names;
  for (const NumberTrait& trait : profiles.number_traits()) names.insert(trait.name.text());
  for (const CategoryTrait& trait : profiles.category_traits()) names.insert(trait.name.text());
  for (const SetTrait& trait : profiles.set_traits()) names.insert(trait.name.text());
  return {names.begin(), names.end()};
}

/// As many attributes as there are, drawn with replacement: one drawn twice counts twice, others not at all.
SimilarityOptions redraw_attributes(const SimilarityOptions& options, const std::vector<std::string>& names,
                                    std::uint64_t seed) {
  Random random(seed);
  std::vector<double> drawn(names.size(), 0);
  for (std::size_t i = 0; i < names.size(); ++i) ++drawn[random.below(static_cast<std::uint32_t>(names.size()))];
  SimilarityOptions result = options;
  result.profiles.weights.clear();
  for (std::size_t i = 0; i < names.size(); ++i) {
    double weight = 1;
    for (const TraitWeight& given : options.profiles.weights) {
      if (given.name == names[i]) weight = given.weight;
    }
    result.profiles.weights.push_back({names[i], weight * drawn[i]});
  }
  return result;
}

StabilityReport stability_of_linkage(const Map& map, const ClusterNetwork& network, const Division& division,
                                     const ClusterOptions& options) {
  const std::vector<std::string> names = trait_names(network.similarity().profiles());
  const auto again = [&](std::uint64_t seed) {
    const Similarity similarity(map, redraw_attributes(network.options().similarity, names, seed));
    return cut_into(average_linkage(similarity, {.threads = 1}), division.partition.cluster_count);
  };
  const double pairs = static_cast<double>(network.size()) * network.size();
  const auto runs = static_cast<std::uint32_t>(std::clamp(1e8 / pairs, 3.0, 100.0));
  return find_stability(division.partition, again, runs,
                        {.seed = options.seed, .threads = options.threads, .listener = options.listener});
}

/// Random networks hardly differ from one another: a fifth of the repeats shows where they lie.
constexpr std::uint32_t chance_every = 5;

ClusterChance chance_of(const Anonymous& found, const ClusterOptions& options) {
  const NullModelReport report =
      compare_with_chance(found.graph, found.partition, leiden_options(found.graph, options),
                          {.runs = std::max(5U, repeats_for(found.graph.edge_count()) / chance_every),
                           .seed = options.seed,
                           .threads = options.threads,
                           .listener = options.listener});
  return {static_cast<std::uint32_t>(report.random.size()), report.random_mean, report.z, report.share_as_good,
          report.better_than_chance};
}

}  // namespace

Judgement judge(const Map& map, const ClusterNetwork& network, const Division& division,
                const ClusterOptions& options) {
  Judgement judgement;
  if (network.options().from != TieSource::relations) {
    judgement.silhouette =
        find_silhouettes(network.similarity(), division.partition,
                         {.seed = options.seed, .threads = options.threads, .listener = options.listener});
  }
  if (options.method == ClusterMethod::linkage) {
    judgement.stability = stability_of_linkage(map, network, division, options);
    return judgement;
  }
  const Anonymous found = without_names(network.graph(), division.partition);
  judgement.stability = options.method == ClusterMethod::girvan_newman ? stability_of_girvan_newman(found, options)
                                                                       : stability_of_leiden(found, options);
  judgement.chance = chance_of(found, options);
  return judgement;
}

}  // namespace outmap
