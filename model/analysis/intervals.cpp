#include "model/analysis/intervals.hpp"

#include <algorithm>
#include <cmath>

namespace outmap {

Interval wilson_interval(double count, double of, double z) {
  if (of <= 0) return {0, 1};
  const double share = count / of;
  const double z2 = z * z;
  const double centre = share + z2 / (2 * of);
  const double reach = z * std::sqrt((share * (1 - share) + z2 / (4 * of)) / of);
  // For none and for all the formula gives 0 and 1, which rounding must not miss.
  return {count <= 0 ? 0.0 : std::max(0.0, (centre - reach) / (1 + z2 / of)),
          count >= of ? 1.0 : std::min(1.0, (centre + reach) / (1 + z2 / of))};
}

ShareEstimate estimate_share(double count, double of, double z) {
  return {count, of, of > 0 ? count / of : 0.0, wilson_interval(count, of, z)};
}

Interval difference_interval(const ShareEstimate& a, const ShareEstimate& b) {
  const double difference = b.share - a.share;
  const double below = std::hypot(b.share - b.interval.low, a.interval.high - a.share);
  const double above = std::hypot(b.interval.high - b.share, a.share - a.interval.low);
  return {std::max(-1.0, difference - below), std::min(1.0, difference + above)};
}

Interval nps_interval(std::size_t promoters, std::size_t detractors, std::size_t n, double z) {
  if (n == 0) return {-100, 100};
  const auto total = static_cast<double>(n);
  const double p = static_cast<double>(promoters) / total;
  const double d = static_cast<double>(detractors) / total;
  const double variance = std::max(0.0, p + d - (p - d) * (p - d));
  const double reach = z * std::sqrt(variance / total);
  return {std::max(-100.0, 100 * (p - d - reach)), std::min(100.0, 100 * (p - d + reach))};
}

}  // namespace outmap
