#include "model/graph/effects.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

constexpr ElementKinds always_shown = ElementKind::initiative | ElementKind::process | ElementKind::offering |
                                      ElementKind::partner | ElementKind::factor | ElementKind::touchpoint |
                                      ElementKind::stage | ElementKind::outcome;

VertexIds effect_vertices(const Map& map) {
  std::vector<std::string_view> ends;  // that would not be shown otherwise: of hundreds of thousands hardly any
  const auto add = [&](const Id& end) {
    const auto ref = map.find(end);
    if (ref && !always_shown.contains(ref->kind)) ends.push_back(end);
  };
  for (const Influence& influence : map->influences) {
    add(influence.from);
    add(influence.to);
  }
  std::sort(ends.begin(), ends.end());
  return VertexIds(map, [&](ElementRef ref) {
    return always_shown.contains(ref.kind) || std::binary_search(ends.begin(), ends.end(), map.at(ref).id);
  });
}

/// Adds the edges of one map, list after list.
class EffectBuilder {
 public:
  EffectBuilder(const Map& map, const EffectOptions& options, EffectGraph& graph)
      : map_(map),
        day_(as_of(map, options.as_of)),
        known_levels_(options.levels),
        weighs_closing_(options.weighs_closing),
        graph_(graph) {}

  void add_influences() {
    std::uint32_t row = 0;
    for (const Influence& influence : map_->influences)
      connect(influence.from, influence.to, {EffectRole::influence, influence.weight, influence.confidence, row++});
  }

  void add_closes() {
    for (const Initiative& initiative : map_->initiatives)
      for (const IdNumber& share : initiative.closes)
        if (!is_claimed(initiative.id, share.id))
          connect(initiative.id, share.id, {EffectRole::closes, closing_weight(share), std::nullopt, 0});
  }

  void add_services() {
    for (const Process& process : map_->processes) {
      connect_all(process.id, process.serves, EffectRole::serves);
      connect_all(process.id, process.touchpoints, EffectRole::improves);
    }
    for (const Initiative& initiative : map_->initiatives)
      connect_all(initiative.id, initiative.improves, EffectRole::improves);
    for (const Offering& offering : map_->offerings)
      for (const IdNumber& level : offering.levels) connect(offering.id, level.id, {EffectRole::levels, {}, {}, 0});
  }

  void add_delivery() {
    for (const Touchpoint& touchpoint : map_->touchpoints)
      if (map_.get<Partner>(touchpoint.owner))
        connect(touchpoint.owner, touchpoint.id, {EffectRole::delivers, {}, {}, 0});
    for (const Journey& journey : map_->journeys)
      for (const Stage& stage : journey.stages) {
        for (const Id& touchpoint : stage.touchpoints) connect(touchpoint, stage.id, {EffectRole::delivers, {}, {}, 0});
        connect_all(stage.id, stage.outcomes, EffectRole::delivers);
      }
  }

 private:
  void connect(std::string_view from, std::string_view to, const Effect& effect) {
    const auto source = graph_.vertices.find(from);
    const auto target = graph_.vertices.find(to);
    if (source && target) boost::add_edge(*source, *target, effect, graph_.edges);
  }

  void connect_all(std::string_view from, const Ids& targets, EffectRole role) {
    for (const Id& to : targets) connect(from, to, {role, {}, {}, 0});
  }

  bool is_claimed(std::string_view from, std::string_view to) const {
    const auto source = graph_.vertices.find(from);
    const auto target = graph_.vertices.find(to);
    return source && target && boost::edge(*source, *target, graph_.edges).second;
  }

  /// Made when first needed: sorting the ratings is most of the work of a graph.
  const LevelTable& levels() {
    if (known_levels_ == nullptr) known_levels_ = &own_levels_.emplace(map_, day_);
    return *known_levels_;
  }

  std::optional<double> closing_weight(const IdNumber& share) {
    const Outcome* outcome = weighs_closing_ ? map_.get<Outcome>(share.id) : nullptr;
    if (!outcome) return std::nullopt;
    const OutcomeLevel level = levels().whole(*outcome);
    if (!level.normalised_gap) return std::nullopt;
    const double towards_target = level.direction == Direction::more ? 1 : -1;
    return towards_target * share.value * *level.normalised_gap;
  }

  const Map& map_;
  std::optional<Date> day_;
  const LevelTable* known_levels_;
  bool weighs_closing_;
  std::optional<LevelTable> own_levels_;
  EffectGraph& graph_;
};

}  // namespace

std::string_view to_text(EffectRole role) {
  switch (role) {
    case EffectRole::influence:
      return "influence";
    case EffectRole::closes:
      return "closes";
    case EffectRole::serves:
      return "serves";
    case EffectRole::levels:
      return "levels";
    case EffectRole::improves:
      return "improves";
    case EffectRole::delivers:
      return "delivers";
  }
  return "";
}

EffectGraph effect_graph(const Map& map, const EffectOptions& options) {
  EffectGraph graph{effect_vertices(map), {}};
  graph.edges = EffectAdjacency(graph.vertices.size());
  EffectBuilder builder(map, options, graph);
  builder.add_influences();
  builder.add_closes();
  builder.add_services();
  if (options.delivery) builder.add_delivery();
  return graph;
}

std::unique_ptr<const EffectGraph> kept_effect_graph(const Map& map, const EffectOptions& options) {
  return std::unique_ptr<const EffectGraph>(new EffectGraph(effect_graph(map, options)));
}

}  // namespace outmap
