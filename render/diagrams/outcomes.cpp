#include "render/diagrams/outcomes.hpp"

#include "render/diagrams/outcomes_diagram.hpp"
#include "render/diagrams/outcomes_parts.hpp"
#include "render/layout/outcomes/outcomes_layout.hpp"

namespace outmap {
namespace {

std::string source_line(const Map& map, const std::optional<Date>& day) {
  std::string line = map->title + " · outcome map";
  if (day) line += " · " + to_words(*day);
  return line + " · levels " + outcomes::amount(map->scale.min) + "–" + outcomes::amount(map->scale.max) +
         ", weights −1…1";
}

std::string_view node_kind(const OutcomeNode& node) {
  return node.role == OutcomeNodeRole::value_kind ? "value" : singular(node.kind);
}

bool is_offering(const Map& map, const DiagramOptions& options) {
  return options.focus && map.get<Offering>(*options.focus);
}

OutcomesDiagram build(const Map& map, const DiagramOptions& options) {
  GapOptions gap_options;
  gap_options.as_of = options.as_of;
  return build_outcomes(map, find_gaps(map, gap_options), options);
}

}  // namespace

std::string text_of(const std::vector<FindingPart>& finding) {
  std::string text;
  for (const FindingPart& part : finding) text += part.text;
  return text;
}

OutcomesDiagram build_outcomes(const Map& map, const GapReport& gaps, const DiagramOptions& options) {
  EffectOptions effect_options;
  effect_options.as_of = options.as_of;
  const EffectGraph effects = effect_graph(map, effect_options);
  outcomes::CollectOptions collect;
  collect.offerings = options.everything || is_offering(map, options);
  OutcomesDiagram diagram = outcomes::collect_effects(map, gaps, effects, collect);
  diagram.title = map->title + ": what leads to the outcomes";
  diagram.question =
      "How do initiatives, through processes, partners and touchpoints, lead to outcomes and value? Where does it hang "
      "on one link?";
  diagram.source = source_line(map, gaps.as_of);
  diagram.may_grow = options.everything || options.focus || options.top;
  outcomes::find_the_weak_link(diagram);
  outcomes::choose_nodes(diagram, options);
  outcomes::find_loops(diagram, effects);
  if (!diagram.method.empty()) diagram.method += diagram.loops.empty() ? "." : ", and the loops.";
  outcomes::close_up(diagram);
  return diagram;
}

Scene draw_outcomes(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_outcomes(build(map, options), options.page, style);
}

DiagramGraph graph_outcomes(const Map& map, const DiagramOptions& options) {
  const OutcomesDiagram diagram = build(map, options);
  DiagramGraph graph;
  graph.title = diagram.title;
  graph.left_to_right = true;
  for (std::size_t column = 0; column < diagram.columns.size(); ++column)
    graph.groups.push_back({"column-" + std::to_string(column + 1), diagram.columns[column].name});
  for (const OutcomeNode& node : diagram.nodes)
    graph.nodes.push_back({node.id, std::string(node_kind(node)), node.name, graph.groups[node.column].id});
  for (const OutcomeEdge& edge : diagram.edges)
    graph.edges.push_back({diagram.nodes[edge.from].id, diagram.nodes[edge.to].id, std::string(to_text(edge.role)),
                           edge.weight ? outcomes::signed_number(*edge.weight) : "", edge.weight.value_or(1), true});
  return graph;
}

}  // namespace outmap
