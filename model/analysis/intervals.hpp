// How sure a number from few answers is.
#pragma once

#include <cstddef>

namespace outmap {

/// The standard normal quantile of a two-sided 95 % interval.
constexpr double z95 = 1.959963984540054;

/// Below this many answers a score is only spoken of softly: one answer more or less moves it visibly.
constexpr std::size_t small_sample = 30;

constexpr bool is_small_sample(std::size_t answers) { return answers < small_sample; }

/// From `low` to `high`, both included.
struct Interval {
  double low = 0;
  double high = 0;

  double width() const { return high - low; }
  bool contains(double value) const { return low <= value && value <= high; }
  bool operator==(const Interval&) const = default;
};

/// True where the two have a number in common: then the order of what they are of is not certain.
constexpr bool overlap(const Interval& a, const Interval& b) { return a.low <= b.high && b.low <= a.high; }

/// A share of `of` answers, 0-1, with its interval.
struct ShareEstimate {
  double count = 0;
  double of = 0;
  double share = 0;
  Interval interval;

  bool operator==(const ShareEstimate&) const = default;
};

/// Wilson's score interval of a share, 0-1: the shares p that `count` of `of` does not contradict, that is those with
/// |count/of - p| <= z sqrt(p (1 - p) / of). It stays inside 0-1 and has a width also for none and for all. 0 <= count
/// <= of, of > 0, z >= 0; for of = 0 it is 0-1. O(1).
///
/// Wilson, E. B. (1927), Journal of the American Statistical Association 22(158), 209-212,
/// doi:10.1080/01621459.1927.10502953. Compared with ten others in Newcombe, R. G. (1998), Statistics in Medicine
/// 17(8), 857-872.
Interval wilson_interval(double count, double of, double z = z95);

/// count / of with its Wilson interval; a share of 0 where `of` is 0.
ShareEstimate estimate_share(double count, double of, double z = z95);

/// The interval of b - a for two independent shares (Newcombe 1998, Statistics in Medicine 17(8), 873-890, method 10:
/// from the Wilson intervals of both), -1 ... 1. It holds 0 where the two may be the same.
Interval difference_interval(const ShareEstimate& a, const ShareEstimate& b);

/// The net promoter score 100 (p - d) +- 100 z sqrt((p + d - (p - d)^2) / n), kept in -100 ... 100; p and d are the
/// shares of promoters and detractors among n > 0 answers. With n = 0 it is -100 ... 100. Like every interval of this
/// kind it has no width where all answer alike: look at n. O(1).
Interval nps_interval(std::size_t promoters, std::size_t detractors, std::size_t n, double z = z95);

}  // namespace outmap
