#include "model/analysis/value/alternative.hpp"

#include <catch2/catch.hpp>

#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// The example of docs/analyses/value.md. Beside the hospital 25 + 3·8 - 1·3 = 46, beside the video doctor
/// 15 + 4·8 - 4·3 = 35.
MapContent family_plan() {
  MapContent content;
  content.outcomes = {measured_outcome("soon", 8, 3, 8), measured_outcome("story", 9, 4, 9),
                      measured_outcome("record", 6, 6, 7)};
  content.outcomes[0].money_per_point = 3;
  content.outcomes[1].money_per_point = 8;
  Offering family;
  family.id = family.name = "family";
  family.price = 29;
  family.levels = {{"soon", 5}, {"story", 5}, {"record", 8}};
  content.offerings = {family};
  Competitor hospital;
  hospital.id = hospital.name = "hospital";
  hospital.price = 25;
  hospital.levels = {{"soon", 6}, {"story", 2}};
  Competitor video;
  video.id = video.name = "video";
  video.price = 15;
  video.levels = {{"soon", 9}, {"story", 1}};
  content.competitors = {hospital, video};
  return content;
}

std::vector<EconomicValue> values(MapContent content) { return economic_values(make_map(std::move(content))); }

}  // namespace

TEST_CASE("the next best alternative is the one beside which an offering is worth least", "[value]") {
  const auto found = values(family_plan());
  REQUIRE(found.size() == 1);
  CHECK(found[0].offering == "family");
  CHECK(found[0].alternative == "video");
  CHECK(found[0].reference_price == 15);
  CHECK(found[0].positive == 32);
  CHECK(found[0].negative == 12);
  CHECK(found[0].value == 35);
  CHECK(*found[0].left_to_customer == 6);
  CHECK(found[0].parts == std::vector<Differentiation>{{"story", 4, 32}, {"soon", -4, -12}});
  CHECK(found[0].not_compared.empty());
}

TEST_CASE("without the video doctor the hospital is the next best", "[value]") {
  MapContent content = family_plan();
  content.competitors.pop_back();
  const auto found = values(content);
  CHECK(found[0].alternative == "hospital");
  CHECK(found[0].value == 46);
}

TEST_CASE("where less is better, less is worth money", "[value]") {
  MapContent content = family_plan();
  content.outcomes[0].direction = Direction::less;
  content.outcomes[0].current = 8;
  content.outcomes[0].target = 3;
  const auto found =
      values(content);  // beside the hospital 25 + 24 + 3 = 52, beside the video doctor 15 + 32 + 12 = 59
  CHECK(found[0].alternative == "hospital");
  CHECK(found[0].value == 52);
}

TEST_CASE("an outcome worth money on which one of the two has no level is named, not guessed", "[value]") {
  MapContent content = family_plan();
  content.outcomes[2].money_per_point = 2;
  CHECK(values(content)[0].not_compared == Ids{"record"});
  CHECK(values(content)[0].value == 35);
}

TEST_CASE("without money, a price or a common outcome there is no alternative", "[value]") {
  MapContent no_money = family_plan();
  for (Outcome& outcome : no_money.outcomes) outcome.money_per_point.reset();
  CHECK(values(no_money).empty());
  MapContent no_price = family_plan();
  for (Competitor& competitor : no_price.competitors) competitor.price.reset();
  CHECK(values(no_price).empty());
  MapContent nothing_common = family_plan();
  for (Competitor& competitor : nothing_common.competitors) competitor.levels = {{"record", 2}};
  CHECK(values(nothing_common).empty());
  MapContent unpriced = family_plan();
  unpriced.offerings[0].price.reset();
  CHECK(values(unpriced)[0].value == 35);
  CHECK_FALSE(values(unpriced)[0].left_to_customer);
}

TEST_CASE("of alternatives that leave as much, the first by id is named", "[value]") {
  MapContent content = family_plan();
  content.competitors[0] = content.competitors[1];
  content.competitors[0].id = content.competitors[0].name = "also";
  CHECK(values(content)[0].alternative == "also");
}
