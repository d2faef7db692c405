#include "model/analysis/tie_weights.hpp"

#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

TEST_CASE("a weight is the share of the largest strength and half the similarity", "[ties]") {
  const std::vector<DeclaredTie> declared = {{0, 1, 4}, {2, 1, 1}};
  const std::vector<SimilarPair> similar = {{0, 1, 0.6}, {0, 2, 0.8}};
  const auto ties = weigh_ties(declared, similar);
  REQUIRE(ties.size() == 3);
  CHECK(ties[0] == WeightedTie{0, 1, 4, 0.6, 1 + 0.3});
  CHECK(ties[1] == WeightedTie{0, 2, 0, 0.8, 0.4});
  CHECK(ties[2] == WeightedTie{1, 2, 1, 0, 0.25});
}

TEST_CASE("parallel ties add up in both directions before the largest is found", "[ties]") {
  const std::vector<DeclaredTie> declared = {{0, 1, 2}, {1, 0, 3}, {1, 2, 4}, {3, 3, 100}};
  const auto ties = weigh_ties(declared, {});
  REQUIRE(ties.size() == 2);
  CHECK(ties[0] == WeightedTie{0, 1, 5, 0, 1});
  CHECK(ties[1] == WeightedTie{1, 2, 4, 0, 0.8});
}

TEST_CASE("without declared ties likeness alone counts", "[ties]") {
  const std::vector<SimilarPair> similar = {{0, 1, 0.9}};
  CHECK(weigh_ties({}, similar)[0].weight == 0.45);
  CHECK(weigh_ties({}, similar, {0})[0].weight == 0);
  CHECK(weigh_ties({}, {}).empty());
}

TEST_CASE("the relations of a map become ties between numbered elements", "[ties]") {
  MapContent content;
  content.customers = {customer("b"), customer("a")};
  Relation relation;
  relation.from = "b";
  relation.to = "a";
  relation.strength = 7;
  content.relations = {relation};
  const Map map = make_map(content);
  const auto ties = declared_ties(map, Similarity(map));
  REQUIRE(ties.size() == 1);
  CHECK(ties[0].a == 1);
  CHECK(ties[0].b == 0);
  CHECK(ties[0].strength == 7);
}
