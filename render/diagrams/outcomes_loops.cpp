#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/graph/walks.hpp"
#include "render/diagrams/outcomes_parts.hpp"

namespace outmap::outcomes {
namespace {

constexpr std::size_t most_loops = 4;
constexpr std::size_t longest_name = 48;  // bytes

using EdgeOf = std::map<std::pair<std::size_t, std::size_t>, std::size_t>;

/// The edges of a cycle, where the picture shows all of them.
std::vector<std::size_t> shown_edges(const EffectCycle& cycle, const EffectGraph& effects,
                                     const std::map<std::string_view, std::size_t>& place_of, const EdgeOf& edge_of) {
  std::vector<std::size_t> places;
  for (EffectVertex vertex : cycle.vertices) {
    const auto place = place_of.find(effects.vertices.id(vertex));
    if (place == place_of.end()) return {};
    places.push_back(place->second);
  }
  std::vector<std::size_t> edges;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto edge = edge_of.find({places[i], places[(i + 1) % places.size()]});
    if (edge == edge_of.end()) return {};
    edges.push_back(edge->second);
  }
  return edges;
}

/// The edge that leads furthest back: it closes the loop.
std::size_t closing_edge(const OutcomesDiagram& diagram, const std::vector<std::size_t>& edges) {
  const auto step = [&](std::size_t edge) {
    return static_cast<int>(diagram.nodes[diagram.edges[edge].to].column) -
           static_cast<int>(diagram.nodes[diagram.edges[edge].from].column);
  };
  return *std::min_element(edges.begin(), edges.end(), [&](std::size_t a, std::size_t b) { return step(a) < step(b); });
}

std::string upper_first(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// What the map calls the loop: the beginning of what it says of the closing link, up to a colon; else the link's ends.
std::string name_of_loop(const OutcomesDiagram& diagram, const OutcomeEdge& closing) {
  const std::string said = closing.remark.substr(0, closing.remark.find(':'));
  if (!said.empty() && said.size() <= longest_name) return upper_first(said);
  return diagram.nodes[closing.from].name + " → " + diagram.nodes[closing.to].name;
}

std::string remark_on(const EffectCycle& cycle) {
  return fmt::format("{} ({}{} a round)",
                     cycle.reinforcing() ? "reinforcing: growth feeds itself" : "balancing: success slows itself",
                     cycle.gain < 0 ? "−" : "+", percent(std::abs(cycle.gain)));
}

struct Candidate {
  const EffectCycle* cycle;
  std::vector<std::size_t> edges;
  std::size_t closing;
};

}  // namespace

void find_loops(OutcomesDiagram& diagram, const EffectGraph& effects) {
  std::map<std::string_view, std::size_t> place_of;
  for (std::size_t node = 0; node < diagram.nodes.size(); ++node) place_of[diagram.nodes[node].id] = node;
  EdgeOf edge_of;
  for (std::size_t edge = 0; edge < diagram.edges.size(); ++edge)
    edge_of[{diagram.edges[edge].from, diagram.edges[edge].to}] = edge;

  const CycleReport report = find_cycles(effects);
  std::vector<Candidate> candidates;
  for (const EffectCycle& cycle : report.cycles) {
    if (cycle.vertices.size() < 2) continue;
    auto edges = shown_edges(cycle, effects, place_of, edge_of);
    if (edges.empty()) continue;
    const std::size_t closing = closing_edge(diagram, edges);
    candidates.push_back({&cycle, std::move(edges), closing});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::abs(a.cycle->gain) > std::abs(b.cycle->gain);
  });
  std::set<std::size_t> closed;
  std::size_t reinforcing = 0;
  std::size_t balancing = 0;
  for (Candidate& candidate : candidates) {
    if (diagram.loops.size() == most_loops) break;
    if (!closed.insert(candidate.closing).second) continue;
    OutcomeLoop loop;
    loop.reinforcing = candidate.cycle->reinforcing();
    loop.code = loop.reinforcing ? "R" + std::to_string(++reinforcing) : "B" + std::to_string(++balancing);
    loop.name = name_of_loop(diagram, diagram.edges[candidate.closing]);
    loop.remark = remark_on(*candidate.cycle);
    loop.edges = std::move(candidate.edges);
    diagram.loops.push_back(std::move(loop));
  }
  diagram.more_loops = candidates.size() - diagram.loops.size();
}

}  // namespace outmap::outcomes
