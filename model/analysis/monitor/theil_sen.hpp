// The trend of a few readings, undisturbed by a single wrong one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace outmap {

struct TimedValue {
  double time = 0;
  double value = 0;
};

struct TrendLine {
  double slope = 0;  // value a unit of time
  /// Ends of the confidence interval; both missing where there are too few values for that confidence.
  std::optional<double> slope_low;
  std::optional<double> slope_high;
  double intercept = 0;  // of the line at time 0: the median of value - slope x time

  bool operator==(const TrendLine&) const = default;
};

/// Theil-Sen line: the median of the slopes of all pairs of values at different times (Theil 1950), with Sen's
/// confidence interval (Sen 1968, doi:10.1080/01621459.1968.10480934). Nothing for fewer than two different times.
///
/// The interval lies between two of the N sorted slopes. For fewer than ten values at different times their ranks come
/// from the exact distribution of Kendall's S; above, or where times are equal, they are (N - C)/2 and (N + C)/2 + 1, C
/// the normal quantile times the square root of kendall_variance, with a straight line between two ranks (Gilbert
/// 1987, Statistical Methods for Environmental Pollution Monitoring, section 16.4).
///
/// `confidence` lies between 0 and 1. `values` may come in any order and do not change the result by it. O(n^2) up to
/// 400 values; O(n log n) time, by bisection to the last digits, and O(n) space above.
std::optional<TrendLine> theil_sen(std::span<const TimedValue> values, double confidence = 0.95);

/// Variance of Kendall's S = concordant less discordant pairs, when nothing is related, with ties in times and in
/// values (Kendall 1975, Rank Correlation Methods; the formula in Gilbert 1987, equation 16.4). O(n log n).
double kendall_variance(std::span<const TimedValue> values);

/// P(|S| >= s) for n values without ties when nothing is related, by counting permutations. O(n^3); n up to 20.
double kendall_two_sided(std::size_t n, long long s);

/// The value that a standard normal variable stays below with probability `share`, which lies between 0 and 1.
double normal_quantile(double share);

/// The middle of the sorted values, of an even number the mean of the two; nothing where there are none. O(n log n).
std::optional<double> median_of(std::vector<double> values);

}  // namespace outmap
