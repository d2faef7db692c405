// Customers with attributes at random, to compare.
#pragma once

#include <cstdint>

#include "model/map/map.hpp"

namespace outmap::test {

struct RandomProfilesOptions {
  std::uint32_t count = 30;
  std::uint32_t groups = 1;  // customer i is in group i % groups, the values of each group around others
  double spread = 1;         // of the numbers in a group beside the distance of two groups
  std::uint64_t seed = 1;
};

/// Customers c0001, c0002 … with three numbers and a category each.
Map random_profiles(const RandomProfilesOptions& options);

}  // namespace outmap::test
