#include "model/analysis/monitor/theil_sen.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "model/analysis/quantile.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_sorted = 400;  // values up to which all slopes are kept and sorted
constexpr std::size_t exact_below = 10;   // values below which the exact distribution is used

bool earlier(const TimedValue& a, const TimedValue& b) {
  return a.time != b.time ? a.time < b.time : a.value < b.value;
}

double count_of(std::size_t number) { return static_cast<double>(number); }

std::size_t pairs_of(std::size_t n) { return n * (n - 1) / 2; }

/// How often each value of a sorted range occurs.
std::vector<std::size_t> group_sizes(const std::vector<double>& sorted) {
  std::vector<std::size_t> sizes;
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    while (end < sorted.size() && sorted[end] == sorted[begin]) ++end;
    sizes.push_back(end - begin);
  }
  return sizes;
}

std::vector<std::size_t> ties_of(std::span<const TimedValue> values, double TimedValue::*side) {
  std::vector<double> numbers;
  for (const TimedValue& value : values) numbers.push_back(value.*side);
  std::ranges::sort(numbers);
  return group_sizes(numbers);
}

/// Sorted slopes of all pairs at different times, without keeping them where there are many.
class Slopes {
 public:
  /// `sorted` by time, then value.
  explicit Slopes(std::span<const TimedValue> sorted) : sorted_(sorted) {
    count_ = pairs_of(sorted.size());
    for (const std::size_t size : ties_of(sorted, &TimedValue::time)) count_ -= pairs_of(size);
    if (sorted.size() <= most_sorted)
      keep_all();
    else
      bound();
  }

  std::size_t count() const { return count_; }

  /// The slope of this rank, from 0.
  double at(std::size_t rank) const { return kept_.empty() ? searched(rank) : kept_[rank]; }

  /// The slope of a rank between two, from 0, on a straight line.
  double between(double rank) const {
    const double low = std::clamp(std::floor(rank), 0.0, count_of(count_ - 1));
    const double high = std::min(low + 1, count_of(count_ - 1));
    const double below = at(static_cast<std::size_t>(low));
    const double part = std::clamp(rank - low, 0.0, 1.0);
    return part == 0 ? below : below + part * (at(static_cast<std::size_t>(high)) - below);
  }

 private:
  void keep_all() {
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
      for (std::size_t j = i + 1; j < sorted_.size(); ++j) {
        const double time = sorted_[j].time - sorted_[i].time;
        if (time > 0) kept_.push_back((sorted_[j].value - sorted_[i].value) / time);
      }
    }
    std::ranges::sort(kept_);
  }

  /// The steepest slope is between neighbours in time, hence none is steeper than the widest step over the shortest.
  void bound() {
    double shortest = std::numeric_limits<double>::infinity();
    double lowest = sorted_.front().value, highest = lowest;
    for (std::size_t i = 1; i < sorted_.size(); ++i) {
      const double time = sorted_[i].time - sorted_[i - 1].time;
      if (time > 0) shortest = std::min(shortest, time);
      lowest = std::min(lowest, sorted_[i].value);
      highest = std::max(highest, sorted_[i].value);
    }
    steepest_ = (highest - lowest) / shortest + 1;
  }

  double searched(std::size_t rank) const {
    double low = -steepest_, high = steepest_;  // below(low) <= rank < below(high)
    for (int step = 0; step < 200; ++step) {
      const double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high || high - low < 1e-15 * steepest_) break;
      (below(middle) <= rank ? low : high) = middle;
    }
    return low + (high - low) / 2;
  }

  /// Slopes below `slope`: pairs whose order is turned round when that slope is taken off.
  std::size_t below(double slope) const {
    std::vector<double> rest, room(sorted_.size());
    rest.reserve(sorted_.size());
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
      const double flat = sorted_[i].value - slope * (sorted_[i].time - sorted_.front().time);
      rest.push_back(flat);
    }
    return inversions(rest, room);
  }

  static std::size_t inversions(std::span<double> values, std::span<double> room) {
    if (values.size() < 2) return 0;
    const std::size_t half = values.size() / 2;
    const auto left = values.first(half), right = values.subspan(half);
    std::size_t found = inversions(left, room.first(half)) + inversions(right, room.subspan(half));
    std::size_t i = 0, j = 0;
    for (double& place : room.first(values.size())) {
      const bool take_left = j == right.size() || (i < left.size() && left[i] <= right[j]);
      if (!take_left) found += left.size() - i;
      place = take_left ? left[i++] : right[j++];
    }
    std::ranges::copy(room.first(values.size()), values.begin());
    return found;
  }

  std::span<const TimedValue> sorted_;
  std::vector<double> kept_;
  std::size_t count_ = 0;
  double steepest_ = 0;
};

/// Below ten values: the largest rank k for which the slopes k and N - 1 - k still enclose the confidence.
std::optional<std::size_t> exact_rank(std::size_t n, double confidence) {
  constexpr double rounding = 1e-12;
  const auto all = static_cast<long long>(pairs_of(n));
  std::optional<std::size_t> best;
  for (long long rank = 0; 2 * rank < all; ++rank) {
    // The interval misses the slope where more than N - 1 - k pairs agree, or more than N - 1 - k disagree.
    if (kendall_two_sided(n, all - 2 * rank) > 1 - confidence + rounding) break;
    best = static_cast<std::size_t>(rank);
  }
  return best;
}

void add_interval(TrendLine& line, const Slopes& slopes, std::span<const TimedValue> sorted, double confidence) {
  const bool times_differ = slopes.count() == pairs_of(sorted.size());
  if (sorted.size() < exact_below && times_differ) {
    const auto rank = exact_rank(sorted.size(), confidence);
    if (!rank) return;
    line.slope_low = slopes.at(*rank);
    line.slope_high = slopes.at(slopes.count() - 1 - *rank);
    return;
  }
  const double reach = normal_quantile(0.5 + confidence / 2) * std::sqrt(kendall_variance(sorted));
  const double low = (count_of(slopes.count()) - reach) / 2 - 1;
  if (low < 0) return;
  line.slope_low = slopes.between(low);
  line.slope_high = slopes.between(count_of(slopes.count()) - 1 - low);
}

}  // namespace

std::optional<double> median_of(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  return quantile(values, 0.5);
}

double normal_quantile(double share) {
  double low = -40, high = 40;
  for (int step = 0; step < 200; ++step) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (std::erfc(-middle / std::sqrt(2.0)) / 2 < share ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

double kendall_variance(std::span<const TimedValue> values) {
  const auto n = count_of(values.size());
  if (values.size() < 2) return 0;
  const auto sum = [](const std::vector<std::size_t>& ties, const std::function<double(double)>& term) {
    double total = 0;
    for (const std::size_t size : ties) total += term(count_of(size));
    return total;
  };
  const auto five = [](double t) { return t * (t - 1) * (2 * t + 5); };
  const auto three = [](double t) { return t * (t - 1) * (t - 2); };
  const auto two = [](double t) { return t * (t - 1); };
  const auto times = ties_of(values, &TimedValue::time);
  const auto levels = ties_of(values, &TimedValue::value);
  double variance = (five(n) - sum(times, five) - sum(levels, five)) / 18;
  if (values.size() > 2) variance += sum(times, three) * sum(levels, three) / (9 * three(n));
  return variance + sum(times, two) * sum(levels, two) / (2 * two(n));
}

double kendall_two_sided(std::size_t n, long long s) {
  const auto all = static_cast<long long>(pairs_of(n));
  std::vector<double> share{1.0};  // of permutations by their number of inversions
  for (std::size_t size = 2; size <= n; ++size) {
    std::vector<double> next(share.size() + size - 1, 0.0);
    for (std::size_t i = 0; i < share.size(); ++i) {
      for (std::size_t more = 0; more < size; ++more) next[i + more] += share[i] / count_of(size);
    }
    share = std::move(next);
  }
  double total = 0;
  for (std::size_t turned = 0; turned < share.size(); ++turned) {
    const long long found = all - 2 * static_cast<long long>(turned);
    if (std::abs(found) >= s) total += share[turned];
  }
  return std::min(total, 1.0);
}

std::optional<TrendLine> theil_sen(std::span<const TimedValue> values, double confidence) {
  std::vector<TimedValue> sorted(values.begin(), values.end());
  std::ranges::sort(sorted, earlier);
  if (sorted.empty() || sorted.front().time == sorted.back().time) return std::nullopt;
  const Slopes slopes(sorted);
  TrendLine line;
  const std::size_t middle = slopes.count() / 2;
  line.slope = slopes.count() % 2 == 1 ? slopes.at(middle) : (slopes.at(middle - 1) + slopes.at(middle)) / 2;
  add_interval(line, slopes, sorted, confidence);
  std::vector<double> rest;
  for (const TimedValue& value : sorted) rest.push_back(value.value - line.slope * value.time);
  line.intercept = *median_of(std::move(rest));
  return line;
}

}  // namespace outmap
