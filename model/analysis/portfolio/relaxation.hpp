// How much the undecided rest of a portfolio can still add at most.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "model/analysis/portfolio/problem.hpp"

namespace outmap {

/// What is still undecided of a problem.
struct OpenRest {
  const std::vector<double>& left;       // of each goal what the items chosen so far leave open, 0-1
  double money = 0;                      // of the budget, >= 0
  const std::vector<std::size_t>& open;  // items that may still be chosen; what they require is open, too, or chosen
};

/// Upper bounds on what open items can add, by Lagrangian relaxation (Fisher 1981, doi:10.1287/mnsc.27.1.1).
///
/// With s the sum of -log(1 - share) of its items a set closes worth x left x (1 - exp(-s)) of a goal, which is concave
/// in s. Let items be chosen in fractions, and put a price on everything that ties them together: on a goal's s (the
/// slope of a tangent to the curve), on money, on each item that another requires, on each pair that excludes each
/// other. Then every item stands alone: it is taken where its gain at these prices is above 0. For any prices from 0 up
/// the sum of these gains and of the prices of all that is there to share is at least what any allowed set adds; prices
/// found by subgradient steps (Held, Wolfe & Crowder 1974, doi:10.1007/BF01580223) bring it down towards the best that
/// fractions could do. Prices stay from one call to the next: a rest that differs by one item needs few steps.
///
/// Deterministic. The problem must outlive it.
class Relaxation {
 public:
  explicit Relaxation(const PortfolioProblem& problem);

  /// The least bound that so many steps (from 1 up) find; ends early once it is no more than `enough`, which should be
  /// what some set is known to add. Each step takes O(goals + links + shares of the open items).
  double bound(const OpenRest& rest, double enough, std::size_t steps);

  /// Whether an earlier call left prices to begin with.
  bool priced() const { return priced_; }

  /// What the item gains at the prices of that bound. A set that holds an item with a gain below 0, or lacks one with a
  /// gain above 0, adds no more than the bound less the size of the gain. 0 for an item that was not open.
  double gain(std::size_t item) const { return best_gain_[item]; }

 private:
  struct Prices {
    std::vector<double> slope;  // by goal
    double money = 0;
    std::vector<double> require;  // by link
    std::vector<double> exclude;  // by pair
  };

  void begin(const OpenRest& rest);
  double evaluate(const OpenRest& rest);
  double price_goals(const OpenRest& rest);
  double gain_alone(std::size_t item) const;
  double charge_links();
  void measure_slack(const OpenRest& rest);
  double squared_slack() const;
  void step(double length);
  double counted(std::size_t item, std::size_t share) const;

  const PortfolioProblem& problem_;
  std::vector<std::vector<double>> curve_;                     // by item and share: -log(1 - share)
  std::vector<std::pair<std::size_t, std::size_t>> requires_;  // the first needs the second
  std::vector<std::pair<std::size_t, std::size_t>> excludes_;  // each pair once
  double money_unit_ = 1;                                      // mean cost: makes steps of money like the others
  Prices prices_;
  bool priced_ = false;        // whether prices_ come from an earlier call
  Prices slack_;               // by price what is left of what there is to share, negative where too much is taken
  std::vector<double> slope_;  // by goal, as far as the curve has such a slope; 0 where nothing is open
  std::vector<double> touch_;  // by goal the s at which the tangent of this slope touches
  std::vector<char> open_;     // by item
  std::vector<double> gain_;
  std::vector<double> best_gain_;
};

}  // namespace outmap
