#include "render/diagrams/portfolio.hpp"

#include "model/text/numbers.hpp"
#include "render/diagrams/portfolio_diagram.hpp"
#include "render/layout/portfolio/portfolio_layout.hpp"

namespace outmap {

Scene draw_portfolio(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_portfolio(build_portfolio(map, options), options, style);
}

DiagramGraph graph_portfolio(const Map& map, const DiagramOptions& options) {
  const PortfolioDiagram diagram = build_portfolio(map, options);
  DiagramGraph graph;
  graph.title = diagram.words.title;
  graph.left_to_right = true;
  graph.groups = {{"plan", "In the plan"}, {"left-out", "Left out"}};
  for (const PlanRow& row : diagram.rows)
    graph.nodes.push_back({row.id, "initiative", row.name + ", " + row.cost_words, "plan"});
  for (const LeftOutRow& row : diagram.left_out) graph.nodes.push_back({row.id, "initiative", row.name, "left-out"});
  if (graph.nodes.empty()) return graph;
  for (const Initiative& initiative : map->initiatives) {
    for (const Id& needed : initiative.prerequisites)
      graph.edges.push_back({initiative.id, needed, "requires", "requires", 1, true});
    for (const Id& other : initiative.excludes)
      graph.edges.push_back({initiative.id, other, "excludes", "excludes", 1, false});
    for (const auto& [outcome, share] : initiative.closes)
      graph.edges.push_back({initiative.id, outcome, "closes", percent_text(share), share, true});
  }
  for (const Outcome& outcome : map->outcomes) graph.nodes.push_back({outcome.id, "outcome", outcome.name, ""});
  return graph;
}

}  // namespace outmap
