#include "model/analysis/monitor/monitor.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <span>
#include <string>

#include "model/analysis/random.hpp"

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

void read_level(MapContent& content, const Id& of, std::string_view date, double level,
                std::optional<ReadingPart> part = std::nullopt) {
  Reading reading;
  reading.of = of;
  reading.part = part;
  reading.date = day(date);
  reading.value = level;
  content.readings.push_back(reading);
}

void read_marker(MapContent& content, const Id& of, std::string_view date, MarkerLevel level) {
  Reading reading;
  reading.of = of;
  reading.date = day(date);
  reading.value = level;
  content.readings.push_back(reading);
}

/// One outcome, more is better, read on the last days of five months: 2, 3, 4, 5, 6 of 10; target 8.
MapContent rising() {
  MapContent content;
  content.date = day("2026-06-30");
  content.outcomes = {outcome("fast", {})};
  content.outcomes[0].importance = 9;
  content.outcomes[0].target = 8;
  int level = 2;
  for (const auto* date : {"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"}) {
    read_level(content, "fast", date, level++);
  }
  return content;
}

MonitorReport report_of(const MapContent& content, const MonitorOptions& options = {}) {
  return monitor_map(make_map(content), options);
}

Partner partner_with_markers() {
  Partner partner;
  partner.id = partner.name = "midwives";
  const auto marker = [](const char* id) {
    ProgressMarker one;
    one.id = one.name = one.statement = id;
    return one;
  };
  partner.progress_markers.expect = {marker("leaflet"), marker("answer")};
  partner.progress_markers.love = {marker("shape")};
  return partner;
}

}  // namespace

TEST_CASE("a level that rises to its target improved, with its trend and its way", "[monitor]") {
  const MonitorReport report = report_of(rising());
  REQUIRE(report.outcomes.size() == 1);
  const LevelSeries& series = report.outcomes[0];
  CHECK(series.verdict == Verdict::improved);
  CHECK_FALSE(series.unsure);
  CHECK(series.change == 4);
  CHECK(*series.last_change == 1);
  CHECK(*series.share_of_way == Approx(4.0 / 6));
  // The ten slopes of 1 point in 28 to 31 days and their multiples: the median is 2 points in 59 or 3 in 90 days.
  CHECK(series.trend->per_month == Approx(30.4375 * (2.0 / 61 + 3.0 / 91) / 2).epsilon(0.01));
  CHECK(*series.months_to_target == Approx(2 / series.trend->per_month));
  CHECK(*series.least_change >= 0.1);
  CHECK(report.counts.improved == 1);
  CHECK(report.counts.of == 1);
  CHECK_FALSE(series.target_met);
}

TEST_CASE("where less is better a level that rises worsened", "[monitor]") {
  MapContent content = rising();
  content.outcomes[0].direction = Direction::less;
  content.outcomes[0].target = 1;
  const MonitorReport report = report_of(content);
  CHECK(report.outcomes[0].verdict == Verdict::worsened);
  CHECK(report.outcomes[0].share_of_way == Approx(-4.0));  // it stood 1 from the target and went 4 away
  CHECK_FALSE(report.outcomes[0].months_to_target);
}

TEST_CASE("a verdict is unsure where the trend has no interval or one that holds 0", "[monitor]") {
  MapContent content = rising();
  content.readings.pop_back();  // four readings: no 95 % interval
  const MonitorReport four = report_of(content);
  CHECK(four.outcomes[0].verdict == Verdict::improved);
  CHECK(four.outcomes[0].unsure);

  content = rising();
  content.readings[1].value = 2.0;  // one pair of five agrees on nothing: the smallest slope is 0
  const MonitorReport flat = report_of(content);
  CHECK(flat.outcomes[0].verdict == Verdict::improved);
  CHECK(*flat.outcomes[0].trend->per_month_low == 0.0);
  CHECK(flat.outcomes[0].unsure);

  content.readings[4].value = 2.0;  // what does not move cannot be unsure of it
  CHECK_FALSE(report_of(content).outcomes[0].unsure);
}

TEST_CASE("the change is that since a day, from the level as it stood then", "[monitor]") {
  const MonitorReport report = report_of(rising(), {.since = day("2026-04-15")});
  CHECK(report.outcomes[0].start == LevelPoint{day("2026-03-31"), 4});
  CHECK(report.outcomes[0].change == 2);
  CHECK(*report.outcomes[0].share_of_way == Approx(0.5));
  const MonitorReport late = report_of(rising(), {.since = day("2026-05-31")});
  CHECK(late.outcomes[0].verdict == Verdict::not_measured_since);
  CHECK(late.counts.not_measured_since == 1);
  const MonitorReport early = report_of(rising(), {.since = day("2020-01-01")});
  CHECK(early.outcomes[0].start.value == 2);
}

TEST_CASE("a change that the scatter of the readings explains is none", "[monitor]") {
  MapContent content = rising();
  content.readings.clear();
  const double levels[] = {4, 5, 4, 5, 4, 5};
  const char* dates[] = {"2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"};
  for (int i = 0; i < 6; ++i) read_level(content, "fast", dates[i], levels[i]);
  const LevelSeries series = report_of(content).outcomes[0];
  CHECK(series.change == 1);
  CHECK(series.verdict == Verdict::no_change);
  CHECK(*series.least_change == Approx(2.67 * *series.noise));
}

TEST_CASE("a change must be larger than one step in which the level is read", "[monitor]") {
  for (const double step : {1.0, 0.5}) {
    MapContent content = rising();
    content.readings.clear();
    for (const auto* date : {"2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"}) {
      read_level(content, "fast", date, 3 * step);
    }
    CHECK(*report_of(content).outcomes[0].least_change == step);
  }
  MapContent content = rising();  // one step over four readings: little noise, and yet no change
  content.readings.clear();
  const char* dates[] = {"2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"};
  const double levels[] = {3, 3, 3.5, 3.5};
  for (int i = 0; i < 4; ++i) read_level(content, "fast", dates[i], levels[i]);
  CHECK(report_of(content).outcomes[0].change == 0.5);
  CHECK(report_of(content).outcomes[0].verdict == Verdict::no_change);
}

TEST_CASE("the noise of readings is the mean square of their distances from the line", "[monitor]") {
  MapContent content = rising();
  content.readings.clear();
  // Slope 0 and line at 5: distances 1, 1, 0, 1, 1.
  const double levels[] = {6, 4, 5, 4, 6};
  const char* dates[] = {"2026-01-01", "2026-01-11", "2026-01-21", "2026-01-31", "2026-02-10"};
  for (int i = 0; i < 5; ++i) read_level(content, "fast", dates[i], levels[i]);
  const LevelSeries series = report_of(content).outcomes[0];
  CHECK(series.trend->per_month == Approx(0).margin(1e-12));
  CHECK(*series.noise == Approx(std::sqrt(4.0 / 3)));
  CHECK(*series.least_change == Approx(2.90 * std::sqrt(4.0 / 3)));
}

TEST_CASE("of levels that stand still one in ten is said to have moved, however often they are read",
          "[monitor][property]") {
  Random random(17);
  const auto normal = [&] {
    return std::sqrt(-2 * std::log(1 - random.unit())) * std::cos(2 * 3.14159265358979 * random.unit());
  };
  for (const int readings : {4, 5, 6, 8, 12, 20}) {
    MapContent content;
    constexpr int outcomes = 1500;
    for (int i = 0; i < outcomes; ++i) {
      content.outcomes.push_back(outcome("o" + std::to_string(i), {}));
      content.outcomes.back().scale = Scale{0, 1000};
      for (int k = 0; k < readings; ++k) {
        const auto on = std::chrono::sys_days(day("2020-01-01").day) + std::chrono::days(30 * k);
        read_level(content, content.outcomes.back().id, to_text(Date{std::chrono::year_month_day(on)}),
                   500 + 40 * normal());
      }
    }
    const VerdictCounts counts = report_of(content).counts;
    INFO(readings);
    const auto moved = static_cast<double>(counts.improved + counts.worsened);
    CHECK(moved / outcomes == Approx(0.1).margin(0.025));  // more than three standard deviations of the share
  }
}

TEST_CASE("too few readings are no verdict", "[monitor]") {
  MapContent content = rising();
  content.readings.resize(3);
  CHECK(report_of(content).outcomes[0].verdict == Verdict::too_few_readings);
  content.readings.resize(1);
  const LevelSeries one = report_of(content).outcomes[0];
  CHECK(one.verdict == Verdict::too_few_readings);
  CHECK_FALSE(one.trend);
  CHECK_FALSE(one.last_change);
  CHECK(one.change == 0);
}

TEST_CASE("readings after the day do not count, and are counted", "[monitor]") {
  const MonitorReport report = report_of(rising(), {.as_of = day("2026-03-31")});
  CHECK(report.outcomes[0].points.size() == 3);
  CHECK(report.later_readings == 2);
}

TEST_CASE("of two readings on one day the later in the file counts, in whatever order days stand", "[monitor]") {
  MapContent content = rising();
  read_level(content, "fast", "2026-05-31", 7);
  std::ranges::rotate(content.readings, content.readings.begin() + 1);
  const LevelSeries series = report_of(content).outcomes[0];
  CHECK(series.points.size() == 5);
  CHECK(series.now.value == 7);
  CHECK(series.start.value == 2);
}

TEST_CASE("parts of a stage are series of their own, emotion on its scale", "[monitor]") {
  MapContent content = rising();
  content.customers = {customer("parents")};
  Stage stage;
  stage.id = stage.name = "book";
  stage.wanted = ValueByKind{9, std::nullopt, std::nullopt, std::nullopt};
  Journey journey;
  journey.id = journey.name = "walk";
  journey.stages = {stage};
  content.journeys = {journey};
  read_level(content, "book", "2026-02-01", -1, ReadingPart::emotion);
  read_level(content, "book", "2026-02-01", 4, ReadingPart::functional);
  read_level(content, "book", "2026-03-01", 5, ReadingPart::functional);
  const MonitorReport report = report_of(content);
  REQUIRE(report.stages.size() == 2);
  CHECK(report.stages[0].part == ReadingPart::emotion);
  CHECK(report.stages[0].scale == Scale{-2, 2});
  CHECK_FALSE(report.stages[0].target);
  CHECK(report.stages[1].target == 9);
  CHECK(report.stages[1].journey == "walk");
  CHECK(report.counts.of == 1);
}

TEST_CASE("holders with a target of their own have a way of their own; a stated level is not measured", "[monitor]") {
  MapContent content = rising();
  content.customers = {customer("a"), customer("b"), customer("c")};
  Holder own_target;
  own_target.id = "a";
  own_target.target = 5;
  Holder own_level;
  own_level.id = "b";
  own_level.current = 1;
  Holder plain;
  plain.id = "c";
  content.outcomes[0].holders.list = {own_target, own_level, plain};
  const LevelSeries series = report_of(content).outcomes[0];
  REQUIRE(series.holders.size() == 2);
  CHECK(series.holders[0].target_met);
  CHECK(*series.holders[0].share_of_way == Approx(4.0 / 3));
  CHECK(series.holders[1].current_from == LevelSource::stated);
  CHECK_FALSE(series.holders[1].share_of_way);
}

TEST_CASE("outcomes that matter and that nobody reads, or nobody reads any more, are named", "[monitor]") {
  MapContent content = rising();
  content.outcomes.push_back(outcome("unread", {}));
  content.outcomes[1].importance = 8;
  content.outcomes.push_back(outcome("minor", {}));
  content.outcomes[2].importance = 3;
  CHECK(report_of(content).unwatched.size() == 1);
  const MonitorReport later = report_of(content, {.as_of = day("2027-06-30")});
  REQUIRE(later.unwatched.size() == 2);
  CHECK(later.unwatched[0].outcome == "fast");
  CHECK(later.unwatched[0].days_ago == 395);
  CHECK(later.unwatched[0].stale());
  CHECK_FALSE(later.unwatched[1].stale());
  CHECK(later.counts.never_measured == 2);
}

TEST_CASE("a partner's markers tell how far it has come and what moved", "[monitor]") {
  MapContent content;
  content.date = day("2026-06-30");
  content.partners = {partner_with_markers()};
  read_marker(content, "leaflet", "2026-01-10", MarkerLevel::low);
  read_marker(content, "leaflet", "2026-05-10", MarkerLevel::high);
  read_marker(content, "answer", "2026-01-10", MarkerLevel::medium);
  read_marker(content, "answer", "2026-05-10", MarkerLevel::low);
  const MonitorReport report = report_of(content, {.since = day("2026-02-01")});
  REQUIRE(report.partners.size() == 1);
  const PartnerProgress& midwives = report.partners[0];
  CHECK(midwives.rungs[0].markers[0].move == MarkerMove::up);
  CHECK(midwives.rungs[0].markers[1].move == MarkerMove::down);
  CHECK(midwives.rungs[2].markers[0].move == MarkerMove::never_read);
  CHECK(midwives.up == 1);
  CHECK(midwives.down == 1);
  CHECK(*midwives.rungs[0].reached == Approx((1 + 1.0 / 3) / 2));
  CHECK(*midwives.rungs[0].reached_before == Approx((1.0 / 3 + 2.0 / 3) / 2));
  CHECK_FALSE(midwives.rungs[1].reached);
  CHECK(*midwives.reached == Approx((4.0 / 3) / 3));
  CHECK(midwives.rungs[0].high == 1);
  CHECK(midwives.last == day("2026-05-10"));
}

TEST_CASE("markers first read since, and not read since, say so", "[monitor]") {
  MapContent content;
  content.partners = {partner_with_markers()};
  content.partners.push_back(Partner{});
  content.partners[1].id = content.partners[1].name = "bus";
  read_marker(content, "leaflet", "2026-01-10", MarkerLevel::low);
  read_marker(content, "answer", "2026-05-10", MarkerLevel::medium);
  const MonitorReport report = report_of(content, {.since = day("2026-02-01")});
  CHECK(report.partners[0].rungs[0].markers[0].move == MarkerMove::not_read_since);
  CHECK(report.partners[0].rungs[0].markers[1].move == MarkerMove::first_reading);
  CHECK(report.partners[0].rungs[0].reached_before == Approx(1.0 / 6));
  CHECK(report.partners_without_markers == Ids{"bus"});
}

TEST_CASE("the order of readings in the file does not matter, of different days", "[monitor][property]") {
  Random random(3);
  MapContent content = rising();
  content.partners = {partner_with_markers()};
  read_marker(content, "leaflet", "2026-01-10", MarkerLevel::low);
  read_marker(content, "leaflet", "2026-05-10", MarkerLevel::high);
  const MonitorReport before = report_of(content, {.since = day("2026-03-01")});
  for (int i = 0; i < 20; ++i) {
    random.shuffle(std::span(content.readings));
    const MonitorReport after = report_of(content, {.since = day("2026-03-01")});
    CHECK(after.outcomes == before.outcomes);
    CHECK(after.partners == before.partners);
  }
}
