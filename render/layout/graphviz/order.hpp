// The order of nodes within the columns of a picture, found by Graphviz.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace outmap {

struct OrderNode {
  int column = 0;         // 0, 1, 2 … from left to right
  double height_px = 46;  // as it will be drawn
};

/// Between nodes of different columns; `from` and `to` are places in the list of nodes.
struct OrderEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  int weight = 1;  // how much it minds being long or crossed, >= 1
};

struct DotOrder {
  std::vector<std::vector<std::size_t>> columns;  // places in the list of nodes, from top to bottom
  std::string problem;  // empty; else what Graphviz said, and `columns` are in the order of the list
};

/// Orders the nodes of each column so that few edges cross: the `dot` algorithm (Gansner, Koutsofios, North & Vo 1993,
/// doi:10.1109/32.221135) with one rank a column. Works on any graph, the empty one and several edges between the same
/// nodes included; an edge inside a column is ignored. Same input, same order, however often in one process. May be
/// called from several threads, which then wait for each other. About 1 ms for 30 nodes, 30 ms for 200. Graphviz is
/// loaded only now; throws CannotDraw where it cannot be.
DotOrder order_columns(const std::vector<OrderNode>& nodes, const std::vector<OrderEdge>& edges);

}  // namespace outmap
