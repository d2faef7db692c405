#include <algorithm>

#include "model/text/numbers.hpp"
#include "render/diagrams/journey.hpp"
#include "render/diagrams/journey_parts.hpp"

namespace outmap::journey_picture {
namespace {

void add_node(DiagramGraph& graph, const GraphNode& node) {
  const bool there =
      std::any_of(graph.nodes.begin(), graph.nodes.end(), [&](const GraphNode& each) { return each.id == node.id; });
  if (!there) graph.nodes.push_back(node);
}

void add_touchpoints(const JourneyStage& stage, DiagramGraph& graph) {
  for (const JourneyTouchpoint& touchpoint : stage.touchpoints) {
    add_node(graph, {touchpoint.id, "touchpoint", touchpoint.name, ""});
    graph.edges.push_back({stage.id, touchpoint.id, "meets", "", 1, false});
  }
}

void add_outcomes(const JourneyStage& stage, DiagramGraph& graph) {
  for (const JourneyOutcome& outcome : stage.outcomes) {
    std::string label = outcome.name;
    if (outcome.stated.now && outcome.stated.wanted)
      label += ": " + few_decimals(*outcome.stated.now) + " → " + few_decimals(*outcome.stated.wanted) +
               (outcome.unit.empty() ? "" : " " + outcome.unit);
    add_node(graph, {outcome.id, "outcome", label, ""});
    graph.edges.push_back({stage.id, outcome.id, "wants", "", outcome.importance.value_or(5) / 10, true});
  }
}

void add_servers(const Map& map, const JourneyStage& stage, DiagramGraph& graph) {
  for (const JourneyOutcome& outcome : stage.outcomes) {
    for (const Initiative& initiative : map->initiatives)
      for (const IdNumber& closes : initiative.closes) {
        if (closes.id != outcome.id || initiative.status == InitiativeStatus::stopped) continue;
        add_node(graph, {initiative.id, "initiative", initiative.name, ""});
        graph.edges.push_back({initiative.id, outcome.id, "closes", percent_text(closes.value), closes.value, true});
      }
    for (const Process& process : map->processes) {
      if (!contains(process.serves, outcome.id)) continue;
      add_node(graph, {process.id, "process", process.name, ""});
      graph.edges.push_back({process.id, outcome.id, "serves", "", 1, true});
    }
  }
}

/// An outcome of several stages is served once.
void drop_doubles(std::vector<GraphEdge>& edges) {
  std::vector<GraphEdge> once;
  for (const GraphEdge& edge : edges) {
    const bool there = std::any_of(once.begin(), once.end(), [&](const GraphEdge& each) {
      return each.from == edge.from && each.to == edge.to && each.role == edge.role;
    });
    if (!there) once.push_back(edge);
  }
  edges = std::move(once);
}

}  // namespace

}  // namespace outmap::journey_picture

namespace outmap {

DiagramGraph graph_journey(const Map& map, const DiagramOptions& options) {
  using namespace journey_picture;
  const JourneyDiagram journey = build_journey(map, options);
  DiagramGraph graph;
  graph.title = journey.title;
  graph.left_to_right = true;
  if (!journey.stages.empty()) graph.groups.push_back({journey.id, journey.title});
  for (const JourneyStage& stage : journey.stages)
    graph.nodes.push_back({stage.id, "stage", std::to_string(stage.number) + " " + stage.name, journey.id});
  for (std::size_t i = 0; i + 1 < journey.stages.size(); ++i)
    graph.edges.push_back({journey.stages[i].id, journey.stages[i + 1].id, "next", "", 1, true});
  for (const JourneyStage& stage : journey.stages) {
    add_touchpoints(stage, graph);
    add_outcomes(stage, graph);
    add_servers(map, stage, graph);
  }
  drop_doubles(graph.edges);
  return graph;
}

}  // namespace outmap
