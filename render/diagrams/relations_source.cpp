#include "render/diagrams/relations_source.hpp"

#include <algorithm>
#include <tuple>

#include "model/analysis/clusters/scores.hpp"

namespace outmap {
namespace {

std::vector<std::size_t> places_of(const ClusterNetwork& network, const ClusterReport& report) {
  std::vector<std::size_t> places(network.size(), no_index);
  for (std::size_t cluster = 0; cluster < report.clusters.size(); ++cluster)
    for (const Id& id : report.clusters[cluster].members)
      if (const auto node = network.find(id)) places[*node] = cluster;
  return places;
}

std::vector<double> weights_of(const ClusterNetwork& network) {
  std::vector<double> weights(network.size(), 0);
  for (const WeightedTie& tie : network.ties()) weights[tie.a] += tie.weight, weights[tie.b] += tie.weight;
  return weights;
}

}  // namespace

RelationsSource read_source(const Map& map, std::optional<Date> as_of) {
  ClusterOptions options;
  options.as_of = as_of;
  options.judged = false;  // nothing of it is shown, and it takes longest
  RelationsSource source{
      map, LevelTable(map, outmap::as_of(map, as_of)), read_network(map), ClusterNetwork(map, options.network), {}, {},
      {}};
  source.report = find_clusters(map, source.levels, source.tied, options);
  source.cluster_of = places_of(source.tied, source.report);
  source.weights = weights_of(source.tied);
  return source;
}

std::vector<std::optional<double>> unmet_needs(const RelationsSource& source) {
  if (source.map->outcomes.empty()) return std::vector<std::optional<double>>(source.tied.size());
  std::vector<Members> alone;
  for (std::uint32_t node = 0; node < source.tied.size(); ++node) alone.push_back({node});
  std::vector<std::optional<double>> needs;
  for (const ClusterScores& scores : score_clusters(source.map, source.levels, source.tied.similarity(), {}, alone))
    needs.push_back(scores.unmet_need.score ? std::optional(*scores.unmet_need.score / 100) : std::nullopt);
  return needs;
}

std::vector<Loss> find_losses(const ClusterReport& report) {
  std::vector<Loss> losses;
  for (const Leaving& leaving : report.resilience.people) {
    Loss loss{leaving.id};
    for (const FallenPart& part : leaving.parts) {
      const std::size_t partners = part.members - part.customers;
      loss.customers += part.customers;
      loss.partners += partners;
      loss.size += part.heads - static_cast<double>(partners);
      loss.heads += part.heads;
    }
    if (loss.all() > 0) losses.push_back(std::move(loss));
  }
  std::sort(losses.begin(), losses.end(), [](const Loss& one, const Loss& other) {
    return std::tuple(-one.heads, -static_cast<long>(one.all()), std::string_view(one.id)) <
           std::tuple(-other.heads, -static_cast<long>(other.all()), std::string_view(other.id));
  });
  return losses;
}

}  // namespace outmap
