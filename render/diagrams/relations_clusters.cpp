#include "render/diagrams/relations_clusters.hpp"

#include <algorithm>
#include <cctype>
#include <tuple>

#include "model/analysis/clusters/names.hpp"
#include "render/diagrams/relations_why.hpp"

namespace outmap {
namespace {

std::string lowered(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

/// What most members have, at most four, without what the name says already.
std::vector<std::string> traits_of(const Map& map, const Cluster& cluster) {
  const std::string name = lowered(cluster.name);
  std::vector<std::string> words;
  for (const ClusterTrait& trait : cluster.traits) {
    if (words.size() == 4) break;
    if (trait.kind != TraitKind::number && trait.inside < 0.5) continue;
    std::string said = trait_words(map, trait);
    const bool tells = trait.kind != TraitKind::number && trait.value.size() > 3;  // more than yes or no
    const bool in_name = tells && name.find(lowered(trait.value)) != std::string::npos;
    if (!in_name && name.find(lowered(said)) == std::string::npos) words.push_back(std::move(said));
  }
  return words;
}

RelationGroup group_of(const RelationsSource& source, std::size_t place) {
  const Cluster& cluster = source.report.clusters[place];
  RelationGroup group;
  group.id = "cluster-" + cluster.id;
  group.number = place + 1;
  group.name = cluster.name;
  group.traits = traits_of(source.map, cluster);
  group.customers = cluster.customers;
  group.partners = cluster.partners;
  group.size = cluster.heads;
  group.types = cluster.types;
  group.scores = scores_of(cluster.scores);
  group.attention = cluster.attention;
  group.why = why_of(source, place);
  return group;
}

/// Strongest members first, then the largest.
void order_members(const RelationsDiagram& diagram, RelationGroup& group) {
  const auto key = [&](std::size_t at) {
    const RelationElement& element = diagram.elements[at];
    return std::tuple(-element.weight, -element.size, -element.need.value_or(0), at);
  };
  std::sort(group.members.begin(), group.members.end(),
            [&](std::size_t one, std::size_t other) { return key(one) < key(other); });
  for (const std::size_t at : group.members)
    group.high_need += !diagram.elements[at].partner && diagram.elements[at].need.value_or(0) >= high_need;
}

void add_ungrouped(RelationsDiagram& diagram) {
  RelationGroup rest;
  rest.hull = false;
  rest.id = "without-ties";
  if (!diagram.groups.empty()) rest.name = "Tied to nobody";
  for (std::size_t at = 0; at < diagram.elements.size(); ++at) {
    const RelationElement& element = diagram.elements[at];
    if (element.group != no_index) continue;
    rest.members.push_back(at);
    (element.partner ? rest.partners : rest.customers) += 1;
    rest.size += element.size;
  }
  if (!rest.members.empty()) diagram.groups.push_back(std::move(rest));
}

/// The first two bridges of each cluster that lead out by declared ties.
void mark_roles(const RelationsSource& source, const std::vector<std::size_t>& place_of, RelationsDiagram& diagram) {
  const auto place = [&](const Id& id) { return place_of[*source.tied.find(id)]; };
  for (const Cluster& cluster : source.report.clusters) {
    if (cluster.members.size() > 2 && place(cluster.center) != no_index)
      diagram.elements[place(cluster.center)].center = true;
    std::size_t marked = 0;
    for (const ClusterBridge& bridge : cluster.bridges) {
      if (bridge.by_likeness || marked++ == 2) break;
      if (place(bridge.id) != no_index) diagram.elements[place(bridge.id)].bridge = true;
    }
  }
}

}  // namespace

GroupScores scores_of(const ClusterScores& scores) {
  return {scores.unmet_need.score, scores.collaboration.score, scores.value.score};
}

void add_groups(const RelationsSource& source, const std::vector<std::size_t>& place_of, RelationsDiagram& diagram) {
  std::vector<std::size_t> group_of_cluster(source.report.clusters.size(), no_index);
  std::vector<std::vector<std::size_t>> members(source.report.clusters.size());
  for (std::size_t node = 0; node < place_of.size(); ++node)
    if (place_of[node] != no_index && source.cluster_of[node] != no_index)
      members[source.cluster_of[node]].push_back(place_of[node]);
  for (std::size_t cluster = 0; cluster < members.size(); ++cluster) {
    if (members[cluster].empty()) continue;
    for (const std::size_t member : members[cluster]) diagram.elements[member].group = diagram.groups.size();
    diagram.groups.push_back(group_of(source, cluster));
    diagram.groups.back().members = std::move(members[cluster]);
  }
  add_ungrouped(diagram);
  for (std::size_t at = 0; at < diagram.groups.size(); ++at) {
    order_members(diagram, diagram.groups[at]);
    for (const std::size_t member : diagram.groups[at].members) diagram.elements[member].group = at;
  }
  mark_roles(source, place_of, diagram);
}

void fold_last_groups(RelationsDiagram& diagram) {
  constexpr std::size_t most_groups = 12;
  if (diagram.groups.size() <= most_groups) return;
  RelationGroup rest;
  rest.id = "more-clusters";
  rest.hull = false;
  rest.name = std::to_string(diagram.groups.size() - most_groups + 1) + " more clusters";
  for (std::size_t group = most_groups - 1; group < diagram.groups.size(); ++group) {
    const RelationGroup& from = diagram.groups[group];
    rest.traits.push_back(from.name);
    rest.members.insert(rest.members.end(), from.members.begin(), from.members.end());
    rest.customers += from.customers;
    rest.partners += from.partners;
    rest.size += from.size;
  }
  diagram.groups.resize(most_groups - 1);
  diagram.groups.push_back(std::move(rest));
  order_members(diagram, diagram.groups.back());
  for (const std::size_t member : diagram.groups.back().members) diagram.elements[member].group = most_groups - 1;
}

}  // namespace outmap
