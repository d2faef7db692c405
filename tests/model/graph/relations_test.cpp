#include "model/graph/relations.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "model/graph/walks.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

struct Declared {
  const char* from;
  const char* to;
  double strength;
};

RelationGraph people(const std::vector<const char*>& customers, const std::vector<Declared>& relations) {
  MapContent content;
  content.title = "Test";
  for (const char* id : customers) {
    Customer customer;
    customer.id = id;
    customer.name = id;
    content.customers.push_back(customer);
  }
  for (const Declared& declared : relations) {
    Relation relation;
    relation.from = declared.from;
    relation.to = declared.to;
    relation.strength = declared.strength;
    content.relations.push_back(relation);
  }
  return relation_graph(test::make_map(std::move(content)));
}

TEST_CASE("parallel relations add up whichever way they point") {
  const RelationGraph graph = people({"a", "b", "c"}, {{"b", "a", 0.5}, {"a", "c", 1}, {"a", "b", 2}});
  REQUIRE(boost::num_edges(graph.edges) == 2);
  const auto [edge, found] = boost::edge(*graph.vertices.find("a"), *graph.vertices.find("b"), graph.edges);
  REQUIRE(found);
  CHECK(graph.edges[edge].strength == 2.5);
  CHECK(graph.edges[edge].rows == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("who holds two parts together is an articulation point") {
  // two triangles that share c, and a pendant g at f
  const RelationGraph graph = people({"a", "b", "c", "d", "e", "f", "g", "alone"}, {{"a", "b", 1},
                                                                                    {"b", "c", 1},
                                                                                    {"c", "a", 1},
                                                                                    {"c", "d", 1},
                                                                                    {"d", "e", 1},
                                                                                    {"e", "c", 1},
                                                                                    {"e", "f", 1},
                                                                                    {"f", "g", 1}});
  std::string points;
  for (RelationVertex vertex : articulation_points(graph)) points += graph.vertices.id(vertex);
  CHECK(points == "cef");
}

}  // namespace
}  // namespace outmap
