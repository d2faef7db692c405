#include "model/analysis/gap_rows.hpp"

#include <cmath>
#include <string_view>
#include <tuple>

#include "model/analysis/rounding.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;

Number impact_of(const PriorityFactors& factors, double alpha) {
  if (!factors.reach) return std::nullopt;
  if (alpha >= 1) return factors.reach;
  if (!factors.value_share) return std::nullopt;
  return alpha * *factors.reach + (1 - alpha) * *factors.value_share;
}

/// Falling, what is missing last; computed numbers that differ in the last digits only are the same rank.
double rank_key(Number number) { return number ? -std::round(*number / rounding_error) : 1; }

}  // namespace

void prioritise(GapRow& row, std::optional<double> gap, std::optional<double> reach, std::optional<double> value_share,
                double alpha) {
  PriorityFactors& factors = row.factors;
  factors = {row.level.importance, gap, reach, value_share, std::nullopt};
  factors.impact = impact_of(factors, alpha);
  if (!factors.importance || !factors.gap || !factors.impact) return;
  row.priority = 100 * *factors.importance / 10 * *factors.gap * *factors.impact;
}

void score(GapRow& row) {
  const auto& [importance, satisfaction] = std::tie(row.level.importance, row.level.satisfaction);
  if (!importance || !satisfaction) return;
  row.opportunity = opportunity_score(*importance, *satisfaction);
  row.band = opportunity_band(*importance, *satisfaction);
}

void place(GapRow& row, Number importance_cross, Number satisfaction_cross) {
  const auto& [importance, satisfaction] = std::tie(row.level.importance, row.level.satisfaction);
  if (!importance || !satisfaction || !importance_cross || !satisfaction_cross) return;
  const bool matters = *importance >= *importance_cross - rounding_error;
  const bool performs = *satisfaction >= *satisfaction_cross - rounding_error;
  if (matters) row.quadrant = performs ? Quadrant::keep_up : Quadrant::concentrate_here;
  if (!matters) row.quadrant = performs ? Quadrant::possible_overkill : Quadrant::low_priority;
}

bool ranks_before(const GapRow& a, const GapRow& b) {
  return std::make_tuple(rank_key(a.priority), rank_key(a.opportunity), std::string_view(a.id), a.holder) <
         std::make_tuple(rank_key(b.priority), rank_key(b.opportunity), std::string_view(b.id), b.holder);
}

}  // namespace outmap
