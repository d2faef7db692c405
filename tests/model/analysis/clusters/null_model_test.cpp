#include "model/analysis/clusters/null_model.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "model/analysis/partition_quality.hpp"
#include "tests/support/graphs.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

std::vector<double> sorted_weights(const CompactGraph& graph) {
  std::vector<double> weights;
  for (const auto& edge : graph.edges()) weights.push_back(edge.weight);
  std::sort(weights.begin(), weights.end());
  return weights;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const CompactGraph& graph) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& edge : graph.edges()) pairs.emplace_back(edge.from, edge.to);
  return pairs;
}

}  // namespace

TEST_CASE("Shuffled ties keep every degree, every weight and ties of a node to itself") {
  for (std::uint64_t number = 1; number <= 60; ++number) {
    auto edges = random_graph({.nodes = static_cast<std::uint32_t>(2 + number),
                               .chance = 0.05 + 0.1 * static_cast<double>(number % 6),
                               .weighted = number % 2 == 0,
                               .seed = number})
                     .edges();
    if (number % 3 == 0) edges.push_back({1, 1, 2.5});
    const auto graph = CompactGraph::from_edges(static_cast<std::uint32_t>(2 + number), edges);
    const auto shuffled = shuffle_ties(graph, number);
    INFO("graph " << number);
    REQUIRE(shuffled.edge_count() == graph.edge_count());
    REQUIRE(shuffled.has_unit_weights() == graph.has_unit_weights());
    REQUIRE(sorted_weights(shuffled) == sorted_weights(graph));
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      REQUIRE(shuffled.degree(node) == graph.degree(node));
      REQUIRE(shuffled.self_loop(node) == graph.self_loop(node));
    }
  }
}

TEST_CASE("All graphs with the degrees of a ring of six are reached about equally often") {
  // 60 rings of six nodes and 10 pairs of triangles have two ties at each node; swaps lead to all, each as likely.
  Edges ring;
  for (std::uint32_t node = 0; node < 6; ++node) ring.push_back({node, (node + 1) % 6});
  const auto graph = CompactGraph::from_edges(6, ring);
  std::map<std::vector<std::pair<std::uint32_t, std::uint32_t>>, int> seen;
  for (std::uint64_t seed = 1; seed <= 7'000; ++seed) ++seen[pairs_of(shuffle_ties(graph, seed))];
  CHECK(seen.size() == 70);
  double chi_squared = 0;
  for (const auto& [pairs, times] : seen) chi_squared += (times - 100) * (times - 100) / 100.0;
  // 69 degrees of freedom: one in a thousand is above 111.
  CHECK(chi_squared < 111);
}

TEST_CASE("The same seed shuffles alike, and no swaps change nothing") {
  const auto graph = random_graph({.nodes = 50, .chance = 0.1, .seed = 9});
  CHECK(pairs_of(shuffle_ties(graph, 4)) == pairs_of(shuffle_ties(graph, 4)));
  CHECK(pairs_of(shuffle_ties(graph, 4)) != pairs_of(shuffle_ties(graph, 5)));
  CHECK(pairs_of(shuffle_ties(graph, 4, 0)) == pairs_of(graph));
  CHECK(shuffle_ties({}, 1).node_count() == 0);
}

TEST_CASE("Planted groups are better than chance, random ties are not") {
  const auto planted = planted_groups(6, 30, 0.3, 0.02, 1);
  const auto firm = compare_with_chance(planted, find_communities(planted).partition);
  CHECK(firm.random.size() == 100);
  CHECK(firm.z.value() > 10);
  CHECK(firm.share_as_good == 0);
  CHECK(firm.better_than_chance);

  int mistaken = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto noise = random_graph({.nodes = 120, .chance = 0.05, .seed = seed});
    const auto report = compare_with_chance(noise, find_communities(noise).partition, {}, {.runs = 40});
    CHECK(report.quality > 0.3);  // as clusters go, that looks good
    CHECK(std::abs(report.z.value()) < 4);
    mistaken += report.better_than_chance;
  }
  CHECK(mistaken <= 2);
}

TEST_CASE("The z-score is made of what is reported") {
  const auto graph = planted_groups(3, 12, 0.5, 0.1, 2);
  const auto partition = find_communities(graph).partition;
  const auto report = compare_with_chance(graph, partition, {}, {.runs = 9});
  REQUIRE(report.random.size() == 9);
  CHECK(report.quality == Approx(modularity(graph, partition)));
  double mean = 0, squares = 0, as_good = 0;
  for (const double value : report.random) mean += value / 9;
  for (const double value : report.random) squares += (value - mean) * (value - mean);
  for (const double value : report.random) as_good += value >= report.quality;
  CHECK(report.random_mean == Approx(mean));
  CHECK(report.random_deviation == Approx(std::sqrt(squares / 8)));
  CHECK(report.z == Approx((report.quality - mean) / std::sqrt(squares / 8)));
  CHECK(report.share_as_good == Approx(as_good / 9));
}

TEST_CASE("Where degrees leave no other graph, clusters are no better than chance") {
  Edges edges;
  add_clique(edges, 0, 5);
  const auto clique = CompactGraph::from_edges(5, edges);
  const auto report = compare_with_chance(clique, find_communities(clique).partition, {}, {.runs = 5});
  CHECK_FALSE(report.z.has_value());
  CHECK(report.share_as_good == 1);
  CHECK_FALSE(report.better_than_chance);
  const auto empty = CompactGraph::from_edges(3, {});
  CHECK_FALSE(compare_with_chance(empty, find_communities(empty).partition).better_than_chance);
}

TEST_CASE("Comparison with chance is the same for any number of threads, for CPM too") {
  const auto graph = random_graph({.nodes = 90, .chance = 0.08, .weighted = true, .seed = 3});
  LeidenOptions leiden;
  leiden.objective = PartitionObjective::cpm;
  leiden.resolution = 0.2;
  const auto partition = find_communities(graph, leiden).partition;
  const auto one = compare_with_chance(graph, partition, leiden, {.runs = 12, .threads = 1});
  CHECK(one.quality == Approx(cpm_value(graph, partition, 0.2)));
  CHECK(compare_with_chance(graph, partition, leiden, {.runs = 12, .threads = 4}).random == one.random);
  CHECK(compare_with_chance(graph, partition, leiden, {.runs = 12, .seed = 2}).random != one.random);
}
