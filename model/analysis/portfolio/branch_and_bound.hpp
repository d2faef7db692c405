// The set of items that closes most within a budget, with proof.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "model/analysis/portfolio/problem.hpp"
#include "model/analysis/portfolio/relaxation.hpp"

namespace outmap {

struct PortfolioChoice {
  std::vector<std::size_t> items;  // rising
  double cost = 0;
  double benefit = 0;
  double bound = 0;       // no set within the budget closes more; `benefit` where the choice is proven best
  bool optimal = true;    // proven, to the last digits (same_within)
  std::size_t looks = 0;  // effort spent
};

struct SearchEffort {
  /// Items that the search may look at before it settles for a bound: some ten million a second. Never a time, so that
  /// the same map gives the same plan everywhere.
  std::size_t looks = std::numeric_limits<std::size_t>::max();
};

/// The set with the greatest benefit (see PortfolioProblem) whose cost is within `budget`, which holds with each item
/// all that it requires and no two that exclude each other; of equally good ones a cheapest.
///
/// Maximising a submodular function under a knapsack, with precedence. Depth first: the item with the greatest gain
/// per cost is tried first, with all that it requires, then left out with all that requires it; so the first dive is
/// the greedy choice (Nemhauser, Wolsey & Fisher 1978, doi:10.1007/BF01588971; Sviridenko 2004,
/// doi:10.1016/S0167-6377(03)00062-2). A branch is cut where no set in it can win: by submodularity a set gains at
/// most f(T) - f(S) and the gains of its items on T for any T that holds the chosen S; the knapsack of these gains is
/// filled in fractions (Dantzig 1957), for T = S, for S with the best items that fit, for mixtures of the two; and for
/// the tangent of 1 - exp(-sum of -log(1 - share)), which is as large; nor can it gain more than all that is left
/// together. Where many items are open, prices on money, requirements and exclusions bound it closer (Relaxation), and
/// items with which it cannot win are left out at once. Once an item is left out, so are those that cost as much, close
/// no more and bind nothing.
///
/// Every choice holds the items in `held` and all that they require; these must agree and fit within the budget.
///
/// Deterministic. Exponential at worst, O(shares) memory for each item on the way down.
PortfolioChoice choose_portfolio(const PortfolioProblem& problem, double budget, const SearchEffort& effort = {},
                                 const std::vector<std::size_t>& held = {});

/// As above, from the prices that earlier searches of the same problem left in `relaxation`: with a budget near theirs
/// it takes a fraction of the steps.
PortfolioChoice choose_portfolio(const PortfolioProblem& problem, Relaxation& relaxation, double budget,
                                 const SearchEffort& effort, const std::vector<std::size_t>& held);

}  // namespace outmap
