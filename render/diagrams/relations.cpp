#include "render/diagrams/relations.hpp"

#include "render/diagrams/relations_diagram.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/relations/overview.hpp"
#include "render/layout/relations/paint.hpp"

namespace outmap {
namespace {

void add_groups(const RelationsDiagram& diagram, DiagramGraph& graph) {
  for (const RelationGroup& group : diagram.groups)
    if (group.hull) graph.groups.push_back({group.id, group.name});
}

void add_elements(const RelationsDiagram& diagram, DiagramGraph& graph) {
  for (const RelationElement& element : diagram.elements) {
    const bool grouped = element.group != no_index && diagram.groups[element.group].hull;
    graph.nodes.push_back({element.id, element.partner ? "partner" : "customer", element.name,
                           grouped ? diagram.groups[element.group].id : std::string()});
  }
  for (const RelationElement& element : diagram.isolated)
    graph.nodes.push_back({element.id, element.partner ? "partner" : "customer", element.name, ""});
  for (const RelationTie& tie : diagram.ties) {
    const bool back = tie.arrow_from && !tie.arrow_to;
    const std::string type = tie.types.empty() || tie.types.front().type.empty() ? "tie" : tie.types.front().type;
    graph.edges.push_back({diagram.elements[back ? tie.to : tie.from].id, diagram.elements[back ? tie.from : tie.to].id,
                           tie.derived ? "derived" : type, tie.derived ? tie.shared : words_for_type(type),
                           tie.strength, tie.arrow_from != tie.arrow_to});
  }
}

void add_overview(const RelationsDiagram& diagram, DiagramGraph& graph) {
  for (const RelationGroup& group : diagram.groups)
    graph.nodes.push_back({group.id, "cluster", group.name + " (" + std::to_string(group.members.size()) + ")", ""});
  for (const TieBundle& bundle : diagram.bundles)
    graph.edges.push_back({diagram.groups[bundle.from].id, diagram.groups[bundle.to].id,
                           bundle.type.empty() ? "tie" : bundle.type,
                           std::to_string(bundle.count) + " " + words_for_type(bundle.type), bundle.strength, false});
}

/// A page for a map of nobody: what to add.
Scene nobody_yet(const RelationsDiagram& diagram, const DiagramOptions& options, const Style& style) {
  ChartWords words;
  words.title = diagram.title;
  words.question = diagram.question;
  words.source = diagram.counts;
  charts::Sheet sheet("relations", words, style, {}, {.page = options.page});
  sheet.add(charts::nothing_yet(style,
                                {"Nobody is on this map yet",
                                 "Add those you serve and those through whom you reach them, and say who is tied to "
                                 "whom: by a common goal, a like need, or because they complete each other."},
                                sheet.body()));
  return std::move(sheet).finish();
}

}  // namespace

Scene draw_relations(const Map& map, const DiagramOptions& options, const Style& style) {
  const RelationsDiagram diagram = build_relations(map, options);
  if (diagram.elements.empty() && diagram.isolated.empty() && !diagram.overview)
    return nobody_yet(diagram, options, style);
  if (diagram.overview)
    return relations::paint_overview(diagram, relations::plan_overview(diagram, options, style.fonts), style);
  return relations::paint_relations(diagram, relations::plan_relations(diagram, options, style.fonts), style);
}

DiagramGraph graph_relations(const Map& map, const DiagramOptions& options) {
  const RelationsDiagram diagram = build_relations(map, options);
  DiagramGraph graph;
  graph.title = diagram.title;
  if (diagram.overview) {
    add_overview(diagram, graph);
  } else {
    add_groups(diagram, graph);
    add_elements(diagram, graph);
  }
  return graph;
}

}  // namespace outmap
