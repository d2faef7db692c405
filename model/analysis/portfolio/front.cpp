#include "model/analysis/portfolio/front.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace outmap {
namespace {

/// Nothing where the effort does not suffice.
std::optional<std::vector<PortfolioChoice>> whole_front(const PortfolioProblem& problem, std::size_t looks) {
  std::vector<PortfolioChoice> points;
  double budget = problem.total_cost();
  while (budget >= 0) {
    PortfolioChoice choice = choose_portfolio(problem, budget, {looks});
    if (!choice.optimal || choice.looks > looks) return std::nullopt;
    looks -= choice.looks;
    budget = choice.cost - 2 * same_within(choice.cost);  // choose_portfolio is as generous once
    points.push_back(std::move(choice));
  }
  std::ranges::reverse(points);
  return points;
}

std::vector<PortfolioChoice> stepped_front(const PortfolioProblem& problem, const FrontOptions& options) {
  std::vector<PortfolioChoice> points;
  for (std::size_t step = 0; step <= options.steps; ++step) {
    const double budget = problem.total_cost() * static_cast<double>(step) / static_cast<double>(options.steps);
    PortfolioChoice choice = choose_portfolio(problem, budget, {options.looks / options.steps});
    if (!points.empty() && choice.benefit <= points.back().benefit + same_within(problem.total_worth())) continue;
    while (!points.empty() && points.back().cost >= choice.cost) points.pop_back();
    points.push_back(std::move(choice));
  }
  return points;
}

}  // namespace

PortfolioFront portfolio_front(const PortfolioProblem& problem, const FrontOptions& options) {
  const bool small = problem.size() <= options.exact_up_to;
  auto whole = whole_front(problem, small ? SearchEffort{}.looks : options.looks);
  if (whole) return {std::move(*whole), true};
  return {stepped_front(problem, options), false};
}

}  // namespace outmap
