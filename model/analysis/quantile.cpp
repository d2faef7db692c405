#include "model/analysis/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace outmap {

double quantile(std::span<double> values, double share) {
  assert(!values.empty());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = values.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), below, values.end());
  if (below + 1 == values.end()) return *below;
  const double above = *std::min_element(below + 1, values.end());
  return *below + (place - std::floor(place)) * (above - *below);
}

}  // namespace outmap
