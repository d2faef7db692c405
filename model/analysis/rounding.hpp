// What the last digits of computed numbers are worth.
#pragma once

#include <cmath>
#include <optional>

namespace outmap {

/// Sums of decimal fractions miss round numbers by a last digit: scores, shares of a scale, states, priorities and
/// amounts that differ by less are equal, so that 12 is never 'above 12' by accident.
inline constexpr double rounding_error = 1e-9;

/// A key by which numbers from 0 on sort falling, what is missing last; those that differ in the last digits only are
/// the same.
inline double falling(std::optional<double> number) { return number ? -std::round(*number * 1e9) : 1; }

}  // namespace outmap
