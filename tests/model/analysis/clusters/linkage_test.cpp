#include "model/analysis/clusters/linkage.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "model/analysis/random.hpp"
#include "tests/support/profiles.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

PairDistances random_distances(std::uint32_t n, std::uint64_t seed) {
  Random random(seed);
  PairDistances distances(n);
  for (std::uint32_t a = 0; a < n; ++a) {
    for (std::uint32_t b = 0; b < a; ++b) distances.at(a, b) = random.unit();
  }
  return distances;
}

/// Looks for the smallest mean distance of two clusters each time, over all pairs of their members.
std::vector<Merge> slow_merges(const PairDistances& distances) {
  std::vector<std::vector<std::uint32_t>> clusters;
  for (std::uint32_t i = 0; i < distances.size(); ++i) clusters.push_back({i});
  std::vector<Merge> merges;
  while (clusters.size() > 1) {
    std::size_t first = 0, second = 1;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t a = 0; a < clusters.size(); ++a) {
      for (std::size_t b = a + 1; b < clusters.size(); ++b) {
        double sum = 0;
        for (const auto x : clusters[a]) {
          for (const auto y : clusters[b]) sum += distances.at(x, y);
        }
        const double mean = sum / static_cast<double>(clusters[a].size() * clusters[b].size());
        if (mean >= least) continue;
        least = mean;
        first = a;
        second = b;
      }
    }
    merges.push_back({clusters[first][0], clusters[second][0], least, 0});
    clusters[first].insert(clusters[first].end(), clusters[second].begin(), clusters[second].end());
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(second));
  }
  return merges;
}

}  // namespace

TEST_CASE("Average linkage of five by hand") {
  // a b c d e: ab join at 17, e joins them at (23 + 21) / 2, cd join at 28, all at the mean of six distances.
  PairDistances distances(5);
  const double table[5][5] = {{}, {17}, {21, 30}, {31, 34, 28}, {23, 21, 39, 43}};
  for (std::uint32_t a = 0; a < 5; ++a) {
    for (std::uint32_t b = 0; b < a; ++b) distances.at(a, b) = table[a][b];
  }
  const auto tree = average_linkage(distances);
  REQUIRE(tree.leaves == 5);
  REQUIRE(tree.merges.size() == 4);
  CHECK(tree.merges[0] == Merge{0, 1, 17, 2});
  CHECK(tree.merges[1] == Merge{5, 4, 22, 3});
  CHECK(tree.merges[2] == Merge{2, 3, 28, 2});
  CHECK(tree.merges[3].first == 6);
  CHECK(tree.merges[3].second == 7);
  CHECK(tree.merges[3].height == Approx((21 + 31 + 30 + 34 + 39 + 43) / 6.0));
  CHECK(tree.order == std::vector<std::uint32_t>{0, 1, 4, 2, 3});
}

TEST_CASE("Chains of nearest neighbours make the tree of always taking the smallest distance") {
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const auto distances = random_distances(static_cast<std::uint32_t>(2 + seed % 40), seed);
    const auto tree = average_linkage(distances);
    const auto expected = make_dendrogram(distances.size(), slow_merges(distances));
    INFO("seed " << seed);
    REQUIRE(tree.merges.size() == expected.merges.size());
    for (std::size_t i = 0; i < tree.merges.size(); ++i) {
      REQUIRE(tree.merges[i].first == expected.merges[i].first);
      REQUIRE(tree.merges[i].second == expected.merges[i].second);
      REQUIRE(tree.merges[i].members == expected.merges[i].members);
      REQUIRE(tree.merges[i].height == Approx(expected.merges[i].height).epsilon(1e-12));
    }
    REQUIRE(tree.order == expected.order);
  }
}

TEST_CASE("Equal distances end too, and join at their height") {
  for (const std::uint32_t n : {2U, 3U, 17U}) {
    PairDistances distances(n);
    for (std::uint32_t a = 0; a < n; ++a) {
      for (std::uint32_t b = 0; b < a; ++b) distances.at(a, b) = 0.5;
    }
    const auto tree = average_linkage(distances);
    REQUIRE(tree.merges.size() == n - 1);
    for (const auto& merge : tree.merges) CHECK(merge.height == 0.5);
  }
}

TEST_CASE("One element or none is a tree without merges") {
  CHECK(average_linkage(PairDistances(0)) == Dendrogram{});
  const auto one = average_linkage(PairDistances(1));
  CHECK(one.merges.empty());
  CHECK(one.order == std::vector<std::uint32_t>{0});
}

TEST_CASE("Linkage of customers takes one minus their similarity, with any number of threads") {
  const auto map = random_profiles({.count = 25, .seed = 3});
  const Similarity similarity(map);
  PairDistances distances(25);
  for (std::uint32_t a = 0; a < 25; ++a) {
    for (std::uint32_t b = 0; b < a; ++b) distances.at(a, b) = 1 - similarity.between(a, b);
  }
  const auto expected = average_linkage(distances);
  CHECK(average_linkage(similarity) == expected);
  CHECK(average_linkage(similarity, {.threads = 1}) == expected);
  CHECK(average_linkage(similarity, {.threads = 5}) == expected);
}

TEST_CASE("Too many for linkage are refused with what would do") {
  const auto map = random_profiles({.count = 25, .seed = 3});
  CHECK_THROWS_WITH(
      average_linkage(Similarity(map), {.most_elements = 24}),
      "25 customers and partners are too many for average linkage, which keeps the distances of all pairs "
      "(0.0 GB) and takes up to 24: use leiden");
}
