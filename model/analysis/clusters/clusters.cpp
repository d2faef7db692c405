#include "model/analysis/clusters/clusters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>

#include "model/analysis/clusters/bridges.hpp"
#include "model/analysis/clusters/judgement.hpp"
#include "model/analysis/clusters/names.hpp"
#include "model/analysis/clusters/partitions.hpp"
#include "model/analysis/clusters/roles.hpp"
#include "model/analysis/clusters/tie_types.hpp"
#include "model/analysis/clusters/traits.hpp"
#include "model/analysis/levels.hpp"
#include "model/analysis/partition_quality.hpp"

namespace outmap {
namespace {

/// Everything that the report is made of.
struct Findings {
  const Map& map;
  const LevelTable& levels;
  const ClusterNetwork& network;
  Division division;
  std::vector<std::vector<std::uint32_t>> members;  // by cluster, isolated ones after the others
  std::vector<NodeRole> roles;                      // by node
  Betweenness betweenness;                          // by node
  std::vector<ClusterShape> shapes;                 // by cluster
  std::vector<ClusterScores> scores;                // by cluster, without the isolated ones
};

/// The mean of the scores that are known.
std::optional<double> attention(const ClusterScores& scores) {
  double sum = 0;
  double known = 0;
  for (const auto& score : {scores.unmet_need.score, scores.collaboration.score, scores.value.score}) {
    if (!score) continue;
    sum += *score;
    ++known;
  }
  if (known == 0) return std::nullopt;
  return sum / known;
}

/// Numbers the clusters by attention; those that nothing is known of come last, and equal ones keep their order.
void rank(Findings& found) {
  std::vector<std::uint32_t> order(found.division.clusters);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater{},
                           [&](std::uint32_t c) { return attention(found.scores[c]).value_or(-1); });
  std::vector<ClusterScores> scores;
  for (const std::uint32_t c : order) scores.push_back(std::move(found.scores[c]));
  found.scores = std::move(scores);
  found.division = reordered(found.division, order);
}

Findings examine(const Map& map, const LevelTable& levels, const ClusterNetwork& network,
                 const ClusterOptions& options) {
  const CompactGraph& graph = network.graph();
  Findings found{map, levels, network, divide(network, options), {}, {}, {}, {}, {}};
  const auto members = members_of(found.division.partition);
  found.scores = score_clusters(map, levels, network.similarity(), network.ties(),
                                std::span(members).first(found.division.clusters));
  rank(found);
  found.members = members_of(found.division.partition);
  found.roles = find_roles(graph, found.division.partition);
  if (options.advised) {
    found.betweenness =
        find_betweenness(graph, {.seed = options.seed, .threads = options.threads, .listener = options.listener});
  }
  found.shapes = cluster_shapes(graph, found.division.partition);
  return found;
}

void count_members(const Map& map, Cluster& cluster) {
  for (const Id& id : cluster.members) {
    const Customer* customer = map.get<Customer>(id);
    ++(customer != nullptr ? cluster.customers : cluster.partners);
    if (customer != nullptr) cluster.heads += customer->size;
  }
}

Cluster describe(const Findings& found, std::uint32_t number) {
  const auto& members = found.members[number];
  Cluster cluster;
  cluster.id = std::to_string(number + 1);
  for (const std::uint32_t member : members) cluster.members.emplace_back(found.network.id(member));
  count_members(found.map, cluster);
  for (const std::uint32_t member : order_by_strength(found.roles, members)) {
    cluster.by_strength.emplace_back(found.network.id(member));
  }
  cluster.center = cluster.by_strength.front();
  cluster.scores = found.scores[number];
  cluster.attention = attention(cluster.scores);
  cluster.density = found.shapes[number].density;
  cluster.conductance = found.shapes[number].conductance;
  return cluster;
}

void add_clusters(const Findings& found, const ClusterOptions& options, ClusterReport& report) {
  const Partition& partition = found.division.partition;
  const std::uint32_t count = found.division.clusters;
  auto traits = find_traits(ProfileTable(found.map, {}), partition, count, {.most = options.traits});
  auto types = find_tie_types(found.map, found.network, partition, count);
  for (std::uint32_t c = 0; c < count; ++c) {
    report.clusters.push_back(describe(found, c));
    report.clusters.back().traits = std::move(traits[c]);
    report.clusters.back().types = std::move(types[c]);
  }
  for (std::uint32_t c = count; c < partition.cluster_count; ++c) {
    report.isolated.emplace_back(found.network.id(found.members[c].front()));
  }
  std::ranges::sort(report.isolated);
  report.links = link_clusters(found.network, partition, count);
}

ClusterQuality quality_of(const Findings& found, const ClusterOptions& options) {
  const bool by_modularity = options.objective == PartitionObjective::modularity;
  ClusterQuality quality;
  quality.method = options.method;
  quality.objective = options.objective;
  quality.resolution = options.resolution;
  quality.modularity =
      modularity(found.network.graph(), found.division.partition, by_modularity ? options.resolution.value_or(1) : 1);
  return quality;
}

void add_judgement(const Findings& found, ClusterReport& report) {
  const Judgement judgement = judge(found.map, found.network, found.division, report.options);
  ClusterQuality& quality = report.quality;
  quality.stability = judgement.stability.whole;
  quality.agreement = judgement.stability.agreement;
  quality.repeats = judgement.stability.runs;
  quality.chance = judgement.chance;
  if (judgement.silhouette) {
    quality.silhouette = judgement.silhouette->whole;
    quality.silhouette_is_exact = judgement.silhouette->is_exact;
  }
  for (std::size_t c = 0; c < report.clusters.size(); ++c) {
    report.clusters[c].stability = judgement.stability.clusters[c];
    if (judgement.silhouette) report.clusters[c].silhouette = judgement.silhouette->clusters[c];
  }
}

void add_bridges(const Findings& found, const ClusterOptions& options, ClusterReport& report) {
  auto bridges = find_bridges(found.network, found.division.partition, found.division.clusters, found.roles,
                              found.betweenness, {.most = options.bridges});
  for (std::size_t c = 0; c < bridges.size(); ++c) report.clusters[c].bridges = std::move(bridges[c]);
}

void add_resilience(const Findings& found, const ClusterOptions& options, ClusterReport& report) {
  report.betweenness_is_exact = found.betweenness.is_exact;
  report.resilience = find_resilience(found.map, found.levels, found.network.similarity(),
                                      {.betweenness = found.betweenness.share, .as_of = options.as_of});
}

void add_strategies(const Findings& found, const ClusterOptions& options, ClusterReport& report) {
  const auto clusters = std::span(found.members).first(found.division.clusters);
  auto strategies =
      find_strategies(found.map, found.levels, found.network.similarity(), clusters, {.as_of = options.as_of});
  for (std::size_t c = 0; c < strategies.size(); ++c) report.clusters[c].strategy = std::move(strategies[c]);
  if (options.segments.empty()) return;
  report.segments = compare_segments(found.map, found.network.similarity(), clusters, options.segments);
}

void count_ties(const ClusterNetwork& network, ClusterReport& report) {
  for (const WeightedTie& tie : network.ties()) {
    report.declared_ties += tie.strength > 0 ? 1 : 0;
    report.derived_ties += tie.similarity > 0 ? 1 : 0;
  }
}

/// Clusters that another draw of the same ties would not give.
void warn_of_doubt(ClusterReport& report) {
  constexpr double shaky = 0.5;
  if (report.quality.chance && !report.quality.chance->better) {
    report.warnings.push_back("These clusters are no clearer than those that chance makes of as many ties.");
  }
  std::vector<std::string> names;
  for (const Cluster& cluster : report.clusters) {
    if (cluster.stability && *cluster.stability < shaky) names.push_back("'" + cluster.name + "'");
  }
  if (names.empty()) return;
  std::string who = "most clusters";
  if (2 * names.size() <= report.clusters.size()) who = fmt::format("{}", fmt::join(names, ", "));
  report.warnings.push_back(
      "Borders are unsure: grouped again, fewer than half of the pairs of members stay together in " + who + ".");
}

void warn(const ClusterNetwork& network, ClusterReport& report) {
  if (network.size() > 0 && network.ties().empty()) {
    report.warnings.push_back(
        network.options().from == TieSource::relations
            ? "No relations are declared between customers and partners, so there are no clusters."
            : "Nobody is tied to anybody: no relations are declared, and no two are alike enough.");
  }
  if (!network.is_exact()) {
    report.warnings.push_back(
        "Nearest neighbours were found by the approximate search, which misses a few; the exact one takes longer.");
  }
  warn_of_doubt(report);
  for (const LostName& lost : report.lost_names) {
    report.warnings.push_back("No cluster is called '" + lost.name + "' any more: " + lost.why + ".");
  }
}

}  // namespace

std::optional<std::size_t> ClusterReport::cluster_of(std::string_view id) const {
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    if (std::ranges::binary_search(clusters[i].members, id, std::less<>())) return i;
  }
  return std::nullopt;
}

ClusterReport find_clusters(const Map& map, const ClusterOptions& options) {
  ClusterOptions used = options;
  used.network.neighbours.seed = options.seed;
  used.network.neighbours.threads = options.threads;
  used.network.neighbours.listener = options.listener;
  return find_clusters(map, ClusterNetwork(map, used.network), used);
}

ClusterReport find_clusters(const Map& map, const ClusterNetwork& network, const ClusterOptions& options) {
  return find_clusters(map, LevelTable(map, as_of(map, options.as_of)), network, options);
}

ClusterReport find_clusters(const Map& map, const LevelTable& levels, const ClusterNetwork& network,
                            const ClusterOptions& options) {
  ClusterReport report;
  report.options = options;
  report.options.network = network.options();
  if (options.method != ClusterMethod::linkage) {
    report.options.resolution = resolution_for(network.graph(), options);
  }
  const Findings found = examine(map, levels, network, report.options);
  add_clusters(found, options, report);
  if (options.advised) {
    add_bridges(found, options, report);
    add_strategies(found, options, report);
    add_resilience(found, options, report);
  }
  report.quality = quality_of(found, report.options);
  if (options.judged && !report.clusters.empty()) add_judgement(found, report);
  report.is_exact = network.is_exact();
  count_ties(network, report);
  name_clusters(map, report);
  warn(network, report);
  report.options.listener = report.options.network.neighbours.listener = {};  // nobody waits any more
  return report;
}

}  // namespace outmap
