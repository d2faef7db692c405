#include <nlohmann/json.hpp>

#include "cli/cluster_report_text.hpp"
#include "cli/json_text.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Json json_of_trait(const ClusterTrait& trait) {
  return {{"attribute", trait.attribute},       {"value", trait.value},
          {"inside", json_of(trait.inside)},    {"outside", json_of(trait.outside)},
          {"lift", json_of(trait.lift)},        {"difference", json_of(trait.difference)},
          {"evidence", json_of(trait.evidence)}};
}

Json json_of_type(const TieTypeShare& type) {
  return {{"type", json_or_null(type.type)}, {"share", json_of(type.share)}, {"derived", type.derived}};
}

template <class T, class ToJson>
Json json_list(const std::vector<T>& values, ToJson to_json) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(to_json(value));
  return list;
}

Json json_of_scores(const ClusterScores& scores) {
  return {{"unmet_need", json_of(scores.unmet_need.score)},
          {"collaboration", json_of(scores.collaboration.score)},
          {"value", json_of(scores.value.score)}};
}

std::string_view why_uncounted(Uncounted why) {
  if (why == Uncounted::no_importance) return "no-importance";
  return why == Uncounted::no_gap ? "no-gap" : "no-outcome";
}

Json json_of_unmet_need(const UnmetNeed& need) {
  const auto part = [](const UnmetPart& of) {
    return Json{{"id", of.id},
                {"kind", singular(of.kind)},
                {"through", of.through},
                {"members", of.members},
                {"importance", json_of(of.importance)},
                {"gap", json_of(of.gap)},
                {"share", json_of(of.share)},
                {"points", json_of(of.points)}};
  };
  const auto uncounted = [](const UncountedNeed& of) {
    return Json{{"id", of.id}, {"kind", singular(of.kind)}, {"members", of.members}, {"why", why_uncounted(of.why)}};
  };
  return {{"parts", json_list(need.parts, part)}, {"uncounted", json_list(need.uncounted, uncounted)}};
}

/// What the scores are made of.
Json json_of_factors(const ClusterScores& scores) {
  const Collaboration& together = scores.collaboration;
  const ClusterValue& value = scores.value;
  return {{"unmet_need", json_of_unmet_need(scores.unmet_need)},
          {"collaboration",
           {{"customers", together.customers},
            {"partners", together.partners},
            {"tied_pairs", together.tied_pairs},
            {"mean_tie", json_of(together.mean_tie)},
            {"balance", json_of(together.balance)}}},
          {"value",
           {{"money", json_of(value.money)},
            {"total", json_of(value.total)},
            {"known", value.known},
            {"unknown", value.unknown},
            {"negative", value.negative}}}};
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
          {"factors", json_of_factors(cluster.scores)}};
}

Json json_of_link(const ClusterReport& report, const ClusterLink& link) {
  return {{"from", report.clusters[link.a].id},
          {"to", report.clusters[link.b].id},
          {"ties", link.ties},
          {"weight", json_of(link.weight)}};
}

Json json_of_part(const FallenPart& part) {
  return {
      {"members", part.members}, {"customers", part.customers}, {"heads", json_of(part.heads)}, {"named", part.named}};
}

Json json_of_leaving(const Leaving& leaving) {
  const auto outcome = [](const LostOutcome& lost) {
    return Json{{"id", lost.id},
                {"holders", lost.holders},
                {"organisation", lost.organisation},
                {"importance", json_of(lost.importance)},
                {"heads", json_of(lost.heads)},
                {"share", json_of(lost.share)},
                {"planned", lost.planned}};
  };
  const auto substitute = [](const Substitute& other) {
    const auto shared = json_list(other.shared, [](const SharedTrait& trait) { return Json(trait.name.text()); });
    return Json{
        {"id", other.id}, {"similarity", json_of(other.similarity)}, {"shared", shared}, {"contacts", other.contacts}};
  };
  return {{"id", leaving.id},
          {"rank", leaving.rank},
          {"hurt", json_of(leaving.hurt)},
          {"cut_off", json_of(leaving.cut_off)},
          {"lost_access", json_of(leaving.lost_access)},
          {"betweenness", json_of(leaving.betweenness)},
          {"parts", json_list(leaving.parts, json_of_part)},
          {"outcomes", json_list(leaving.outcomes, outcome)},
          {"substitutes", json_list(leaving.substitutes, substitute)}};
}

Json json_of_resilience(const ResilienceReport& report) {
  const auto tie = [](const BridgeTie& one) {
    return Json{{"stays", one.stays},
                {"loses", one.loses},
                {"strength", json_of(one.strength)},
                {"part", json_of_part(one.part)}};
  };
  return {{"people", json_list(report.people, json_of_leaving)},
          {"ties", json_list(report.ties, tie)},
          {"parts", report.parts}};
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

std::string clusters_json(const ClusterReport& report) {
  const auto cluster = [&](const Cluster& one) { return json_of_cluster(report, one); };
  const auto link = [&](const ClusterLink& one) { return json_of_link(report, one); };
  const auto lost = [](const LostName& one) { return Json{{"name", one.name}, {"why", one.why}}; };
  return json_text({{"clusters", json_list(report.clusters, cluster)},
                    {"isolated", report.isolated},
                    {"quality", json_of_quality(report.quality)},
                    {"options", json_of_options(report)},
                    {"ties", {{"declared", report.declared_ties}, {"derived", report.derived_ties}}},
                    {"links", json_list(report.links, link)},
                    {"resilience", json_of_resilience(report.resilience)},
                    {"lost_names", json_list(report.lost_names, lost)},
                    {"warnings", report.warnings}});
}

}  // namespace outmap
