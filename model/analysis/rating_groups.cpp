#include "model/analysis/rating_groups.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>

#include "model/analysis/name_numbers.hpp"

namespace outmap {
namespace {

constexpr std::uint64_t odd_mixer = 0x9e3779b97f4a7c15;  // 2^64 / the golden ratio

/// Rows without a respondent have no person in common with any other: their number goes in.
std::uint64_t person_hash(const Rating& rating, std::uint32_t row) {
  const std::uint64_t customer = rating.customer.empty() ? 0 : std::hash<std::string_view>{}(rating.customer);
  const std::uint64_t own = rating.respondent.empty() ? row : std::hash<std::string_view>{}(rating.respondent);
  return (own * odd_mixer) ^ customer;
}

std::uint32_t day_number(const std::optional<Date>& date) {
  if (!date) return 0;
  constexpr int years_before = 1 << 15;
  const auto [year, month, day] = std::tuple(date->day.year(), date->day.month(), date->day.day());
  return static_cast<std::uint32_t>(static_cast<int>(year) + years_before) << 9 | static_cast<unsigned>(month) << 5 |
         static_cast<unsigned>(day);
}

double contribution_or_none(const std::optional<double>& answer, const Rating& rating, RatingScore score) {
  return answer ? contribution(*answer, rating, score) : GivenRating::not_answered;
}

GivenRating given(const Rating& rating, std::uint32_t row, RatingScore score) {
  return {person_hash(rating, row),
          day_number(rating.date),
          row,
          contribution_or_none(rating.importance, rating, score),
          contribution_or_none(rating.satisfaction, rating, score),
          rating.customer.empty() ? 0 : customer_hash(rating.customer)};
}

bool same_person(const Rating& a, const Rating& b) {
  return !a.respondent.empty() && a.respondent == b.respondent && a.customer == b.customer;
}

/// Where two people have the same hash by chance, their ratings are told apart by their names.
void keep_apart(std::span<GivenRating> sorted, const std::vector<Rating>& ratings) {
  const auto name = [&](const GivenRating& one) {
    const Rating& rating = ratings[one.row];
    return std::tuple(rating.customer.view(), rating.respondent.view(), one.day, one.row);
  };
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    bool mixed = false;
    for (end = begin + 1; end < sorted.size() && sorted[end].person == sorted[begin].person; ++end) {
      mixed = mixed || !same_person(ratings[sorted[end].row], ratings[sorted[begin].row]);
    }
    if (!mixed) continue;
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(begin), sorted.begin() + static_cast<std::ptrdiff_t>(end),
              [&](const GivenRating& a, const GivenRating& b) { return name(a) < name(b); });
  }
}

void sort_by_person(std::span<GivenRating> given, const std::vector<Rating>& ratings) {
  const auto key = [](const GivenRating& one) { return std::tie(one.person, one.day, one.row); };
  std::sort(given.begin(), given.end(), [key](const GivenRating& a, const GivenRating& b) { return key(a) < key(b); });
  keep_apart(given, ratings);
}

}  // namespace

std::uint32_t customer_hash(std::string_view id) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(id) >> 32) | 1;
}

RatingsByOutcome::RatingsByOutcome(const Map& map, std::optional<Date> day, RatingScore score) {
  constexpr std::uint32_t not_counted = std::numeric_limits<std::uint32_t>::max();
  const std::vector<Rating>& ratings = map->ratings;
  std::vector<std::uint32_t> number_of(ratings.size(), not_counted);
  NameNumbers numbers;
  begins_.push_back(0);
  for (std::uint32_t row = 0; row < ratings.size(); ++row) {
    if (ratings[row].date && day && *day < *ratings[row].date) continue;
    number_of[row] = numbers.number_of(ratings[row].outcome);
    if (number_of[row] == outcomes_.size()) {
      outcomes_.push_back(ratings[row].outcome);
      begins_.push_back(0);
    }
    ++begins_[number_of[row] + 1];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  given_.resize(begins_.back());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (std::uint32_t row = 0; row < ratings.size(); ++row) {
    if (number_of[row] != not_counted) given_[next[number_of[row]]++] = given(ratings[row], row, score);
  }
  for (std::size_t place = 0; place < size(); ++place) sort_by_person(slice(place), ratings);
}

std::span<GivenRating> RatingsByOutcome::slice(std::size_t place) {
  return std::span(given_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
}

RatingsOfOutcome RatingsByOutcome::operator[](std::size_t place) const {
  return {outcomes_[place], std::span(given_).subspan(begins_[place], begins_[place + 1] - begins_[place])};
}

std::size_t end_of_person(std::span<const GivenRating> given, std::size_t begin, const std::vector<Rating>& ratings) {
  std::size_t end = begin + 1;
  while (end < given.size() && given[end].person == given[begin].person &&
         same_person(ratings[given[end].row], ratings[given[begin].row])) {
    ++end;
  }
  return end;
}

}  // namespace outmap
