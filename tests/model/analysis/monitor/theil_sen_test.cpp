#include "model/analysis/monitor/theil_sen.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "model/analysis/random.hpp"

using namespace outmap;

namespace {

std::vector<TimedValue> timed(const std::vector<double>& times, const std::vector<double>& values) {
  std::vector<TimedValue> all;
  for (std::size_t i = 0; i < times.size(); ++i) all.push_back({times[i], values[i]});
  return all;
}

double kendall_s(const std::vector<TimedValue>& values) {
  double s = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i + 1; j < values.size(); ++j) {
      const double turn = (values[j].time - values[i].time) * (values[j].value - values[i].value);
      s += turn > 0 ? 1 : turn < 0 ? -1 : 0;
    }
  }
  return s;
}

/// The variance of S over every order of the values.
double variance_by_permutation(const std::vector<double>& times, std::vector<double> values) {
  std::vector<std::size_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  double sum = 0, squares = 0, count = 0;
  do {
    std::vector<double> moved;
    for (const std::size_t i : order) moved.push_back(values[i]);
    const double s = kendall_s(timed(times, moved));
    sum += s;
    squares += s * s;
    ++count;
  } while (std::next_permutation(order.begin(), order.end()));
  return squares / count - (sum / count) * (sum / count);
}

std::vector<TimedValue> scattered(std::size_t count, std::uint64_t seed, double step) {
  Random random(seed);
  std::vector<TimedValue> all;
  for (std::size_t i = 0; i < count; ++i) {
    const double time = std::floor(random.unit() * static_cast<double>(count) * step);
    all.push_back({time, std::floor(20 * random.unit() + 0.01 * time)});
  }
  return all;
}

/// Median and interval ranks over all slopes, by brute force.
std::vector<double> all_slopes(const std::vector<TimedValue>& values) {
  std::vector<double> slopes;
  for (const TimedValue& a : values) {
    for (const TimedValue& b : values) {
      if (a.time < b.time) slopes.push_back((b.value - a.value) / (b.time - a.time));
    }
  }
  std::ranges::sort(slopes);
  return slopes;
}

}  // namespace

TEST_CASE("Theil-Sen gives the slope and the interval of Sen's own example", "[monitor]") {
  // Sen 1968, section 4: slope 4, interval from 26/7 to 35/8. Between the fourth slopes from either end lies the true
  // one with probability 1 - 2 x 76/5040 = 97 %, hence they are also the ends at 95 %.
  const auto values = timed({1, 2, 3, 4, 10, 12, 18}, {9, 15, 19, 20, 45, 55, 78});
  const auto line = theil_sen(values);
  REQUIRE(line);
  CHECK(line->slope == Approx(4));
  CHECK(*line->slope_low == Approx(26.0 / 7));
  CHECK(*line->slope_high == Approx(35.0 / 8));
  CHECK(line->intercept == Approx(6));
}

TEST_CASE("an exact interval holds the true slope as often as it says, over every order of the scatter", "[monitor]") {
  const std::vector<double> times{1, 2, 4, 5, 9, 11};
  std::vector<double> scatter{-1.7, -0.6, 0.1, 0.35, 0.9, 2.2};
  double inside = 0, count = 0;
  do {
    std::vector<TimedValue> values;
    for (std::size_t i = 0; i < times.size(); ++i) values.push_back({times[i], 3 + 0.5 * times[i] + scatter[i]});
    const auto line = theil_sen(values);
    inside += *line->slope_low < 0.5 && 0.5 < *line->slope_high ? 1 : 0;
    ++count;
  } while (std::next_permutation(scatter.begin(), scatter.end()));
  CHECK(count == 720);
  CHECK(inside / count == Approx(1 - 12.0 / 720));  // the next smaller interval would hold it in 680 of 720 = 94.4 %
}

TEST_CASE("Theil-Sen gives the interval of the sodium example of the EPA's guidance", "[monitor]") {
  // EPA 530/R-09-007 (2009), example 17-7: slope 1.33; the interval as EnvStats gives it for these data.
  const auto values =
      timed({89.6, 90.1, 90.8, 91.1, 92.1, 93.1, 94.1, 95.6, 96.1, 96.3}, {56, 53, 51, 55, 52, 60, 62, 59, 61, 63});
  const auto line = theil_sen(values);
  REQUIRE(line);
  CHECK(line->slope == Approx(1.3333333).epsilon(1e-7));
  CHECK(*line->slope_low == Approx(0.3992083).epsilon(1e-6));
  CHECK(*line->slope_high == Approx(2.3333333).epsilon(1e-7));
}

TEST_CASE("Kendall's variance is that of all permutations, with ties on either side", "[monitor]") {
  const std::vector<std::vector<double>> times{{1, 2, 3, 4, 5, 6}, {1, 1, 2, 3, 3, 3}, {1, 1, 1, 2, 2, 5, 6}};
  const std::vector<std::vector<double>> values{{3, 1, 4, 1, 5, 1}, {2, 2, 7, 7, 7, 9}, {4, 4, 4, 4, 1, 2, 2}};
  for (std::size_t i = 0; i < times.size(); ++i) {
    CHECK(kendall_variance(timed(times[i], values[i])) == Approx(variance_by_permutation(times[i], values[i])));
  }
  CHECK(kendall_variance(timed({1, 2, 3, 4}, {1, 2, 3, 4})) == Approx(4 * 3 * 13 / 18.0));
  CHECK(kendall_variance(timed({1}, {1})) == 0);
}

TEST_CASE("Kendall's exact distribution has the tail of the published tables", "[monitor]") {
  // Kendall 1975, appendix table 1: P(S >= 6) = 0.042 for n = 4, P(S >= 8) = 0.042 and P(S >= 10) = 0.0083 for n = 5,
  // P(S >= 13) = 0.0083 for n = 6.
  CHECK(kendall_two_sided(4, 6) == Approx(2 * 0.042).epsilon(0.01));
  CHECK(kendall_two_sided(5, 8) == Approx(2 * 0.042).epsilon(0.01));
  CHECK(kendall_two_sided(5, 10) == Approx(2 * 0.0083).epsilon(0.01));
  CHECK(kendall_two_sided(6, 13) == Approx(2 * 0.0083).epsilon(0.01));
  CHECK(kendall_two_sided(6, 0) == Approx(1));
}

TEST_CASE("fewer than five values carry no 95 % interval, five carry all their slopes", "[monitor]") {
  const auto four = theil_sen(timed({0, 1, 2, 3}, {1, 2, 4, 5}));
  REQUIRE(four);
  CHECK_FALSE(four->slope_low);
  const auto five = theil_sen(timed({0, 1, 2, 3, 4}, {1, 2, 4, 5, 7}));
  REQUIRE(five);
  CHECK(*five->slope_low == Approx(1));
  CHECK(*five->slope_high == Approx(2));
}

TEST_CASE("one wrong value does not turn the Theil-Sen line", "[monitor]") {
  const auto line = theil_sen(timed({0, 1, 2, 3, 4, 5, 6}, {1, 2, 3, 400, 5, 6, 7}));
  CHECK(line->slope == Approx(1));
  CHECK(line->intercept == Approx(1));
}

TEST_CASE("a line needs two different times", "[monitor]") {
  CHECK_FALSE(theil_sen({}));
  CHECK_FALSE(theil_sen(timed({3}, {1})));
  CHECK_FALSE(theil_sen(timed({3, 3, 3}, {1, 2, 3})));
  CHECK(theil_sen(timed({3, 4}, {1, 2}))->slope == 1);
}

TEST_CASE("the search among many slopes finds those that sorting finds", "[monitor][property]") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto values = scattered(401 + seed % 2, seed, seed < 3 ? 3 : 0.2);  // the last two with many equal times
    const std::vector<double> slopes = all_slopes(values);
    const auto line = theil_sen(values);
    REQUIRE(line);
    CHECK(line->slope == Approx(*median_of(slopes)).margin(1e-9));
    const double reach = 1.959963984540054 * std::sqrt(kendall_variance(values));
    const double rank = (static_cast<double>(slopes.size()) - reach) / 2 - 1;
    const auto below = static_cast<std::size_t>(rank);
    const double expected = slopes[below] + (rank - std::floor(rank)) * (slopes[below + 1] - slopes[below]);
    CHECK(*line->slope_low == Approx(expected).margin(1e-9));
  }
}

TEST_CASE("the line follows its values when they are moved, stretched or turned round", "[monitor][property]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    auto values = scattered(5 + seed, seed, 4);
    const auto before = theil_sen(values);
    REQUIRE(before);
    std::ranges::reverse(values);
    CHECK(theil_sen(values) == before);
    for (TimedValue& value : values) value.value = 10 - 3 * value.value;
    const auto after = theil_sen(values);
    CHECK(after->slope == Approx(-3 * before->slope).margin(1e-12));
    REQUIRE(after->slope_low.has_value() == before->slope_high.has_value());
    if (after->slope_low) CHECK(*after->slope_low == Approx(-3 * *before->slope_high).margin(1e-9));
  }
}

TEST_CASE("the normal quantile has its published values", "[monitor]") {
  CHECK(normal_quantile(0.975) == Approx(1.959964).epsilon(1e-6));
  CHECK(normal_quantile(0.95) == Approx(1.644854).epsilon(1e-6));
  CHECK(normal_quantile(0.5) == Approx(0).margin(1e-12));
}
