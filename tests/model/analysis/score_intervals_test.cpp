#include "model/analysis/score_intervals.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "model/analysis/gaps.hpp"

using namespace outmap;

namespace {

struct Person {
  std::optional<double> importance;
  std::optional<double> satisfaction;
};

AnswerCells cells_of(const std::vector<Person>& people) {
  AnswerCells cells;
  for (const Person& person : people) cells.add(person.importance, person.satisfaction);
  return cells;
}

/// Draws people one by one, as the textbook says, with another generator.
Interval textbook_interval(const std::vector<Person>& people, int runs) {
  std::mt19937_64 engine(3);
  std::uniform_int_distribution<std::size_t> any(0, people.size() - 1);
  std::vector<double> scores;
  for (int run = 0; run < runs; ++run) {
    double importance = 0, satisfaction = 0, asked = 0, answered = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
      const Person& person = people[any(engine)];
      if (person.importance) importance += *person.importance, ++asked;
      if (person.satisfaction) satisfaction += *person.satisfaction, ++answered;
    }
    scores.push_back(opportunity_score(10 * importance / asked, 10 * satisfaction / answered));
  }
  std::ranges::sort(scores);
  const auto at = [&](double share) { return scores[static_cast<std::size_t>(share * (runs - 1))]; };
  return {at(0.025), at(0.975)};
}

std::vector<Person> crowd(int both, int important_only, int satisfied_only, int neither, int silent) {
  std::vector<Person> people;
  people.insert(people.end(), static_cast<std::size_t>(both), {1, 1});
  people.insert(people.end(), static_cast<std::size_t>(important_only), {1, 0});
  people.insert(people.end(), static_cast<std::size_t>(satisfied_only), {0, 1});
  people.insert(people.end(), static_cast<std::size_t>(neither), {0, 0});
  people.insert(people.end(), static_cast<std::size_t>(silent), {1, std::nullopt});
  return people;
}

ScoreIntervals resampled(const AnswerCells& cells, ResampleOptions options = {}) {
  return resample_scores({&cells, &cells}, cells.importance(), cells.satisfaction(), options);
}

}  // namespace

TEST_CASE("drawing counts gives the interval that drawing people gives", "[score_intervals]") {
  for (const auto& people : {crowd(40, 70, 15, 55, 20), crowd(10, 12, 3, 5, 0), crowd(150, 20, 20, 10, 0)}) {
    const Interval ours = *resampled(cells_of(people), {.runs = 20'000}).opportunity;
    const Interval theirs = textbook_interval(people, 20'000);
    // With 20,000 runs an end wanders by some hundredths of the interval's width.
    CHECK(std::abs(ours.low - theirs.low) < 0.05 * theirs.width());
    CHECK(std::abs(ours.high - theirs.high) < 0.05 * theirs.width());
  }
}

TEST_CASE("where satisfaction is far below importance the interval is that of a sum", "[score_intervals]") {
  // Opportunity = 2 i - s there, for independent answers with variance (4 i (1 - i) + s (1 - s)) / n, times 100.
  std::vector<Person> people;
  for (const Person& person : crowd(180, 720, 20, 80, 0)) people.push_back(person);  // i = 0.9, s = 0.2, n = 1000
  const double spread = 10 * std::sqrt((4 * 0.9 * 0.1 + 0.2 * 0.8) / 1000);
  const Interval interval = *resampled(cells_of(people), {.runs = 20'000}).opportunity;
  CHECK(interval.low == Approx(16 - z95 * spread).margin(0.03));
  CHECK(interval.high == Approx(16 + z95 * spread).margin(0.03));
}

TEST_CASE("shares have Wilson's interval, means their percentiles", "[score_intervals]") {
  const AnswerCells cells = cells_of(crowd(40, 70, 15, 55, 20));
  const ScoreIntervals shares = resampled(cells);
  CHECK(shares.importance->low == Approx(10 * wilson_interval(130, 200).low));
  CHECK(shares.satisfaction->high == Approx(10 * wilson_interval(55, 180).high));
  const ScoreIntervals means = resampled(cells, {.score = RatingScore::mean, .runs = 5000});
  const double spread = 10 * std::sqrt(0.65 * 0.35 / 200);
  CHECK(means.importance->low == Approx(6.5 - z95 * spread).margin(0.06));
  CHECK(means.importance->high == Approx(6.5 + z95 * spread).margin(0.06));
}

TEST_CASE("what no answer is behind stays as it is", "[score_intervals]") {
  const AnswerCells cells = cells_of(crowd(40, 70, 15, 55, 20));
  const ScoreIntervals of_satisfaction = resample_scores({nullptr, &cells}, 9, cells.satisfaction());
  CHECK_FALSE(of_satisfaction.importance);
  REQUIRE(of_satisfaction.opportunity);
  CHECK(of_satisfaction.opportunity->high < 18);
  CHECK(resample_scores({}, 9, 3) == ScoreIntervals{});
  CHECK_FALSE(resample_scores({&cells, nullptr}, cells.importance(), std::nullopt).opportunity);
}

TEST_CASE("answers of different people are drawn apart", "[score_intervals]") {
  const AnswerCells cells = cells_of(crowd(50, 0, 0, 50, 0));  // whoever finds it important is satisfied
  const AnswerCells same = cells;
  const Interval together = *resample_scores({&cells, &cells}, 5, 5, {.runs = 5000}).opportunity;
  const Interval apart = *resample_scores({&cells, &same}, 5, 5, {.runs = 5000}).opportunity;
  CHECK(together.width() < apart.width());
}

TEST_CASE("the seed alone decides", "[score_intervals]") {
  const AnswerCells cells = cells_of(crowd(40, 70, 15, 55, 20));
  CHECK(resampled(cells) == resampled(cells));
  CHECK_FALSE(resampled(cells, {.seed = 1}) == resampled(cells, {.seed = 2}));
}
