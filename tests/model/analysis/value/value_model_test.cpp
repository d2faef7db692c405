#include "model/analysis/value/value_model.hpp"

#include <catch2/catch.hpp>

#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/offers.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// The example of docs/analyses/value.md: weights 8·0.5 = 4, 9·0.5 = 4.5 and 6·0.8 = 4.8 of 13.3.
ValueModel model(MapContent content) { return value_models(make_map(std::move(content))).at(0); }

}  // namespace

TEST_CASE("what each proposition costs and could earn, and the totals against the price", "[value]") {
  const ValueModel found = model(family_plan());
  REQUIRE(found.propositions.size() == 3);
  CHECK(*found.propositions[0].costs == Approx(4));
  CHECK(*found.propositions[1].costs == Approx(4.5));
  CHECK(*found.propositions[2].costs == Approx(4.8));
  CHECK(*found.propositions[0].could_earn == 15);
  CHECK(*found.propositions[1].could_earn == 40);
  CHECK_FALSE(found.propositions[2].could_earn);
  CHECK(*found.could_earn == 55);
  CHECK(*found.margin == Approx(15.7));
  CHECK(*found.left_to_customer == 26);
}

TEST_CASE("what is worth money counts from the worst end of the outcome's own scale", "[value]") {
  MapContent content = family_plan();
  Outcome& wait = content.outcomes[0];
  wait.scale = Scale{0, 60};
  wait.direction = Direction::less;
  wait.current = 30;
  wait.target = 15;
  content.offerings[0].levels[0].value = 20;
  const ValueModel found = model(content);
  CHECK(found.propositions[0].share_of_scale == Approx(2.0 / 3));
  CHECK(*found.propositions[0].could_earn == 120);
}

TEST_CASE("an outcome without an importance bears no cost, and costs missing stay missing", "[value]") {
  MapContent content = family_plan();
  content.outcomes[2].importance.reset();
  const ValueModel found = model(content);
  CHECK_FALSE(found.propositions[2].costs);
  CHECK(*found.propositions[0].costs + *found.propositions[1].costs == Approx(13.3));
  content.offerings[0].cost.reset();
  CHECK_FALSE(model(content).propositions[0].costs);
  CHECK_FALSE(model(content).margin);
}

TEST_CASE("an offering without levels has no propositions and no model", "[value]") {
  MapContent content = family_plan();
  content.offerings[0].levels.clear();
  CHECK(value_models(make_map(content)).empty());
}
