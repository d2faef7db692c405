// What a plan must hold because it was asked for.
#pragma once

#include <map>
#include <vector>

#include "model/analysis/portfolio/portfolio.hpp"
#include "model/analysis/portfolio/problem.hpp"
#include "model/analysis/portfolio/sieve.hpp"

namespace outmap {

/// Throws std::invalid_argument where the budget is negative or not finite.
void check_budget(const PortfolioOptions& options);

/// The places of PortfolioOptions::with among `initiatives`. Throws std::invalid_argument, with the reason, where no
/// plan within the budget can hold them with all that they require.
std::vector<std::size_t> held_items(const std::vector<const Initiative*>& initiatives,
                                    const std::map<Id, Refusal, std::less<>>& refused, const PortfolioProblem& problem,
                                    const PortfolioOptions& options);

}  // namespace outmap
