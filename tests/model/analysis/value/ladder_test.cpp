#include "model/analysis/value/ladder.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <stdexcept>

#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Offering offering(Id id, std::optional<double> price, PerceivedValue value) {
  Offering made;
  made.name = id;
  made.id = std::move(id);
  made.price = price;
  made.perceived_value = value;
  return made;
}

/// The clinic of docs/analyses/value-ladder.md: nets 3, 5.5, 8.5, 8 and 10.
MapContent five_plans() {
  MapContent content;
  content.offerings = {offering("home", 72, {9.5, 9, 7, 1.5}), offering("basic", 18, {6, 5, 3, 5}),
                       offering("family", 29, {7.5, 6, 4, 4}), offering("chat", 36, {8.5, 7.5, 4.5, 3}),
                       offering("plus", 44, {8.5, 8, 5.5, 3})};
  return content;
}

ValueLadder ladder(MapContent content, LadderOptions options = {}) {
  return find_value_ladder(make_map(std::move(content)), options);
}

}  // namespace

TEST_CASE("rungs stand in the order of price, each with its step", "[value][ladder]") {
  const ValueLadder found = ladder(five_plans());
  Ids ids;
  for (const OfferingRung& rung : found.rungs) ids.push_back(rung.id);
  CHECK(ids == Ids{"basic", "family", "chat", "plus", "home"});
  CHECK_FALSE(found.rungs[0].value_step);
  CHECK(*found.rungs[1].price_step == 11);
  CHECK(*found.rungs[1].value_step == Approx(2.5));
  CHECK(*found.rungs[3].value_step == Approx(-0.5));
  CHECK(found.margin == 1);
}

TEST_CASE("a dearer rung that gives no more is found", "[value][ladder]") {
  const ValueLadder found = ladder(five_plans());
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0] == LadderFinding{LadderFault::not_better, "plus", "chat", -0.5});
}

TEST_CASE("a rung better than the one below but beaten by a cheaper one is found, once", "[value][ladder]") {
  MapContent content = five_plans();
  content.offerings[0].perceived_value = PerceivedValue{9, 8.5, 7, 2};  // home: 8.5, above plus, as good as chat
  const ValueLadder found = ladder(content);
  REQUIRE(found.findings.size() == 2);
  CHECK(found.findings[1].fault == LadderFault::not_better);
  CHECK(found.findings[1].rung == "home");
  CHECK(found.findings[1].below == "chat");
}

TEST_CASE("decimal fractions that add up to the same are the same", "[value][ladder]") {
  MapContent content;
  content.offerings = {offering("pro", 69, {8.5, 7, 5.5, 3.5}), offering("fleet", 89, {8.7, 7.3, 6.3, 3.2})};
  const ValueLadder found = ladder(content);
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].fault == LadderFault::not_better);
}

TEST_CASE("two rungs closer than the margin are found, exactly the margin is enough", "[value][ladder]") {
  MapContent content;
  content.offerings = {offering("a", 10, {5, 5, 3, 3}), offering("b", 20, {5.9, 5, 3, 3})};
  const ValueLadder close = ladder(content);
  REQUIRE(close.findings.size() == 1);
  CHECK(close.findings[0].fault == LadderFault::too_close);
  CHECK(close.findings[0].step == Approx(0.9));
  CHECK(ladder(content, {.margin = 0.9}).findings.empty());
  content.offerings[1].perceived_value->worth = 6;
  CHECK(ladder(content).findings.empty());
}

TEST_CASE("the margin follows the width of the map's scale", "[value][ladder]") {
  MapContent content;
  content.scale = {0, 100};
  content.offerings = {offering("a", 10, {50, 50, 30, 30}), offering("b", 20, {59, 50, 30, 30})};
  const ValueLadder found = ladder(content);
  CHECK(found.margin == 10);
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].fault == LadderFault::too_close);
}

TEST_CASE("more rungs than the limit are too many", "[value][ladder]") {
  const ValueLadder found = ladder(five_plans(), {.most_rungs = 4});
  REQUIRE(found.findings.size() == 2);
  CHECK(found.findings.back() == LadderFinding{LadderFault::too_many, "", "", 5});
}

TEST_CASE("without a price or one of the four parts an offering is off the ladder", "[value][ladder]") {
  MapContent content = five_plans();
  content.offerings[0].price.reset();
  content.offerings[1].perceived_value->drawbacks.reset();
  const ValueLadder found = ladder(content);
  CHECK(found.off == Ids{"basic", "home"});
  CHECK(found.rungs.size() == 3);
  CHECK(ladder(MapContent{}).rungs.empty());
}

TEST_CASE("at one price the better offering stands above", "[value][ladder]") {
  MapContent content;
  content.offerings = {offering("b", 10, {6, 5, 3, 3}), offering("a", 10, {5, 5, 3, 3}),
                       offering("c", 10, {5, 5, 3, 3})};
  const ValueLadder found = ladder(content);
  CHECK(found.rungs[2].id == "b");
  REQUIRE(found.findings.size() == 1);  // a and c cannot be told apart
  CHECK(found.findings[0].rung == "c");
}

TEST_CASE("a margin that is no number above 0 is refused", "[value][ladder]") {
  CHECK_THROWS_AS(ladder(five_plans(), {.margin = 0}), std::invalid_argument);
  CHECK_THROWS_AS(ladder(five_plans(), {.margin = std::numeric_limits<double>::quiet_NaN()}), std::invalid_argument);
}
