// What follows from the numbers of a row: scores, quadrant, priority, order.
#pragma once

#include <optional>

#include "model/analysis/gaps.hpp"

namespace outmap {

/// Fills in opportunity and band from importance and satisfaction, where both are known.
void score(GapRow& row);

/// Fills in the factors and the priority; `alpha` weighs reach against value share.
void prioritise(GapRow& row, std::optional<double> gap, std::optional<double> reach, std::optional<double> value_share,
                double alpha);

/// Fills in the quadrant, for a crosshair at these scores.
void place(GapRow& row, std::optional<double> importance_cross, std::optional<double> satisfaction_cross);

/// By priority, then opportunity, both falling and what is missing last; then id and holder.
bool ranks_before(const GapRow& a, const GapRow& b);

}  // namespace outmap
