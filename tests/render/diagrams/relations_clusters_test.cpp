// What the relational map says of clusters: the same as the report, and nothing that is not known.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "model/analysis/clusters/clusters.hpp"
#include "model/io/load.hpp"
#include "render/diagrams/relations.hpp"
#include "render/diagrams/relations_diagram.hpp"
#include "render/diagrams/relations_scope.hpp"
#include "render/diagrams/relations_why.hpp"
#include "render/layout/check.hpp"
#include "render/write/write.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/samples.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using test::fonts;
using test::light;
using test::sample;

namespace {

Customer customer(const char* id, const char* region) {
  Customer made;
  made.id = made.name = id;
  made.attributes = {{Symbol("region"), Symbol(region)}};
  return made;
}

Relation tie(const char* from, const char* to) {
  Relation made;
  made.from = from;
  made.to = to;
  made.type = "common-goal";
  return made;
}

/// Two triangles that one tie joins, and one who is tied to nobody.
MapContent two_triangles() {
  MapContent content;
  content.title = "Two";
  for (const char* id : {"a1", "a2", "a3", "b1", "b2", "b3", "alone"}) {
    Customer made;
    made.id = made.name = id;
    content.customers.push_back(made);
  }
  content.relations = {tie("a1", "a2"), tie("a2", "a3"), tie("a1", "a3"), tie("b1", "b2"),
                       tie("b2", "b3"), tie("b1", "b3"), tie("a1", "b1")};
  return content;
}

}  // namespace

TEST_CASE("a map of nobody says whom to add") {
  MapContent content;
  content.title = "Empty";
  const Scene scene = draw_relations(test::make_map(content), {}, light());
  CHECK(find_layout_faults(scene) == std::vector<std::string>{});
  CHECK(write_svg(scene, fonts(), {FontEmbedding::none, 1}).find("Nobody is on this map yet") != std::string::npos);
}

TEST_CASE("groups are the clusters of the report, with their ranks, names and scores") {
  for (const char* name : {"clinics/map.yaml", "saas/map.yaml"}) {
    CAPTURE(name);
    const Map map = sample(name);
    const ClusterReport report = find_clusters(map);
    const RelationsDiagram diagram = build_relations(map, {});
    REQUIRE(diagram.groups.size() == report.clusters.size());
    for (std::size_t at = 0; at < report.clusters.size(); ++at) {
      const Cluster& cluster = report.clusters[at];
      const RelationGroup& group = diagram.groups[at];
      CHECK(group.number == at + 1);
      CHECK(group.name == cluster.name);
      CHECK(group.scores.unmet_need == cluster.scores.unmet_need.score);
      CHECK(group.scores.collaboration == cluster.scores.collaboration.score);
      CHECK(group.scores.value == cluster.scores.value.score);
      std::set<Id> members;
      for (const std::size_t member : group.members) members.insert(diagram.elements[member].id);
      CHECK(members == std::set<Id>(cluster.members.begin(), cluster.members.end()));
    }
    CHECK(diagram.finding.substr(diagram.key_begin, diagram.key_length) == report.clusters.front().name);
    CHECK(diagram.finding.find("comes first") != std::string::npos);
  }
}

TEST_CASE("each cluster's sentence says in what it leads, then who alone leads out of it or what it misses most") {
  const Map map = sample("clinics/map.yaml");
  const RelationsSource source = read_source(map, {});
  REQUIRE(source.report.clusters.size() == 4);
  CHECK(why_of(source, 0) == "Most value (48\u00a0%); most missed: “Hear back”");
  CHECK(why_of(source, 1) == "Largest unmet need (37); only Midwives leads to the others");
}

TEST_CASE("centre and bridges of the report are marked, two bridges a cluster at most") {
  const Map map = sample("clinics/map.yaml");
  const ClusterReport report = find_clusters(map);
  const RelationsDiagram diagram = build_relations(map, {});
  for (const RelationElement& element : diagram.elements) {
    const Cluster& cluster = report.clusters.at(*report.cluster_of(element.id));
    CHECK(element.center == (cluster.center == element.id));
    const auto bridge = std::find_if(cluster.bridges.begin(), cluster.bridges.end(),
                                     [&](const ClusterBridge& one) { return one.id == element.id; });
    if (element.bridge) CHECK(bridge - cluster.bridges.begin() < 2);
  }
  CHECK(std::count_if(diagram.elements.begin(), diagram.elements.end(),
                      [](const RelationElement& element) { return element.bridge; }) > 2);
}

TEST_CASE("who is tied to nobody is told by name and placed nowhere") {
  const Map map = test::make_map(two_triangles());
  const RelationsDiagram diagram = build_relations(map, {});
  CHECK(diagram.clusters == 2);
  CHECK(diagram.elements.size() == 6);
  REQUIRE(diagram.isolated.size() == 1);
  CHECK(diagram.isolated[0].id == "alone");
  const Scene scene = draw_relations(map, {}, light());
  const std::string svg = write_svg(scene, fonts(), {FontEmbedding::none, 1});
  CHECK(svg.find("Tied to nobody yet") != std::string::npos);
  CHECK(svg.find("data-id=\"alone\"") != std::string::npos);
  const DiagramGraph graph = graph_relations(map, {});
  CHECK(graph.nodes.size() == 7);
}

TEST_CASE("many who are tied to nobody take two rows, and the rest are counted") {
  MapContent content = two_triangles();
  for (int at = 0; at < 45; ++at) {
    Partner made;
    made.id = "partner-" + std::to_string(at);
    made.name = "Association of independent advisers " + std::to_string(at);
    content.partners.push_back(made);
  }
  const Scene scene = draw_relations(test::make_map(content), {}, light());
  CHECK(find_layout_faults(scene) == std::vector<std::string>{});
  CHECK(write_svg(scene, fonts(), {FontEmbedding::none, 1}).find("more</text>") != std::string::npos);
}

TEST_CASE("scores that are not known are not drawn") {
  const Map map = test::make_map(two_triangles());
  const RelationsDiagram diagram = build_relations(map, {});
  CHECK_FALSE(diagram.scored);
  const std::string svg = write_svg(draw_relations(map, {}, light()), fonts(), {FontEmbedding::none, 1});
  for (const char* words : {"Unmet need", "Collaboration", "Value", "act here first"})
    CHECK(svg.find(words) == std::string::npos);
}

TEST_CASE("an opened cluster shows its members and who is next to them") {
  const Map map = sample("saas/map.yaml");
  const ClusterReport report = find_clusters(map);
  DiagramOptions options;
  for (int number = 1; number <= static_cast<int>(report.clusters.size()); ++number) {
    CAPTURE(number);
    options.cluster = number;
    const Cluster& cluster = report.clusters[static_cast<std::size_t>(number) - 1];
    const RelationsDiagram diagram = build_relations(map, options);
    REQUIRE(diagram.opened != no_index);
    const RelationGroup& opened = diagram.groups[diagram.opened];
    CHECK(opened.members.size() == cluster.members.size());
    CHECK(diagram.title == "Inside " + cluster.name);
    CHECK(diagram.elements.size() <= cluster.members.size() + most_at_rim);
    for (const RelationTie& drawn : diagram.ties)
      CHECK(
          (diagram.elements[drawn.from].group == diagram.opened || diagram.elements[drawn.to].group == diagram.opened));
    CHECK(find_layout_faults(draw_relations(map, options, light())) == std::vector<std::string>{});
  }
  options.cluster = 99;
  CHECK_THROWS_WITH(build_relations(map, options),
                    "the map has no cluster 99: --cluster takes 1 to 7, as outmap cluster numbers them");
}

TEST_CASE("a map without declared ties shows who is alike") {
  MapContent content;
  content.title = "Alike";
  for (const char* id : {"a1", "a2", "a3"}) content.customers.push_back(customer(id, "north"));
  for (const char* id : {"b1", "b2", "b3"}) content.customers.push_back(customer(id, "south"));
  for (Customer& made : content.customers)
    made.attributes.push_back({Symbol("life"), Symbol(made.id[0] == 'a' ? "young" : "old")});
  const Map map = test::make_map(content);
  const RelationsDiagram diagram = build_relations(map, {});
  CHECK(diagram.clusters == 2);
  REQUIRE_FALSE(diagram.ties.empty());
  for (const RelationTie& drawn : diagram.ties) {
    CHECK(drawn.derived);
    CHECK(diagram.elements[drawn.from].group == diagram.elements[drawn.to].group);
    CHECK(drawn.shared.find("region") != std::string::npos);
  }
  DiagramOptions near;
  near.focus = "a1";
  CHECK(build_relations(map, near).elements.size() == 3);
}
