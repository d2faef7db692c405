// The ratings of each outcome, those of one person together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/analysis/rating_tallies.hpp"

namespace outmap {

/// What counting needs of a rating. The ratings themselves are too large to be visited in any order but their own.
struct GivenRating {
  static constexpr double not_answered = -1;

  std::uint64_t person = 0;  // a hash of respondent and customer: one person has one, and seldom have two the same
  std::uint32_t day = 0;     // later days are larger; 0 without a date
  std::uint32_t row = 0;     // in the map's list of ratings
  double importance = not_answered;  // what it adds to the score, 0-1
  double satisfaction = not_answered;
  std::uint32_t customer = 0;  // a hash of its id; 0 without one
};

struct RatingsOfOutcome {
  std::string_view outcome;
  std::span<const GivenRating>
      ratings;  // one person after the other, the newest last, of one day the later in the file
};

/// The ratings up to a day and those without a date, by outcome in the order in which the map first rates them.
/// O(n log n) in the ratings of an outcome; 40 bytes a rating, and 4 while they are put in order.
class RatingsByOutcome {
 public:
  RatingsByOutcome(const Map& map, std::optional<Date> day, RatingScore score);

  std::size_t size() const { return outcomes_.size(); }
  RatingsOfOutcome operator[](std::size_t place) const;

 private:
  std::span<GivenRating> slice(std::size_t place);

  std::vector<std::string_view> outcomes_;
  std::vector<std::size_t> begins_;  // one more than outcomes
  std::vector<GivenRating> given_;
};

/// Where the ratings of the person at `begin` end. Rows without a respondent are people of their own.
std::size_t end_of_person(std::span<const GivenRating> given, std::size_t begin, const std::vector<Rating>& ratings);

/// As in GivenRating::customer; never 0.
std::uint32_t customer_hash(std::string_view id);

}  // namespace outmap
