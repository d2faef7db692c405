#include "tests/support/portfolios.hpp"

#include <algorithm>

namespace outmap::test {

PortfolioProblem random_portfolio(Random& random, std::size_t items, std::size_t goals) {
  std::vector<double> worths;
  for (std::size_t goal = 0; goal < goals; ++goal) worths.push_back(40 * random.unit());
  std::vector<PortfolioItem> made(items);
  for (std::size_t i = 0; i < items; ++i) {
    made[i].cost = 1 + random.below(100);
    std::vector<bool> used(goals, false);
    for (std::size_t left = 1 + random.below(4); left > 0; --left) {
      const std::size_t goal = random.below(static_cast<std::uint32_t>(goals));
      if (used[goal]) continue;
      used[goal] = true;
      made[i].shares.push_back({goal, random.below(10) == 0 ? 1.0 : random.unit()});
    }
    if (i > 0 && random.below(4) == 0) made[i].requires_too.push_back(random.below(static_cast<std::uint32_t>(i)));
    const std::size_t other = random.below(static_cast<std::uint32_t>(items));
    if (other != i && random.below(6) == 0) made[i].excludes.push_back(other);
  }
  return PortfolioProblem(std::move(worths), std::move(made));
}

bool is_allowed(const PortfolioProblem& problem, const std::vector<std::size_t>& set) {
  const auto holds = [&](std::size_t item) { return std::ranges::find(set, item) != set.end(); };
  return std::ranges::all_of(set, [&](std::size_t item) {
    return std::ranges::all_of(problem.item(item).requires_too, holds) &&
           std::ranges::none_of(problem.item(item).excludes, holds);
  });
}

std::vector<TriedSet> all_sets(const PortfolioProblem& problem) {
  std::vector<TriedSet> sets;
  for (std::size_t mask = 0; mask < std::size_t{1} << problem.size(); ++mask) {
    TriedSet tried;
    for (std::size_t i = 0; i < problem.size(); ++i) {
      if ((mask >> i & 1) != 0) tried.items.push_back(i);
    }
    if (!is_allowed(problem, tried.items)) continue;
    tried.cost = problem.cost(tried.items);
    tried.benefit = problem.benefit(tried.items);
    sets.push_back(std::move(tried));
  }
  return sets;
}

TriedSet best_of_all_sets(const PortfolioProblem& problem, double budget) {
  TriedSet best;
  for (TriedSet& tried : all_sets(problem)) {
    if (tried.cost > budget) continue;
    const bool more = tried.benefit > best.benefit + 1e-9;
    if (more || (tried.benefit > best.benefit - 1e-9 && tried.cost < best.cost)) best = std::move(tried);
  }
  return best;
}

}  // namespace outmap::test
