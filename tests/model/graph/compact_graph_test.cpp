#include "model/graph/compact_graph.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "model/analysis/random.hpp"
#include "tests/support/graphs.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

std::vector<std::uint32_t> row(const CompactGraph& graph, std::uint32_t node) {
  return {graph.neighbours(node).begin(), graph.neighbours(node).end()};
}

using Row = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("A graph without edges or nodes is a graph") {
  CHECK(CompactGraph().node_count() == 0);
  CHECK(CompactGraph::from_edges(0, {}).total_weight() == 0);
  const auto lonely = CompactGraph::from_edges(3, {});
  CHECK(lonely.node_count() == 3);
  CHECK(lonely.edge_count() == 0);
  CHECK(lonely.neighbours(2).empty());
  CHECK(lonely.strength(2) == 0);
}

TEST_CASE("Each edge stands in the rows of both ends, and rows ascend") {
  const auto graph = CompactGraph::from_edges(4, Edges{{3, 0}, {0, 2}, {1, 0}});
  CHECK(row(graph, 0) == Row{1, 2, 3});
  CHECK(row(graph, 1) == Row{0});
  CHECK(row(graph, 3) == Row{0});
  CHECK(graph.edge_count() == 3);
  CHECK(graph.degree(0) == 3);
  CHECK(graph.has_unit_weights());
  CHECK(graph.total_weight() == 3);
}

TEST_CASE("Parallel edges add up in either direction") {
  const auto ones = CompactGraph::from_edges(3, Edges{{0, 1}, {1, 0}, {1, 2}});
  CHECK_FALSE(ones.has_unit_weights());
  CHECK(ones.edge_count() == 2);
  CHECK(ones.weight(0, 0) == 2);
  CHECK(ones.weight(1, 1) == 1);
  CHECK(ones.total_weight() == 3);

  const auto others = CompactGraph::from_edges(2, Edges{{0, 1, 0.25}, {1, 0, 0.75}});
  CHECK(others.has_unit_weights());
  CHECK(others.strength(1) == 1);
}

TEST_CASE("Edges of a node to itself are kept apart and count twice in its strength") {
  const auto graph = CompactGraph::from_edges(2, Edges{{0, 0, 3}, {0, 1}, {0, 0, 0.5}});
  CHECK(row(graph, 0) == Row{1});
  CHECK(graph.self_loop(0) == 3.5);
  CHECK(graph.self_loop(1) == 0);
  CHECK(graph.strength(0) == 8);
  CHECK(graph.total_weight() == 4.5);
}

TEST_CASE("The order of edges does not matter, not even to rounding") {
  Edges edges;
  Random random(7);
  for (int i = 0; i < 400; ++i) edges.push_back({random.below(12), random.below(12), random.unit() + 1e-3});
  const auto graph = CompactGraph::from_edges(12, edges);
  for (int round = 0; round < 20; ++round) {
    random.shuffle(std::span(edges));
    for (auto& edge : edges) {
      if (random.below(2) == 1) std::swap(edge.from, edge.to);
    }
    const auto again = CompactGraph::from_edges(12, edges);
    REQUIRE(std::equal(graph.weights().begin(), graph.weights().end(), again.weights().begin(), again.weights().end()));
    REQUIRE(graph.total_weight() == again.total_weight());
  }
}

TEST_CASE("The edges of a graph come once each, sorted") {
  const auto graph =
      CompactGraph::from_edges(4, std::vector<WeightedEdge>{{2, 1, 0.5}, {3, 3, 2}, {0, 2, 4}, {1, 2, 1}});
  const auto edges = graph.edges();
  REQUIRE(edges.size() == 3);
  const auto is = [&](std::size_t i, std::uint32_t from, std::uint32_t to, double weight) {
    return edges[i].from == from && edges[i].to == to && edges[i].weight == weight;
  };
  CHECK(is(0, 0, 2, 4));
  CHECK(is(1, 1, 2, 1.5));
  CHECK(is(2, 3, 3, 2));
}

TEST_CASE("A renumbered graph is the same under other numbers") {
  const auto graph = CompactGraph::from_edges(3, Edges{{0, 1, 2}, {1, 2, 5}, {2, 2, 4}});
  const auto turned = graph.renumbered(Row{2, 0, 1});
  CHECK(row(turned, 0) == Row{1, 2});
  CHECK(turned.weight(0, 0) == 5);
  CHECK(turned.weight(0, 1) == 2);
  CHECK(turned.self_loop(1) == 4);
}

TEST_CASE("Edges that make no graph are refused by name") {
  CHECK_THROWS_WITH(CompactGraph::from_edges(2, Edges{{0, 2}}), "edge 0 – 2: nodes are numbered from 0 below 2");
  CHECK_THROWS_WITH(CompactGraph::from_edges(2, Edges{{0, 1, 0}}),
                    Catch::StartsWith("edge 0 – 1 weighs 0: a weight is"));
  CHECK_THROWS_AS(CompactGraph::from_edges(2, Edges{{0, 1, -1}}), std::invalid_argument);
  CHECK_THROWS_AS(CompactGraph::from_edges(2, Edges{{0, 1, std::nan("")}}), std::invalid_argument);
  CHECK_THROWS_AS(CompactGraph::from_edges(2, Edges{{0, 1, std::numeric_limits<double>::infinity()}}),
                  std::invalid_argument);
  CHECK_THROWS_AS(CompactGraph::from_edges(0x80000000, {}), std::length_error);
}
