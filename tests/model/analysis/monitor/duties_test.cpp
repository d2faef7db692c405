#include "model/analysis/monitor/duties.hpp"

#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

MonitoringPriority priority(std::string what, std::string every) {
  MonitoringPriority row;
  row.what = std::move(what);
  row.every = std::move(every);
  return row;
}

MapContent nursing_practice() {
  MapContent content;
  content.outcomes = {outcome("weekend-calls", {}), outcome("seen-soon", {})};
  content.outcomes[0].name = "Weekend calls to support";
  Partner nurses;
  nurses.id = "nurses";
  nurses.name = "Nurses";
  ProgressMarker note;
  note.id = note.name = note.statement = "note";
  nurses.progress_markers.expect = {note};
  content.partners = {nurses};
  Reading reading;
  reading.of = "note";
  reading.date = day("2026-01-31");
  reading.value = MarkerLevel::low;
  content.readings = {reading};
  return content;
}

WatchDuty duty_of(const MonitoringPriority& row, std::string_view on = "2026-06-30") {
  MapContent content = nursing_practice();
  content.monitoring = {row};
  return watch_duties(make_map(content), day(on)).front();
}

}  // namespace

TEST_CASE("intervals in words lead to the next day, months to their last one", "[monitor]") {
  CHECK(after_interval(day("2026-01-31"), "month") == day("2026-02-28"));
  CHECK(after_interval(day("2028-01-31"), "monthly") == day("2028-02-29"));
  CHECK(after_interval(day("2026-11-30"), "quarter") == day("2027-02-28"));
  CHECK(after_interval(day("2026-06-30"), "Every Week") == day("2026-07-07"));
  CHECK(after_interval(day("2026-06-30"), "2 weeks") == day("2026-07-14"));
  CHECK(after_interval(day("2026-06-30"), "10 days") == day("2026-07-10"));
  CHECK(after_interval(day("2026-08-31"), "half-year") == day("2027-02-28"));
  CHECK(after_interval(day("2026-06-30"), "year") == day("2027-06-30"));
  CHECK_FALSE(after_interval(day("2026-06-30"), "when needed"));
  CHECK_FALSE(after_interval(day("2026-06-30"), ""));
  CHECK_FALSE(after_interval(day("2026-06-30"), "-2 weeks"));
  CHECK_FALSE(after_interval(day("2026-06-30"), "1.5 months"));
}

TEST_CASE("a priority is about the element that its words name", "[monitor]") {
  CHECK(duty_of(priority("nurses", "")).of == Ids{"nurses"});
  CHECK(duty_of(priority("Overtime of the nurses", "")).of == Ids{"nurses"});
  CHECK(duty_of(priority("Seen soon", "")).of == Ids{"seen-soon"});
  CHECK(duty_of(priority("Weekend calls", "")).of == Ids{"weekend-calls"});
  CHECK(duty_of(priority("The mood in town", "")).of.empty());
  CHECK(duty_of(priority("Nursesroom", "")).of.empty());
}

TEST_CASE("a partner is watched when one of its markers is read, and due an interval later", "[monitor]") {
  const WatchDuty duty = duty_of(priority("Nurses", "quarter"));
  CHECK(duty.last == day("2026-01-31"));
  CHECK(duty.due == day("2026-04-30"));
  CHECK(duty.days_late == 61);
  CHECK(duty.state == DueState::overdue);
  CHECK(duty_of(priority("Nurses", "half-year")).state == DueState::later);
  CHECK(duty_of(priority("Nurses", "half-year"), "2026-07-10").state == DueState::due);
  CHECK(duty_of(priority("Nurses", "now and then")).state == DueState::unknown);
}

TEST_CASE("what was never watched is overdue; what names no element cannot be known", "[monitor]") {
  CHECK(duty_of(priority("Seen soon", "month")).state == DueState::overdue);
  CHECK_FALSE(duty_of(priority("Seen soon", "month")).due);
  CHECK(duty_of(priority("Mood", "month")).state == DueState::unknown);
}

TEST_CASE("evaluation questions are overdue from the day after theirs", "[monitor]") {
  MapContent content = nursing_practice();
  EvaluationQuestion question;
  question.question = "Did it work?";
  question.date = day("2026-06-30");
  content.evaluation = {question};
  const Map map = make_map(content);
  CHECK(evaluation_duties(map, day("2026-06-30")).front().state == DueState::due);
  CHECK(evaluation_duties(map, day("2026-07-01")).front().state == DueState::overdue);
  CHECK(evaluation_duties(map, day("2026-01-01")).front().state == DueState::later);
  CHECK(evaluation_duties(map, std::nullopt).front().state == DueState::unknown);
}

TEST_CASE("a practice shows itself by the newest journal entry about it", "[monitor]") {
  MapContent content = nursing_practice();
  Practice review;
  review.id = review.name = review.statement = "review";
  content.practices = {review};
  for (const auto* date : {"2026-03-01", "2026-05-01", "2026-04-01"}) {
    JournalEntry entry;
    entry.kind = JournalKind::performance;
    entry.of = "review";
    entry.date = day(date);
    entry.text = date;
    content.journals.push_back(entry);
  }
  const Map map = make_map(content);
  CHECK(practice_states(map, std::nullopt).front().newest->text == "2026-05-01");
  CHECK(practice_states(map, day("2026-04-15")).front().newest->text == "2026-04-01");
  CHECK(practice_states(map, day("2026-04-15")).front().entries == 2);
  CHECK_FALSE(practice_states(map, day("2025-01-01")).front().newest);
}
