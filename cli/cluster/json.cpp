#include "cli/cluster/json_parts.hpp"
#include "cli/cluster/report.hpp"
#include "cli/json_text.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Json json_of_trait(const ClusterTrait& trait) {
  return {{"attribute", trait.attribute},        {"value", trait.value},
          {"inside", json_of(trait.inside)},     {"outside", json_of(trait.outside)},
          {"lift", json_of(trait.lift)},         {"difference", json_of(trait.difference)},
          {"contrast", json_of(trait.contrast)}, {"evidence", json_of(trait.evidence)}};
}

Json json_of_type(const TieTypeShare& type) {
  return {{"type", json_or_null(type.type)}, {"share", json_of(type.share)}, {"derived", type.derived}};
}

Json json_of_scores(const ClusterScores& scores) {
  return {{"unmet_need", json_of(scores.unmet_need.score)},
          {"collaboration", json_of(scores.collaboration.score)},
          {"value", json_of(scores.value.score)}};
}

Json ids_of_bridges(const Cluster& cluster) {
  return json_list(cluster.bridges, [](const ClusterBridge& bridge) { return Json(bridge.id); });
}

Json json_of_bridges(const ClusterReport& report, const Cluster& cluster) {
  return json_list(cluster.bridges, [&](const ClusterBridge& bridge) {
    const auto leads = json_list(bridge.leads, [&](std::size_t place) { return Json(report.clusters[place].id); });
    return Json{{"id", bridge.id},
                {"betweenness", json_of(bridge.betweenness)},
                {"participation", json_of(bridge.participation)},
                {"outward", json_of(bridge.outward)},
                {"leads_to", leads}};
  });
}

Json json_of_cluster(const ClusterReport& report, const Cluster& cluster) {
  return {{"id", cluster.id},
          {"name", cluster.name},
          {"members", cluster.members},
          {"center", cluster.center},
          {"bridges", ids_of_bridges(cluster)},
          {"density", json_of(cluster.density)},
          {"conductance", json_of(cluster.conductance)},
          {"traits", json_list(cluster.traits, json_of_trait)},
          {"relation_types", json_list(cluster.types, json_of_type)},
          {"scores", json_of_scores(cluster.scores)},
          {"stability", json_of(cluster.stability)},
          {"silhouette", json_of(cluster.silhouette)},
          {"attention", json_of(cluster.attention)},
          {"pinned", cluster.pinned},
          {"outside", cluster.outside},
          {"customers", cluster.customers},
          {"partners", cluster.partners},
          {"heads", json_of(cluster.heads)},
          {"bridge_roles", json_of_bridges(report, cluster)},
          {"factors", json_of_factors(cluster.scores)},
          {"strategy", json_of_strategy(cluster.strategy)}};
}

Json json_of_link(const ClusterReport& report, const ClusterLink& link) {
  return {{"from", report.clusters[link.a].id},
          {"to", report.clusters[link.b].id},
          {"ties", link.ties},
          {"weight", json_of(link.weight)}};
}

Json json_of_weights(const std::vector<TraitWeight>& weights) {
  Json object = Json::object();
  for (const TraitWeight& weight : weights) object[weight.name] = json_of(weight.weight);
  return object;
}

Json json_of_options(const ClusterReport& report) {
  const ClusterOptions& options = report.options;
  const NetworkOptions& network = options.network;
  return {{"from", to_text(network.from)},
          {"method", to_text(options.method)},
          {"objective", to_text(options.objective)},
          {"resolution", json_of(options.resolution)},
          {"neighbours", network.neighbours.count},
          {"threshold", json_of(network.neighbours.above)},
          {"mutual", network.rule == NeighbourRule::both},
          {"rare", network.similarity.profiles.rare_counts_more},
          {"plain", network.similarity.plain},
          {"weights", json_of_weights(network.similarity.profiles.weights)},
          {"exact", report.is_exact},
          {"seed", options.seed}};
}

Json json_of_chance(const std::optional<ClusterChance>& chance) {
  if (!chance) return nullptr;
  return {{"runs", chance->runs},
          {"mean", json_of(chance->mean)},
          {"z", json_of(chance->z)},
          {"share_as_good", json_of(chance->share_as_good)},
          {"better", chance->better}};
}

Json json_of_quality(const ClusterQuality& quality) {
  return {{"objective", to_text(quality.objective)},
          {"modularity", json_of(quality.modularity)},
          {"resolution", json_of(quality.resolution)},
          {"silhouette", json_of(quality.silhouette)},
          {"stability", json_of(quality.stability)},
          {"silhouette_exact", quality.silhouette_is_exact},
          {"agreement", quality.repeats > 0 ? json_of(quality.agreement) : Json(nullptr)},
          {"repeats", quality.repeats},
          {"chance", json_of_chance(quality.chance)}};
}

}  // namespace

Json clusters_document(const ClusterReport& report) {
  const auto cluster = [&](const Cluster& one) { return json_of_cluster(report, one); };
  const auto link = [&](const ClusterLink& one) { return json_of_link(report, one); };
  const auto lost = [](const LostName& one) { return Json{{"name", one.name}, {"why", one.why}}; };
  return {{"clusters", json_list(report.clusters, cluster)},
          {"isolated", report.isolated},
          {"quality", json_of_quality(report.quality)},
          {"options", json_of_options(report)},
          {"ties", {{"declared", report.declared_ties}, {"derived", report.derived_ties}}},
          {"links", json_list(report.links, link)},
          {"resilience", json_of_resilience(report.resilience)},
          {"segments", report.segments ? json_of_segments(*report.segments) : Json(nullptr)},
          {"lost_names", json_list(report.lost_names, lost)},
          {"warnings", report.warnings}};
}

std::string clusters_json(const ClusterReport& report) { return json_text(clusters_document(report)); }

}  // namespace outmap
