#include "model/analysis/findings/facts.hpp"

#include <utility>

#include "model/graph/effects.hpp"
#include "model/graph/walks.hpp"

namespace outmap {
namespace {

constexpr ElementKinds serving =
    ElementKind::initiative | ElementKind::process | ElementKind::offering | ElementKind::touchpoint;

bool is_stopped(const Map& map, const EffectGraph& graph, EffectVertex vertex) {
  const ElementRef ref = graph.vertices.ref(vertex);
  return ref.kind == ElementKind::initiative && map->initiatives[ref.index].status == InitiativeStatus::stopped;
}

EffectGraph living_ways(const Map& map, std::optional<Date> day) {
  EffectGraph graph = effect_graph(map, {day, true});
  const auto is_dead = [&](EffectEdge edge) {
    const Effect& effect = graph.edges[edge];
    const bool denied = effect.role == EffectRole::influence && effect.weight == 0.0;
    return denied || is_stopped(map, graph, boost::source(edge, graph.edges)) ||
           is_stopped(map, graph, boost::target(edge, graph.edges));
  };
  boost::remove_edge_if(is_dead, graph.edges);
  return graph;
}

void keep(EffectGraph& graph, bool (*wanted)(EffectRole)) {
  boost::remove_edge_if([&](EffectEdge edge) { return !wanted(graph.edges[edge].role); }, graph.edges);
}

bool is_effect(EffectRole role) { return role != EffectRole::delivers; }

/// Somebody said how large it is.
bool is_sized(EffectRole role) { return role == EffectRole::influence || role == EffectRole::closes; }

std::vector<EffectVertex> vertices_of(const Map& map, const EffectGraph& graph, ElementKinds kinds) {
  std::vector<EffectVertex> found;
  for (EffectVertex vertex = 0; vertex < graph.vertices.size(); ++vertex) {
    if (kinds.contains(graph.vertices.kind(vertex)) && !is_stopped(map, graph, vertex)) found.push_back(vertex);
  }
  return found;
}

}  // namespace

MapFacts::MapFacts(const Map& map, const LevelTable& levels, const FindingOptions& options)
    : map_(map), options_(options), levels_(levels), proof_(map, levels_.day()) {
  EffectGraph ways = living_ways(map, levels_.day());
  const auto outcomes = vertices_of(map, ways, ElementKind::outcome);
  reaching_ = leading_to(ways, outcomes);
  keep(ways, is_effect);
  served_ = reachable_from(ways, vertices_of(map, ways, serving));
  keep(ways, is_sized);
  changing_ = leading_to(ways, outcomes);
  vertices_ = std::move(ways.vertices);
}

bool MapFacts::is_marked(const std::vector<bool>& marks, std::string_view id) const {
  const auto vertex = vertices_.find(id);
  return vertex && marks[*vertex];
}

bool MapFacts::is_important(const Outcome& outcome) const {
  return levels_.whole(outcome).importance.value_or(-1) >= options_.important_from;
}

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

Found about(const Element& element, std::string path, std::string message) {
  return {{element.id}, element.name, std::move(message), std::move(path)};
}

}  // namespace outmap
