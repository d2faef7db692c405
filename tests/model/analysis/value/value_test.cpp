#include "model/analysis/value/value.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "model/io/load.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Customer customer_with(Id id, double size, std::optional<PerceivedValue> perceived, std::optional<Clv> clv) {
  Customer made;
  made.name = id;
  made.id = std::move(id);
  made.size = size;
  made.perceived_value = perceived;
  made.clv = clv;
  return made;
}

Clv kept(double margin, double retention) {
  Clv clv;
  clv.margin = margin;
  clv.retention = retention;
  clv.discount = 0.1;
  return clv;
}

}  // namespace

TEST_CASE("who gets least comes first, unknown nets last; nobody without a perceived value is listed", "[value]") {
  MapContent content;
  content.customers = {customer_with("a", 1, PerceivedValue{7, 6, 4, 5}, {}),
                       customer_with("b", 1, PerceivedValue{7, 6, {}, 5}, {}),
                       customer_with("c", 1, PerceivedValue{5, 3, 6, 7}, {}), customer_with("d", 1, {}, {})};
  const ValueReport report = find_value(make_map(content));
  Ids ids;
  for (const CustomerValue& customer : report.customers) ids.push_back(customer.id);
  CHECK(ids == Ids{"c", "a", "b"});
  CHECK(*report.customers[0].perceived.net == -5);
}

TEST_CASE("what customers are worth to the firm is kept apart, with shares and churn", "[value]") {
  MapContent content;
  content.customers = {customer_with("few", 10, {}, kept(100, 0.8)),   // 100·0.8/0.3 = 266.67 a head
                       customer_with("many", 100, {}, kept(50, 0.6)),  // 50·0.6/0.5 = 60 a head
                       customer_with("loss", 5, {}, kept(-20, 0.5)), customer_with("unknown", 9, {}, {})};
  const ValueReport report = find_value(make_map(content));
  REQUIRE(report.worths.size() == 3);
  CHECK(report.worths[0].id == "many");
  CHECK(*report.worths[0].total == Approx(6000));
  CHECK(*report.worths[0].churn == Approx(0.4));
  CHECK(*report.worths[0].share == Approx(6000 / (6000 + 8000.0 / 3)));
  CHECK(report.worths[2].id == "loss");
  CHECK(*report.worths[2].share == 0);
  CHECK(report.customers.empty());
}

TEST_CASE("an empty map has no value to tell, and no fault", "[value]") {
  const ValueReport report = find_value(make_map(MapContent{}));
  CHECK(report.customers.empty());
  CHECK(report.worths.empty());
  CHECK(report.ladder.rungs.empty());
  CHECK(report.value_map.points.empty());
  CHECK(report.demand.empty());
  CHECK_FALSE(report.as_of);
}

TEST_CASE("slope and margin reach the parts, and nonsense is refused", "[value]") {
  const Map map = make_map(MapContent{});
  CHECK(find_value(map, {.slope = 2}).value_map.slope == 2);
  CHECK(find_value(map, {.margin = 3}).ladder.margin == 3);
  CHECK_THROWS_AS(find_value(map, {.slope = -1}), std::invalid_argument);
  CHECK_THROWS_AS(find_value(map, {.margin = 0}), std::invalid_argument);
}

TEST_CASE("both samples answer every question of value", "[value]") {
  for (const char* sample : {"clinics", "saas"}) {
    CAPTURE(sample);
    const LoadedMap loaded = load_map((source_folder() / "samples" / sample / "map.yaml").string());
    REQUIRE(loaded.map);
    const ValueReport report = find_value(*loaded.map);
    CHECK(report.customers.size() >= 8);
    CHECK(report.worths.size() >= 10);
    CHECK(report.offerings.size() >= 4);
    CHECK(report.stages.size() >= 10);
    CHECK(report.ladder.rungs.size() >= 4);
    CHECK(report.ladder.findings.size() >= 1);
    CHECK(report.value_map.points.size() >= 6);
    CHECK(report.beside.size() == report.offerings.size());
    CHECK(report.demand.size() >= 3);
    for (const DemandCurve& curve : report.demand) CHECK(curve.answers >= small_sample);
    CHECK(report.models.size() == report.offerings.size());
  }
}
