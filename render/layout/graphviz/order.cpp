#include "render/layout/graphviz/order.hpp"

#include <algorithm>
#include <array>
#include <mutex>

#include "render/diagram.hpp"
#include "render/layout/graphviz/order_module/order_abi.h"
#include "render/module.hpp"

namespace outmap {
namespace {

outmap_order_function load_module() {
  static outmap_order_function loaded = nullptr;
  if (loaded != nullptr) return loaded;
  try {
    loaded = reinterpret_cast<outmap_order_function>(module_symbol(OUTMAP_ORDER_FILE, OUTMAP_ORDER_SYMBOL));
    return loaded;
  } catch (const ModuleMissing& missing) {
    throw CannotDraw(std::string("an outcome map needs the module ") + OUTMAP_ORDER_FILE +
                     ", which cannot be loaded (" + missing.what() + "): install libgvc6 and outmap again");
  }
}

DotOrder columns_in_order(const std::vector<OrderNode>& nodes) {
  DotOrder order;
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    const auto column = static_cast<std::size_t>(nodes[node].column);
    if (order.columns.size() <= column) order.columns.resize(column + 1);
    order.columns[column].push_back(node);
  }
  return order;
}

std::mutex& graphviz_lock() {
  static std::mutex lock;
  return lock;
}

}  // namespace

DotOrder order_columns(const std::vector<OrderNode>& nodes, const std::vector<OrderEdge>& edges) {
  DotOrder order = columns_in_order(nodes);
  if (nodes.empty()) return order;
  std::vector<outmap_order_node> all_nodes;
  for (const OrderNode& node : nodes) all_nodes.push_back({node.column, node.height_px});
  std::vector<outmap_order_edge> all_edges;
  for (const OrderEdge& edge : edges) all_edges.push_back({edge.from, edge.to, edge.weight});
  std::vector<double> y(nodes.size());
  std::array<char, 1024> message{};
  const std::lock_guard<std::mutex> alone(graphviz_lock());
  if (load_module()(all_nodes.data(), all_nodes.size(), all_edges.data(), all_edges.size(), y.data(), message.data(),
                    message.size()) == 0) {
    for (auto& column : order.columns)
      std::stable_sort(column.begin(), column.end(), [&](std::size_t a, std::size_t b) { return y[a] < y[b]; });
  } else {
    order.problem = message.data();
  }
  return order;
}

}  // namespace outmap
