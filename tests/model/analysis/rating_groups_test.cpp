#include "model/analysis/rating_groups.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <tuple>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {

TEST_CASE("ratings are grouped by outcome, one person after the other, the newest last", "[rating_groups]") {
  std::mt19937 random(5);
  const auto one_of = [&random](std::initializer_list<const char*> words) {
    return words.begin()[random() % words.size()];
  };
  MapContent content;
  content.title = "Rated";
  content.customers = {test::customer("a"), test::customer("b")};
  content.outcomes = {test::outcome("o", {"a"}), test::outcome("p", {"b"})};
  for (int row = 0; row < 400; ++row) {
    Rating& rating = content.ratings.emplace_back();
    rating.respondent = one_of({"", "1", "2", "3", "somebody with a long name", "somebody with a longer name"});
    rating.outcome = one_of({"o", "p"});
    rating.customer = one_of({"", "a", "b"});
    if (random() % 3 != 0) rating.date = test::day(one_of({"2026-01-31", "2026-02-01", "2027-01-01"}));
    rating.importance = static_cast<double>(1 + random() % 5);
  }
  const Map map = test::make_map(content);
  std::size_t counted = 0;
  const RatingsByOutcome groups(map, test::day("2026-12-31"), RatingScore::mean);
  for (std::size_t place = 0; place < groups.size(); ++place) {
    const RatingsOfOutcome group = groups[place];
    std::set<std::pair<std::string_view, std::string_view>> people;
    for (std::size_t begin = 0, end = 0; begin < group.ratings.size(); begin = end) {
      end = end_of_person(group.ratings, begin, map->ratings);
      const Rating& first = map->ratings[group.ratings[begin].row];
      if (first.respondent.empty()) REQUIRE(end == begin + 1);
      if (!first.respondent.empty()) REQUIRE(people.emplace(first.respondent, first.customer).second);
      for (std::size_t i = begin; i < end; ++i, ++counted) {
        const Rating& rating = map->ratings[group.ratings[i].row];
        REQUIRE(rating.outcome == group.outcome);
        REQUIRE(rating.respondent == first.respondent);
        REQUIRE(rating.customer == first.customer);
        REQUIRE(group.ratings[i].importance == (*rating.importance - 1) / 4);
        REQUIRE(group.ratings[i].satisfaction == GivenRating::not_answered);
        if (i == begin) continue;
        const Rating& before = map->ratings[group.ratings[i - 1].row];
        REQUIRE(std::tuple(before.date, group.ratings[i - 1].row) < std::tuple(rating.date, group.ratings[i].row));
      }
    }
  }
  std::size_t expected = 0;
  for (const Rating& rating : content.ratings) expected += !rating.date || *rating.date <= test::day("2026-12-31");
  CHECK(counted == expected);
  CHECK(counted < content.ratings.size());
}

}  // namespace outmap
