#include "model/analysis/clusters/network.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "model/analysis/clusters/tie_types.hpp"
#include "model/analysis/random.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/elements.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// a and b share a need and two words; a and c only two words; b and d are tied twice.
MapContent four() {
  MapContent content;
  content.title = "Four";
  for (const char* id : {"a", "b", "c", "d"}) content.customers.push_back(customer(id));
  Need need;
  need.id = need.name = "early";
  content.needs.push_back(need);
  content.customers[0].needs = content.customers[1].needs = {"early"};
  for (std::size_t i = 0; i < 3; ++i) {
    content.customers[i].attributes = {{Symbol("region"), Symbol("north")}, {Symbol("plan"), Symbol("small")}};
  }
  content.relations = {relation("b", "d", 1, "buys"), relation("d", "b", 3, "helps"), relation("c", "c", 9, "odd")};
  return content;
}

}  // namespace

TEST_CASE("ties weigh strength over the largest and half the likeness", "[clusters][network]") {
  const Map map = make_map(four());
  const ClusterNetwork network(map);
  REQUIRE(network.size() == 4);
  CHECK(network.id(2) == "c");
  CHECK(network.find("d") == 3U);
  CHECK_FALSE(network.find("x"));
  // Likeness: a–b 3/4 by three equal traits; a–c and b–c compare needs too, since c's empty set stands beside theirs.
  REQUIRE(network.ties().size() == 2);
  CHECK(network.ties()[0] == WeightedTie{0, 1, 0, 0.75, 0.375});
  CHECK(network.ties()[1] == WeightedTie{1, 3, 4, 0, 1});
  CHECK(declared_weight(network.ties()[0]) == 0);
  CHECK(declared_weight(network.ties()[1]) == 1);
  CHECK(network.graph().total_weight() == Approx(1.375));
  CHECK(network.is_exact());
}

TEST_CASE("the types of ties share the weight inside a cluster by strength", "[clusters][tie_types]") {
  const Map map = make_map(four());
  const ClusterNetwork network(map, {.neighbours = {.above = 0.4}});
  const Partition together{{0, 0, 1, 0}, 2};
  const auto types = find_tie_types(map, network, together, 2);
  REQUIRE(types[0].size() == 3);
  CHECK(types[0][0].type == "helps");
  CHECK(types[0][0].share == Approx(0.75 / 1.375));
  CHECK(types[0][1].type == "similar-need");
  CHECK(types[0][1].derived);
  CHECK(types[0][1].share == Approx(0.375 / 1.375));
  CHECK(types[0][2].type == "buys");
  CHECK(types[0][2].share == Approx(0.25 / 1.375));
  CHECK(types[1].empty());
  CHECK(find_tie_types(map, network, together, 2, 1)[0].size() == 1);
}

TEST_CASE("a declared type keeps apart from the derived one of the same name", "[clusters][tie_types]") {
  MapContent content = four();
  content.relations = {relation("a", "b", 2, "similar-need")};
  const Map map = make_map(content);
  const auto types = find_tie_types(map, ClusterNetwork(map), {{0, 0, 1, 1}, 2}, 2)[0];
  REQUIRE(types.size() == 2);
  CHECK(types[0].type == types[1].type);
  CHECK_FALSE(types[0].derived);
  CHECK(types[1].derived);
  CHECK(types[0].share + types[1].share == Approx(1));
}

TEST_CASE("ties between clusters are added up", "[clusters][tie_types]") {
  const Map map = make_map(four());
  const ClusterNetwork network(map);
  CHECK(link_clusters(network, {{0, 0, 0, 1}, 2}, 2) == std::vector<ClusterLink>{{0, 1, 1, 1.0}});
  CHECK(link_clusters(network, {{0, 0, 0, 1}, 2}, 1).empty());
}

TEST_CASE("a structural rank does not depend on how nodes are numbered", "[clusters][network]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto graph = random_graph({.nodes = 14, .chance = 0.4, .weighted = true, .seed = seed});
    std::vector<std::uint32_t> new_number(graph.node_count());
    std::iota(new_number.begin(), new_number.end(), 0U);
    Random random(seed);
    random.shuffle(std::span(new_number));
    const auto rank = structural_rank(graph);
    const auto renumbered = structural_rank(graph.renumbered(new_number));
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      if (graph.degree(node) > 0) CHECK(renumbered[new_number[node]] == rank[node]);  // isolated ones are all alike
    }
    auto sorted = rank;
    std::ranges::sort(sorted);
    for (std::uint32_t place = 0; place < sorted.size(); ++place) CHECK(sorted[place] == place);
  }
}
