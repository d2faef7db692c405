#include "model/analysis/partition_quality.hpp"

#include <catch2/catch.hpp>

#include "model/analysis/random.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/shared_data.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// Two triangles and one edge between them: 7 edges, strengths 7 and 7.
CompactGraph two_triangles() {
  return CompactGraph::from_edges(6, Edges{{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 3}});
}

const Partition halves{{0, 0, 0, 1, 1, 1}, 2};
const Partition together{{0, 0, 0, 0, 0, 0}, 1};
const Partition apart{{0, 1, 2, 3, 4, 5}, 6};

}  // namespace

TEST_CASE("Modularity of two triangles by hand") {
  const auto graph = two_triangles();
  CHECK(modularity(graph, halves) == Approx(6.0 / 7 - 2 * 0.25));
  CHECK(modularity(graph, halves, 2) == Approx(6.0 / 7 - 2 * 2 * 0.25));
  CHECK(modularity(graph, together) == Approx(0).margin(1e-15));
  CHECK(modularity(graph, apart) == Approx(-(4 * 4 + 2 * 9) / 196.0));
  CHECK(modularity(CompactGraph::from_edges(6, {}), halves) == 0);
}

TEST_CASE("A node's tie to itself counts as inside, and twice in its strength") {
  // m = 3; cluster {0}: inside 2, strength 5; cluster {1}: inside 0, strength 1.
  const auto graph = CompactGraph::from_edges(2, Edges{{0, 0, 2}, {0, 1}});
  CHECK(modularity(graph, {{0, 1}, 2}) == Approx(2.0 / 3 - 25.0 / 36 - 1.0 / 36));
  CHECK(cpm_value(graph, {{0, 1}, 2}, 0.5) == 2);
}

TEST_CASE("CPM value of two triangles by hand") {
  const auto graph = two_triangles();
  CHECK(cpm_value(graph, halves, 0.5) == Approx(6 - 0.5 * 6));
  CHECK(cpm_value(graph, together, 0.5) == Approx(7 - 0.5 * 15));
  CHECK(cpm_value(graph, apart, 0.5) == 0);
}

TEST_CASE("Shapes of clusters by hand") {
  auto shapes = cluster_shapes(two_triangles(), halves);
  REQUIRE(shapes.size() == 2);
  CHECK(shapes[0].members == 3);
  CHECK(shapes[0].weight_inside == 3);
  CHECK(shapes[0].weight_outward == 1);
  CHECK(shapes[0].density == 1.0);
  CHECK(shapes[0].conductance.value() == Approx(1.0 / 7));

  shapes = cluster_shapes(two_triangles(), {{0, 0, 0, 0, 0, 1}, 2});
  CHECK(shapes[0].density.value() == Approx(5.0 / 10));
  CHECK(shapes[0].conductance == 1.0);  // 2 outward, and strength 2 outside
  CHECK_FALSE(shapes[1].density);
  CHECK_FALSE(cluster_shapes(two_triangles(), together)[0].conductance);
}

TEST_CASE("Density counts pairs, conductance weighs ties") {
  const auto graph = CompactGraph::from_edges(4, Edges{{0, 1, 5}, {1, 2, 2}, {2, 3, 9}, {3, 3, 1}});
  const auto shapes = cluster_shapes(graph, {{0, 0, 1, 1}, 2});
  CHECK(shapes[0].density == 1.0);
  CHECK(shapes[0].conductance.value() == Approx(2.0 / 12));
  CHECK(shapes[1].weight_inside == 10);
  CHECK(shapes[1].conductance.value() == Approx(2.0 / 12));
}

TEST_CASE("Agreement of partitions by hand") {
  // Pairs together: 2 and 1, in both 1, of 6: (1 − 1/3) / (3/2 − 1/3) = 4/7. Entropies ln 2 and 1.5 ln 2, shared ln 2.
  const Partition a{{0, 0, 1, 1}, 2}, b{{0, 0, 1, 2}, 3};
  CHECK(adjusted_rand_index(a, b) == Approx(4.0 / 7));
  CHECK(normalised_mutual_information(a, b) == Approx(0.8));
  CHECK(adjusted_rand_index(b, a) == Approx(4.0 / 7));
  // No pair in both: (0 − 2·2/6) / (2 − 2·2/6) = −1/2, and nothing shared.
  const Partition crossed{{0, 1, 0, 1}, 2};
  CHECK(adjusted_rand_index(a, crossed) == Approx(-0.5));
  CHECK(normalised_mutual_information(a, crossed) == Approx(0).margin(1e-15));
}

TEST_CASE("The same clusters agree fully, whatever their numbers") {
  const Partition a{{0, 0, 1, 2, 2}, 3}, b{{2, 2, 0, 1, 1}, 3};
  CHECK(adjusted_rand_index(a, b) == Approx(1));
  CHECK(normalised_mutual_information(a, b) == Approx(1));
  CHECK(adjusted_rand_index(together, together) == 1);
  CHECK(adjusted_rand_index(apart, apart) == 1);
  CHECK(normalised_mutual_information(together, together) == 1);
  CHECK(normalised_mutual_information(together, apart) == Approx(0).margin(1e-15));
  CHECK(adjusted_rand_index(together, apart) == 0);
  CHECK(adjusted_rand_index({}, {}) == 1);
}

TEST_CASE("Random partitions agree by chance only: about 0 in the mean") {
  Random random(5);
  double sum = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::uint32_t> a, b;
    for (int i = 0; i < 60; ++i) {
      a.push_back(random.below(4));
      b.push_back(random.below(7));
    }
    sum += adjusted_rand_index(number_by_size(a), number_by_size(b));
  }
  CHECK(std::abs(sum / 400) < 0.005);
}

TEST_CASE("Partitions of different nodes are not compared") {
  CHECK_THROWS_WITH(adjusted_rand_index(halves, {{0}, 1}), Catch::StartsWith("partitions of 6 and of 1 nodes"));
  CHECK_THROWS_AS(normalised_mutual_information(halves, {{0}, 1}), std::invalid_argument);
}
