#include "render/diagrams/ladder.hpp"

#include "render/diagrams/ladder_diagram.hpp"
#include "render/layout/ladder/ladder_layout.hpp"

namespace outmap {

Scene draw_ladder(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_ladder(build_ladder(map, options), options, style);
}

DiagramGraph graph_ladder(const Map& map, const DiagramOptions& options) {
  const LadderDiagram diagram = build_ladder(map, options);
  DiagramGraph graph;
  graph.title = diagram.words.title;
  graph.left_to_right = true;
  for (const LadderRung& rung : diagram.rungs)
    graph.nodes.push_back({rung.id, "offering", rung.name + ", " + rung.price_words, ""});
  for (std::size_t rung = 1; rung < diagram.rungs.size(); ++rung)
    graph.edges.push_back(
        {diagram.rungs[rung - 1].id, diagram.rungs[rung].id, "next", diagram.rungs[rung].step, 1, true});
  return graph;
}

}  // namespace outmap
