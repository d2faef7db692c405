#include "render/diagrams/progress.hpp"

#include "render/diagrams/progress_diagram.hpp"
#include "render/layout/progress/progress_layout.hpp"

namespace outmap {

Scene draw_progress(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_progress(build_progress(map, options), options, style);
}

DiagramGraph graph_progress(const Map& map, const DiagramOptions& options) {
  const ProgressDiagram diagram = build_progress(map, options);
  DiagramGraph graph;
  graph.title = diagram.words.title;
  graph.left_to_right = true;
  for (const PartnerLadder& ladder : diagram.ladders) {
    graph.groups.push_back({ladder.partner, ladder.name});
    const MarkerSteps* below = nullptr;
    for (std::size_t part = ladder.parts.size(); part-- > 0;)
      for (const MarkerSteps& marker : ladder.parts[part].markers) {
        graph.nodes.push_back({marker.id, "marker", marker.name, ladder.partner});
        if (below != nullptr) graph.edges.push_back({below->id, marker.id, "next", "", 1, true});
        below = &marker;
      }
  }
  return graph;
}

}  // namespace outmap
