#include "render/diagrams/value_map.hpp"

#include "render/diagrams/value_map_diagram.hpp"
#include "render/layout/value_map/value_map_layout.hpp"

namespace outmap {

Scene draw_value_map(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_value_map(build_value_map(map, options), options, style);
}

DiagramGraph graph_value_map(const Map& map, const DiagramOptions& options) {
  const ValueMapDiagram diagram = build_value_map(map, options);
  DiagramGraph graph;
  graph.title = diagram.words.title;
  graph.left_to_right = true;
  graph.groups = {{"under", "Better value: under the fair price"}, {"over", "Worse value: over the fair price"}};
  for (const ValueMark& mark : diagram.marks)
    graph.nodes.push_back({mark.id, mark.ours ? "offering" : "competitor",
                           mark.name + ", " + mark.price_words + ", " + mark.fair_words,
                           mark.advantage >= 0 ? "under" : "over"});
  return graph;
}

}  // namespace outmap
