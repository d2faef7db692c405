// Random portfolios, and the best of all their sets by trying each.
#pragma once

#include "model/analysis/portfolio/problem.hpp"
#include "model/analysis/random.hpp"

namespace outmap::test {

/// Whole costs 1-100, worths 0-40, one to four shares each, some of them whole; about one item in four requires an
/// earlier one, about one in six excludes another.
PortfolioProblem random_portfolio(Random& random, std::size_t items, std::size_t goals);

/// All that its items require is in it, and no two exclude each other.
bool is_allowed(const PortfolioProblem& problem, const std::vector<std::size_t>& set);

struct TriedSet {
  std::vector<std::size_t> items;
  double cost = 0;
  double benefit = 0;
};

/// Every allowed set.
std::vector<TriedSet> all_sets(const PortfolioProblem& problem);

/// The one with the greatest benefit within the budget, of equal ones the cheapest.
TriedSet best_of_all_sets(const PortfolioProblem& problem, double budget);

}  // namespace outmap::test
