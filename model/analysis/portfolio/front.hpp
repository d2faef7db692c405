// What every budget could buy.
#pragma once

#include <cstddef>
#include <vector>

#include "model/analysis/portfolio/branch_and_bound.hpp"

namespace outmap {

struct FrontOptions {
  std::size_t exact_up_to = 20;   // items up to which the front is whole whatever it takes
  std::size_t looks = 1'500'000;  // above: effort for the whole front, and once more for the steps where it runs out
  std::vector<std::size_t> held = {};  // items that every point holds, with all that they require
  std::size_t steps = 24;  // budgets, equally far apart, that are tried where the whole front takes too long
};

struct PortfolioFront {
  std::vector<PortfolioChoice> points;  // cost and benefit both rising
  bool whole = true;                    // no allowed set outside it closes more for the same cost or as much for less
};

/// The cost-benefit front (Pareto) of all allowed sets, from nothing chosen, or what costs nothing, to all that helps.
/// Whole: found from the dear end, each point as the cheapest best choice within a little less than the cost of the
/// one before. Else for equal steps of the budget: best choices, each with the bound on what its step could buy, less
/// those that an earlier one beats. Deterministic. A search for each point (see choose_portfolio).
PortfolioFront portfolio_front(const PortfolioProblem& problem, const FrontOptions& options = {});

}  // namespace outmap
