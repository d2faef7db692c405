// Values below which a share of others lie.
#pragma once

#include <span>

namespace outmap {

/// The value below which `share` of the values lie, in proportion between the two nearest: with h = share x (n - 1),
/// x[floor h] + (h - floor h) x (x[floor h + 1] - x[floor h]) (type 7 of Hyndman & Fan 1996, doi:10.2307/2684934).
/// `values` are put in another order, so that several shares of the same values cost no sorting. At least one value;
/// `share` 0-1. O(n).
double quantile(std::span<double> values, double share);

}  // namespace outmap
