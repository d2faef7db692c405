#include "render/diagrams/outcomes.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "render/diagrams/outcomes_diagram.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

OutcomesDiagram outcomes_of(const MapContent& content, const DiagramOptions& options = {}) {
  const Map map = test::make_map(content);
  return build_outcomes(map, find_gaps(map), options);
}

const OutcomeNode* node(const OutcomesDiagram& diagram, const std::string& id) {
  const auto found =
      std::find_if(diagram.nodes.begin(), diagram.nodes.end(), [&](const OutcomeNode& n) { return n.id == id; });
  return found == diagram.nodes.end() ? nullptr : &*found;
}

const OutcomeEdge* edge(const OutcomesDiagram& diagram, const std::string& from, const std::string& to) {
  for (const OutcomeEdge& link : diagram.edges)
    if (diagram.nodes[link.from].id == from && diagram.nodes[link.to].id == to) return &link;
  return nullptr;
}

std::vector<std::string> column_names(const OutcomesDiagram& diagram) {
  std::vector<std::string> names;
  for (const OutcomeColumn& column : diagram.columns) names.push_back(column.name);
  return names;
}

TEST_CASE("the finding tells what share of the influence runs through one partner") {
  // 0.448, and 0.0307 by the word of mouth of the second desk, of 0.448 + 0.16 + 0.0307 is 75.0 %
  const OutcomesDiagram diagram = outcomes_of(test::causes_of_a_story());
  CHECK(text_of(diagram.finding) ==
        "75\u00a0% of the influence on the widest gap, ‘story’, runs through one partner: Midwives");
  CHECK(node(diagram, "midwives")->call_out == "75\u00a0% runs through here");
  CHECK(edge(diagram, "teams", "midwives")->strong);
  CHECK_FALSE(edge(diagram, "teams", "notes")->strong);
}

TEST_CASE("where nothing carries half, the strongest way is told") {
  MapContent content = test::causes_of_a_story();
  content.influences = {test::influence("teams", "midwives", 0.5), test::influence("midwives", "story", 0.5),
                        test::influence("desk", "notes", 0.4),     test::influence("notes", "story", 0.5),
                        test::influence("desk", "workload", 0.4),  test::influence("workload", "story", -0.5)};
  CHECK(text_of(outcomes_of(content).finding) ==
        "The strongest way to the widest gap, ‘story’, is Named teams → Midwives: by its weights it would close "
        "50\u00a0% of "
        "it");  // 0.5·0.5 of the scale, of a gap of half the scale
  content.influences[1].weight = -0.5;
  CHECK(text_of(outcomes_of(content).finding) ==
        "The strongest way to the widest gap, ‘story’, is Named teams → Midwives, and it widens the gap");
}

/// An initiative that closes part of a gap in minutes, of which fewer are better.
MapContent shorter_queue() {
  MapContent content = test::causes_of_a_story();
  content.influences = {test::influence("desk", "story", -0.1), test::influence("notes", "soon", 0.3)};
  content.outcomes.resize(2);
  Outcome& queue = content.outcomes[0];
  queue.direction = Direction::less;
  queue.scale = Scale{0, 20};
  queue.unit = "min";
  queue.current = 11;
  queue.target = 3;
  content.initiatives[0].closes = {{"story", 0.6}};
  return content;
}

TEST_CASE("where less is better, what lowers helps") {
  const OutcomesDiagram diagram = outcomes_of(shorter_queue());
  CHECK(text_of(diagram.finding) ==
        "The strongest way to the widest gap, ‘story’, is Named teams: it closes 60\u00a0% of it");
  const OutcomeEdge* closing = edge(diagram, "teams", "story");
  REQUIRE(closing);
  CHECK(closing->lowers());
  CHECK(closing->helps);
  CHECK(edge(diagram, "desk", "story")->helps);
  CHECK(edge(diagram, "notes", "soon")->helps);
  CHECK_FALSE(edge(outcomes_of(test::causes_of_a_story()), "workload", "phone")->helps);
}

TEST_CASE("what an initiative closes is left out only where a way there tells as much") {
  MapContent content = shorter_queue();  // it closes 0.6 of 8 minutes on a scale of 20: a weight of 0.24
  content.influences = {test::influence("teams", "desk", 0.5), test::influence("desk", "story", -0.4)};
  CHECK(edge(outcomes_of(content), "teams", "story"));
  content.influences[1].weight = -0.5;
  CHECK_FALSE(edge(outcomes_of(content), "teams", "story"));
}

TEST_CASE("a gap is told in its unit, of percentages in points") {
  MapContent content = shorter_queue();
  CHECK(node(outcomes_of(content), "story")->gap->words == "8");
  CHECK(node(outcomes_of(content), "story")->gap->unit == "min");
  CHECK(node(outcomes_of(content), "story")->gap->caption == "gap");
  content.outcomes[0].unit = "%";
  CHECK(node(outcomes_of(content), "story")->gap->unit == "points");
  content.outcomes[0].unit = "minutes a week";
  CHECK(node(outcomes_of(content), "story")->gap->unit.empty());
}

TEST_CASE("where less is better, bars of outcomes run towards less") {
  const OutcomesDiagram diagram = outcomes_of(shorter_queue());
  CHECK(node(diagram, "story")->gap->now == Approx(1 - 11.0 / 20));
  CHECK(node(diagram, "story")->gap->target == Approx(1 - 3.0 / 20));
}

TEST_CASE("ways of more than eight links do not count") {
  MapContent content = test::causes_of_a_story();
  content.influences = {test::influence("teams", "f0", 1)};
  for (int i = 0; i < 9; ++i) {
    content.factors.push_back({});
    content.factors.back().id = content.factors.back().name = "f" + std::to_string(i);
    content.influences.push_back(
        test::influence("f" + std::to_string(i), i < 8 ? "f" + std::to_string(i + 1) : "story", 1));
  }
  CHECK(text_of(outcomes_of(content).finding) == "Every way to the widest gap, ‘story’, runs through one factor: f0");
}

TEST_CASE("a gap that nothing leads to is the finding") {
  MapContent content = test::causes_of_a_story();
  content.influences = {test::influence("desk", "soon", 0.5)};
  CHECK(text_of(outcomes_of(content).finding) == "Nothing on the map leads to the widest gap, ‘story’");
  content.influences.push_back(test::influence("workload", "story", 0.5));
  CHECK(text_of(outcomes_of(content).finding) == "No initiative leads to the widest gap, ‘story’");
}

TEST_CASE("ways without weights are not called strong") {
  MapContent content = test::causes_of_a_story();
  content.influences.clear();
  content.processes[0].serves = {"story"};
  content.processes[0].touchpoints = {"visit"};
  content.initiatives[0].improves = {"visit"};
  content.journeys.push_back({});
  content.journeys[0].id = content.journeys[0].name = "year";
  content.journeys[0].customers = {"parents"};
  content.journeys[0].stages.push_back({});
  Stage& stage = content.journeys[0].stages[0];
  stage.id = stage.name = "first";
  stage.touchpoints = {"visit"};
  stage.outcomes = {"story"};
  const OutcomesDiagram diagram = outcomes_of(content);
  CHECK(text_of(diagram.finding) == "Every way to the widest gap, ‘story’, runs through one touchpoint: Home visit");
  CHECK(edge(diagram, "visit", "story")->role == EffectRole::delivers);
  CHECK_FALSE(edge(diagram, "notes", "story"));  // the way through the visit spells it out
}

TEST_CASE("without gaps there is no gap to speak of") {
  MapContent content = test::causes_of_a_story();
  for (Outcome& outcome : content.outcomes) outcome.current = outcome.target;
  CHECK(text_of(outcomes_of(content).finding) == "Every outcome that has a target has reached it");
  for (Outcome& outcome : content.outcomes) outcome.target.reset();
  CHECK(text_of(outcomes_of(content).finding) ==
        "No outcome has both a level and a target yet: how wide the gaps are cannot be told");
}

TEST_CASE("loops are named by the map, told by kind and gain") {
  const OutcomesDiagram diagram = outcomes_of(test::causes_of_a_story());
  REQUIRE(diagram.loops.size() == 2);
  CHECK(diagram.loops[0].code == "R1");
  CHECK(diagram.loops[0].name == "Word of mouth");
  CHECK(diagram.loops[0].remark == "reinforcing: growth feeds itself (+13\u00a0% a round)");  // 0.8·0.8·0.5·0.4
  CHECK(diagram.loops[1].code == "B1");
  CHECK(diagram.loops[1].name == "recommend → Staff workload");
  CHECK(diagram.loops[1].remark == "balancing: success slows itself (−6\u00a0% a round)");  // 0.5·0.6·0.5·0.4
  for (const OutcomeLoop& loop : diagram.loops)
    for (std::size_t i = 0; i < loop.edges.size(); ++i)
      CHECK(diagram.edges[loop.edges[i]].to == diagram.edges[loop.edges[(i + 1) % loop.edges.size()]].from);
}

TEST_CASE("columns follow the kinds and close up where there is nothing") {
  CHECK(column_names(outcomes_of(test::causes_of_a_story())) ==
        std::vector<std::string>{"Initiatives", "Processes and partners", "Touchpoints", "Outcomes", "Value"});
  MapContent content = test::causes_of_a_story();
  content.influences = {test::influence("teams", "story", 0.5)};
  CHECK(column_names(outcomes_of(content)) == std::vector<std::string>{"Initiatives", "Outcomes", "Value"});
}

TEST_CASE("value is what outcomes lead to, else the kinds of value") {
  MapContent content = test::causes_of_a_story();
  CHECK(node(outcomes_of(content), "recommend")->role == OutcomeNodeRole::value);
  content.outcomes.pop_back();
  content.influences.resize(8);
  content.outcomes[0].kind = ValueKind::emotional;
  const OutcomesDiagram diagram = outcomes_of(content);
  REQUIRE(node(diagram, "value:emotional"));
  CHECK(edge(diagram, "story", "value:emotional"));
  content.factors.push_back({});
  content.factors.back().id = content.factors.back().name = "peace";
  content.influences.push_back(test::influence("story", "peace", 0.5));
  const OutcomesDiagram named = outcomes_of(content);
  CHECK(node(named, "peace")->role == OutcomeNodeRole::value);
  CHECK_FALSE(node(named, "value:emotional"));
}

TEST_CASE("elements without effects stay away, initiatives and outcomes do not") {
  MapContent content = test::causes_of_a_story();
  content.initiatives.push_back(content.initiatives[1]);
  content.initiatives.back().id = "podcast";
  const OutcomesDiagram diagram = outcomes_of(content);
  CHECK(node(diagram, "podcast"));
  CHECK_FALSE(node(diagram, "idle"));
}

TEST_CASE("focus draws what lies within so many links") {
  DiagramOptions options;
  options.focus = "visit";
  options.hops = 1;
  const OutcomesDiagram diagram = outcomes_of(test::causes_of_a_story(), options);
  std::vector<std::string> ids;
  for (const OutcomeNode& shown : diagram.nodes) ids.push_back(shown.id);
  CHECK(ids == std::vector<std::string>{"midwives", "notes", "visit", "story"});
  CHECK(diagram.left_out == "4 elements within 1 link of ‘Home visit’; 6 left out");
  options.focus = "parents";
  CHECK_THROWS_AS(outcomes_of(test::causes_of_a_story(), options), CannotDraw);
}

TEST_CASE("a crowded map is drawn by its priorities and says so") {
  const MapContent content = test::random_causes(200, 5);
  const OutcomesDiagram some = outcomes_of(content);
  CHECK(some.nodes.size() <= 45);
  CHECK(some.left_out.find("5 of ") == 0);
  DiagramOptions two;
  two.top = 2;
  const OutcomesDiagram fewer = outcomes_of(content, two);
  CHECK(std::count_if(fewer.nodes.begin(), fewer.nodes.end(),
                      [](const OutcomeNode& n) { return n.role == OutcomeNodeRole::outcome; }) == 2);
  DiagramOptions all;
  all.everything = true;
  CHECK(outcomes_of(content, all).nodes.size() > 150);
  CHECK(outcomes_of(content, all).left_out.empty());
}

TEST_CASE("the graph has the roles and words of the picture") {
  const DiagramGraph graph = graph_outcomes(test::make_map(test::causes_of_a_story()), {});
  CHECK(graph.left_to_right);
  CHECK(graph.groups.size() == 5);
  const auto lowers =
      std::find_if(graph.edges.begin(), graph.edges.end(), [](const GraphEdge& e) { return e.weight < 0; });
  REQUIRE(lowers != graph.edges.end());
  CHECK(lowers->from == "workload");
  CHECK(lowers->to == "phone");
  CHECK(lowers->role == "influence");
  CHECK(lowers->label == "−0.6");
}

}  // namespace
}  // namespace outmap
