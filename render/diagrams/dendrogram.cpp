#include "render/diagrams/dendrogram.hpp"

#include <fmt/format.h>

#include "render/diagrams/dendrogram_diagram.hpp"
#include "render/layout/dendrogram/dendrogram_layout.hpp"

namespace outmap {

Scene draw_dendrogram(const Map& map, const DiagramOptions& options, const Style& style) {
  return dendrogram::lay_out(build_dendrogram(map, options), options, style);
}

DiagramGraph graph_dendrogram(const Map& map, const DiagramOptions& options) {
  const DendrogramDiagram diagram = build_dendrogram(map, options);
  DiagramGraph graph;
  graph.title = diagram.title;
  graph.left_to_right = true;
  for (std::size_t at = 0; at < diagram.clusters.size(); ++at)
    graph.groups.push_back({"cluster-" + std::to_string(at + 1), diagram.clusters[at].name});
  const auto id_of = [&](std::size_t at) {
    return diagram.branches[at].id.empty() ? "branch-" + std::to_string(at) : diagram.branches[at].id;
  };
  for (std::size_t at = 0; at < diagram.branches.size(); ++at) {
    const TreeBranch& branch = diagram.branches[at];
    const std::string label = branch.join         ? fmt::format("{:.2f}", branch.similarity)
                              : branch.leaves > 1 ? fmt::format("{} and {} more", branch.name, branch.leaves - 1)
                                                  : branch.name;
    graph.nodes.push_back({id_of(at),
                           branch.join      ? "join"
                           : branch.partner ? "partner"
                                            : "customer",
                           label, branch.above_cut ? "" : "cluster-" + std::to_string(branch.cluster + 1)});
    if (!branch.join) continue;
    for (const std::size_t part : {branch.first, branch.second})
      graph.edges.push_back({id_of(at), id_of(part), "join", "", branch.similarity, false});
  }
  return graph;
}

}  // namespace outmap
