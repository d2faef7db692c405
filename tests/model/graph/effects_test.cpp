#include "model/graph/effects.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/elements.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

using test::named;

Influence claim(const char* from, const char* to, double weight) {
  Influence influence;
  influence.from = from;
  influence.to = to;
  influence.weight = weight;
  return influence;
}

/// "from>to role weight", one line an edge.
std::vector<std::string> lines(const EffectGraph& graph) {
  std::vector<std::string> found;
  for (auto [edge, end] = boost::edges(graph.edges); edge != end; ++edge) {
    const Effect& effect = graph.edges[*edge];
    std::string line = graph.vertices.id(boost::source(*edge, graph.edges)) + ">" +
                       graph.vertices.id(boost::target(*edge, graph.edges)) + " " + std::string(to_text(effect.role));
    if (effect.weight) line += " " + std::to_string(*effect.weight).substr(0, 5);
    found.push_back(line);
  }
  return found;
}

MapContent scheme() {
  MapContent content;
  content.title = "Test";
  content.customers = {named<Customer>("parents")};
  content.partners = {named<Partner>("midwives")};
  content.factors = {named<Factor>("staffing")};
  Touchpoint web = named<Touchpoint>("web");
  web.owner = "midwives";
  content.touchpoints = {web};
  Outcome fast = named<Outcome>("fast");
  fast.importance = 8;
  fast.current = 4;
  fast.target = 8;
  Outcome wait = named<Outcome>("wait");
  wait.importance = 8;
  wait.current = 60;
  wait.target = 15;
  wait.direction = Direction::less;
  wait.scale = Scale{0, 90};
  content.outcomes = {fast, wait};
  Process triage = named<Process>("triage");
  triage.serves = {"fast"};
  triage.touchpoints = {"web"};
  content.processes = {triage};
  Offering basic = named<Offering>("basic");
  basic.levels = {{"fast", 6}};
  content.offerings = {basic};
  Initiative online = named<Initiative>("online");
  online.closes = {{"fast", 0.5}, {"wait", 0.5}};
  online.improves = {"web"};
  content.initiatives = {online};
  Journey journey = named<Journey>("year");
  Stage book = named<Stage>("book");
  book.touchpoints = {"web"};
  book.outcomes = {"fast"};
  journey.stages = {book};
  journey.customers = {"parents"};
  content.journeys = {journey};
  content.influences = {claim("staffing", "fast", 0.7), claim("fast", "fast", -0.2)};
  Relation relation;
  relation.from = "parents";
  relation.to = "midwives";
  content.relations = {relation};
  return content;
}

TEST_CASE("the effect graph holds every effect of the map with its weight") {
  const EffectGraph graph = effect_graph(test::make_map(scheme()));
  CHECK(lines(graph) == std::vector<std::string>{
                            "staffing>fast influence 0.700", "fast>fast influence -0.20",
                            "online>fast closes 0.200",  // half of a gap of 4 on a scale of 10
                            "online>wait closes -0.25",  // half of a gap of 45 on a scale of 90, downwards
                            "triage>fast serves", "triage>web improves", "online>web improves", "basic>fast levels"});
}

TEST_CASE("relations and people without influences are no part of the effect graph") {
  const EffectGraph graph = effect_graph(test::make_map(scheme()));
  CHECK_FALSE(graph.vertices.find("parents"));
  CHECK(graph.vertices.find("midwives"));
  CHECK(graph.vertices.find("book"));
}

TEST_CASE("an influence beats what an initiative says it closes") {
  MapContent content = scheme();
  content.influences = {claim("online", "fast", 0.4)};
  const auto found = lines(effect_graph(test::make_map(content)));
  CHECK(found.front() == "online>fast influence 0.400");
  CHECK(std::count(found.begin(), found.end(), "online>fast closes 0.200") == 0);
}

TEST_CASE("delivery runs from partner through touchpoint and stage to outcome, and only where asked for") {
  EffectOptions options;
  options.delivery = true;
  const auto found = lines(effect_graph(test::make_map(scheme()), options));
  REQUIRE(found.size() == 11);
  CHECK(std::vector<std::string>(found.begin() + 8, found.end()) ==
        std::vector<std::string>{"midwives>web delivers", "web>book delivers", "book>fast delivers"});
}

TEST_CASE("vertices stand in the order of their ids and are found by id") {
  const EffectGraph graph = effect_graph(test::make_map(scheme()));
  for (std::size_t v = 0; v + 1 < graph.vertices.size(); ++v) CHECK(graph.vertices.id(v) < graph.vertices.id(v + 1));
  for (std::size_t v = 0; v < graph.vertices.size(); ++v) CHECK(graph.vertices.find(graph.vertices.id(v)) == v);
  CHECK_FALSE(graph.vertices.find("nobody"));
}

}  // namespace
}  // namespace outmap
