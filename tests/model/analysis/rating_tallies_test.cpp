#include "model/analysis/rating_tallies.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

using Number = std::optional<double>;

Rating rating(const char* respondent, Number importance, Number satisfaction, const char* customer = "",
              const char* date = "") {
  Rating rating;
  rating.respondent = respondent;
  rating.outcome = "o";
  rating.importance = importance;
  rating.satisfaction = satisfaction;
  rating.customer = customer;
  if (*date != '\0') rating.date = day(date);
  return rating;
}

MapContent rated(std::vector<Rating> ratings) {
  MapContent content;
  content.title = "Rated";
  content.customers = {customer("a"), customer("b")};
  content.outcomes = {outcome("o", {"a"})};
  content.ratings = std::move(ratings);
  return content;
}

}  // namespace

TEST_CASE("answers count by the boxes that were chosen, or by how far up they are", "[rating_tallies]") {
  Rating one_to_five;
  CHECK(contribution(4, one_to_five, RatingScore::top_two) == 1);
  CHECK(contribution(3.9, one_to_five, RatingScore::top_two) == 0);
  CHECK(contribution(4, one_to_five, RatingScore::top_box) == 0);
  CHECK(contribution(5, one_to_five, RatingScore::top_box) == 1);
  CHECK(contribution(3, one_to_five, RatingScore::top_three) == 1);
  CHECK(contribution(2, one_to_five, RatingScore::top_three) == 0);
  CHECK(contribution(4, one_to_five, RatingScore::mean) == 0.75);
  Rating nought_to_ten;
  nought_to_ten.scale_min = 0;
  nought_to_ten.scale_max = 10;
  CHECK(contribution(8, nought_to_ten, RatingScore::top_two) == 0);
  CHECK(contribution(8, nought_to_ten, RatingScore::top_three) == 1);
  CHECK(contribution(7, nought_to_ten, RatingScore::mean) == Approx(0.7));
}

TEST_CASE("the score follows the option", "[rating_tallies]") {
  const Map map = make_map(rated({rating("1", 5, 1), rating("2", 4, 4), rating("3", 3, {}), rating("4", {}, 2)}));
  const auto scores = [&map](RatingOptions options) {
    const RatingTallies tallies(map, std::nullopt, options);
    return std::pair(*tallies.of("o").importance(), *tallies.of("o").satisfaction());
  };
  CHECK(scores({RatingScore::top_two}).first == Approx(10.0 * 2 / 3));
  CHECK(scores({RatingScore::top_two}).second == Approx(10.0 * 1 / 3));
  CHECK(scores({RatingScore::top_box}).first == Approx(10.0 * 1 / 3));
  CHECK(scores({RatingScore::top_three}).first == Approx(10.0));
  CHECK(scores({RatingScore::mean}).first == Approx(10.0 * (1 + 0.75 + 0.5) / 3));
  CHECK(scores({RatingScore::mean}).second == Approx(10.0 * (0 + 0.75 + 0.25) / 3));
  // Of those who answered both: 5 and 4 for importance, 1 and 4 for satisfaction.
  CHECK(scores({RatingScore::top_two, Respondents::paired}).first == Approx(10.0));
  CHECK(scores({RatingScore::top_two, Respondents::paired}).second == Approx(5.0));
}

TEST_CASE("who answers again counts once, with the newest answer to each question", "[rating_tallies]") {
  const Map map = make_map(rated({rating("1", 5, {}, "", "2026-05-01"), rating("1", 1, 5, "", "2026-03-01"),
                                  rating("2", 5, 1), rating("2", {}, 5), rating("", 1, 1), rating("", 1, 1)}));
  const RatingTallies tallies(map, std::nullopt);
  CHECK(tallies.of("o").importance_answers() == 4);
  CHECK(*tallies.of("o").importance() == Approx(10.0 * 2 / 4));
  CHECK(*tallies.of("o").satisfaction() == Approx(10.0 * 2 / 4));
  CHECK(RatingTallies(map, day("2026-04-01")).of("o").importance() == Approx(10.0 * 1 / 4));
}

TEST_CASE("holders have the answers of their own people", "[rating_tallies]") {
  const Map map = make_map(rated({rating("1", 5, 5, "a"), rating("2", 1, 1, "a"), rating("3", 1, 1, "b")}));
  const RatingTallies tallies(map, std::nullopt);
  CHECK(tallies.of("o").importance_answers() == 3);
  CHECK(tallies.of("o", "a").importance_answers() == 2);
  CHECK(tallies.of("o", "b").empty());  // does not hold the outcome
  CHECK(tallies.of("nothing").empty());
}

TEST_CASE("tallies agree with counting by hand, whatever the order of rows", "[rating_tallies]") {
  const bool holds = rc::check([] {
    const auto rows = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
        rc::gen::tuple(rc::gen::inRange(0, 6), rc::gen::inRange(0, 6), rc::gen::inRange(0, 6)));
    std::vector<Rating> ratings;
    std::map<int, std::pair<Number, Number>> newest;
    for (const auto& [person, importance, satisfaction] : rows) {
      const auto answer = [](int box) { return box == 0 ? Number() : Number(box); };
      ratings.push_back(rating(std::to_string(person).c_str(), answer(importance), answer(satisfaction)));
      if (importance > 0) newest[person].first = importance;
      if (satisfaction > 0) newest[person].second = satisfaction;
    }
    std::size_t answers = 0, top = 0;
    double sum = 0;
    for (const auto& [person, given] : newest) {
      if (!given.first) continue;
      ++answers;
      top += *given.first >= 4;
      sum += (*given.first - 1) / 4;
    }
    const Map map = make_map(rated(ratings));
    const RatingTallies tallies(map, std::nullopt);
    const AnswerCells& cells = tallies.of("o");
    RC_ASSERT(cells.importance_answers() == answers);
    if (answers == 0) return;
    RC_ASSERT(*cells.importance() == 10.0 * static_cast<double>(top) / static_cast<double>(answers));
    const RatingTallies means(map, std::nullopt, {RatingScore::mean});
    RC_ASSERT(std::abs(*means.of("o").importance() - 10 * sum / static_cast<double>(answers)) < 1e-8);
  });
  CHECK(holds);
}

TEST_CASE("cells add up in any order", "[rating_tallies]") {
  AnswerCells left, right, both;
  left.add(0.25, 1.0);
  left.add(0.1234, {});
  right.add(0.25, 1.0);
  right.add({}, 0.5);
  right.add({}, {});  // nobody
  both.add(right);
  both.add(left);
  left.add(right);
  CHECK(left == both);
  CHECK(left.cells().size() == 3);
  CHECK(left.importance_answers() == 3);
  CHECK(left.satisfaction_answers() == 3);
}
