#include "render/diagrams/relations.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "model/io/load.hpp"
#include "render/diagrams/relations_diagram.hpp"
#include "render/layout/check.hpp"
#include "render/layout/relations/crowd/crowd.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/overview.hpp"
#include "render/layout/relations/plan.hpp"
#include "render/layout/relations/route.hpp"
#include "render/write/write.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/samples.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using test::fonts;
using test::light;
using test::sample;

namespace {

std::string name_of(const char* manner, std::size_t number) {
  const std::string digits = std::to_string(number);
  if (std::string(manner) == "long")
    return "Regional association of independent advisers and volunteers for everyone number " + digits;
  if (std::string(manner) == "japanese") return "地域の皆様と助産師のための顧客グループ" + digits;
  return "Group " + digits;
}

/// A map of `size` elements in three regions, two thirds of them customers, with one and a half ties each.
MapContent random_relations(std::size_t size, const char* manner, unsigned seed) {
  std::mt19937 random(seed);
  MapContent content;
  content.title = "Random";
  Ids ids;
  for (std::size_t at = 0; at < size; ++at) {
    const Attribute region{Symbol("region"), Symbol("region " + std::to_string(random() % 3))};
    const Id id = (at % 3 == 2 ? "p" : "c") + std::to_string(at);
    ids.push_back(id);
    if (at % 3 == 2) {
      Partner made;
      made.id = id;
      made.name = name_of(manner, at);
      made.kind = at % 2 ? PartnerKind::internal : PartnerKind::external;
      made.attributes = {region};
      content.partners.push_back(made);
    } else {
      Customer made;
      made.id = id;
      made.name = name_of(manner, at);
      made.size = static_cast<double>(1 + random() % 5000);
      made.attributes = {region};
      content.customers.push_back(made);
    }
  }
  for (std::size_t at = 0; size > 1 && at < size * 3 / 2; ++at) {
    Relation made;
    made.from = ids[random() % size];
    made.to = ids[random() % size];
    if (made.from == made.to) continue;
    made.type = at % 4 == 0 ? "common-goal" : at % 4 == 1 ? "lends to" : "complementary";
    made.strength = 0.1 * static_cast<double>(1 + random() % 10);
    made.directed = at % 5 == 0;
    content.relations.push_back(made);
  }
  return content;
}

std::string svg_of(const Map& map, const DiagramOptions& options = {}) {
  return write_svg(draw_relations(map, options, light()), fonts(), {FontEmbedding::none, 1});
}

/// Boxes keep apart and stay in their areas, hulls on the page.
void check_plan(const RelationsDiagram& diagram, const relations::Plan& plan) {
  for (std::size_t one = 0; one < plan.elements.size(); ++one) {
    const Box& area = plan.groups[diagram.elements[one].group].area;
    CHECK(relations::holds(area, plan.elements[one].box));
    for (std::size_t other = one + 1; other < plan.elements.size(); ++other)
      CHECK_FALSE(relations::overlap(plan.elements[one].box, plan.elements[other].box));
    for (const relations::GroupPlan& group : plan.groups)
      if (group.heading.width > 0) CHECK_FALSE(relations::overlap(group.heading, plan.elements[one].box));
  }
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    CHECK(relations::holds(relations::inflate(plan.region, 0.001), plan.groups[group].area));
    for (const Point& point : relations::flatten(plan.groups[group].hull))
      CHECK(relations::holds(relations::inflate(plan.groups[group].area, 0.001), point));
  }
}

}  // namespace

TEST_CASE("relational maps of every size have no slips of layout") {
  const auto [size, manner] = GENERATE(table<std::size_t, const char*>({{0, "plain"},
                                                                        {1, "plain"},
                                                                        {2, "long"},
                                                                        {5, "japanese"},
                                                                        {30, "long"},
                                                                        {60, "japanese"},
                                                                        {65, "long"},
                                                                        {500, "plain"}}));
  CAPTURE(size, manner);
  const Map map = test::make_map(random_relations(size, manner, 7));
  CHECK(find_layout_faults(draw_relations(map, {}, light())) == std::vector<std::string>{});
  const RelationsDiagram diagram = build_relations(map, {});
  if (!diagram.overview) check_plan(diagram, relations::plan_relations(diagram, {}, fonts()));
}

TEST_CASE("crowds of which everything is drawn have no slips of layout either, and straight ties") {
  const auto [size, manner] =
      GENERATE(table<std::size_t, const char*>({{200, "long"}, {300, "japanese"}, {500, "plain"}}));
  CAPTURE(size, manner);
  const Map map = test::make_map(random_relations(size, manner, 7));
  DiagramOptions options;
  options.everything = true;
  CHECK(find_layout_faults(draw_relations(map, options, light())) == std::vector<std::string>{});
  const RelationsDiagram diagram = build_relations(map, options);
  REQUIRE_FALSE(diagram.overview);
  REQUIRE(relations::is_crowd(diagram));
  const relations::Plan plan = relations::plan_relations(diagram, options, fonts());
  check_plan(diagram, plan);
  CHECK(std::ranges::all_of(plan.ties, [](const relations::TiePlan& tie) { return tie.points.size() == 2; }));
  CHECK(svg_of(map, options) == svg_of(map, options));
}

TEST_CASE("the samples have no slips of layout on any page and in any theme") {
  for (const std::string name : {"clinics/map.yaml", "saas/map.yaml", "minimal/map.yaml"}) {
    CAPTURE(name);
    const Map map = sample(name);
    for (const Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait}) {
      DiagramOptions options;
      options.page = page;
      CHECK(find_layout_faults(draw_relations(map, options, light())) == std::vector<std::string>{});
    }
    for (const Theme* theme : all_themes())
      CHECK(find_layout_faults(draw_relations(map, {}, {*theme, fonts()})) == std::vector<std::string>{});
  }
}

TEST_CASE("ties of the samples run through no card but their own") {
  for (const std::string name : {"clinics/map.yaml", "minimal/map.yaml"}) {
    const Map map = sample(name);
    const RelationsDiagram diagram = build_relations(map, {});
    REQUIRE_FALSE(diagram.overview);
    for (const relations::TiePlan& tie : relations::plan_relations(diagram, {}, fonts()).ties)
      CHECK(tie.boxes_crossed == 0);
  }
}

TEST_CASE("ties end at their shapes and no mark of a tie lies on a heading") {
  const auto apart = [](const relations::ElementPlan& element, Point end) {
    const std::vector<Point> outline = relations::outline_of(element, 0);
    double least = 1e9;
    for (std::size_t at = 0; at < outline.size(); ++at)
      least = std::min(least, relations::distance_to_segment(end, outline[at], outline[(at + 1) % outline.size()]));
    return least;
  };
  for (const std::string name : {"clinics/map.yaml", "saas/map.yaml", "minimal/map.yaml"}) {
    const Map map = sample(name);
    DiagramOptions options;
    options.everything = true;
    const RelationsDiagram diagram = build_relations(map, options);
    const relations::Plan plan = relations::plan_relations(diagram, options, fonts());
    for (std::size_t at = 0; at < plan.ties.size(); ++at) {
      const relations::TiePlan& tie = plan.ties[at];
      CAPTURE(name, words_for_tie(diagram, diagram.ties[at]));
      CHECK(apart(plan.elements[diagram.ties[at].from], tie.points.front()) <= 4);
      CHECK(apart(plan.elements[diagram.ties[at].to], tie.points.back()) <= 4);
      for (const relations::GroupPlan& group : plan.groups)
        if (tie.has_glyph && group.heading.width > 0)
          CHECK_FALSE(relations::holds(relations::inflate(group.heading, relations::glyph_radius / 2), tie.glyph));
    }
  }
}

TEST_CASE("a large map shows its clusters and in them first who is marked") {
  const Map map = sample("saas/map.yaml");
  const RelationsDiagram diagram = build_relations(map, {});
  REQUIRE(diagram.overview);
  std::size_t marked = 0;
  for (const relations::BubblePlan& bubble : relations::plan_overview(diagram, {}, fonts()).bubbles)
    for (const auto& row : bubble.chips)
      for (const relations::ChipPlan& chip : row) marked += diagram.elements[chip.element].articulation;
  CHECK(marked == 3);
  CHECK(svg_of(map).find(" people") == std::string::npos);  // firms are no people
  CHECK(diagram.left_out.find("--") == std::string::npos);
}

TEST_CASE("bundles of a large map do not run beside one another") {
  using relations::length_beside;
  CHECK(length_beside({{0, 0}, {100, 0}}, {{0, 5}, {50, 5}}, 10) == Approx(58).margin(6));
  CHECK(length_beside({{0, 0}, {100, 0}}, {{50, -50}, {50, 50}}, 10) == Approx(20).margin(8));
  CHECK(length_beside({{0, 0}, {100, 0}}, {{0, 30}, {100, 30}}, 10) == 0);
  const Map map = sample("saas/map.yaml");
  const auto plan = relations::plan_overview(build_relations(map, {}), {}, fonts());
  REQUIRE(plan.bundles.size() > 10);
  for (const relations::BundlePlan& one : plan.bundles)
    for (const relations::BundlePlan& other : plan.bundles)
      if (&one != &other) CHECK(length_beside(one.points, other.points, 8) < 100);  // lines that cross at a sharp angle
}

TEST_CASE("the picture is the same whatever the order of the file") {
  for (const std::size_t size : {24, 90}) {
    MapContent content = random_relations(size, "plain", 11);
    const std::string first = svg_of(test::make_map(content));
    CHECK(svg_of(test::make_map(content)) == first);
    std::reverse(content.customers.begin(), content.customers.end());
    std::reverse(content.partners.begin(), content.partners.end());
    std::reverse(content.relations.begin(), content.relations.end());
    CHECK(svg_of(test::make_map(content)) == first);
  }
}

TEST_CASE("a focus shows what lies within its hops") {
  const Map map = sample("clinics/map.yaml");
  DiagramOptions options;
  options.focus = "midwives";
  const RelationsDiagram near = build_relations(map, options);
  options.hops = 2;
  const RelationsDiagram far = build_relations(map, options);
  CHECK(near.elements.size() > 1);
  CHECK(near.elements.size() < far.elements.size());
  CHECK(near.title == "Who is tied to Midwives");
  options.focus = "nobody";
  CHECK_THROWS_WITH(draw_relations(map, options, light()),
                    "no customer or partner has the id 'nobody': name one of them with --focus");
}

TEST_CASE("top keeps the strongest and tells what is left out") {
  const Map map = test::make_map(random_relations(90, "plain", 3));
  CHECK(build_relations(map, {}).overview ==
        (build_relations(map, {}).clusters > 1 &&
         build_relations(map, {}).elements.size() + build_relations(map, {}).isolated.size() == 90));
  DiagramOptions options;
  options.top = 10;
  const RelationsDiagram diagram = build_relations(map, options);
  CHECK_FALSE(diagram.overview);
  CHECK(diagram.elements.size() == 10);
  CHECK(diagram.left_out.find("left out: 80 elements") != std::string::npos);
}

TEST_CASE("unmet need is the importance-weighted mean gap of the outcomes held") {
  MapContent content;
  content.title = "Needs";
  Customer customer;
  customer.id = customer.name = "parents";
  content.customers = {customer};
  Outcome fast;
  fast.id = fast.name = "fast";
  fast.holders.list = {{"parents", {}, {}, {}, {}}};
  fast.importance = 9;
  fast.current = 2;
  fast.target = 8;  // gap 0.6
  Outcome kind = fast;
  kind.id = kind.name = "kind";
  kind.importance = 3;
  kind.current = 6;  // gap 0.2
  content.outcomes = {fast, kind};
  const RelationsDiagram diagram = build_relations(test::make_map(content), {});
  REQUIRE(diagram.elements[0].need);
  CHECK(*diagram.elements[0].need == Approx((9 * 0.6 + 3 * 0.2) / 12));
}

TEST_CASE("the finding names whom the map hangs on") {
  MapContent content;
  content.title = "Star";
  for (const char* id : {"ann", "bob", "cem", "hub"}) {
    Customer made;
    made.id = made.name = id;
    made.size = 10;
    content.customers.push_back(made);
  }
  for (const char* id : {"ann", "bob", "cem"}) {
    Relation tie;
    tie.from = "hub";
    tie.to = id;
    content.relations.push_back(tie);
  }
  const RelationsDiagram diagram = build_relations(test::make_map(content), {});
  CHECK(diagram.finding ==
        "Most hangs on hub: 3 ties; without hub, 2 customers (size 20) would be cut off from the rest.");
  const DiagramGraph graph = graph_relations(test::make_map(content), {});
  CHECK(graph.nodes.size() == 4);
  REQUIRE(graph.edges.size() == 3);
  CHECK(graph.edges[0].role == "tie");
  CHECK_FALSE(graph.edges[0].directed);
}

TEST_CASE("elements without a declared tie that are alike are joined by a derived one") {
  MapContent content;
  content.title = "Alike";
  Need need;
  need.id = "quick";
  need.name = "Quick answers";
  content.needs = {need};
  for (const char* id : {"ann", "bob"}) {
    Customer made;
    made.id = made.name = id;
    made.needs = {"quick"};
    made.attributes = {{Symbol("region"), Symbol("north")}};
    content.customers.push_back(made);
  }
  const RelationsDiagram diagram = build_relations(test::make_map(content), {});
  REQUIRE(diagram.ties.size() == 1);
  CHECK(diagram.ties[0].derived);
  CHECK(words_for_tie(diagram, diagram.ties[0]) == "ann – bob: both want Quick answers (derived)");
}

TEST_CASE("seven thousand customers without a relation make a picture by clusters") {
  const auto file = test::shared_data("customers/telco_churn_ibm.csv");
  if (!file) {
    WARN("skipped: customers/telco_churn_ibm.csv is absent");
    return;
  }
  const std::string text =
      "outmap: 1\ntitle: Telco\ntables: {customers: {file: telco_churn_ibm.csv, columns: {id: customerID}}}\n";
  const LoadedMap loaded = load_map_text("telco.yaml", text, file->parent_path().string());
  REQUIRE(loaded.map);
  const RelationsDiagram diagram = build_relations(*loaded.map, {});
  CHECK(diagram.overview);
  CHECK(diagram.elements.size() == 7043);
  CHECK(diagram.groups.size() >= 2);
  CHECK(find_layout_faults(draw_relations(*loaded.map, {}, light())) == std::vector<std::string>{});
}

TEST_CASE("thirty organisations with four kinds of ties keep together on one page") {
  const auto file = test::shared_data("networks/chemnet/edges.csv");
  if (!file) {
    WARN("skipped: networks/chemnet is absent");
    return;
  }
  const std::string text =
      "outmap: 1\ntitle: Chemicals\ntables: {partners: nodes.csv, "
      "relations: {file: edges.csv, columns: {from: source, to: target, type: relation}}}\n";
  const LoadedMap loaded = load_map_text("chemnet.yaml", text, file->parent_path().string());
  REQUIRE(loaded.map);
  const RelationsDiagram diagram = build_relations(*loaded.map, {});
  CHECK(diagram.elements.size() == 30);
  const auto declared =
      std::count_if(diagram.ties.begin(), diagram.ties.end(), [](const RelationTie& tie) { return !tie.derived; });
  CHECK(declared == 45);  // a spanning tree of 29 and the strongest sixteen
  CHECK(diagram.left_out.find("left out: 283 weaker ties") != std::string::npos);
  CHECK(find_layout_faults(draw_relations(*loaded.map, {}, light())) == std::vector<std::string>{});
  check_plan(diagram, relations::plan_relations(diagram, {}, fonts()));
}
