// Random counts that are the same with every standard library.
#pragma once

#include <cstdint>

#include "model/analysis/random.hpp"

namespace outmap {

/// How many of `n` independent tries succeed when each does with probability p in 0-1. Inversion below a mean of 10,
/// else transformed rejection (BTRS): Hörmann, W. (1993), Journal of Statistical Computation and Simulation 46(1-2),
/// 101-110, doi:10.1080/00949659308811496. Expected O(1), O(n p) below a mean of 10.
std::uint32_t draw_binomial(std::uint32_t n, double p, Random& random);

}  // namespace outmap
