// What people's ratings of outcomes add up to, kept as counts of answers rather than as answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

struct RatingsOfOutcome;

/// How answers become a score of 0-10. Sources differ; see docs/analyses/gaps.md for who uses which.
enum class RatingScore : std::uint8_t {
  top_two,    // 10 x share in the top two whole boxes: 4 and 5 of 1-5
  top_box,    // 10 x share in the top box
  top_three,  // 10 x share in the top three boxes: 8, 9 and 10 of 0-10
  mean,       // 10 x (mean - min) / (max - min)
};

/// Whose answers count where some people answer one question only.
enum class Respondents : std::uint8_t {
  each,    // each question's own respondents
  paired,  // only those who answered both
};

std::string_view to_text(RatingScore score);        // "top-two"
std::string_view to_text(Respondents respondents);  // "each"

struct RatingOptions {
  RatingScore score = RatingScore::top_two;
  Respondents respondents = Respondents::each;

  bool operator==(const RatingOptions&) const = default;
};

/// What one answer adds to a score, 0-1: whether it lies in the top boxes, or how far up its scale it is.
double contribution(double answer, const Rating& rating, RatingScore score);

/// People who answered alike, counted. A person has a contribution to importance, to satisfaction or to both; those
/// whose contributions round to the same sixtieths share a cell, which knows their exact mean. Whole boxes of scales
/// with up to 61 of them never share one. The order of adding does not matter: sums are whole numbers.
class AnswerCells {
 public:
  struct Cell {
    std::uint16_t key = 0;
    std::uint32_t people = 0;
    std::int64_t importance = 0;  // sums of contributions, in units of 2^-32
    std::int64_t satisfaction = 0;

    bool has_importance() const;
    bool has_satisfaction() const;
    bool operator==(const Cell&) const = default;
  };

  void add(std::optional<double> importance, std::optional<double> satisfaction);
  void add(const AnswerCells& other);

  const std::vector<Cell>& cells() const { return cells_; }  // by key
  bool empty() const { return cells_.empty(); }

  std::size_t importance_answers() const;
  std::size_t satisfaction_answers() const;
  std::optional<double> importance() const;    // 0-10, missing where nobody answered
  std::optional<double> satisfaction() const;  // 0-10

  bool operator==(const AnswerCells&) const = default;

 private:
  void add(const Cell& cell);

  std::vector<Cell> cells_;
};

/// All ratings of a map up to a day, by outcome and, for the holders of the outcome, by customer. Who answers again
/// counts once, with the newest answer to each question (of one day the later in the file); rows without a date always
/// count, and before those with one; rows without a respondent are people of their own. A person is a respondent of
/// one customer.
///
/// O(ratings log ratings of an outcome); some 40 bytes a rating while it is made.
class RatingTallies {
 public:
  RatingTallies(const Map& map, std::optional<Date> day, const RatingOptions& options = {});

  /// Whether those of another map up to `day` would be the same: it has the same ratings, and outcomes and holders that
  /// were asked for here. O(ratings + holders log holders).
  bool hold_for(const Map& map, std::optional<Date> day) const;

  const AnswerCells& of(std::string_view outcome) const;
  /// Of the people who belong to this customer or partner, where it is named as a holder of the outcome.
  const AnswerCells& of(std::string_view outcome, std::string_view holder) const;

  const RatingOptions& options() const { return options_; }

 private:
  struct OutcomeAnswers {
    AnswerCells all;
    std::vector<std::pair<std::string_view, AnswerCells>> by_holder;  // sorted by id
  };

  void count(const RatingsOfOutcome& group, const std::vector<Rating>& ratings, OutcomeAnswers& answers);

  Map rated_;
  std::optional<Date> day_;
  RatingOptions options_;
  std::unordered_map<std::string_view, OutcomeAnswers> outcomes_;  // those that are rated
};

}  // namespace outmap
