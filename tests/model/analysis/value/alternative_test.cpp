#include "model/analysis/value/alternative.hpp"

#include <catch2/catch.hpp>

#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/offers.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// The example of docs/analyses/value.md. Beside the hospital 25 + 3·8 - 1·3 = 46, beside the video doctor
/// 15 + 4·8 - 4·3 = 35.
MapContent family_plan_and_others() {
  MapContent content = family_plan();
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

std::vector<EconomicValue> economic_values_of(MapContent content) {
  return economic_values(make_map(std::move(content)));
}

}  // namespace

TEST_CASE("the next best alternative is the one beside which an offering is worth least", "[value]") {
  const auto found = economic_values_of(family_plan_and_others());
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
  MapContent content = family_plan_and_others();
  content.competitors.pop_back();
  const auto found = economic_values_of(content);
  CHECK(found[0].alternative == "hospital");
  CHECK(found[0].value == 46);
}

TEST_CASE("where less is better, less is worth money", "[value]") {
  MapContent content = family_plan_and_others();
  content.outcomes[0].direction = Direction::less;
  content.outcomes[0].current = 8;
  content.outcomes[0].target = 3;
  const auto found =
      economic_values_of(content);  // beside the hospital 25 + 24 + 3 = 52, beside the video doctor 15 + 32 + 12 = 59
  CHECK(found[0].alternative == "hospital");
  CHECK(found[0].value == 52);
}

TEST_CASE("an outcome worth money on which one of the two has no level is named, not guessed", "[value]") {
  MapContent content = family_plan_and_others();
  content.outcomes[2].money_per_point = 2;
  CHECK(economic_values_of(content)[0].not_compared == Ids{"record"});
  CHECK(economic_values_of(content)[0].value == 35);
}

TEST_CASE("without money, a price or a common outcome there is no alternative", "[value]") {
  MapContent no_money = family_plan_and_others();
  for (Outcome& outcome : no_money.outcomes) outcome.money_per_point.reset();
  CHECK(economic_values_of(no_money).empty());
  MapContent no_price = family_plan_and_others();
  for (Competitor& competitor : no_price.competitors) competitor.price.reset();
  CHECK(economic_values_of(no_price).empty());
  MapContent nothing_common = family_plan_and_others();
  for (Competitor& competitor : nothing_common.competitors) competitor.levels = {{"record", 2}};
  CHECK(economic_values_of(nothing_common).empty());
  MapContent unpriced = family_plan_and_others();
  unpriced.offerings[0].price.reset();
  CHECK(economic_values_of(unpriced)[0].value == 35);
  CHECK_FALSE(economic_values_of(unpriced)[0].left_to_customer);
}

TEST_CASE("of alternatives that leave as much, the first by id is named", "[value]") {
  MapContent content = family_plan_and_others();
  content.competitors[0] = content.competitors[1];
  content.competitors[0].id = content.competitors[0].name = "also";
  CHECK(economic_values_of(content)[0].alternative == "also");
}
