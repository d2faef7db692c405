#include "model/analysis/gaps.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

const GapRow& row_of(const GapReport& report, const Id& id, const std::optional<Id>& holder = std::nullopt) {
  const auto found =
      std::ranges::find_if(report.rows, [&](const GapRow& row) { return row.id == id && row.holder == holder; });
  REQUIRE(found != report.rows.end());
  return *found;
}

Outcome rated(Id id, double importance, double satisfaction) {
  Outcome rated = outcome(std::move(id));
  rated.importance = importance;
  rated.satisfaction = satisfaction;
  return rated;
}

}  // namespace

TEST_CASE("opportunity is importance and what satisfaction lacks of it", "[gaps]") {
  CHECK(opportunity_score(9, 4) == 14.0);
  CHECK(opportunity_score(10, 0) == 20.0);
  CHECK(opportunity_score(4, 9) == 4.0);
  CHECK(opportunity_score(0, 0) == 0.0);
}

TEST_CASE("bands begin where the method says", "[gaps]") {
  CHECK(opportunity_band(9, 2.9) == Band::extreme);
  CHECK(opportunity_band(9, 3) == Band::high);  // 15 is not above 15
  CHECK(opportunity_band(8, 3.9) == Band::high);
  CHECK(opportunity_band(8, 4) == Band::solid);  // 12 is not above 12
  CHECK(opportunity_band(7, 4) == Band::solid);  // 10 is solid
  CHECK(opportunity_band(7, 4.1) == Band::appropriate);
  CHECK(opportunity_band(10, 10) == Band::solid);
  CHECK(opportunity_band(5, 5) == Band::appropriate);
  CHECK(opportunity_band(5, 5.1) == Band::over_served);
  CHECK(opportunity_band(9.9, 10) == Band::over_served);
}

TEST_CASE("a last digit does not change the band", "[gaps]") {
  // In binary 8.3 + (8.3 - 4.6) is a last digit above 12, and so on.
  CHECK(opportunity_band(8.3, 4.6) == Band::solid);
  CHECK(opportunity_band(8.3, 1.6) == Band::high);
  CHECK(opportunity_band(8.2, 6.4) == Band::solid);
}

TEST_CASE("outcomes that are all alike stand on the crosshair, not below it", "[gaps]") {
  MapContent content;  // in binary the mean of six times 4.1 is a last digit above 4.1
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) content.outcomes.push_back(rated(id, 4.1, 4.1));
  for (const GapRow& row : find_gaps(make_map(content)).rows) CHECK(row.quadrant == Quadrant::keep_up);
}

TEST_CASE("holders' rows are judged against the crosshair of the wholes", "[gaps]") {
  const Map map = make_map(clinic());
  const GapReport wholes = find_gaps(map);
  const GapReport holders = find_gaps(map, {.by = GapBy::holder});
  CHECK(wholes.rows.size() == 3);
  CHECK(*wholes.importance_cross == Approx(20.0 / 3));
  CHECK(*wholes.satisfaction_cross == Approx((4.5 + 20.0 / 3 + 7) / 3));
  CHECK(holders.importance_cross == wholes.importance_cross);
  CHECK(holders.satisfaction_cross == wholes.satisfaction_cross);
}

TEST_CASE("the clinic's gaps, as in the documentation", "[gaps]") {
  const GapReport report = find_gaps(make_map(clinic()), {.by = GapBy::holder});
  CHECK(report.as_of == day("2026-06-30"));
  CHECK(report.alpha == 0.5);
  REQUIRE(report.rows.size() == 7);

  const GapRow& booked = row_of(report, "booked-fast");
  CHECK(booked.level.current == 4.5);
  CHECK(booked.level.gap == 3.5);
  CHECK(booked.opportunity == 13.5);
  CHECK(booked.band == Band::high);
  CHECK(booked.quadrant == Quadrant::concentrate_here);
  CHECK(booked.versus_best == -2.5);
  CHECK(*booked.factors.reach == Approx(0.7));
  CHECK(*booked.factors.value_share == Approx(0.853659).epsilon(1e-5));
  CHECK(*booked.factors.impact == Approx(0.776829).epsilon(1e-5));
  CHECK(*booked.priority == Approx(24.4701).epsilon(1e-5));

  const GapRow& wait = row_of(report, "wait");
  CHECK(*wait.opportunity == Approx(6));
  CHECK(wait.band == Band::over_served);
  CHECK(wait.quadrant == Quadrant::possible_overkill);
  CHECK(wait.level.gap == 15.0);
  CHECK(*wait.factors.gap == Approx(0.205556).epsilon(1e-5));
  CHECK(*wait.priority == Approx(12.3333).epsilon(1e-5));
  CHECK(wait.versus_best == -10.0);  // ten minutes longer than the best

  const GapRow& parents = row_of(report, "wait", "new-parents");
  CHECK(*parents.opportunity == Approx(7 + 7 - 10 * 55.0 / 90));
  CHECK(parents.band == Band::appropriate);
  CHECK(*parents.priority == Approx(100 * 0.7 * 20 / 90 * 0.776829).epsilon(1e-5));
  CHECK(parents.versus_best == -15.0);
  CHECK(row_of(report, "wait", "shift-workers").level.gap == 15.0);

  const GapRow& referred = row_of(report, "referred");
  CHECK(referred.level.surplus == 1.0);
  CHECK(referred.priority == 0.0);
  CHECK(referred.band == Band::over_served);
  CHECK(referred.quadrant == Quadrant::possible_overkill);
  CHECK_FALSE(referred.versus_best);
  CHECK(*referred.factors.reach == Approx(0.7));
}

TEST_CASE("rows stand by priority, then opportunity, then id and holder", "[gaps]") {
  const GapReport report = find_gaps(make_map(clinic()), {.by = GapBy::holder});
  std::vector<std::string> order;
  for (const GapRow& row : report.rows) order.push_back(row.id + "/" + row.holder.value_or("-"));
  CHECK(order == std::vector<std::string>{"booked-fast/-", "booked-fast/new-parents", "wait/-", "wait/new-parents",
                                          "wait/shift-workers", "referred/-", "referred/midwives"});
  MapContent content;
  content.outcomes = {rated("c", 5, 5), rated("b", 9, 1), rated("d", 5, 5), outcome("a")};
  order.clear();
  for (const GapRow& row : find_gaps(make_map(content)).rows) order.push_back(row.id);
  CHECK(order == std::vector<std::string>{"b", "c", "d", "a"});
}

TEST_CASE("quadrants meet at the mean, the median or the middle", "[gaps]") {
  MapContent content;
  content.outcomes = {rated("a", 9, 1), rated("b", 8, 3), rated("c", 4, 8), outcome("silent")};
  const Map map = make_map(content);
  const GapReport mean = find_gaps(map);
  CHECK(*mean.importance_cross == Approx(7));
  CHECK(*mean.satisfaction_cross == Approx(4));
  CHECK(row_of(mean, "a").quadrant == Quadrant::concentrate_here);
  CHECK(row_of(mean, "c").quadrant == Quadrant::possible_overkill);
  CHECK_FALSE(row_of(mean, "silent").quadrant);
  const GapReport median = find_gaps(map, {.crosshair = Crosshair::median});
  CHECK(median.importance_cross == 8.0);
  CHECK(median.satisfaction_cross == 3.0);
  CHECK(row_of(median, "b").quadrant == Quadrant::keep_up);  // on the line counts as high
  const GapReport middle = find_gaps(map, {.crosshair = Crosshair::middle});
  CHECK(middle.importance_cross == 5.0);
  CHECK(row_of(middle, "b").quadrant == Quadrant::concentrate_here);
  content.outcomes.push_back(rated("d", 3, 2));
  const GapReport even = find_gaps(make_map(content), {.crosshair = Crosshair::median});
  CHECK(even.importance_cross == 6.0);
  CHECK(even.satisfaction_cross == 2.5);
  CHECK(row_of(even, "d").quadrant == Quadrant::low_priority);
}

TEST_CASE("no outcome has both numbers: no crosshair, no quadrant", "[gaps]") {
  MapContent content;
  content.outcomes = {outcome("a")};
  content.outcomes[0].importance = 5;
  const GapReport report = find_gaps(make_map(content));
  CHECK_FALSE(report.importance_cross);
  CHECK_FALSE(report.rows[0].quadrant);
  CHECK(find_gaps(make_map(MapContent())).rows.empty());
}

TEST_CASE("what is missing stays missing in the priority", "[gaps]") {
  MapContent content = clinic();
  SECTION("no importance") {
    content.outcomes[0].importance.reset();
    const GapReport report = find_gaps(make_map(content));
    CHECK_FALSE(row_of(report, "booked-fast").priority);
    CHECK_FALSE(row_of(report, "booked-fast").opportunity);
    CHECK_FALSE(row_of(report, "booked-fast").band);
    CHECK(row_of(report, "booked-fast").versus_best == -2.5);
  }
  SECTION("no target") {
    content.outcomes[0].target.reset();
    const GapReport report = find_gaps(make_map(content));
    CHECK_FALSE(row_of(report, "booked-fast").priority);
    CHECK(row_of(report, "booked-fast").opportunity == 13.5);
  }
  SECTION("no holder") {
    content.outcomes[0].holders.list.clear();
    const GapReport report = find_gaps(make_map(content));
    CHECK_FALSE(row_of(report, "booked-fast").priority);
    CHECK_FALSE(row_of(report, "booked-fast").factors.reach);
  }
}

TEST_CASE("without money impact is reach alone", "[gaps]") {
  MapContent content = clinic();
  for (Customer& customer : content.customers) customer.firm_value.reset();
  const GapReport report = find_gaps(make_map(content));
  CHECK(report.alpha == 1.0);
  CHECK_FALSE(row_of(report, "booked-fast").factors.value_share);
  CHECK(*row_of(report, "booked-fast").priority == Approx(100 * 0.9 * 0.35 * 0.7));
  CHECK(find_gaps(make_map(clinic()), {.alpha = 0}).alpha == 0.0);
  CHECK(find_gaps(make_map(clinic()), {.alpha = -1}).alpha == 0.0);
  CHECK(find_gaps(make_map(clinic()), {.alpha = 2}).alpha == 1.0);
  CHECK(*row_of(find_gaps(make_map(clinic()), {.alpha = 0}), "booked-fast").factors.impact == Approx(2100.0 / 2460));
}

TEST_CASE("the whole's gap to close, where money is absent, is what its holders' priorities add up to", "[gaps]") {
  MapContent content = clinic();
  for (Customer& customer : content.customers) customer.firm_value.reset();
  content.outcomes[1].holders.list[0].importance.reset();
  const GapReport report = find_gaps(make_map(content), {.by = GapBy::holder});
  CHECK(*row_of(report, "wait").priority ==
        Approx(*row_of(report, "wait", "new-parents").priority + *row_of(report, "wait", "shift-workers").priority));
}

TEST_CASE("readings after the day do not count in the report", "[gaps]") {
  const Map map = make_map(clinic());
  CHECK(row_of(find_gaps(map, {.as_of = day("2026-04-30")}), "booked-fast").level.current == 4.0);
}

TEST_CASE("the best of several competitors is the one hardest to beat", "[gaps]") {
  MapContent content = clinic();
  Competitor other;
  other.id = other.name = "other";
  other.levels = {{"booked-fast", 3}, {"wait", 40}};
  content.competitors.insert(content.competitors.begin(), other);
  const GapReport report = find_gaps(make_map(content));
  CHECK(row_of(report, "booked-fast").versus_best == -2.5);
  CHECK(row_of(report, "wait").versus_best == -10.0);
}

TEST_CASE("names are those of the contract", "[gaps]") {
  CHECK(to_text(Band::over_served) == "over-served");
  CHECK(to_text(Band::extreme) == "extreme");
  CHECK(to_text(Quadrant::concentrate_here) == "concentrate-here");
  CHECK(to_text(Quadrant::possible_overkill) == "possible-overkill");
  CHECK(to_text(Crosshair::middle) == "middle");
}
