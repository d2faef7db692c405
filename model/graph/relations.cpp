#include "model/graph/relations.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace outmap {
namespace {

constexpr ElementKinds people = ElementKind::customer | ElementKind::partner;

}  // namespace

RelationGraph relation_graph(const Map& map) {
  RelationGraph graph{VertexIds(map, [](ElementRef ref) { return people.contains(ref.kind); }), {}};
  std::map<std::pair<std::size_t, std::size_t>, Tie> ties;
  std::uint32_t row = 0;
  for (const Relation& relation : map->relations) {
    const auto from = graph.vertices.find(relation.from);
    const auto to = graph.vertices.find(relation.to);
    if (from && to && from != to) {
      Tie& tie = ties[std::minmax(*from, *to)];
      tie.strength += relation.strength;
      tie.rows.push_back(row);
    }
    ++row;
  }
  graph.edges = RelationAdjacency(graph.vertices.size());
  for (auto& [ends, tie] : ties) boost::add_edge(ends.first, ends.second, std::move(tie), graph.edges);
  return graph;
}

}  // namespace outmap
