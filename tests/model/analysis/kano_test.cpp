#include "model/analysis/kano.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

constexpr std::array answers = {KanoAnswer::like, KanoAnswer::must_be, KanoAnswer::neutral, KanoAnswer::live_with,
                                KanoAnswer::dislike};

/// Pairs that say each category.
constexpr std::pair<KanoAnswer, KanoAnswer> must{KanoAnswer::neutral, KanoAnswer::dislike};
constexpr std::pair<KanoAnswer, KanoAnswer> more{KanoAnswer::like, KanoAnswer::dislike};
constexpr std::pair<KanoAnswer, KanoAnswer> delight{KanoAnswer::like, KanoAnswer::live_with};
constexpr std::pair<KanoAnswer, KanoAnswer> nothing{KanoAnswer::must_be, KanoAnswer::neutral};
constexpr std::pair<KanoAnswer, KanoAnswer> unwanted{KanoAnswer::dislike, KanoAnswer::like};
constexpr std::pair<KanoAnswer, KanoAnswer> nonsense{KanoAnswer::like, KanoAnswer::like};

class Survey {
 public:
  Survey& say(Id outcome, std::pair<KanoAnswer, KanoAnswer> pair, int people) {
    for (int i = 0; i < people; ++i) {
      content_.kano.push_back({"p" + std::to_string(++people_), outcome, pair.first, pair.second});
    }
    return *this;
  }

  MapContent& content() {
    for (const KanoPair& pair : content_.kano) {
      const auto named = [&pair](const Outcome& known) { return known.id == pair.outcome; };
      if (std::ranges::none_of(content_.outcomes, named)) content_.outcomes.push_back(outcome(pair.outcome));
    }
    return content_;
  }
  std::vector<KanoRow> rows() { return find_kano(make_map(content())); }

 private:
  MapContent content_;
  int people_ = 0;
};

}  // namespace

TEST_CASE("every cell of Kano's table", "[kano]") {
  const std::array<std::string, 5> table = {
      "QAAAO",  // like
      "RIIIM",  // must-be
      "RIIIM",  // neutral
      "RIIIM",  // live-with
      "RRRRQ",  // dislike
  };
  for (std::size_t row = 0; row < answers.size(); ++row) {
    for (std::size_t column = 0; column < answers.size(); ++column) {
      CAPTURE(row, column);
      CHECK(letter_of(kano_category(answers[row], answers[column])) == table[row][column]);
    }
  }
}

TEST_CASE("an outcome is what most people say, and how it pleases and hurts follows", "[kano]") {
  const auto rows = Survey()
                        .say("o", must, 12)
                        .say("o", more, 20)
                        .say("o", delight, 5)
                        .say("o", nothing, 3)
                        .say("o", unwanted, 2)
                        .say("o", nonsense, 1)
                        .rows();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].category == KanoCategory::one_dimensional);
  CHECK(rows[0].n == 43);
  CHECK(rows[0].counts == std::array<std::size_t, 6>{12, 20, 5, 3, 2, 1});
  CHECK(*rows[0].better == estimate_share(25, 40));  // (5 + 20) / 40
  CHECK(*rows[0].worse == estimate_share(32, 40));   // (20 + 12) / 40
  // 20 - 12 = 8 against 1.65 sqrt(32 * 54 / 86) = 7.40: clear.
  CHECK(rows[0].is_clear);
  CHECK_FALSE(rows[0].is_soft());
}

TEST_CASE("a lead that chance could make is not clear", "[kano]") {
  // 18 - 12 = 6 against 1.65 sqrt(30 * 50 / 80) = 7.14.
  CHECK_FALSE(Survey().say("o", must, 12).say("o", more, 18).say("o", nothing, 10).rows()[0].is_clear);
}

TEST_CASE("ties go to what is missed most: M before O before A before I", "[kano]") {
  const auto category = [](Survey& survey) { return survey.rows()[0].category; };
  Survey all, three, two, last;
  CHECK(category(all.say("o", nothing, 2).say("o", delight, 2).say("o", more, 2).say("o", must, 2)) ==
        KanoCategory::must_be);
  CHECK(category(three.say("o", nothing, 2).say("o", delight, 2).say("o", more, 2)) == KanoCategory::one_dimensional);
  CHECK(category(two.say("o", nothing, 2).say("o", delight, 2)) == KanoCategory::attractive);
  CHECK(category(last.say("o", unwanted, 2).say("o", nothing, 2)) == KanoCategory::indifferent);
}

TEST_CASE("where everybody is against it there is no better and no worse", "[kano]") {
  const auto rows = Survey().say("o", unwanted, 3).say("o", nonsense, 1).rows();
  CHECK(rows[0].category == KanoCategory::reverse);
  CHECK_FALSE(rows[0].better);
  CHECK_FALSE(rows[0].worse);
}

TEST_CASE("who answers twice counts once, with the later row", "[kano]") {
  Survey survey;
  survey.say("o", must, 3);
  survey.content().kano.push_back({"p1", "o", delight.first, delight.second});
  survey.content().kano.push_back({"", "o", nothing.first, nothing.second});
  survey.content().kano.push_back({"", "o", nothing.first, nothing.second});  // people without a name are many
  const auto rows = survey.rows();
  CHECK(rows[0].counts == std::array<std::size_t, 6>{2, 0, 1, 2, 0, 0});
}

TEST_CASE("outcomes stand by category, what hurts most first", "[kano]") {
  const auto rows = Survey()
                        .say("idle", nothing, 5)
                        .say("mild", must, 3)
                        .say("mild", nothing, 1)
                        .say("sore", must, 4)
                        .say("nice", delight, 4)
                        .rows();
  Ids order;
  for (const KanoRow& row : rows) order.push_back(row.outcome);
  CHECK(order == Ids{"sore", "mild", "nice", "idle"});
}
