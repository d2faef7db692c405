#include "model/analysis/clusters/roles.hpp"

#include <catch2/catch.hpp>

#include "model/analysis/clusters/bridges.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/elements.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

TEST_CASE("participation is what is missing to one from the sum of squared shares", "[clusters][roles]") {
  const std::vector<WeightedEdge> edges{{0, 1, 2}, {0, 2, 1}, {0, 3, 1}, {2, 3, 5}};
  const auto graph = CompactGraph::from_edges(5, edges);
  const auto roles = find_roles(graph, {{0, 0, 1, 2, 3}, 4});
  CHECK(roles[0].strength == 4);
  CHECK(roles[0].inside == 2);
  CHECK(roles[0].participation == Approx(1 - 0.25 - 0.0625 - 0.0625));
  CHECK(roles[0].leads == std::vector<std::uint32_t>{1, 2});
  CHECK(roles[1].participation == 0);
  CHECK(roles[1].leads.empty());
  CHECK(roles[2].inside == 0);
  CHECK(roles[2].leads == std::vector<std::uint32_t>{2, 0});  // strongest first
  CHECK(roles[4].strength == 0);
  CHECK(roles[4].participation == 0);
}

TEST_CASE("participation lies between 0 and 1 - 1/clusters", "[clusters][roles]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto graph = random_graph({.nodes = 12, .chance = 0.5, .weighted = true, .seed = seed});
    const Partition thirds{{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2}, 3};
    for (const NodeRole& role : find_roles(graph, thirds)) {
      CHECK(role.participation >= 0);
      CHECK(role.participation <= 1 - 1.0 / 3 + 1e-12);
      CHECK(role.inside <= role.strength + 1e-12);
    }
  }
}

TEST_CASE("members stand by their weight inside, then by all their weight", "[clusters][roles]") {
  const std::vector<WeightedEdge> edges{{0, 1, 1}, {1, 2, 1}, {0, 2, 1}, {2, 3, 1}, {1, 4, 2}};
  const auto roles = find_roles(CompactGraph::from_edges(5, edges), {{0, 0, 0, 1, 1}, 2});
  CHECK(order_by_strength(roles, {0, 1, 2}) == std::vector<std::uint32_t>{1, 2, 0});
}

TEST_CASE("to be like somebody elsewhere is no bridge where relations are declared", "[clusters][bridges]") {
  MapContent content;
  content.title = "Two sides";
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) content.customers.push_back(customer(id));
  content.relations = {relation("a", "b"), relation("b", "c"), relation("a", "c"),     relation("d", "e"),
                       relation("e", "f"), relation("d", "f"), relation("c", "d", 0.8)};
  for (Customer& someone : content.customers) {
    if (someone.id != "a" && someone.id != "b" && someone.id != "f") continue;
    someone.attributes = {{Symbol("plan"), Symbol("x")}, {Symbol("region"), Symbol("y")}};
  }
  const Map map = make_map(content);
  const Partition sides{{0, 0, 0, 1, 1, 1}, 2};
  const auto bridges_in = [&](TieSource from) {
    const ClusterNetwork network(map, {.from = from});
    return find_bridges(network, sides, 2, find_roles(network.graph(), sides), find_betweenness(network.graph()),
                        {.least_participation = 0.1});
  };
  const auto both = bridges_in(TieSource::both);
  REQUIRE(both[0].size() == 1);
  CHECK(both[0][0].id == "c");
  CHECK(both[0][0].contacts == Ids{"d"});
  CHECK(both[0][0].weight == Approx(0.8));
  CHECK(both[0][0].leads == std::vector<std::size_t>{1});
  CHECK_FALSE(both[0][0].by_likeness);
  const auto alike = bridges_in(TieSource::attributes);
  REQUIRE(alike[0].size() == 2);
  CHECK(alike[0][0].id == "a");
  CHECK(alike[0][0].contacts == Ids{"f"});
  CHECK(alike[0][0].by_likeness);
}
