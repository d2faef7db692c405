// Why an initiative is not in the plan.
#pragma once

#include "model/analysis/portfolio/branch_and_bound.hpp"
#include "model/analysis/portfolio/candidates.hpp"

namespace outmap {

/// For every initiative of the map that `choice` does not hold, the first reason of NotPlanned that holds; by id.
/// O(initiatives² x shares) at worst.
std::vector<LeftOutInitiative> reasons_for_rest(const Map& map, const Candidates& candidates,
                                                const PortfolioChoice& choice, double budget);

}  // namespace outmap
