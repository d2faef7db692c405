#include "render/diagrams/gaps.hpp"

#include <array>

#include "render/diagrams/gaps_diagram.hpp"
#include "render/layout/gaps/gaps_layout.hpp"

namespace outmap {
namespace {

struct QuadrantName {
  Quadrant quadrant;
  const char* name;
};

constexpr std::array quadrant_names{QuadrantName{Quadrant::concentrate_here, "Concentrate here"},
                                    QuadrantName{Quadrant::keep_up, "Keep up the good work"},
                                    QuadrantName{Quadrant::low_priority, "Low priority"},
                                    QuadrantName{Quadrant::possible_overkill, "Possible overkill"}};

}  // namespace

Scene draw_gaps(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_gaps(build_gaps(map, options), options.page, style);
}

DiagramGraph graph_gaps(const Map& map, const DiagramOptions& options) {
  const GapsDiagram diagram = build_gaps(map, options);
  DiagramGraph graph;
  graph.title = diagram.words.title;
  graph.left_to_right = true;
  for (const auto& [quadrant, name] : quadrant_names) graph.groups.push_back({std::string(to_text(quadrant)), name});
  for (const GapPoint& point : diagram.points)
    graph.nodes.push_back({point.id, "outcome", std::to_string(point.rank) + ". " + point.name,
                           point.quadrant ? std::string(to_text(*point.quadrant)) : ""});
  return graph;
}

}  // namespace outmap
