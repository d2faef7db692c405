#include "render/diagrams/trend.hpp"

#include <set>

#include "render/diagrams/trend_diagram.hpp"
#include "render/layout/trend/trend_layout.hpp"

namespace outmap {

Scene draw_trend(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_trend(build_trend(map, options), options, style);
}

DiagramGraph graph_trend(const Map& map, const DiagramOptions& options) {
  TrendDiagram diagram = build_trend(map, options);
  number_events(diagram, diagram.panels.size());
  DiagramGraph graph;
  graph.title = diagram.words.title;
  graph.left_to_right = true;
  for (const TrendEvent& event : diagram.events)
    if (!event.number.empty()) graph.nodes.push_back({"event-" + event.number, event.kind, event.text, ""});
  for (const TrendPanel& panel : diagram.panels) {
    graph.nodes.push_back({panel.key, panel.kind, panel.name + "\n" + panel.verdict, ""});
    for (const std::size_t event : panel.events)
      graph.edges.push_back({"event-" + diagram.events[event].number, panel.key, "meanwhile", "", 1, true});
  }
  return graph;
}

}  // namespace outmap
