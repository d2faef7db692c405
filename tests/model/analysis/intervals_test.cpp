#include "model/analysis/intervals.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace outmap;

TEST_CASE("Wilson's interval has the values that Newcombe published", "[intervals]") {
  // Newcombe (1998), Statistics in Medicine 17(8), 857-872, table I, method 3.
  struct Published {
    double count, of, low, high;
  };
  for (const auto& [count, of, low, high] : {Published{81, 263, 0.2553, 0.3662}, Published{15, 148, 0.0624, 0.1605},
                                             Published{0, 20, 0.0000, 0.1611}, Published{1, 29, 0.0061, 0.1718}}) {
    const Interval interval = wilson_interval(count, of);
    CHECK(interval.low == Approx(low).margin(0.00005));
    CHECK(interval.high == Approx(high).margin(0.00005));
  }
}

TEST_CASE("Wilson's interval holds just the shares that the count does not contradict", "[intervals]") {
  for (const double of : {1.0, 7.0, 40.0}) {
    for (double count = 0; count <= of; ++count) {
      const Interval interval = wilson_interval(count, of);
      for (const double edge : {interval.low, interval.high}) {
        if (edge == 0 || edge == 1) continue;
        CHECK(std::abs(count / of - edge) == Approx(z95 * std::sqrt(edge * (1 - edge) / of)));
      }
      CHECK(interval.contains(count / of));
    }
  }
}

TEST_CASE("none and all keep a width, and nobody asked tells nothing", "[intervals]") {
  CHECK(wilson_interval(0, 5).low == 0.0);
  CHECK(wilson_interval(5, 5).high == 1.0);
  CHECK(wilson_interval(5, 5).low == Approx(1 - wilson_interval(0, 5).high));
  CHECK(wilson_interval(0, 0) == Interval{0, 1});
  CHECK(estimate_share(3, 4).share == 0.75);
  CHECK(estimate_share(0, 0).share == 0.0);
}

TEST_CASE("the difference of two shares has the interval that Newcombe published", "[intervals]") {
  // Newcombe (1998), Statistics in Medicine 17(8), 873-890, table II, method 10: 56/70 - 48/80.
  const Interval interval = difference_interval(estimate_share(48, 80), estimate_share(56, 70));
  CHECK(interval.low == Approx(0.0524).margin(0.00005));
  CHECK(interval.high == Approx(0.3339).margin(0.00005));
}

TEST_CASE("the interval of a net promoter score, by hand", "[intervals]") {
  // 50 promoters and 20 detractors of 100: sqrt((0.7 - 0.09) / 100) = 0.0781025, times 1.959964 = 0.1530781.
  const Interval interval = nps_interval(50, 20, 100);
  CHECK(interval.low == Approx(30 - 15.30781));
  CHECK(interval.high == Approx(30 + 15.30781));
  // 2 and 2 of 4: the score is 0 and the reach 100 * 1.96 * sqrt(1 / 4) = 98.
  CHECK(nps_interval(2, 2, 4).high == Approx(97.99820));
  CHECK(nps_interval(4, 0, 5).high == 100.0);  // 80 + 35 is more than there is
  CHECK(nps_interval(0, 0, 0) == Interval{-100, 100});
}

TEST_CASE("intervals that touch overlap", "[intervals]") {
  CHECK(overlap({1, 2}, {2, 3}));
  CHECK(overlap({1, 9}, {2, 3}));
  CHECK_FALSE(overlap({1, 2}, {2.1, 3}));
  CHECK(is_small_sample(29));
  CHECK_FALSE(is_small_sample(30));
}
