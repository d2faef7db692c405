#include "model/analysis/value/value_map.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

template <class T>
T alternative(Id id, std::optional<double> price, IdNumbers levels) {
  T made;
  made.name = id;
  made.id = std::move(id);
  made.price = price;
  made.levels = std::move(levels);
  return made;
}

/// The example of docs/analyses/value-map.md: importance 8 and 4; qualities (8·6 + 4·6)/12 = 6, 8 and 4 of 10, mean 6;
/// prices 30, 40 and 20, mean 30.
MapContent three_clinics() {
  MapContent content;
  content.outcomes = {measured_outcome("soon", 8, 3, 8), measured_outcome("heard", 4, 4, 8)};
  content.offerings = {alternative<Offering>("ours", 30, {{"soon", 6}, {"heard", 6}})};
  content.competitors = {alternative<Competitor>("dear", 40, {{"soon", 9}, {"heard", 6}}),
                         alternative<Competitor>("cheap", 20, {{"soon", 3}, {"heard", 6}})};
  return content;
}

const ValuePoint& point(const ValueMap& map, const Id& id) {
  const auto found = std::ranges::find(map.points, id, &ValuePoint::id);
  REQUIRE(found != map.points.end());
  return *found;
}

ValueMap value_map(MapContent content, ValueMapOptions options = {}) {
  return find_value_map(make_map(std::move(content)), options);
}

}  // namespace

TEST_CASE("relative quality and price are those over the means, as in the documentation", "[value][value-map]") {
  const ValueMap map = value_map(three_clinics());
  CHECK(map.mean_price == 30);
  CHECK(point(map, "ours").ours);
  CHECK(point(map, "ours").quality == Approx(0.6));
  CHECK(point(map, "dear").quality == Approx(0.8));
  CHECK(point(map, "cheap").quality == Approx(0.4));
  CHECK(point(map, "ours").relative_quality == Approx(1));
  CHECK(point(map, "dear").relative_quality == Approx(8.0 / 6));
  CHECK(point(map, "dear").relative_price == Approx(4.0 / 3));
  CHECK(point(map, "cheap").relative_price == Approx(2.0 / 3));
  for (const ValuePoint& each : map.points) CHECK(each.advantage == Approx(0).margin(1e-12));
}

TEST_CASE("better value lies below the fair-value line", "[value][value-map]") {
  MapContent content = three_clinics();
  content.offerings[0].price = 24;  // mean price 28; fair at quality 1: 28
  const ValueMap map = value_map(content);
  CHECK(map.points.front().id == "ours");
  CHECK(map.points.front().fair_price == Approx(28));
  CHECK(map.points.front().advantage == Approx(4.0 / 28));
}

TEST_CASE("the slope is the weight of quality over that of price", "[value][value-map]") {
  const ValueMap map = value_map(three_clinics(), {.slope = 2});
  CHECK(map.fair_relative_price(1) == 1);
  CHECK(point(map, "dear").fair_price == Approx(30 * (1 + 2 * (8.0 / 6 - 1))));  // 50
  CHECK(point(map, "dear").advantage == Approx(1.0 / 3));
  CHECK(point(map, "cheap").advantage == Approx(-1.0 / 3));
}

TEST_CASE("levels count on the outcome's own scale and in its direction", "[value][value-map]") {
  MapContent content = three_clinics();
  Outcome& wait = content.outcomes[1];
  wait.scale = Scale{0, 60};
  wait.direction = Direction::less;
  wait.current = 30;
  wait.target = 20;
  content.offerings[0].levels[1].value = 24;  // 36 of 60 minutes from the worst: 0.6
  content.competitors[0].levels[1].value = 24;
  content.competitors[1].levels[1].value = 24;
  CHECK(point(value_map(content), "dear").quality == Approx(0.8));
}

TEST_CASE("where a level is missing one is compared with the others on the outcomes that it has",
          "[value][value-map]") {
  MapContent content = three_clinics();
  content.competitors[1].levels.pop_back();  // cheap: soon 3 against a mean of 6
  const ValueMap map = value_map(content);
  CHECK(point(map, "cheap").aspects == 1);
  CHECK(point(map, "cheap").quality == Approx(0.3));
  // 0.5 for cheap, 1 and 4/3 for the others; their mean is 17/18.
  CHECK(point(map, "cheap").relative_quality == Approx(0.5 * 18 / 17));
  CHECK(point(map, "ours").relative_quality == Approx(1.0 * 18 / 17));
}

TEST_CASE("an outcome that only one has, or that does not matter, compares nothing", "[value][value-map]") {
  MapContent content = three_clinics();
  content.outcomes.push_back(measured_outcome("extra", 9, 3, 8));
  content.outcomes.push_back(measured_outcome("idle", 0, 3, 8));
  content.offerings[0].levels.push_back({"extra", 10});
  content.offerings[0].levels.push_back({"idle", 10});
  content.competitors[0].levels.push_back({"idle", 1});
  const ValueMap map = value_map(content);
  REQUIRE(map.aspects.size() == 2);
  CHECK(map.aspects[0].outcome == "soon");
  CHECK(map.aspects[0].known_of == 3);
  CHECK(map.aspects[0].mean == Approx(0.6));
  CHECK(point(map, "ours").quality == Approx(0.6));
}

TEST_CASE("who has no price or nothing to compare is off the map, and says why", "[value][value-map]") {
  MapContent content = three_clinics();
  content.offerings.push_back(alternative<Offering>("unpriced", std::nullopt, {{"soon", 6}}));
  content.offerings.push_back(alternative<Offering>("bare", 12, {}));
  const ValueMap map = value_map(content);
  CHECK(map.points.size() == 3);
  CHECK(map.off ==
        std::vector<NotComparable>{{"bare", OffValueMap::nothing_to_compare}, {"unpriced", OffValueMap::no_price}});
}

TEST_CASE("one alone, all free, or all worst make no value map", "[value][value-map]") {
  MapContent alone = three_clinics();
  alone.competitors.clear();
  CHECK(value_map(alone).points.empty());
  MapContent free = three_clinics();
  free.offerings[0].price = free.competitors[0].price = free.competitors[1].price = 0;
  CHECK(value_map(free).points.empty());
  MapContent worst = three_clinics();
  worst.offerings[0].levels = worst.competitors[0].levels = worst.competitors[1].levels = {{"soon", 0}};
  CHECK(value_map(worst).points.empty());
  CHECK(value_map(MapContent{}).points.empty());
}

TEST_CASE("the order of the file does not matter, to the last digit", "[value][value-map]") {
  MapContent content = three_clinics();
  const ValueMap before = value_map(content);
  std::ranges::reverse(content.competitors);
  std::ranges::reverse(content.outcomes);
  std::ranges::reverse(content.offerings[0].levels);
  CHECK(value_map(content).points == before.points);
}

TEST_CASE("a slope that is no number above 0 is refused", "[value][value-map]") {
  CHECK_THROWS_AS(value_map(three_clinics(), {.slope = 0}), std::invalid_argument);
}
