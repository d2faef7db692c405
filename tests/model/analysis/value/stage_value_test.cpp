#include "model/analysis/value/stage_value.hpp"

#include <catch2/catch.hpp>

#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// One stage, which two customers live; night workers feel less and want more.
MapContent booking() {
  MapContent content;
  for (const char* id : {"parents", "night-workers"}) {
    Customer customer;
    customer.id = customer.name = id;
    content.customers.push_back(customer);
  }
  Stage book;
  book.id = book.name = "book";
  book.value = ValueByKind{4, 6, 3, std::nullopt};
  book.wanted = ValueByKind{8, 6, 5, 7};
  book.by_customer = {{"night-workers", std::nullopt, ValueByKind{{}, {}, 1, {}}, ValueByKind{9, {}, {}, {}}}};
  Journey journey;
  journey.id = journey.name = "year";
  journey.customers = {"parents", "night-workers"};
  journey.stages = {book};
  content.journeys = {journey};
  return content;
}

Reading reading(std::optional<ReadingPart> part, std::string_view date, double value) {
  Reading made;
  made.of = "book";
  made.part = part;
  made.date = day(date);
  made.value = value;
  return made;
}

std::vector<StageValue> values(MapContent content, StageValueOptions options = {}) {
  return stage_values(make_map(std::move(content)), options);
}

}  // namespace

TEST_CASE("value at a stage by kind: now, wanted, gap and mix", "[value]") {
  const StageValue stage = values(booking()).at(0);
  CHECK(stage.stage == "book");
  CHECK_FALSE(stage.customer);
  CHECK(*stage.of(ValueKind::functional).gap == 4);
  CHECK(*stage.of(ValueKind::financial).gap == 0);
  CHECK(*stage.of(ValueKind::emotional).gap == 2);
  CHECK_FALSE(stage.of(ValueKind::social).gap);
  CHECK(*stage.gap == 6);
  CHECK(stage.widest == ValueKind::functional);
  CHECK(stage.widest_gap == 4);
  CHECK(*stage.of(ValueKind::functional).mix == Approx(4.0 / 13));
  CHECK(*stage.of(ValueKind::emotional).mix == Approx(3.0 / 13));
  CHECK_FALSE(stage.of(ValueKind::social).mix);
}

TEST_CASE("a customer who differs has a row, with the stage's numbers where it states none", "[value]") {
  const auto found = values(booking());
  REQUIRE(found.size() == 2);
  CHECK(found[1].customer == "night-workers");
  CHECK(*found[1].of(ValueKind::emotional).now == 1);
  CHECK(*found[1].of(ValueKind::functional).now == 4);
  CHECK(*found[1].of(ValueKind::functional).gap == 5);
}

TEST_CASE("the newest reading up to the day beats what the stage states, not what one of several customers states",
          "[value]") {
  MapContent content = booking();
  content.readings = {reading(ReadingPart::emotional, "2026-05-01", 5),
                      reading(ReadingPart::emotional, "2026-03-01", 4),
                      reading(ReadingPart::emotional, "2026-08-01", 9), reading(ReadingPart::emotion, "2026-05-01", 1)};
  const auto june = values(content, {.as_of = day("2026-06-30")});
  CHECK(*june[0].of(ValueKind::emotional).now == 5);
  CHECK(*june[1].of(ValueKind::emotional).now == 1);
  CHECK(*values(content)[0].of(ValueKind::emotional).now == 9);
  content.journeys[0].customers = {"night-workers"};
  CHECK(*values(content, {.as_of = day("2026-06-30")})[1].of(ValueKind::emotional).now == 5);
}

TEST_CASE("the mix counts from the bottom of the scale, and a stage without numbers is left out", "[value]") {
  MapContent content = booking();
  content.scale = {1, 11};
  CHECK(*values(content)[0].of(ValueKind::functional).mix == Approx(3.0 / 10));
  content.journeys[0].stages[0].value = ValueByKind{1, 1, 1, 1};
  CHECK_FALSE(values(content)[0].of(ValueKind::functional).mix);
  Stage& stage = content.journeys[0].stages[0];
  stage.value.reset();
  stage.wanted.reset();
  stage.by_customer.clear();
  CHECK(values(content).empty());
}
