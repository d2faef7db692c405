#include "model/analysis/portfolio/relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace outmap {
namespace {

/// Tangents that touch further out are flat: less than a thousandth of the goal is left there.
constexpr double farthest = 8;

/// Steps that may pass without a better bound before they become shorter, by how much, and when they are too short.
constexpr std::size_t patience = 8;
constexpr double shorter = 0.6;
constexpr double shortest = 1e-3;

}  // namespace

Relaxation::Relaxation(const PortfolioProblem& problem)
    : problem_(problem),
      slope_(problem.worths().size(), 0),
      touch_(problem.worths().size(), 0),
      open_(problem.size(), 0),
      gain_(problem.size(), 0),
      best_gain_(problem.size(), 0) {
  for (std::size_t item = 0; item < problem.size(); ++item) {
    std::vector<double>& curve = curve_.emplace_back();
    for (const GoalShare& share : problem.item(item).shares) curve.push_back(-std::log1p(-share.share));
    for (const std::size_t needed : problem.item(item).requires_too) requires_.emplace_back(item, needed);
    for (const std::size_t rival : problem.rivals(item)) {
      if (item < rival) excludes_.emplace_back(item, rival);
    }
  }
  if (problem.total_cost() > 0) money_unit_ = problem.total_cost() / static_cast<double>(problem.size());
  prices_.slope.assign(problem.worths().size(), 0);
  prices_.require.assign(requires_.size(), 0);
  prices_.exclude.assign(excludes_.size(), 0);
  slack_ = prices_;
}

/// At first half of what is open of every goal, and money worth what the average item brings.
void Relaxation::begin(const OpenRest& rest) {
  std::ranges::fill(open_, 0);
  std::ranges::fill(gain_, 0);
  for (const std::size_t item : rest.open) open_[item] = 1;
  if (priced_) return;
  priced_ = true;
  double all = 0;
  for (std::size_t goal = 0; goal < slope_.size(); ++goal) {
    prices_.slope[goal] = problem_.worths()[goal] * rest.left[goal] / 2;
    all += prices_.slope[goal];
  }
  if (problem_.total_cost() > 0) prices_.money = all / problem_.total_cost();
}

/// An item lifts s by its -log(1 - share), but never counts for more than lifts the tangent to 1.
double Relaxation::counted(std::size_t item, std::size_t share) const {
  return std::min(curve_[item][share], 1 + touch_[problem_.item(item).shares[share].goal]);
}

/// With w what is open of a goal and p the slope, the tangent touches at log(w / p), and w - p (1 + log(w / p)) of it
/// stands without any item.
double Relaxation::price_goals(const OpenRest& rest) {
  double sum = 0;
  for (std::size_t goal = 0; goal < slope_.size(); ++goal) {
    const double open = problem_.worths()[goal] * rest.left[goal];
    slope_[goal] = touch_[goal] = 0;
    if (open <= 0) continue;
    slope_[goal] = std::clamp(prices_.slope[goal], open * std::exp(-farthest), open);
    touch_[goal] = std::log(open / slope_[goal]);
    sum += open - slope_[goal] * (1 + touch_[goal]);
  }
  return sum;
}

double Relaxation::gain_alone(std::size_t item) const {
  double gain = -prices_.money * problem_.item(item).cost;
  const auto& shares = problem_.item(item).shares;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (slope_[shares[i].goal] > 0) gain += slope_[shares[i].goal] * counted(item, i);
  }
  return gain;
}

/// Moves the prices of links from one item to another; the prices of pairs stand with the bound.
double Relaxation::charge_links() {
  for (std::size_t i = 0; i < requires_.size(); ++i) {
    const auto [item, needed] = requires_[i];
    if (!open_[item] || !open_[needed]) continue;
    gain_[item] -= prices_.require[i];
    gain_[needed] += prices_.require[i];
  }
  double sum = 0;
  for (std::size_t i = 0; i < excludes_.size(); ++i) {
    const auto [item, rival] = excludes_[i];
    if (!open_[item] || !open_[rival]) continue;
    gain_[item] -= prices_.exclude[i];
    gain_[rival] -= prices_.exclude[i];
    sum += prices_.exclude[i];
  }
  return sum;
}

double Relaxation::evaluate(const OpenRest& rest) {
  double bound = price_goals(rest) + prices_.money * rest.money;
  for (const std::size_t item : rest.open) gain_[item] = gain_alone(item);
  bound += charge_links();
  for (const std::size_t item : rest.open) bound += std::max(0.0, gain_[item]);
  return bound;
}

/// The slack is the slope of the bound in each price.
void Relaxation::measure_slack(const OpenRest& rest) {
  for (std::size_t goal = 0; goal < slope_.size(); ++goal) slack_.slope[goal] = -touch_[goal];
  double money = rest.money;
  for (const std::size_t item : rest.open) {
    if (gain_[item] <= 0) continue;
    money -= problem_.item(item).cost;
    const auto& shares = problem_.item(item).shares;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const double touch = touch_[shares[i].goal];
      // Where an item counts for as much as lifts the tangent to 1, that is less, the steeper the tangent.
      const double counts = curve_[item][i] < 1 + touch ? curve_[item][i] : touch;
      if (slope_[shares[i].goal] > 0) slack_.slope[shares[i].goal] += counts;
    }
  }
  slack_.money = money / money_unit_;
  const auto taken = [&](std::size_t item) { return gain_[item] > 0 ? 1.0 : 0.0; };
  for (std::size_t i = 0; i < requires_.size(); ++i) {
    const auto [item, needed] = requires_[i];
    slack_.require[i] = open_[item] && open_[needed] ? taken(needed) - taken(item) : 0;
  }
  for (std::size_t i = 0; i < excludes_.size(); ++i) {
    const auto [item, rival] = excludes_[i];
    slack_.exclude[i] = open_[item] && open_[rival] ? 1 - taken(item) - taken(rival) : 0;
  }
}

double Relaxation::squared_slack() const {
  double sum = slack_.money * slack_.money;
  for (const std::vector<double>* part : {&slack_.slope, &slack_.require, &slack_.exclude}) {
    for (const double slack : *part) sum += slack * slack;
  }
  return sum;
}

void Relaxation::step(double length) {
  const auto lower = [length](double& price, double slack) { price = std::max(0.0, price - length * slack); };
  for (std::size_t i = 0; i < slope_.size(); ++i) lower(prices_.slope[i], slack_.slope[i]);
  lower(prices_.money, slack_.money / money_unit_);
  for (std::size_t i = 0; i < requires_.size(); ++i) lower(prices_.require[i], slack_.require[i]);
  for (std::size_t i = 0; i < excludes_.size(); ++i) lower(prices_.exclude[i], slack_.exclude[i]);
}

double Relaxation::bound(const OpenRest& rest, double enough, std::size_t steps) {
  begin(rest);
  double least = std::numeric_limits<double>::infinity();
  double eager = 1;  // of the way to `enough` that a step goes, if the bound were straight
  std::size_t idle = 0;
  Prices best;
  for (std::size_t i = 0; i < steps && least > enough && eager >= shortest; ++i) {
    double bound = evaluate(rest);
    idle = bound < least * (1 - 1e-6) ? 0 : idle + 1;
    if (bound < least) {
      least = bound;
      best = prices_;
      best_gain_ = gain_;
    }
    if (idle >= patience) {
      eager *= shorter;
      idle = 0;
      prices_ = best;
      bound = evaluate(rest);
    }
    measure_slack(rest);
    const double squared = squared_slack();
    if (squared <= 0) break;
    step(eager * std::max(0.0, bound - enough) / squared);
  }
  prices_ = std::move(best);
  return least;
}

}  // namespace outmap
