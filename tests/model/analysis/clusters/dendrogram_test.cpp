#include "model/analysis/clusters/dendrogram.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "model/analysis/clusters/linkage.hpp"
#include "model/analysis/clusters/silhouette.hpp"
#include "model/analysis/partition_quality.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/profiles.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// Five leaves: 0 and 3 at height 1, 1 and 2 at 2, 4 with the first pair at 3, all at 5.
Dendrogram five_leaves() { return make_dendrogram(5, {{0, 4, 3, 0}, {2, 4, 5, 0}, {3, 0, 1, 0}, {2, 1, 2, 0}}); }

}  // namespace

TEST_CASE("Merges named by leaves are sorted, and branches numbered") {
  const auto tree = five_leaves();
  CHECK(tree.merges == std::vector<Merge>{{0, 3, 1, 2}, {1, 2, 2, 2}, {5, 4, 3, 3}, {7, 6, 5, 5}});
  CHECK(tree.order == std::vector<std::uint32_t>{0, 3, 4, 1, 2});
}

TEST_CASE("A tree is cut at a height or into a number of clusters") {
  const auto tree = five_leaves();
  CHECK(cut_at_height(tree, 0.5) == Partition{{0, 1, 2, 3, 4}, 5});
  CHECK(cut_at_height(tree, 1) == Partition{{0, 1, 2, 0, 3}, 4});
  CHECK(cut_at_height(tree, 4) == Partition{{0, 1, 1, 0, 0}, 2});
  CHECK(cut_at_height(tree, 5) == Partition{{0, 0, 0, 0, 0}, 1});
  CHECK(cut_into(tree, 5) == cut_at_height(tree, 0));
  CHECK(cut_into(tree, 3) == Partition{{0, 1, 1, 0, 2}, 3});
  CHECK(cut_into(tree, 1).cluster_count == 1);
  CHECK_THROWS_WITH(cut_into(tree, 6), "5 elements cannot be cut into 6 clusters: give a number from 1 to 5");
  CHECK_THROWS_AS(cut_into(tree, 0), std::invalid_argument);
}

TEST_CASE("Every branch is an unbroken piece of the order of leaves") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto map = random_profiles({.count = 40, .seed = seed});
    const auto tree = average_linkage(Similarity(map));
    REQUIRE(std::set<std::uint32_t>(tree.order.begin(), tree.order.end()).size() == 40);
    for (std::uint32_t count = 1; count <= 40; ++count) {
      const auto partition = cut_into(tree, count);
      REQUIRE(partition.cluster_count == count);
      std::uint32_t pieces = 1;
      for (std::size_t i = 1; i < 40; ++i) {
        pieces += partition.cluster_of[tree.order[i]] != partition.cluster_of[tree.order[i - 1]];
      }
      REQUIRE(pieces == count);
    }
    REQUIRE(std::ranges::is_sorted(tree.merges, {}, &Merge::height));
  }
}

TEST_CASE("The best silhouette is that of comparing all cuts") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const auto map = random_profiles({.count = static_cast<std::uint32_t>(3 + seed), .groups = 3, .seed = seed});
    const Similarity similarity(map);
    const auto tree = average_linkage(similarity);
    const auto best =
        cut_at_best_silhouette(tree, similarity, {.most_clusters = 9, .threads = static_cast<unsigned>(1 + seed % 3)});
    const auto value = [&](const Partition& partition) {
      return find_silhouettes(similarity, partition).whole.value();
    };
    const auto expected = cut_at_best(tree, value, {.most_clusters = 9});
    REQUIRE(best.value == Approx(expected.value).margin(1e-12));
    REQUIRE(best.partition == expected.partition);
    REQUIRE(best.height == expected.height);
    REQUIRE(cut_at_height(tree, best.height) == best.partition);
    REQUIRE(best.partition.cluster_count <= 9);
  }
}

TEST_CASE("Groups far apart are found by the best silhouette") {
  const auto map = random_profiles({.count = 120, .groups = 4, .spread = 0.1, .seed = 2});
  const Similarity similarity(map);
  const auto best = cut_at_best_silhouette(average_linkage(similarity), similarity);
  CHECK(best.partition.cluster_count == 4);
  std::vector<std::uint32_t> truth;
  for (std::uint32_t i = 0; i < 120; ++i) truth.push_back(i % 4);
  CHECK(adjusted_rand_index(best.partition, number_by_size(truth)) > 0.9);
}

TEST_CASE("A tree can be cut where the modularity of a graph is largest") {
  // Two cliques of three; the tree joins within them first.
  Edges edges{{2, 3}};
  add_clique(edges, 0, 3);
  add_clique(edges, 3, 3);
  const auto graph = CompactGraph::from_edges(6, edges);
  const auto tree = make_dendrogram(6, {{0, 1, 1, 0}, {3, 4, 1, 0}, {1, 2, 2, 0}, {4, 5, 3, 0}, {2, 3, 9, 0}});
  const auto best = cut_at_best(tree, [&](const Partition& partition) { return modularity(graph, partition); });
  CHECK(best.partition == Partition{{0, 0, 0, 1, 1, 1}, 2});
  CHECK(best.value == Approx(6.0 / 7 - 0.5));
  CHECK(best.height == 6);
}

TEST_CASE("Fewer than three elements are one cluster") {
  for (const std::uint32_t count : {1U, 2U}) {
    const auto map = random_profiles({.count = count});
    const Similarity similarity(map);
    const auto best = cut_at_best_silhouette(average_linkage(similarity), similarity);
    CHECK(best.partition.cluster_count == 1);
    CHECK(best.value == 0);
    CHECK(cut_at_height(average_linkage(similarity), best.height) == best.partition);
  }
  const auto map = random_profiles({.count = 4});
  CHECK_THROWS_WITH(cut_at_best_silhouette(five_leaves(), Similarity(map)),
                    "a tree of 5 elements for 4 customers and partners: link all of them");
}
