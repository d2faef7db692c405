// A mean in which some count more.
#pragma once

#include <cstddef>
#include <optional>

namespace outmap {

/// The mean by weight; the plain one where no weight is known or all are 0. Weights are 0 or more; an unknown one
/// counts 0 beside known ones.
class WeightedMean {
 public:
  void add(double number, std::optional<double> weight) {
    sum_ += number * weight.value_or(0);
    weights_ += weight.value_or(0);
    plain_ += number;
    ++count_;
  }

  /// Missing where nothing was added.
  std::optional<double> mean() const {
    if (count_ == 0) return std::nullopt;
    return weights_ > 0 ? sum_ / weights_ : plain_ / static_cast<double>(count_);
  }

 private:
  double sum_ = 0;
  double weights_ = 0;
  double plain_ = 0;
  std::size_t count_ = 0;
};

}  // namespace outmap
