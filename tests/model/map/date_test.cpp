#include "model/map/date.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace outmap;

TEST_CASE("a date is a day of the calendar written as ISO 8601", "[date]") {
  const auto found = parse_date("2026-06-30");
  REQUIRE(found);
  CHECK(to_text(*found) == "2026-06-30");
  CHECK(to_words(*found) == "30 June 2026");
  CHECK(to_words(*parse_date("2024-02-29")) == "29 February 2024");
  CHECK(to_text(*parse_date("0987-01-02")) == "0987-01-02");
}

TEST_CASE("text that names no day is no date", "[date]") {
  for (const char* text :
       {"", "2026", "2026-6-30", "30.06.2026", "2026-06-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
        "2026/06/30", "2026-06-30T10:00", " 2026-06-30", "-026-06-30", "20２6-06-3"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("days between two dates are signed and know leap years", "[date]") {
  const auto days = [](const char* a, const char* b) { return days_between(*parse_date(a), *parse_date(b)); };
  CHECK(days("2026-06-30", "2026-07-01") == 1);
  CHECK(days("2026-07-01", "2026-06-30") == -1);
  CHECK(days("2024-02-28", "2024-03-01") == 2);
  CHECK(days("2026-01-01", "2027-01-01") == 365);
}

TEST_CASE("every day reads back from its text, and text orders as days do", "[date]") {
  const bool holds = rc::check([] {
    const auto day_of = [](int number) {
      return Date{std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(number)))};
    };
    const Date a = day_of(*rc::gen::inRange(-700000, 2900000));
    const Date b = day_of(*rc::gen::inRange(-700000, 2900000));
    RC_ASSERT(parse_date(to_text(a)) == a);
    RC_ASSERT((to_text(a) < to_text(b)) == (a < b));
    RC_ASSERT((days_between(a, b) > 0) == (a < b));
  });
  CHECK(holds);
}
