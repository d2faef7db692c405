#include "model/analysis/findings/facts.hpp"

#include <utility>

#include "model/graph/walks.hpp"

namespace outmap {
namespace {

constexpr ElementKinds serving =
    ElementKind::initiative | ElementKind::process | ElementKind::offering | ElementKind::touchpoint;

bool is_stopped(const Map& map, const EffectGraph& graph, EffectVertex vertex) {
  const ElementRef ref = graph.vertices.ref(vertex);
  return ref.kind == ElementKind::initiative && map->initiatives[ref.index].status == InitiativeStatus::stopped;
}

bool is_alive(const Map& map, const EffectGraph& graph, EffectEdge edge) {
  const Effect& effect = graph.edges[edge];
  const bool denied = effect.role == EffectRole::influence && effect.weight == 0.0;
  return !denied && !is_stopped(map, graph, boost::source(edge, graph.edges)) &&
         !is_stopped(map, graph, boost::target(edge, graph.edges));
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

MapFacts::MapFacts(const Map& map, const LevelTable& levels, const FindingOptions& options, const EffectGraph* effects)
    : map_(map), options_(options), levels_(levels), given_(effects) {}

const EffectGraph& MapFacts::effects() const {
  if (given_ != nullptr) return *given_;
  if (!effects_) effects_ = kept_effect_graph(map_, {day(), true});
  return *effects_;
}

const ProofTable& MapFacts::proof() const {
  if (!proof_) proof_.emplace(map_, day());
  return *proof_;
}

const MapFacts::Ways& MapFacts::ways() const {
  if (ways_) return *ways_;
  const EffectGraph& graph = effects();
  const auto role = [&](EffectEdge edge) { return graph.edges[edge].role; };
  const auto alive = [&](EffectEdge edge) { return is_alive(map_, graph, edge); };
  const auto outcomes = vertices_of(map_, graph, ElementKind::outcome);
  ways_.emplace();
  ways_->reaching = leading_to(graph, outcomes, alive);
  ways_->served = reachable_from(graph, vertices_of(map_, graph, serving),
                                 [&](EffectEdge edge) { return is_effect(role(edge)) && alive(edge); });
  ways_->changing = leading_to(graph, outcomes, [&](EffectEdge edge) { return is_sized(role(edge)) && alive(edge); });
  return *ways_;
}

bool MapFacts::is_marked(const std::vector<bool>& marks, std::string_view id) const {
  const auto vertex = vertices().find(id);
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
