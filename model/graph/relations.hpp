// The relational graph: who is tied to whom, as a Boost.Graph view of a map.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <vector>

#include "model/graph/vertex_ids.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// One edge for all relations between the same two people.
struct Tie {
  double strength = 0;              // of the parallel relations, added up; > 0
  std::vector<std::uint32_t> rows;  // their places in the map's list of relations

  bool operator==(const Tie&) const = default;
};

using RelationAdjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Tie>;
using RelationVertex = RelationAdjacency::vertex_descriptor;
using RelationEdge = RelationAdjacency::edge_descriptor;

/// Vertex v of `edges` stands for the customer or partner `vertices.id(v)`.
struct RelationGraph {
  VertexIds vertices;
  RelationAdjacency edges;
};

/// All customers and partners with the declared relations between them; direction is dropped, parallel relations are
/// one tie whose strength is their sum, and a relation of someone with themselves is left out. Edges stand in the order
/// of (smaller id, larger id). O((people + relations) log people).
RelationGraph relation_graph(const Map& map);

}  // namespace outmap
