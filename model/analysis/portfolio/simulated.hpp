// A plan whose initiatives are worth what a simulation says.
#pragma once

#include "model/analysis/portfolio/portfolio.hpp"

namespace outmap {

/// find_portfolio with PlanBy::simulation.
PortfolioReport simulated_portfolio(const Map& map, const PortfolioOptions& options);

}  // namespace outmap
