// A small edit of a map moves little of its picture.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "model/io/load.hpp"
#include "render/diagrams/relations_diagram.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/plan.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"

using namespace outmap;

namespace {

std::map<Id, Point> centres(const Map& map, const Fonts& fonts) {
  const RelationsDiagram diagram = build_relations(map, {});
  REQUIRE_FALSE(diagram.overview);
  const relations::Plan plan = relations::plan_relations(diagram, {}, fonts);
  std::map<Id, Point> found;
  for (std::size_t at = 0; at < diagram.elements.size(); ++at)
    found[diagram.elements[at].id] = plan.elements[at].box.center();
  return found;
}

double mean_movement(const std::map<Id, Point>& before, const std::map<Id, Point>& after) {
  double sum = 0;
  double count = 0;
  for (const auto& [id, at] : before)
    if (const auto there = after.find(id); there != after.end()) sum += relations::distance(at, there->second), ++count;
  return sum / count;
}

}  // namespace

TEST_CASE("a partner more in the clinics sample moves the others by little more than a card on average") {
  const Fonts fonts;
  const auto map = load_map(test::source_folder().string() + "/samples/clinics/map.yaml").map;
  REQUIRE(map);
  const auto before = centres(*map, fonts);
  double sum = 0;
  int edits = 0;
  for (const char* friend_of :
       {"midwives", "shift-workers", "pharmacies", "students", "retired-locals", "family-centre"}) {
    MapContent content = map->content();
    Partner made;
    made.id = "a-new-one";
    made.name = "A new one";
    content.partners.push_back(made);
    Relation tie;
    tie.from = "a-new-one";
    tie.to = friend_of;
    tie.type = "common-goal";
    tie.strength = 0.5;
    content.relations.push_back(tie);
    const double moved = mean_movement(before, centres(test::make_map(content), fonts));
    UNSCOPED_INFO(friend_of << " " << moved);
    sum += moved;
    ++edits;
  }
  CHECK(sum / edits < 160);
}
