// The distances of all pairs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace outmap {

/// A symmetric table without its diagonal, 4 n (n − 1) bytes.
class PairDistances {
 public:
  explicit PairDistances(std::uint32_t elements)
      : elements_(elements), distances_(elements < 2 ? 0 : std::size_t{elements} * (elements - 1) / 2) {}

  std::uint32_t size() const { return elements_; }
  /// a and b differ.
  double& at(std::uint32_t a, std::uint32_t b) { return distances_[place(a, b)]; }
  double at(std::uint32_t a, std::uint32_t b) const { return distances_[place(a, b)]; }

 private:
  // Row b holds the distances to all before it.
  static std::size_t place(std::uint32_t a, std::uint32_t b) {
    const std::size_t row = std::max(a, b);
    return row * (row - 1) / 2 + std::min(a, b);
  }

  std::uint32_t elements_;
  std::vector<double> distances_;
};

}  // namespace outmap
