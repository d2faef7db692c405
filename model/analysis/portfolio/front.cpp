#include "model/analysis/portfolio/front.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace outmap {
namespace {

/// Of all that every point holds.
double cost_of_held(const PortfolioProblem& problem, const FrontOptions& options) {
  std::set<std::size_t> items;
  for (const std::size_t item : options.held) items.insert(problem.needs(item).begin(), problem.needs(item).end());
  return problem.cost({items.begin(), items.end()});
}

/// Nothing where the effort does not suffice.
std::optional<std::vector<PortfolioChoice>> whole_front(const PortfolioProblem& problem, std::size_t looks,
                                                        const FrontOptions& options) {
  std::vector<PortfolioChoice> points;
  Relaxation relaxation(problem);
  const double least = cost_of_held(problem, options);
  double budget = problem.total_cost();
  while (budget >= least) {
    PortfolioChoice choice = choose_portfolio(problem, relaxation, budget, {looks}, options.held);
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
  Relaxation relaxation(problem);
  const double least = cost_of_held(problem, options);
  for (std::size_t step = 0; step <= options.steps; ++step) {
    const double budget = problem.total_cost() * static_cast<double>(step) / static_cast<double>(options.steps);
    if (budget < least) continue;
    PortfolioChoice choice =
        choose_portfolio(problem, relaxation, budget, {options.looks / options.steps}, options.held);
    if (!points.empty() && choice.benefit <= points.back().benefit + same_within(problem.total_worth())) continue;
    while (!points.empty() && points.back().cost >= choice.cost) points.pop_back();
    points.push_back(std::move(choice));
  }
  return points;
}

}  // namespace

PortfolioFront portfolio_front(const PortfolioProblem& problem, const FrontOptions& options) {
  const bool small = problem.size() <= options.exact_up_to;
  auto whole = whole_front(problem, small ? SearchEffort{}.looks : options.looks, options);
  if (whole) return {std::move(*whole), true};
  return {stepped_front(problem, options), false};
}

}  // namespace outmap
