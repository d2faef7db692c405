#include "model/analysis/clusters/betweenness.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "model/analysis/random.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/shared_data.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

std::vector<double> shares(const CompactGraph& graph, bool weighted = true) {
  BetweennessOptions options;
  options.weighted = weighted;
  return find_betweenness(graph, options).share;
}

/// All ways between two nodes that visit no node twice: their lengths and the nodes in between.
struct Ways {
  const CompactGraph& graph;
  bool weighted;
  std::vector<std::pair<double, std::vector<std::uint32_t>>> found;
  std::vector<std::uint32_t> path;

  void extend(std::uint32_t node, std::uint32_t target, double length) {
    if (node == target) {
      found.emplace_back(length, std::vector<std::uint32_t>(path.begin() + 1, path.end()));
      return;
    }
    path.push_back(node);
    const auto row = graph.neighbours(node);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (std::ranges::count(path, row[i]) > 0) continue;
      extend(row[i], target, length + (weighted ? 1 / graph.weight(node, i) : 1));
    }
    path.pop_back();
  }
};

std::vector<double> by_trying_all_ways(const CompactGraph& graph, bool weighted) {
  const std::uint32_t n = graph.node_count();
  std::vector<double> share(n, 0);
  for (std::uint32_t s = 0; s < n; ++s) {
    for (std::uint32_t t = s + 1; t < n; ++t) {
      Ways ways{graph, weighted, {}, {}};
      ways.extend(s, t, 0);
      if (ways.found.empty()) continue;
      const double shortest = std::ranges::min_element(ways.found)->first;
      std::erase_if(ways.found, [&](const auto& way) { return way.first > shortest + 1e-9; });
      for (const auto& [length, between] : ways.found) {
        for (const auto node : between) share[node] += 1.0 / static_cast<double>(ways.found.size());
      }
    }
  }
  for (double& each : share) each /= (n - 1.0) * (n - 2.0) / 2;
  return share;
}

/// Weights of which many sums of 1 / weight are equal, though not all to the last digit.
CompactGraph weighted_graph(std::uint32_t nodes, std::uint64_t seed) {
  Random random(seed);
  const double weights[] = {0.1, 0.3, 0.5, 1, 1.5};
  Edges edges;
  for (std::uint32_t a = 0; a < nodes; ++a) {
    for (std::uint32_t b = a + 1; b < nodes; ++b) {
      if (random.below(2) == 0) edges.push_back({a, b, weights[random.below(5)]});
    }
  }
  return CompactGraph::from_edges(nodes, edges);
}

}  // namespace

TEST_CASE("betweenness by hand", "[betweenness]") {
  const auto path = CompactGraph::from_edges(4, Edges{{0, 1}, {1, 2}, {2, 3}});
  CHECK(shares(path) == std::vector<double>{0, 2.0 / 3, 2.0 / 3, 0});
  const auto star = CompactGraph::from_edges(5, Edges{{0, 1}, {0, 2}, {0, 3}, {0, 4}});
  CHECK(shares(star) == std::vector<double>{1, 0, 0, 0, 0});
  // A square: both ways round are as short, each of the two others is on half of them.
  const auto square = CompactGraph::from_edges(4, Edges{{0, 1}, {1, 2}, {2, 3}, {3, 0}});
  for (const double share : shares(square)) CHECK(share == Approx(0.5 / 3));
}

TEST_CASE("strong ties are short", "[betweenness]") {
  // From 0 to 2: 1 + 1 over node 1, 2.5 directly; with weights left out the direct way is shorter.
  const auto graph = CompactGraph::from_edges(3, Edges{{0, 1, 1}, {1, 2, 1}, {0, 2, 0.4}});
  CHECK(shares(graph) == std::vector<double>{0, 1, 0});
  CHECK(shares(graph, false) == std::vector<double>{0, 0, 0});
}

TEST_CASE("ways of one length count alike though their sums differ in the last digit", "[betweenness]") {
  // 1/0.1 and 1/0.3 three times: both 10.
  const auto graph = CompactGraph::from_edges(4, Edges{{0, 1, 0.3}, {1, 2, 0.3}, {2, 3, 0.3}, {0, 3, 0.1}, {3, 3, 5}});
  const auto share = shares(graph);
  CHECK(share[1] == Approx((0.5 + 1) / 3));
  CHECK(share[2] == Approx((0.5 + 1) / 3));
}

TEST_CASE("betweenness agrees with trying all ways", "[betweenness]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto graph = weighted_graph(static_cast<std::uint32_t>(3 + seed % 5), seed);
    for (const bool weighted : {true, false}) {
      const auto expected = by_trying_all_ways(graph, weighted);
      const auto found = shares(graph, weighted);
      for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
        REQUIRE(found[node] == Approx(expected[node]).margin(1e-12));
      }
    }
  }
}

TEST_CASE("fewer than three nodes have nobody between", "[betweenness]") {
  CHECK(find_betweenness(CompactGraph()).share.empty());
  CHECK(shares(CompactGraph::from_edges(2, Edges{{0, 1}})) == std::vector<double>{0, 0});
}

TEST_CASE("parts of a network do not stand between each other", "[betweenness]") {
  const auto graph = CompactGraph::from_edges(6, Edges{{0, 1}, {1, 2}, {3, 4}, {4, 5}});
  CHECK(shares(graph) == std::vector<double>{0, 0.1, 0, 0, 0.1, 0});
}

TEST_CASE("threads never change betweenness", "[betweenness]") {
  const auto graph = random_graph({300, 0.03, true, 4});
  BetweennessOptions one, four;
  one.threads = 1;
  four.threads = 4;
  CHECK(find_betweenness(graph, one) == find_betweenness(graph, four));
  one.exact_up_to = four.exact_up_to = 10;
  const Betweenness sampled = find_betweenness(graph, one);
  CHECK(sampled == find_betweenness(graph, four));
  CHECK(sampled.sources == 64);
  CHECK_FALSE(sampled.is_exact);
}

TEST_CASE("sampled betweenness is right in the mean, and its error is as large as it says", "[betweenness]") {
  const auto graph = random_graph({120, 0.04, true, 9});
  const auto exact = shares(graph);
  BetweennessOptions options;
  options.exact_up_to = 0;
  options.sources = 30;
  constexpr int rounds = 300;
  std::vector<double> mean(120, 0), squares(120, 0), stated(120, 0);
  for (int round = 0; round < rounds; ++round) {
    options.seed = 100 + round;
    const Betweenness sampled = find_betweenness(graph, options);
    for (std::size_t i = 0; i < mean.size(); ++i) {
      mean[i] += sampled.share[i] / rounds;
      squares[i] += std::pow(sampled.share[i] - exact[i], 2) / rounds;
      stated[i] += std::pow(sampled.error[i], 2) / rounds;
    }
  }
  double all_squares = 0, all_stated = 0;
  for (std::size_t i = 0; i < mean.size(); ++i) {
    CHECK(std::abs(mean[i] - exact[i]) <= 4.5 * std::sqrt(stated[i] / rounds) + 1e-12);
    all_squares += squares[i];
    all_stated += stated[i];
  }
  CHECK(all_stated == Approx(all_squares).epsilon(0.1));
}

TEST_CASE("as many sources as nodes are exact", "[betweenness]") {
  const auto graph = random_graph({50, 0.1, false, 2});
  BetweennessOptions options;
  options.exact_up_to = 0;
  options.sources = 50;
  CHECK(find_betweenness(graph, options) == find_betweenness(graph));
  options.sources = 0;
  CHECK_THROWS_AS(find_betweenness(graph, options), std::invalid_argument);
}

TEST_CASE("Zachary's karate club: node 1 stands between 43.76 %, as published", "[betweenness]") {
  const auto file = shared_data("networks/gml_gt/karate.gml");
  if (!file) {
    WARN("skipped: networks/gml_gt is absent");
    return;
  }
  auto share = shares(read_gml(*file));
  std::ranges::sort(share, std::greater<>());
  // Nodes 1, 34, 33, 3, 32: 231.07, 160.55, 76.69, 75.85 and 73.01 of 528 pairs.
  const double published[] = {0.43764, 0.30407, 0.14525, 0.14366, 0.13828};
  for (std::size_t i = 0; i < 5; ++i) CHECK(share[i] == Approx(published[i]).margin(1e-5));
}

TEST_CASE("Florentine families: the Medici stand between 52.2 %, as published", "[betweenness]") {
  const auto file = shared_data("networks/florentine/edges.csv");
  if (!file) {
    WARN("skipped: networks/florentine is absent");
    return;
  }
  std::ifstream rows(*file);
  std::map<std::string, std::uint32_t> numbers;
  const auto number = [&](const std::string& name) {
    return numbers.emplace(name, static_cast<std::uint32_t>(numbers.size())).first->second;
  };
  Edges marriages;
  for (std::string line, from, to; std::getline(rows, line);) {
    if (!line.ends_with("\"marriage\"")) continue;
    std::istringstream cells(line);
    std::getline(cells, from, ',');
    std::getline(cells, to, ',');
    const auto a = number(from), b = number(to);
    marriages.push_back({a, b});
  }
  REQUIRE(marriages.size() == 20);
  // The Pucci, whom no marriage ties, are left out, as in the literature: 15 families.
  const auto share = shares(CompactGraph::from_edges(static_cast<std::uint32_t>(numbers.size()), marriages));
  CHECK(share[numbers.at("\"Medici\"")] == Approx(0.521978).margin(1e-6));
  CHECK(share[numbers.at("\"Guadagni\"")] == Approx(0.254579).margin(1e-6));
  CHECK(share[numbers.at("\"Strozzi\"")] == Approx(0.102564).margin(1e-6));
}
