// The bare problem behind a portfolio: items with costs, goals with worths, and which items go together.
#pragma once

#include <cstddef>
#include <vector>

namespace outmap {

/// How much of one goal an item closes.
struct GoalShare {
  std::size_t goal = 0;
  double share = 0;  // 0-1

  bool operator==(const GoalShare&) const = default;
};

struct PortfolioItem {
  double cost = 0;  // >= 0
  std::vector<GoalShare> shares;
  std::vector<std::size_t> requires_too;  // items that must be chosen with it
  std::vector<std::size_t> excludes;      // items that cannot be; it counts both ways
};

/// What two sums may differ by and still be the same: last digits, relative to what there is.
double same_within(double whole);

/// Items to choose from, with everything that a choice brings along. The benefit of a set is
/// the sum over goals of worth x (1 - product of (1 - share)), which grows with every item, by less the more are there.
class PortfolioProblem {
 public:
  /// O(items x links).
  PortfolioProblem(std::vector<double> worths, std::vector<PortfolioItem> items);

  std::size_t size() const { return items_.size(); }
  const std::vector<double>& worths() const { return worths_; }
  const PortfolioItem& item(std::size_t index) const { return items_[index]; }
  /// The item and all that it requires, directly or not, rising.
  const std::vector<std::size_t>& needs(std::size_t index) const { return needs_[index]; }
  /// The item and all that require it, directly or not, rising.
  const std::vector<std::size_t>& needed_by(std::size_t index) const { return needed_by_[index]; }
  /// Items that exclude it or that it excludes, rising.
  const std::vector<std::size_t>& rivals(std::size_t index) const { return rivals_[index]; }

  /// No two items of `set` exclude each other. `set` in any order.
  bool agree(const std::vector<std::size_t>& set) const;
  double cost(const std::vector<std::size_t>& set) const;
  double benefit(const std::vector<std::size_t>& set) const;
  double total_cost() const;
  double total_worth() const;

 private:
  std::vector<double> worths_;
  std::vector<PortfolioItem> items_;
  std::vector<std::vector<std::size_t>> needs_;
  std::vector<std::vector<std::size_t>> needed_by_;
  std::vector<std::vector<std::size_t>> rivals_;
};

}  // namespace outmap
