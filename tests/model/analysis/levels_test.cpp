#include "model/analysis/levels.hpp"

#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Reading reading(Id of, std::string_view date, double value) {
  Reading reading;
  reading.of = std::move(of);
  reading.date = day(date);
  reading.value = value;
  return reading;
}

Rating rating(std::string respondent, Id of, std::optional<double> importance, std::optional<double> satisfaction,
              Id customer = {}) {
  Rating rating;
  rating.respondent = std::move(respondent);
  rating.outcome = std::move(of);
  rating.importance = importance;
  rating.satisfaction = satisfaction;
  rating.customer = std::move(customer);
  return rating;
}

/// Two customers of 100 and 300 heads who hold outcome `o` without a number of
/// their own.
MapContent two_holders() {
  MapContent content;
  content.customers = {customer("a", 100), customer("b", 300)};
  content.outcomes = {outcome("o", {"a", "b"})};
  return content;
}

OutcomeLevel whole(const MapContent& content, std::optional<Date> as_of_day = std::nullopt) {
  const Map map = make_map(content);
  return level_of(map, map->outcomes[0], nullptr, as_of_day);
}

OutcomeLevel held(const MapContent& content, std::size_t holder) {
  const Map map = make_map(content);
  return level_of(map, map->outcomes[0], &map->outcomes[0].holders.list[holder], std::nullopt);
}

}  // namespace

TEST_CASE("the as-of day is asked for, the map's, or the newest in the map", "[levels]") {
  MapContent content = clinic();
  CHECK(as_of(make_map(content), day("2025-01-01")) == day("2025-01-01"));
  CHECK(as_of(make_map(content)) == day("2026-06-30"));
  content.date.reset();
  CHECK(as_of(make_map(content)) == day("2026-05-01"));
  Evidence evidence;
  evidence.id = evidence.name = "int-3";
  evidence.date = day("2026-05-02");
  content.evidence = {evidence};
  EvaluationQuestion planned;
  planned.question = "Did parents register earlier?";
  planned.date = day("2026-12-01");
  content.evaluation = {planned};
  CHECK(as_of(make_map(content)) == day("2026-05-02"));
  content.evidence.clear();
  content.readings.clear();
  CHECK_FALSE(as_of(make_map(content)));
}

TEST_CASE("whatever was observed dates a map", "[levels]") {
  MapContent content = clinic();
  content.date.reset();
  Rating answer = rating("1", "wait", 5, 5);
  answer.date = day("2026-05-03");
  content.ratings = {answer};
  CHECK(as_of(make_map(content)) == day("2026-05-03"));
  JournalEntry entry;
  entry.of = "midwives";
  entry.date = day("2026-05-04");
  entry.text = "Ten leaflets asked for";
  content.journals = {entry};
  CHECK(as_of(make_map(content)) == day("2026-05-04"));
  Harvest harvest;
  harvest.id = harvest.name = "h1";
  harvest.outcome = "Two practices register families unasked";
  harvest.date = day("2026-05-05");
  content.harvest = {harvest};
  CHECK(as_of(make_map(content)) == day("2026-05-05"));
  Feedback said;
  said.id = said.name = "f1";
  said.date = day("2026-04-01");
  content.feedback = {said};
  const DateSpan span = observed_dates(make_map(content));
  CHECK(span.first == day("2026-04-01"));
  CHECK(span.last == day("2026-05-05"));
}

TEST_CASE("the newest reading not after the day beats the stated level", "[levels]") {
  MapContent content = two_holders();
  content.outcomes[0].current = 4;
  content.readings = {reading("o", "2026-05-01", 5), reading("o", "2026-03-01", 3), reading("o", "2026-07-01", 7)};
  CHECK(whole(content, day("2026-06-30")).current == 5.0);
  CHECK(whole(content, day("2026-06-30")).current_from == LevelSource::reading);
  CHECK(whole(content, day("2026-05-01")).current == 5.0);
  CHECK(whole(content, day("2026-04-30")).current == 3.0);
  CHECK(whole(content, day("2026-02-28")).current == 4.0);
  CHECK(whole(content, day("2026-02-28")).current_from == LevelSource::stated);
  CHECK(whole(content).current == 7.0);
  content.readings.push_back(reading("o", "2026-07-01", 6));  // of two on one day the later in the file
  CHECK(whole(content).current == 6.0);
}

TEST_CASE("a reading replaces the level of holders who state none", "[levels]") {
  MapContent content = two_holders();
  content.outcomes[0].current = 4;
  content.outcomes[0].holders.list[0].current = 2;
  content.readings = {reading("o", "2026-05-01", 5)};
  CHECK(held(content, 0).current == 2.0);
  CHECK(held(content, 0).current_from == LevelSource::stated);
  CHECK(held(content, 1).current == 5.0);
  CHECK(held(content, 1).current_from == LevelSource::reading);
}

TEST_CASE("gap and surplus look in the direction that is better", "[levels]") {
  MapContent content = two_holders();
  Outcome& outcome = content.outcomes[0];
  outcome.current = 4;
  outcome.target = 7;
  CHECK(whole(content).gap == 3.0);
  CHECK(whole(content).surplus == 0.0);
  CHECK(*whole(content).normalised_gap == Approx(0.3));
  outcome.target = 3;  // a target below today's level
  CHECK(whole(content).gap == 0.0);
  CHECK(whole(content).surplus == 1.0);
  CHECK(whole(content).normalised_gap == 0.0);
  outcome.direction = Direction::less;
  CHECK(whole(content).gap == 1.0);
  CHECK(whole(content).surplus == 0.0);
  outcome.scale = Scale{2, 7};
  CHECK(*whole(content).normalised_gap == Approx(0.2));
}

TEST_CASE("a level's way ends at the better end of its scale", "[levels]") {
  OutcomeLevel level;
  level.scale = Scale{2, 7};
  CHECK(*share_of_way(3, level) == Approx(0.2));
  CHECK(share_of_way(9, level) == 1.0);
  CHECK_FALSE(share_of_way(std::nullopt, level));
  level.direction = Direction::less;
  CHECK(*share_of_way(3, level) == Approx(0.8));
  level.scale = Scale{7, 7};
  CHECK_FALSE(share_of_way(7, level));
}

TEST_CASE("satisfaction comes from the level where nobody was asked", "[levels]") {
  CHECK(satisfaction_from_level(4, {0, 10}, Direction::more) == 4.0);
  CHECK(satisfaction_from_level(4, {0, 10}, Direction::less) == 6.0);
  CHECK(*satisfaction_from_level(30, {0, 90}, Direction::less) == Approx(20.0 / 3));
  CHECK(satisfaction_from_level(3, {1, 5}, Direction::more) == 5.0);
  CHECK(satisfaction_from_level(0, {-2, 2}, Direction::more) == 5.0);
  CHECK(satisfaction_from_level(12, {0, 10}, Direction::more) == 10.0);
  CHECK_FALSE(satisfaction_from_level(3, {3, 3}, Direction::more));
  MapContent content = two_holders();
  content.outcomes[0].current = 4;
  CHECK(whole(content).satisfaction == 4.0);
  CHECK(whole(content).satisfaction_from == LevelSource::derived);
  content.outcomes[0].satisfaction = 8;
  CHECK(whole(content).satisfaction == 8.0);
  CHECK(whole(content).satisfaction_from == LevelSource::stated);
}

TEST_CASE("what nobody says stays missing", "[levels]") {
  const OutcomeLevel silent = whole(two_holders());
  CHECK_FALSE(silent.importance);
  CHECK_FALSE(silent.satisfaction);
  CHECK_FALSE(silent.current);
  CHECK_FALSE(silent.target);
  CHECK_FALSE(silent.gap);
  CHECK_FALSE(silent.surplus);
  CHECK_FALSE(silent.normalised_gap);
  CHECK(silent.current_from == LevelSource::missing);
  CHECK(silent.satisfaction_from == LevelSource::missing);
}

TEST_CASE("ratings beat stated numbers: ten times the share of the top two boxes", "[levels]") {
  MapContent content = two_holders();
  content.outcomes[0].importance = 2;
  content.outcomes[0].satisfaction = 9;
  content.ratings = {rating("1", "o", 5, 1), rating("2", "o", 4, 4), rating("3", "o", 3.9, {}),
                     rating("4", "o", 1, {})};
  const OutcomeLevel level = whole(content);
  CHECK(level.importance == 5.0);    // 5 and 4 of four answers
  CHECK(level.satisfaction == 5.0);  // 4 of that question's own two answers
  CHECK(level.satisfaction_from == LevelSource::ratings);
  CHECK(level.answers == 2);
}

TEST_CASE("the top two boxes are those of each row's own scale", "[levels]") {
  MapContent content = two_holders();
  content.ratings = {rating("1", "o", 9, {}), rating("2", "o", 8, {}), rating("3", "o", 10, {}),
                     rating("4", "o", 4, {})};
  for (std::size_t row = 0; row < 3; ++row) {
    content.ratings[row].scale_min = 0;
    content.ratings[row].scale_max = 10;
  }
  CHECK(whole(content).importance == 7.5);
  CHECK_FALSE(whole(content).satisfaction);
  CHECK(whole(content).answers == 4);
}

TEST_CASE("ratings of a customer count for that holder and for the whole", "[levels]") {
  MapContent content = two_holders();
  content.outcomes[0].holders.list[0].importance = 1;
  content.outcomes[0].holders.list[1].importance = 3;
  content.ratings = {rating("1", "o", 5, 2, "a"), rating("2", "o", 5, 5, "a"), rating("3", "o", 1, 5),
                     rating("4", "o", 2, 1)};
  CHECK(whole(content).importance == 5.0);
  CHECK(whole(content).satisfaction == 5.0);
  CHECK(held(content, 0).importance == 10.0);
  CHECK(held(content, 0).satisfaction == 5.0);
  CHECK(held(content, 0).answers == 2);
  CHECK(held(content, 1).importance == 3.0);    // its own, which it states
  CHECK(held(content, 1).satisfaction == 5.0);  // everybody's, as it says nothing
  CHECK(held(content, 1).answers == 4);
}

TEST_CASE("beside the table of another map, levels are as they are without", "[levels]") {
  MapContent rated = two_holders();
  rated.ratings = {rating("r1", "o", 5, 2, "a"), rating("r2", "o", 3, 4, "b"), rating("r3", "o", 4, 1)};
  MapContent other_answer = rated, other_holder = rated, other_level = rated, nobody_asked = rated;
  other_answer.ratings[0].satisfaction = 5;
  other_holder.customers.push_back(customer("c", 50));
  other_holder.outcomes[0].holders.list.push_back({"c", {}, {}, {}, {}});
  other_holder.ratings[2].customer = "c";
  other_level.outcomes[0].current = 3;
  nobody_asked.ratings.clear();
  const Map near_map = make_map(rated);
  const LevelTable near(near_map, std::nullopt);
  for (const MapContent& content : {rated, other_answer, other_holder, other_level, nobody_asked}) {
    const Map map = make_map(content);
    const LevelTable alone(map, std::nullopt), beside(map, std::nullopt, near);
    const Outcome& outcome = map->outcomes[0];
    CHECK(beside.whole(outcome) == alone.whole(outcome));
    for (const Holder& holder : outcome.holders.list) CHECK(beside.of(outcome, holder) == alone.of(outcome, holder));
  }
}

TEST_CASE("answers are counted again for a holder who joins, and not where only levels move", "[levels]") {
  MapContent rated = two_holders();
  rated.ratings = {rating("r1", "o", 5, 2, "a"), rating("r2", "o", 3, 4, "c")};
  rated.customers.push_back(customer("c", 50));
  const RatingTallies tallies(make_map(rated), std::nullopt);
  MapContent moved = rated, joined = rated, left = rated;
  moved.outcomes[0].current = 3;
  joined.outcomes[0].holders.list.push_back({"c", {}, {}, {}, {}});
  left.outcomes[0].holders.list.pop_back();
  CHECK(tallies.hold_for(make_map(moved), std::nullopt));
  CHECK(tallies.hold_for(make_map(left), std::nullopt));
  CHECK_FALSE(tallies.hold_for(make_map(joined), std::nullopt));
  CHECK_FALSE(tallies.hold_for(make_map(rated), day("2026-01-01")));
}

TEST_CASE("a respondent who answers again counts once, with the newest answer", "[levels]") {
  MapContent content = two_holders();
  content.ratings = {rating("1", "o", 5, {}), rating("1", "o", 1, {}), rating("2", "o", 5, 5),
                     rating("", "o", 5, {}),  rating("", "o", 5, {}),  rating("1", "o", 4, {}, "a")};
  content.ratings[0].date = day("2026-05-01");
  content.ratings[1].date = day("2026-03-01");
  // Respondent 1, respondent 2, two nameless ones, and respondent 1 of customer
  // a, who may be somebody else.
  CHECK(whole(content).importance == 10.0);
  CHECK(whole(content, day("2026-04-01")).importance == 8.0);
  CHECK(whole(content, day("2026-02-01")).importance == 10.0);
}

TEST_CASE("without numbers of its own an outcome is the mean of its holders by size", "[levels]") {
  MapContent content = two_holders();
  auto& holders = content.outcomes[0].holders.list;
  holders[0] = {"a", 4, 2, 9, std::nullopt};
  holders[1] = {"b", 8, 6, std::nullopt, std::nullopt};
  const OutcomeLevel level = whole(content);
  CHECK(level.importance == 7.0);  // (4 x 100 + 8 x 300) / 400
  CHECK(level.current == 5.0);
  CHECK(level.current_from == LevelSource::derived);
  CHECK(level.target == 9.0);  // the only one that is known
  CHECK(level.satisfaction == 5.0);
  content.outcomes[0].current = 3;  // its own beats the mean
  CHECK(whole(content).current == 3.0);
  CHECK(held(content, 1).current == 6.0);
}

TEST_CASE("a holder does not inherit what only other holders say", "[levels]") {
  MapContent content = two_holders();
  content.outcomes[0].holders.list[0] = {"a", 4, 2, 9, 1};
  CHECK_FALSE(held(content, 1).current);
  CHECK_FALSE(held(content, 1).importance);
  CHECK_FALSE(held(content, 1).satisfaction);
}

TEST_CASE("satisfaction of the whole where holders state their own", "[levels]") {
  MapContent content = two_holders();
  content.outcomes[0].current = 6;
  content.outcomes[0].holders.list[0].satisfaction = 2;
  CHECK(whole(content).satisfaction == 5.0);  // (2 x 100 + 6 x 300) / 400
  content.outcomes[0].satisfaction = 9;
  CHECK(whole(content).satisfaction == 9.0);
  CHECK(held(content, 0).satisfaction == 2.0);
  CHECK(held(content, 1).satisfaction == 9.0);
}

TEST_CASE("holders without heads weigh the same", "[levels]") {
  MapContent content = two_holders();
  content.customers[0].size = content.customers[1].size = 0;
  content.outcomes[0].holders.list[0].current = 2;
  content.outcomes[0].holders.list[1].current = 6;
  CHECK(whole(content).current == 4.0);
}

TEST_CASE("a surplus of one holder does not hide the gap of another", "[levels]") {
  MapContent content = two_holders();
  content.outcomes[0].target = 5;
  content.outcomes[0].holders.list[0].current = 1;
  content.outcomes[0].holders.list[1].current = 9;
  const Map map = make_map(content);
  const LevelTable table(map, std::nullopt);
  CHECK(table.whole(map->outcomes[0]).gap == 0.0);              // 7 on average
  CHECK(*table.gap_to_close(map->outcomes[0]) == Approx(0.1));  // (0.4 x 100 + 0 x 300) / 400
}

TEST_CASE("the clinic's wait: fewer minutes are better, on a scale of its own", "[levels]") {
  const Map map = make_map(clinic());
  const LevelTable table(map, as_of(map));
  const Outcome& wait = *map.get<Outcome>("wait");
  const OutcomeLevel parents = table.of(wait, wait.holders.list[0]);
  CHECK(parents.current == 35.0);
  CHECK(parents.gap == 20.0);
  CHECK(*parents.normalised_gap == Approx(20.0 / 90));
  CHECK(*parents.satisfaction == Approx(10 * 55.0 / 90));
  CHECK(table.whole(wait).gap == 15.0);
  CHECK(*table.gap_to_close(wait) == Approx((4200 * 20.0 / 90 + 1800 * 15.0 / 90) / 6000));
}

TEST_CASE("a target of one holder's own counts in the gap to close", "[levels]") {
  MapContent content = two_holders();
  content.outcomes[0].current = 4;
  content.outcomes[0].target = 6;
  content.outcomes[0].holders.list[0].target = 10;
  const Map map = make_map(content);
  const LevelTable table(map, std::nullopt);
  CHECK(*table.whole(map->outcomes[0]).normalised_gap == Approx(0.2));
  CHECK(*table.gap_to_close(map->outcomes[0]) == Approx((0.6 * 100 + 0.2 * 300) / 400));
}

TEST_CASE("a holder who states both numbers has no answers behind them", "[levels]") {
  MapContent content = two_holders();
  content.ratings = {rating("1", "o", 5, 5), rating("2", "o", 5, 5)};
  content.outcomes[0].holders.list[0].importance = 3;
  CHECK(held(content, 0).answers == 2);
  content.outcomes[0].holders.list[0].satisfaction = 4;
  CHECK(held(content, 0).answers == 0);
  CHECK(held(content, 1).answers == 2);
}

TEST_CASE("the order of holders does not change the last digit of a mean", "[levels]") {
  MapContent content;
  content.customers = {customer("a", 0.7), customer("b", 0.7), customer("c", 0.7)};
  content.outcomes = {outcome("o", {"a", "b", "c"})};
  const double levels[] = {1.1, 2.3, 3.7};
  for (int i = 0; i < 3; ++i) content.outcomes[0].holders.list[i].current = levels[i];
  const auto current = whole(content).current;
  std::swap(content.outcomes[0].holders.list[0], content.outcomes[0].holders.list[2]);
  CHECK(whole(content).current == current);
}
