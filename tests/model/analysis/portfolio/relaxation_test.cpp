#include "model/analysis/portfolio/relaxation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "tests/support/portfolios.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

std::vector<std::size_t> all_items(const PortfolioProblem& problem) {
  std::vector<std::size_t> items(problem.size());
  std::iota(items.begin(), items.end(), std::size_t{0});
  return items;
}

}  // namespace

TEST_CASE("a knapsack of separate goals is bounded by its fractions", "[portfolio][relaxation]") {
  // Whole shares for three goals: 60 and 100 for 30, and two thirds of 120 for the 20 that are left of the budget.
  const PortfolioProblem problem({60, 100, 120},
                                 {{10, {{0, 1}}, {}, {}}, {20, {{1, 1}}, {}, {}}, {30, {{2, 1}}, {}, {}}});
  const std::vector<double> left(3, 1.0);
  const auto items = all_items(problem);
  Relaxation relaxation(problem);
  const double bound = relaxation.bound({left, 50, items}, 239, 5000);
  CHECK(bound >= 240 - 1e-6);
  CHECK(bound <= 240 * 1.01);
}

TEST_CASE("what an item requires is paid in the bound", "[portfolio][relaxation]") {
  // 90 for 100, which 100 more must come before: of a budget of 100 half of it at most.
  const PortfolioProblem problem({90}, {{100, {{0, 0.5}}, {1}, {}}, {100, {}, {}, {}}});
  const std::vector<double> left(1, 1.0);
  const auto items = all_items(problem);
  Relaxation relaxation(problem);
  const double bound = relaxation.bound({left, 100, items}, 26, 5000);
  // Half of -log(1 - 0.5): 90 (1 - sqrt(0.5)).
  CHECK(bound == Approx(90 * (1 - std::sqrt(0.5))).epsilon(0.01));
}

TEST_CASE("what excludes each other is not counted together", "[portfolio][relaxation]") {
  const PortfolioProblem problem({50, 50}, {{1, {{0, 1}}, {}, {1}}, {1, {{1, 1}}, {}, {}}});
  const std::vector<double> left(2, 1.0);
  const auto items = all_items(problem);
  Relaxation relaxation(problem);
  const double bound = relaxation.bound({left, 10, items}, 49.9, 5000);
  CHECK(bound >= 50 - 1e-9);
  CHECK(bound <= 50 * 1.02);
}

TEST_CASE("no allowed set adds more than the bound, after one step or many", "[portfolio][relaxation]") {
  Random random(21);
  for (int round = 0; round < 300; ++round) {
    const PortfolioProblem problem = random_portfolio(random, 1 + random.below(11), 1 + random.below(6));
    const double budget = problem.total_cost() * random.unit();
    const std::vector<double> left(problem.worths().size(), 1.0);
    const auto items = all_items(problem);
    const double best = best_of_all_sets(problem, budget).benefit;
    Relaxation relaxation(problem);
    INFO("round " << round);
    for (const std::size_t steps : {1, 5, 100})
      CHECK(relaxation.bound({left, budget, items}, best, steps) >= best - 1e-9);
  }
}

TEST_CASE("a set that goes against an item's gain adds less by as much", "[portfolio][relaxation]") {
  Random random(22);
  std::size_t told = 0;
  for (int round = 0; round < 100; ++round) {
    const PortfolioProblem problem = random_portfolio(random, 9, 4);
    const double budget = problem.total_cost() * random.unit();
    const std::vector<double> left(problem.worths().size(), 1.0);
    const auto items = all_items(problem);
    Relaxation relaxation(problem);
    const double bound = relaxation.bound({left, budget, items}, 0, 50);
    for (const TriedSet& set : all_sets(problem)) {
      if (set.cost > budget) continue;
      double most = bound;
      for (const std::size_t item : items) {
        const bool held = std::ranges::find(set.items, item) != set.items.end();
        const double gain = relaxation.gain(item);
        if (held != (gain > 0)) most -= std::abs(gain);
      }
      if (set.benefit > most + 1e-9) FAIL_CHECK("round " << round << ": " << set.benefit << " exceeds " << most);
      ++told;
    }
  }
  CHECK(told > 10000);
}

TEST_CASE("what was chosen already counts no more", "[portfolio][relaxation]") {
  const PortfolioProblem problem({80}, {{10, {{0, 0.5}}, {}, {}}, {10, {{0, 0.4}}, {}, {}}});
  const std::vector<double> left = {0.5};
  const std::vector<std::size_t> open = {1};
  Relaxation relaxation(problem);
  const double bound = relaxation.bound({left, 10, open}, 15.9, 2000);
  CHECK(bound >= 16 - 1e-9);  // 80 x 0.5 x 0.4
  CHECK(bound <= 16 * 1.01);
  CHECK(relaxation.gain(0) == 0);
}
