#include "render/diagrams/whatif.hpp"

#include "render/diagrams/outcomes_parts.hpp"
#include "render/diagrams/scenario_words.hpp"
#include "render/diagrams/sweep_diagram.hpp"
#include "render/diagrams/whatif_compare.hpp"
#include "render/diagrams/whatif_diagram.hpp"
#include "render/layout/whatif/compare_layout.hpp"
#include "render/layout/whatif/sweep_layout.hpp"
#include "render/layout/whatif/whatif_layout.hpp"

namespace outmap {

Scene draw_whatif(const Map& map, const DiagramOptions& options, const Style& style) {
  const WhatIfReport& report = *scenario_words::asked(options, "whatif").front();
  if (options.what_ifs.size() > 1) return lay_out_comparison(build_comparison(map, options), options, style);
  if (!report.sweep.empty()) return lay_out_sweep(build_sweep(map, report, options), options, style);
  return lay_out_whatif(build_whatif(map, report, options), options, style);
}

DiagramGraph graph_whatif(const Map& map, const DiagramOptions& options) {
  const WhatIfReport& report = *scenario_words::asked(options, "whatif").front();
  const WhatIfDiagram diagram = build_whatif(map, report, options);
  DiagramGraph graph;
  graph.title = diagram.words.title;
  graph.left_to_right = true;
  for (std::size_t column = 0; column < diagram.map.columns.size(); ++column)
    graph.groups.push_back({"column-" + std::to_string(column + 1), diagram.map.columns[column].name});
  for (const OutcomeNode& node : diagram.map.nodes) {
    const std::string kind = node.element.empty() ? "value" : std::string(singular(node.kind));
    graph.nodes.push_back({node.id, kind, node.name + " " + node.change->words, graph.groups[node.column].id});
  }
  for (const OutcomeEdge& edge : diagram.map.edges)
    graph.edges.push_back({diagram.map.nodes[edge.from].id, diagram.map.nodes[edge.to].id,
                           edge.helps ? "helps" : "harms", scenario_words::signed_percent(edge.passed.value_or(0)),
                           edge.passed.value_or(0), true});
  return graph;
}

}  // namespace outmap
