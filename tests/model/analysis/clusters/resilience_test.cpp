#include "model/analysis/clusters/resilience.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "model/analysis/clusters/betweenness.hpp"
#include "model/analysis/clusters/cuts.hpp"
#include "model/analysis/random.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/elements.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// The invented clinic, with a website of the midwives and a city that ties them to the shift workers.
MapContent tied_clinic() {
  MapContent content = clinic();
  content.partners.push_back(named<Partner>("city"));
  content.partners.push_back(named<Partner>("doulas"));
  for (Partner& each : content.partners) each.tags = {each.id == "city" ? "office" : "birth"};
  content.relations.push_back(relation("midwives", "city", 2));
  content.relations.push_back(relation("city", "shift-workers", 3));
  Touchpoint web;
  web.id = web.name = "web";
  web.owner = "midwives";
  content.touchpoints = {web};
  Journey year;
  year.id = year.name = "first-year";
  year.customers = {"new-parents"};
  Stage book;
  book.id = book.name = "book";
  book.touchpoints = {"web"};
  book.outcomes = {"booked-fast"};
  year.stages = {book};
  content.journeys = {year};
  Initiative online;
  online.id = online.name = "online-booking";
  online.closes = {{"booked-fast", 0.5}};
  content.initiatives = {online};
  return content;
}

ResilienceReport report(const Map& map, const ResilienceOptions& options = {}) {
  return find_resilience(map, Similarity(map), options);
}

}  // namespace

TEST_CASE("the clinic without its midwives, as in the documentation", "[resilience]") {
  const ResilienceReport found = report(make_map(tied_clinic()));
  // new-parents (4200) - midwives - city - shift-workers (1800); doulas have no tie.
  CHECK(found.parts == 2);
  CHECK((found.counts_cut_off && found.counts_access));
  REQUIRE(found.people.size() == 2);

  const Leaving& midwives = found.people[0];
  CHECK(midwives.id == "midwives");
  CHECK(midwives.rank == 1);
  REQUIRE(midwives.parts.size() == 1);
  CHECK(midwives.parts[0] == FallenPart{2, 1, 1801, {"shift-workers", "city"}});
  CHECK(midwives.cut_off == Approx(1801.0 / 6002));
  REQUIRE(midwives.outcomes.size() == 1);
  // Importance x heads: booked 9 x 4200, waiting 7 x 4200 and 6 x 1800, referred 5 x 1.
  const double all = 9 * 4200 + 7 * 4200 + 6 * 1800 + 5;
  CHECK(midwives.outcomes[0].id == "booked-fast");
  CHECK(midwives.outcomes[0].holders == Ids{"new-parents"});
  CHECK(midwives.outcomes[0].importance == 9.0);
  CHECK(midwives.outcomes[0].heads == 4200);
  CHECK(midwives.outcomes[0].share == Approx(9 * 4200 / all));
  CHECK(midwives.outcomes[0].planned == Ids{"online-booking"});
  CHECK(midwives.hurt == Approx(50 * (1801.0 / 6002 + 9 * 4200 / all)));
  REQUIRE(midwives.substitutes.size() == 1);
  CHECK(midwives.substitutes[0].id == "doulas");
  CHECK(midwives.substitutes[0].contacts == 0);

  const Leaving& city = found.people[1];
  CHECK(city.id == "city");
  CHECK(city.cut_off == Approx(1800.0 / 6002));
  CHECK(city.hurt == Approx(50 * 1800.0 / 6002));
  CHECK(city.parts[0].named == Ids{"shift-workers"});

  REQUIRE(found.ties.size() == 3);
  CHECK(found.ties[0] == BridgeTie{"new-parents", "midwives", 1, {3, 1, 1802, {"shift-workers", "city", "midwives"}}});
  CHECK(found.ties[1].stays == "midwives");
  CHECK(found.ties[1].strength == 2);
  CHECK(found.ties[2].loses == "shift-workers");
}

TEST_CASE("weights of hurt", "[resilience]") {
  const Map map = make_map(tied_clinic());
  CHECK(report(map, {.cut_off_weight = 1}).people[0].hurt == Approx(100 * 1801.0 / 6002));
  CHECK(report(map, {.cut_off_weight = 0}).people[1].hurt == 0);
  CHECK_THROWS_AS(report(map, {.cut_off_weight = 1.5}), std::invalid_argument);
}

TEST_CASE("what a map does not have is not counted", "[resilience]") {
  MapContent content = tied_clinic();
  content.relations.clear();
  const ResilienceReport access = report(make_map(content));
  CHECK_FALSE(access.counts_cut_off);
  REQUIRE(access.people.size() == 1);
  CHECK(access.people[0].hurt == Approx(100 * access.people[0].lost_access));
  CHECK(access.ties.empty());

  content = tied_clinic();
  content.outcomes.clear();
  content.journeys[0].stages[0].outcomes.clear();
  content.initiatives.clear();
  content.readings.clear();
  content.competitors.clear();
  const ResilienceReport ties = report(make_map(content));
  CHECK_FALSE(ties.counts_access);
  CHECK(ties.people[0].hurt == Approx(100 * 1801.0 / 6002));
  CHECK(report(make_map({})) == ResilienceReport{});
}

TEST_CASE("where nobody gave an importance all outcomes count alike", "[resilience]") {
  MapContent content = tied_clinic();
  for (Outcome& each : content.outcomes) {
    each.importance.reset();
    for (Holder& holder : each.holders.list) holder.importance.reset();
  }
  const ResilienceReport found = report(make_map(content));
  CHECK_FALSE(found.people[0].outcomes[0].importance);
  CHECK(found.people[0].lost_access == Approx(4200.0 / (4200 + 4200 + 1800 + 1)));
}

TEST_CASE("betweenness breaks ties of equal hurt and is shown", "[resilience]") {
  MapContent content;  // two paths of three, whose middles hurt alike
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) content.customers.push_back(customer(id));
  content.relations = {relation("a", "b"), relation("b", "c"), relation("d", "e"), relation("e", "f")};
  const Map map = make_map(content);
  const std::vector<double> shares = {0, 0.1, 0, 0, 0.2, 0};
  const ResilienceReport found = report(map, {.betweenness = shares});
  REQUIRE(found.people.size() == 2);
  CHECK(found.people[0].id == "e");
  CHECK(found.people[0].betweenness == 0.2);
  CHECK(found.people[1].rank == 1);
  CHECK(report(map).people[0].id == "b");
  CHECK_THROWS_WITH(report(map, {.betweenness = std::span(shares).first(2)}),
                    "betweenness is given for 2 of 6 people: give it for all or for none");
}

TEST_CASE("only the first are described in detail", "[resilience]") {
  const ResilienceReport found = report(make_map(tied_clinic()), {.detailed = 1});
  CHECK(found.detailed == 1);
  CHECK_FALSE(found.people[0].parts[0].named.empty());
  CHECK(found.people[1].parts[0].named.empty());
  CHECK(found.people[1].parts[0].members == 1);
  CHECK(found.people[1].substitutes.empty());
}

TEST_CASE("the order of the file does not change who would be missed", "[resilience]") {
  MapContent content = tied_clinic();
  const ResilienceReport found = report(make_map(content));
  std::ranges::reverse(content.customers);
  std::ranges::reverse(content.partners);
  std::ranges::reverse(content.relations);
  std::ranges::reverse(content.outcomes);
  CHECK(report(make_map(content)) == found);
}

TEST_CASE("a tree of 30,000 people, with hubs, takes a moment", "[resilience]") {
  MapContent content;
  Random random(2);
  for (std::uint32_t i = 0; i < 30'000; ++i) {
    content.customers.push_back(customer("c" + std::to_string(i)));
    if (i == 0) continue;
    const std::uint32_t hub = i < 10'000 ? 0 : random.below(i);  // a star, a forest round it
    content.relations.push_back(relation("c" + std::to_string(hub), content.customers.back().id));
  }
  const Map map = make_map(std::move(content));
  const auto start = std::chrono::steady_clock::now();
  const ResilienceReport found = report(map);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  CHECK(found.people[0].id == "c0");
  CHECK(found.ties.size() == 29'999);
}
