#include "model/analysis/clusters/girvan_newman.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "model/analysis/partition_quality.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/shared_data.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

using Table = std::vector<std::vector<double>>;

/// Betweenness of every tie by its definition: over all pairs, the share of their shortest ways that lead over it.
/// `length` holds 0 where there is no tie.
Table slow_betweenness(const Table& length) {
  const std::size_t n = length.size();
  const double far = std::numeric_limits<double>::infinity();
  Table distance(n, std::vector<double>(n, far));
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < n; ++b) distance[a][b] = a == b ? 0 : length[a][b] > 0 ? length[a][b] : far;
  }
  for (std::size_t via = 0; via < n; ++via) {
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        distance[a][b] = std::min(distance[a][b], distance[a][via] + distance[via][b]);
      }
    }
  }
  const auto same = [far](double x, double y) { return x < far && std::abs(x - y) < 1e-9; };
  // ways[a][b]: shortest ways from a to b, by the node before b, nearer nodes first.
  Table ways(n, std::vector<double>(n, 0));
  for (std::size_t a = 0; a < n; ++a) {
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto x, auto y) { return distance[a][x] < distance[a][y]; });
    for (const auto b : order) {
      ways[a][b] = a == b;
      for (std::size_t before = 0; before < n; ++before) {
        if (length[before][b] > 0 && a != b && same(distance[a][b], distance[a][before] + length[before][b])) {
          ways[a][b] += ways[a][before];
        }
      }
    }
  }
  Table load(n, std::vector<double>(n, 0));
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      for (std::size_t x = 0; x < n; ++x) {
        for (std::size_t y = 0; y < n; ++y) {
          if (length[x][y] == 0 || !same(distance[a][b], distance[a][x] + length[x][y] + distance[y][b])) continue;
          load[std::min(x, y)][std::max(x, y)] += ways[a][x] * ways[y][b] / ways[a][b];
        }
      }
    }
  }
  return load;
}

std::vector<std::uint32_t> slow_components(const Table& length) {
  std::vector<std::uint32_t> label(length.size());
  for (std::uint32_t i = 0; i < label.size(); ++i) label[i] = i;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t a = 0; a < label.size(); ++a) {
      for (std::size_t b = 0; b < label.size(); ++b) {
        if (length[a][b] == 0 || label[a] <= label[b]) continue;
        label[a] = label[b];
        changed = true;
      }
    }
  }
  return label;
}

std::vector<GirvanNewmanStep> slow_steps(const CompactGraph& graph) {
  const std::uint32_t n = graph.node_count();
  double strongest = 0;
  for (const auto& edge : graph.edges()) strongest = std::max(strongest, edge.weight);
  Table length(n, std::vector<double>(n, 0));
  for (const auto& [a, b, weight] : graph.edges()) length[a][b] = length[b][a] = strongest / weight;
  std::vector<GirvanNewmanStep> steps;
  for (std::uint32_t removed = 0;; ++removed) {
    const auto partition = number_by_size(slow_components(length));
    if (steps.empty() || steps.back().clusters != partition.cluster_count) {
      steps.push_back({partition.cluster_count, removed, modularity(graph, partition)});
    }
    const auto load = slow_betweenness(length);
    double largest = 0;
    for (const auto& row : load) largest = std::max(largest, *std::max_element(row.begin(), row.end()));
    if (largest == 0) return steps;
    bool found = false;
    for (std::size_t a = 0; a < n && !found; ++a) {
      for (std::size_t b = a + 1; b < n && !found; ++b) {
        found = load[a][b] > largest * (1 - 1e-9);
        if (found) length[a][b] = length[b][a] = 0;
      }
    }
  }
}

/// Unit weights, any weights, or small whole ones, among which many ways are equally long.
CompactGraph varied_graph(std::uint64_t number) {
  const auto graph = random_graph({.nodes = static_cast<std::uint32_t>(2 + number % 13),
                                   .chance = 0.2 + 0.1 * static_cast<double>(number % 5),
                                   .weighted = number % 3 != 0,
                                   .seed = number});
  if (number % 3 != 2) return graph;
  auto edges = graph.edges();
  for (auto& edge : edges) edge.weight = std::ceil(3 * edge.weight);
  return CompactGraph::from_edges(graph.node_count(), edges);
}

}  // namespace

TEST_CASE("Of two cliques with a bridge the bridge goes first, and two clusters are best") {
  Edges edges{{4, 5}};
  add_clique(edges, 0, 5);
  add_clique(edges, 5, 6);
  const auto result = find_by_betweenness(CompactGraph::from_edges(11, edges));
  CHECK(result.partition == Partition{{1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0}, 2});
  CHECK(result.modularity == Approx(25.0 / 26 - (31 * 31 + 21 * 21) / (52.0 * 52)));
  REQUIRE(result.steps.size() == 11);
  CHECK(result.steps[0] == GirvanNewmanStep{1, 0, 0});
  CHECK(result.steps[1].clusters == 2);
  CHECK(result.steps[1].ties_removed == 1);
  CHECK(result.steps.back().clusters == 11);
  CHECK(result.steps.back().ties_removed == 26);
}

TEST_CASE("Every step is that of betweenness by its definition") {
  for (std::uint64_t number = 1; number <= 120; ++number) {
    const auto graph = varied_graph(number);
    const auto result = find_by_betweenness(graph);
    const auto expected = slow_steps(graph);
    INFO("graph " << number);
    REQUIRE(result.steps.size() == expected.size());
    double best = -1;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      REQUIRE(result.steps[i].clusters == expected[i].clusters);
      REQUIRE(result.steps[i].ties_removed == expected[i].ties_removed);
      REQUIRE(result.steps[i].modularity == Approx(expected[i].modularity).margin(1e-12));
      best = std::max(best, expected[i].modularity);
    }
    REQUIRE(result.modularity == Approx(best).margin(1e-12));
    REQUIRE(modularity(graph, result.partition) == Approx(best).margin(1e-12));
    REQUIRE(clusters_are_connected(graph, result.partition));
  }
}

TEST_CASE("Betweenness on graphs without ties, with separate parts and with ties of a node to itself") {
  CHECK(find_by_betweenness({}).partition == Partition{});
  const auto lonely = find_by_betweenness(CompactGraph::from_edges(3, {}));
  CHECK(lonely.partition == Partition{{0, 1, 2}, 3});
  CHECK(lonely.modularity == 0);
  Edges edges{{0, 0, 4}};
  add_clique(edges, 2, 3);
  add_clique(edges, 5, 3);
  CHECK(find_by_betweenness(CompactGraph::from_edges(8, edges)).partition == Partition{{2, 3, 0, 0, 0, 1, 1, 1}, 4});
}

TEST_CASE("A higher resolution stops later") {
  const auto ring = ring_of_cliques(30, 5);
  CHECK(find_by_betweenness(ring, {.resolution = 3}).partition.cluster_count == 30);
  CHECK(find_by_betweenness(ring).partition.cluster_count < 30);
}

TEST_CASE("Planted groups of Girvan & Newman's kind are found by betweenness") {
  // 128 nodes in four groups, 12 ties each inside and 4 across.
  const auto graph = planted_groups(4, 32, 12.0 / 31, 4.0 / 96, 5);
  std::vector<std::uint32_t> truth;
  for (std::uint32_t node = 0; node < 128; ++node) truth.push_back(node / 32);
  CHECK(adjusted_rand_index(find_by_betweenness(graph, {.most_edges = 1'100}).partition, number_by_size(truth)) > 0.95);
}

TEST_CASE("Zachary's karate club falls into 5 clusters of modularity 0.401 by betweenness") {
  const auto file = shared_data("networks/gml_gt/karate.gml");
  if (!file) {
    WARN("skipped: networks/gml_gt is absent");
    return;
  }
  const auto result = find_by_betweenness(read_gml(*file));
  CHECK(result.partition.cluster_count == 5);
  CHECK(result.modularity == Approx(0.4013).margin(5e-5));
}

TEST_CASE("Graphs that would take too long are refused with what would do") {
  CHECK_THROWS_WITH(
      find_by_betweenness(ring_of_cliques(150, 4)),
      "600 nodes with 1050 ties are too many for Girvan–Newman, which takes up to 300 and 1000: use leiden");
  CHECK_THROWS_AS(find_by_betweenness(ring_of_cliques(3, 3), {.most_edges = 11}), std::length_error);
  CHECK_NOTHROW(find_by_betweenness(ring_of_cliques(3, 3), {.most_nodes = 9, .most_edges = 12}));
  CHECK_THROWS_WITH(find_by_betweenness({}, {.resolution = -1}),
                    "resolution -1: give a finite number from 0 on, such as 1");
}
