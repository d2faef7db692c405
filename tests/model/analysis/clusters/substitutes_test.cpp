#include "model/analysis/clusters/substitutes.hpp"

#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/elements.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Partner partner(Id id, const std::string& region, double staff) {
  Partner partner;
  partner.name = id;
  partner.id = std::move(id);
  partner.attributes = {{Symbol("region"), Symbol(region)}, {Symbol("staff"), staff}};
  return partner;
}

/// Midwives in the north with a staff of 10, doulas there with 20, nurses in the south with 10; and a customer like
/// them.
MapContent helpers() {
  MapContent content;
  content.customers = {customer("parents"), customer("fathers")};
  content.customers[0].attributes = {{Symbol("region"), Symbol("north")}, {Symbol("staff"), 10.0}};
  content.partners = {partner("midwives", "north", 10), partner("doulas", "north", 20), partner("nurses", "south", 10),
                      partner("police", "west", 20)};
  content.relations = {relation("midwives", "parents"), relation("fathers", "midwives"), relation("doulas", "parents")};
  return content;
}

Ids ids(const std::vector<Substitute>& found) {
  Ids ids;
  for (const Substitute& each : found) ids.push_back(each.id);
  return ids;
}

}  // namespace

TEST_CASE("substitutes are of the same kind, most similar first, with what is shared and whom they know",
          "[substitutes]") {
  const Map map = make_map(helpers());
  const Similarity similarity(map);
  const RelationGraph graph = relation_graph(map);
  const SubstituteFinder finder(map, similarity, graph);
  const auto found = finder.find("midwives");
  // Doulas share the region, nurses the staff: half of 2 traits, times 2/3. Equal ones stand by id.
  REQUIRE(ids(found) == Ids{"doulas", "nurses"});
  CHECK(found[0].similarity == Approx(1.0 / 3));
  CHECK(found[0].similarity == similarity.between(*similarity.find("midwives"), *similarity.find("doulas")));
  REQUIRE(found[0].shared.size() == 1);
  CHECK(found[0].shared[0].name == Symbol("region"));
  CHECK(found[0].contacts == 1);
  CHECK(found[1].contacts == 0);
  CHECK(ids(finder.find("midwives", {.count = 1})) == Ids{"doulas"});
  CHECK(finder.find("midwives", {.above = 0.5}).empty());
  CHECK(finder.find("parents").empty());  // no customer has anything to compare
  CHECK(finder.find("nobody").empty());
}
