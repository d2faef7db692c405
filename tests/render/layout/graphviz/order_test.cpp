#include "render/layout/graphviz/order.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <thread>

namespace outmap {
namespace {

struct Drawn {
  std::vector<OrderNode> nodes;
  std::vector<OrderEdge> edges;
};

Drawn random_graph(std::size_t nodes, std::size_t edges, unsigned seed) {
  std::mt19937 random(seed);
  Drawn graph;
  for (std::size_t i = 0; i < nodes; ++i) graph.nodes.push_back({static_cast<int>(random() % 5), 46});
  for (std::size_t i = 0; i < edges && nodes > 0; ++i)
    graph.edges.push_back({random() % nodes, random() % nodes, 1 + static_cast<int>(random() % 8)});
  return graph;
}

TEST_CASE("edges that need not cross do not cross") {
  // three ways from left to right, listed so that the order of the list crosses all of them
  const std::vector<OrderNode> nodes{{0}, {0}, {0}, {1}, {1}, {1}};
  const DotOrder order = order_columns(nodes, {{0, 5}, {1, 4}, {2, 3}});
  REQUIRE(order.problem.empty());
  REQUIRE(order.columns.size() == 2);
  const std::vector<std::size_t> mate{5, 4, 3, 2, 1, 0};
  for (std::size_t place = 0; place < 3; ++place) CHECK(order.columns[1][place] == mate[order.columns[0][place]]);
}

TEST_CASE("every node stands once, in its own column") {
  for (std::size_t size : {0U, 1U, 5U, 50U, 200U}) {
    const Drawn graph = random_graph(size, size * 2, 7);
    const DotOrder order = order_columns(graph.nodes, graph.edges);
    CHECK(order.problem == "");
    std::vector<int> seen(size, 0);
    for (std::size_t column = 0; column < order.columns.size(); ++column)
      for (std::size_t node : order.columns[column]) {
        ++seen[node];
        CHECK(graph.nodes[node].column == static_cast<int>(column));
      }
    CHECK(std::count(seen.begin(), seen.end(), 1) == static_cast<long>(size));
  }
}

TEST_CASE("the order is the same at every call and from every thread") {
  const Drawn graph = random_graph(40, 80, 3);
  const DotOrder first = order_columns(graph.nodes, graph.edges);
  for (int again = 0; again < 100; ++again) {
    const std::vector<char> moves_the_heap(static_cast<std::size_t>(again * 977));
    CHECK(order_columns(graph.nodes, graph.edges).columns == first.columns);
  }
  DotOrder other;
  std::thread thread([&] { other = order_columns(graph.nodes, graph.edges); });
  const DotOrder mine = order_columns(graph.nodes, graph.edges);
  thread.join();
  CHECK(other.columns == first.columns);
  CHECK(mine.columns == first.columns);
}

TEST_CASE("self edges, several edges, edges inside a column and empty columns are no trouble") {
  const DotOrder order = order_columns({{0}, {3}, {3}}, {{0, 0}, {0, 1}, {0, 1}, {1, 2}, {2, 0}});
  CHECK(order.problem == "");
  REQUIRE(order.columns.size() == 4);
  CHECK(order.columns[1].empty());
  CHECK(order.columns[3].size() == 2);
}

}  // namespace
}  // namespace outmap
