#include "render/diagrams/relations_groups.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "render/diagrams/relations_network.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;

namespace {

Customer customer(const std::string& id, const std::string& region = {}, const std::string& colour = {}) {
  Customer made;
  made.id = made.name = id;
  if (!region.empty()) made.attributes.push_back({Symbol("region"), Symbol(region)});
  if (!colour.empty()) made.attributes.push_back({Symbol("colour"), Symbol(colour)});
  return made;
}

Relation relation(const std::string& from, const std::string& to, double strength = 1, bool directed = false) {
  Relation made;
  made.from = from;
  made.to = to;
  made.type = "common-goal";
  made.strength = strength;
  made.directed = directed;
  return made;
}

/// Two rings of four, north and south, joined by one tie; `colour` cuts across both.
MapContent two_rings() {
  MapContent content;
  content.title = "Rings";
  const char* ids[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  for (int at = 0; at < 8; ++at)
    content.customers.push_back(customer(ids[at], at < 4 ? "north" : "south", at % 2 ? "green" : "white"));
  for (int ring = 0; ring < 2; ++ring)
    for (int at = 0; at < 4; ++at)
      content.relations.push_back(relation(ids[ring * 4 + at], ids[ring * 4 + (at + 1) % 4]));
  content.relations.push_back(relation("d", "e", 0.5));
  return content;
}

struct NetworkOf {
  explicit NetworkOf(const MapContent& content) : map(test::make_map(content)), network(read_network(map)) {}
  Map map;
  RelationNetwork network;
};

}  // namespace

TEST_CASE("the attribute that agrees with the ties makes the groups") {
  const Grouping grouping = group_elements(test::make_map(two_rings()));
  CHECK(grouping.basis == "grouped by region");
  REQUIRE(grouping.groups.size() == 2);
  CHECK(grouping.groups[0].name == "North");
  CHECK(grouping.groups[0].members == Ids{"a", "b", "c", "d"});
  CHECK(grouping.groups[1].members == Ids{"e", "f", "g", "h"});
}

TEST_CASE("an attribute that cuts across the ties makes no groups") {
  MapContent content = two_rings();
  for (Customer& made : content.customers) made.attributes.erase(made.attributes.begin());
  CHECK(group_elements(test::make_map(content)).groups.empty());
}

TEST_CASE("elements without the attribute stand with their strongest tie, and the basis says so") {
  MapContent content = two_rings();
  content.customers.push_back(customer("z"));
  content.relations.push_back(relation("z", "h", 2));
  content.relations.push_back(relation("z", "a", 1));
  const Grouping grouping = group_elements(test::make_map(content));
  CHECK(grouping.basis == "grouped by region, those without it by their strongest ties");
  REQUIRE(grouping.groups.size() == 2);
  CHECK(grouping.groups[1].members == Ids{"e", "f", "g", "h", "z"});
}

TEST_CASE("clusters that the map names come first; the others join by their ties") {
  MapContent content = two_rings();
  PinnedCluster upper;
  upper.name = "Upper town";
  upper.contains = {"a", "b"};
  PinnedCluster lower;
  lower.name = "Lower town";
  lower.contains = {"f"};
  content.clusters = {upper, lower};
  const Grouping grouping = group_elements(test::make_map(content));
  CHECK(grouping.basis == "groups named in the map, all others by their strongest ties");
  REQUIRE(grouping.groups.size() == 2);
  CHECK(grouping.groups[0].id == "upper-town");
  CHECK(grouping.groups[0].members == Ids{"a", "b", "c", "d"});
  CHECK(grouping.groups[1].members == Ids{"e", "f", "g", "h"});
}

TEST_CASE("parts without a tie to one another are groups where nothing else tells") {
  MapContent content;
  content.title = "Parts";
  for (const char* id : {"a", "b", "c", "x", "y", "z", "lonely"}) content.customers.push_back(customer(id));
  for (const auto& [from, to] : {std::pair{"a", "b"}, {"b", "c"}, {"x", "y"}, {"y", "z"}})
    content.relations.push_back(relation(from, to));
  const Grouping grouping = group_elements(test::make_map(content));
  REQUIRE(grouping.groups.size() == 2);
  CHECK(grouping.groups[0].name == "Around b");
  CHECK(grouping.groups[1].name == "Around y");
}

TEST_CASE("without ties the attribute that tells most about the others makes the groups") {
  MapContent content;
  content.title = "Table";
  for (int at = 0; at < 12; ++at) {
    Customer made = customer("c" + std::to_string(at), at < 6 ? "north" : "south");
    made.attributes.push_back({Symbol("plan"), Symbol(at < 6 ? "basic" : "large")});
    made.attributes.push_back({Symbol("noise"), Symbol(at % 2 ? "heads" : "tails")});
    content.customers.push_back(made);
  }
  const Grouping grouping = group_elements(test::make_map(content));
  CHECK(grouping.basis == "grouped by plan, the attribute that tells most about the others");
  REQUIRE(grouping.groups.size() == 2);
  CHECK(grouping.groups[0].name == "Basic");
  CHECK(grouping.groups[0].traits == std::vector<std::string>{"region: north"});
}

TEST_CASE("parallel relations add up, whatever their order") {
  MapContent content;
  content.title = "Parallel";
  content.customers = {customer("a"), customer("b")};
  content.relations = {relation("b", "a", 0.1, true), relation("a", "b", 0.2, true), relation("a", "b", 0.3, true)};
  content.relations[0].type = "complementary";
  const NetworkOf made(content);
  REQUIRE(made.network.ties.size() == 1);
  CHECK(made.network.ties[0].count == 3);
  CHECK(made.network.ties[0].strength == Approx(0.6));
  CHECK(made.network.ties[0].arrow_a);
  CHECK(made.network.ties[0].arrow_b);
  REQUIRE(made.network.ties[0].types.size() == 2);
  CHECK(made.network.ties[0].types[0].type == "common-goal");
  std::reverse(content.relations.begin(), content.relations.end());
  const NetworkOf turned(content);
  CHECK(turned.network.ties[0].strength == made.network.ties[0].strength);
}

TEST_CASE("a relation without direction takes the arrows off") {
  MapContent content;
  content.title = "Arrows";
  content.customers = {customer("a"), customer("b")};
  content.relations = {relation("a", "b", 1, true), relation("a", "b", 1, false)};
  const NetworkOf made(content);
  CHECK_FALSE(made.network.ties[0].arrow_b);
}

TEST_CASE("losing the middle of a chain cuts off its shorter end") {
  MapContent content;
  content.title = "Chain";
  for (const char* id : {"a", "b", "c", "d", "e"}) content.customers.push_back(customer(id));
  for (const auto& [from, to] : {std::pair{"a", "b"}, {"b", "c"}, {"c", "d"}, {"d", "e"}})
    content.relations.push_back(relation(from, to));
  const NetworkOf made(content);
  const std::vector<LossOfNode> losses = find_losses(made.network);
  REQUIRE(losses.size() == 3);
  CHECK(made.network.nodes[losses[0].node].element->id == "c");
  CHECK(losses[0].parts == 2);
  CHECK(losses[0].cut_off == std::vector<std::size_t>{3, 4});
  CHECK(losses[1].cut_off == std::vector<std::size_t>{0});
}
