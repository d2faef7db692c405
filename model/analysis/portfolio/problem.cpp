#include "model/analysis/portfolio/problem.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace outmap {
namespace {

using Sets = std::vector<std::vector<std::size_t>>;

/// For each item itself and all that its links lead to.
Sets all_reached(const Sets& links) {
  Sets reached(links.size());
  for (std::size_t start = 0; start < links.size(); ++start) {
    std::vector<bool> seen(links.size(), false);
    seen[start] = true;
    std::vector<std::size_t> open = {start};
    while (!open.empty()) {
      const std::size_t item = open.back();
      open.pop_back();
      reached[start].push_back(item);
      for (const std::size_t next : links[item]) {
        if (!seen[next]) open.push_back(next);
        seen[next] = true;
      }
    }
    std::ranges::sort(reached[start]);
  }
  return reached;
}

}  // namespace

double same_within(double whole) { return 1e-9 * std::max(1.0, std::abs(whole)); }

PortfolioProblem::PortfolioProblem(std::vector<double> worths, std::vector<PortfolioItem> items)
    : worths_(std::move(worths)), items_(std::move(items)), needed_by_(items_.size()), rivals_(items_.size()) {
  Sets links(items_.size());
  for (std::size_t i = 0; i < items_.size(); ++i) {
    links[i] = items_[i].requires_too;
    for (const std::size_t other : items_[i].excludes) {
      rivals_[i].push_back(other);
      rivals_[other].push_back(i);
    }
  }
  needs_ = all_reached(links);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    for (const std::size_t needed : needs_[i]) needed_by_[needed].push_back(i);
  }
  for (auto& rivals : rivals_) {
    std::ranges::sort(rivals);
    rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
  }
}

bool PortfolioProblem::agree(const std::vector<std::size_t>& set) const {
  return std::ranges::none_of(set, [&](std::size_t item) {
    return std::ranges::any_of(set,
                               [&](std::size_t other) { return std::ranges::binary_search(rivals_[item], other); });
  });
}

double PortfolioProblem::cost(const std::vector<std::size_t>& set) const {
  return std::accumulate(set.begin(), set.end(), 0.0,
                         [&](double sum, std::size_t item) { return sum + items_[item].cost; });
}

double PortfolioProblem::benefit(const std::vector<std::size_t>& set) const {
  std::vector<double> open(worths_.size(), 1.0);
  for (const std::size_t item : set) {
    for (const GoalShare& share : items_[item].shares) open[share.goal] *= 1 - share.share;
  }
  double sum = 0;
  for (std::size_t goal = 0; goal < worths_.size(); ++goal) sum += worths_[goal] * (1 - open[goal]);
  return sum;
}

double PortfolioProblem::total_cost() const {
  return std::accumulate(items_.begin(), items_.end(), 0.0,
                         [](double sum, const PortfolioItem& item) { return sum + item.cost; });
}

double PortfolioProblem::total_worth() const { return std::accumulate(worths_.begin(), worths_.end(), 0.0); }

}  // namespace outmap
