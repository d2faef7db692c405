#include "model/analysis/summary.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

std::size_t count_of(const std::vector<Count>& counts, std::string_view what) {
  const auto found = std::ranges::find(counts, what, &Count::what);
  REQUIRE(found != counts.end());
  return found->count;
}

}  // namespace

TEST_CASE("a map is summed up by kind, size, money and date", "[summary]") {
  const MapSummary summary = summarise(make_map(clinic()));
  CHECK(summary.title == "Riverside Clinics");
  CHECK(summary.currency == "EUR");
  CHECK(summary.date == day("2026-06-30"));
  CHECK(summary.as_of == day("2026-06-30"));
  CHECK(summary.first == day("2026-05-01"));
  CHECK(summary.last == day("2026-05-01"));
  CHECK(summary.elements.size() == element_kinds.size());
  CHECK(count_of(summary.elements, "customers") == 2);
  CHECK(count_of(summary.elements, "outcomes") == 3);
  CHECK(count_of(summary.elements, "stages") == 0);
  CHECK(count_of(summary.rows, "relations") == 1);
  CHECK(count_of(summary.rows, "readings") == 1);
  CHECK(count_of(summary.rows, "influences") == 0);
  CHECK(std::ranges::find(summary.rows, "customers", &Count::what) == summary.rows.end());
  CHECK(summary.heads == 6000);
  CHECK(summary.firm_value == MoneySum{2460000, 2, 2});
  CHECK(summary.initiative_cost == MoneySum{0, 0, 0});
}

TEST_CASE("stopped initiatives cost nothing more", "[summary]") {
  MapContent content = clinic();
  content.initiatives.resize(3);
  for (int i = 0; i < 3; ++i) content.initiatives[i].id = content.initiatives[i].name = "i" + std::to_string(i);
  content.initiatives[0].cost = 40000;
  content.initiatives[2].cost = 5000;
  content.initiatives[2].status = InitiativeStatus::stopped;
  CHECK(summarise(make_map(content)).initiative_cost == MoneySum{40000, 1, 2});
}

TEST_CASE("journeys are listed with their stages", "[summary]") {
  MapContent content = clinic();
  Journey journey;
  journey.id = "first-year";
  journey.name = "First year";
  journey.customers = {"new-parents"};
  journey.stages.resize(1);
  journey.stages[0].id = "book";
  journey.stages[0].name = "Book";
  journey.stages[0].outcomes = {"booked-fast", "wait"};
  content.journeys = {journey};
  const MapSummary summary = summarise(make_map(content));
  REQUIRE(summary.journeys.size() == 1);
  CHECK(summary.journeys[0] ==
        JourneySummary{"first-year", "First year", JourneyState::current, {"new-parents"}, {{"book", "Book", 0, 2}}});
  CHECK(count_of(summary.elements, "stages") == 1);
}

TEST_CASE("what a map has nothing of is said", "[summary]") {
  const auto missing = summarise(make_map(clinic())).missing;
  const auto says = [&](std::string_view start) {
    return std::ranges::any_of(missing, [&](const std::string& text) { return text.starts_with(start); });
  };
  CHECK(says("no need:"));
  CHECK(says("no evidence:"));
  CHECK(says("no initiative:"));
  CHECK_FALSE(says("no reading:"));
  CHECK_FALSE(says("no value to the firm:"));
  CHECK_FALSE(says("no date"));
  CHECK(summarise(make_map(MapContent())).missing.size() == 11);
}
