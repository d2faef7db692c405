#include "model/analysis/portfolio/branch_and_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace outmap {
namespace {

/// Gains of items and how they fill what is left of the budget.
struct ItemOffer {
  std::size_t item;
  double cost;
  double gain;

  double per_cost() const { return cost > 0 ? gain / cost : std::numeric_limits<double>::infinity(); }
};

bool better_value(const ItemOffer& left, const ItemOffer& right) {
  const double l = left.per_cost();
  const double r = right.per_cost();
  return l != r ? l > r : left.item < right.item;
}

/// The most that fractions of these offers, the best value first, gain for `money`; and how many fit whole.
std::pair<double, std::size_t> fill(const std::vector<ItemOffer>& offers, double money) {
  double gain = 0;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (offers[i].cost > money) return {gain + offers[i].gain * std::max(0.0, money) / offers[i].cost, i};
    money -= offers[i].cost;
    gain += offers[i].gain;
  }
  return {gain, offers.size()};
}

/// With fewer offers than this it is quicker to try them.
constexpr std::size_t worth_relaxing = 12;

/// Steps of the relaxation: until its prices are good, and to follow where one item was decided or the budget moved.
constexpr std::size_t first_steps = 500;
constexpr std::size_t later_steps = 12;

class Search {
 public:
  Search(const PortfolioProblem& problem, Relaxation& relaxation, double budget, const SearchEffort& effort)
      : problem_(problem),
        relaxation_(relaxation),
        budget_(budget + same_within(budget)),
        effort_(effort),
        same_(same_within(problem.total_worth())),
        fate_(problem.size(), Fate::open) {
    for (std::size_t item = 0; item < problem.size(); ++item) {
      std::vector<double>& curve = curve_.emplace_back();
      for (const GoalShare& share : problem.item(item).shares) curve.push_back(-std::log1p(-share.share));
    }
  }

  PortfolioChoice run(const std::vector<std::size_t>& held) {
    for (std::size_t i = 0; i < problem_.size(); ++i) {
      if (!problem_.agree(problem_.needs(i))) leave_out(i);
    }
    Node start{std::vector<double>(problem_.worths().size(), 1.0), 0, 0};
    for (const std::size_t item : held) start = with(std::move(start), item);
    keep(start);
    visit(start);
    best_.bound = std::max(best_.benefit, open_bound_);
    best_.optimal = best_.bound <= best_.benefit + same_;
    if (best_.optimal) best_.bound = best_.benefit;
    best_.looks = looks_;
    return best_;
  }

 private:
  enum class Fate : char { open, in, out };
  struct Node {
    std::vector<double> left;  // share of each goal that is still open
    double cost;
    double benefit;
  };

  void visit(const Node& node) {
    record(node);
    const std::size_t mark = trail_.size();
    for (bool first = true;; first = false) {
      const std::vector<ItemOffer> offers = offers_at(node);
      if (offers.empty()) break;
      double most = node.benefit + bound(node, offers);
      if (!may_win(node, most)) break;
      if (offers.size() >= worth_relaxing) {
        most = std::min(most, node.benefit + relaxed_bound(node));
        if (!may_win(node, most)) break;
        if (fate_[offers.front().item] != Fate::open) continue;
      }
      if (!afford(fate_.size()) && !first_dive(first)) {
        open_bound_ = std::max(open_bound_, most);
        break;
      }
      const std::size_t item = offers.front().item;
      const std::size_t before = trail_.size();
      visit(with(node, item));
      diving_ = false;
      undo(before);
      leave_out(item);
      leave_out_no_better(item);
    }
    undo(mark);
  }

  /// The greedy choice is always made, however little effort is allowed.
  bool first_dive(bool first) const { return diving_ && first; }

  bool afford(std::size_t looks) {
    if (looks_ >= effort_.looks) return false;
    looks_ += looks;
    return true;
  }

  void record(const Node& node) {
    const bool more = node.benefit > best_.benefit + same_;
    const bool cheaper = node.benefit > best_.benefit - same_ && node.cost < best_.cost - same_within(budget_);
    if (more || cheaper) keep(node);
  }

  void keep(const Node& node) {
    best_.items.clear();
    for (std::size_t i = 0; i < fate_.size(); ++i) {
      if (fate_[i] == Fate::in) best_.items.push_back(i);
    }
    best_.cost = node.cost;
    best_.benefit = node.benefit;
  }

  /// Whether a set below `node` can close more than the best so far, or as much for less. Whatever is added costs
  /// something, so a node that costs as much already has no cheaper one below it.
  bool may_win(const Node& node, double most) const {
    if (most > best_.benefit + same_) return true;
    return most > best_.benefit - same_ && node.cost < best_.cost - same_within(budget_);
  }

  /// The open items that still gain something and fit in with all that they require, the best value first.
  std::vector<ItemOffer> offers_at(const Node& node) const {
    std::vector<ItemOffer> offers;
    for (std::size_t i = 0; i < fate_.size(); ++i) {
      if (fate_[i] != Fate::open || cost_with_needs(i) > budget_ - node.cost) continue;
      const double gain = gain_of(i, node.left);
      if (gain > same_ * 1e-3) offers.push_back({i, problem_.item(i).cost, gain});
    }
    std::ranges::sort(offers, better_value);
    return offers;
  }

  double gain_of(std::size_t item, const std::vector<double>& left) const {
    double gain = 0;
    for (const GoalShare& share : problem_.item(item).shares) {
      gain += problem_.worths()[share.goal] * left[share.goal] * share.share;
    }
    return gain;
  }

  double cost_with_needs(std::size_t item) const {
    double cost = 0;
    for (const std::size_t needed : problem_.needs(item)) {
      if (fate_[needed] == Fate::open) cost += problem_.item(needed).cost;
    }
    return cost;
  }

  /// The most that any set of these offers can add.
  double bound(const Node& node, const std::vector<ItemOffer>& offers) const {
    const double money = budget_ - node.cost;
    const auto [gain, whole] = fill(offers, money);
    const double all = std::min(gain, value_between(node.left, left_after(node.left, offers, offers.size())));
    if (whole == offers.size() || !may_win(node, node.benefit + all)) return all;
    return std::min(all, bound_from_filled(node, offers, whole));
  }

  /// The bound by relaxation; leaves out every item with which no set below `node` can win.
  double relaxed_bound(const Node& node) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < fate_.size(); ++i) {
      if (fate_[i] == Fate::open && cost_with_needs(i) <= budget_ - node.cost) open.push_back(i);
    }
    const std::size_t steps = relaxation_.priced() ? later_steps : first_steps;
    looks_ += steps * open.size() / 4;  // a step takes a quarter of what an offer does
    const double known = best_.benefit - node.benefit;
    const double most = relaxation_.bound({node.left, budget_ - node.cost, open}, known, steps);
    for (const std::size_t item : open) {
      const bool hopeless = most + std::min(0.0, relaxation_.gain(item)) < known - same_;
      if (hopeless && fate_[item] == Fate::open) leave_out(item);
    }
    return most;
  }

  /// The gains taken not on what is chosen now but on that with the best offers that fit whole: in part, and along the
  /// curve that many small shares follow.
  double bound_from_filled(const Node& node, const std::vector<ItemOffer>& offers, std::size_t whole) const {
    const std::vector<double> filled = left_after(node.left, offers, whole);
    const double sure = value_between(node.left, filled);
    double least = bound_along_curve(node, offers, filled);
    for (const double part : {0.25, 0.5, 0.75}) {
      std::vector<ItemOffer> mixed;
      for (std::size_t i = 0; i < offers.size(); ++i) {
        const double later = i < whole ? 0 : gain_of(offers[i].item, filled);
        mixed.push_back({offers[i].item, offers[i].cost, (1 - part) * offers[i].gain + part * later});
      }
      std::ranges::sort(mixed, better_value);
      least = std::min(least, part * sure + fill(mixed, budget_ - node.cost).first);
    }
    return least;
  }

  /// What is open of a goal falls as left x exp(-s), s the sum of -log(1 - share) of the items added: 1 - exp(-s) lies
  /// below its tangent at any point, here at what `filled` leaves. An item counts on the tangent by its -log(1 -
  /// share), but never for more than lifts the tangent to 1.
  double bound_along_curve(const Node& node, const std::vector<ItemOffer>& offers,
                           const std::vector<double>& filled) const {
    constexpr double far = 3;  // where a goal is filled whole, the tangent would be flat and bound nothing
    double sure = 0;
    std::vector<double> at(filled.size(), 0);
    std::vector<double> slope(filled.size(), 0);
    for (std::size_t goal = 0; goal < filled.size(); ++goal) {
      if (node.left[goal] <= 0) continue;
      at[goal] = filled[goal] > 0 ? std::min(far, std::log(node.left[goal] / filled[goal])) : far;
      slope[goal] = problem_.worths()[goal] * node.left[goal] * std::exp(-at[goal]);
      sure += problem_.worths()[goal] * node.left[goal] - slope[goal] * (1 + at[goal]);
    }
    std::vector<ItemOffer> straight = offers;
    for (ItemOffer& offer : straight) {
      offer.gain = 0;
      const auto& shares = problem_.item(offer.item).shares;
      for (std::size_t i = 0; i < shares.size(); ++i) {
        offer.gain += slope[shares[i].goal] * std::min(curve_[offer.item][i], 1 + at[shares[i].goal]);
      }
    }
    std::ranges::sort(straight, better_value);
    return sure + fill(straight, budget_ - node.cost).first;
  }

  std::vector<double> left_after(std::vector<double> left, const std::vector<ItemOffer>& offers,
                                 std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      for (const GoalShare& share : problem_.item(offers[i].item).shares) left[share.goal] *= 1 - share.share;
    }
    return left;
  }

  double value_between(const std::vector<double>& before, const std::vector<double>& after) const {
    double value = 0;
    for (std::size_t goal = 0; goal < before.size(); ++goal) {
      value += problem_.worths()[goal] * (before[goal] - after[goal]);
    }
    return value;
  }

  Node with(Node node, std::size_t item) {
    for (const std::size_t needed : problem_.needs(item)) {
      if (fate_[needed] != Fate::open) continue;
      decide(needed, Fate::in);
      node.cost += problem_.item(needed).cost;
      for (const GoalShare& share : problem_.item(needed).shares) {
        double& left = node.left[share.goal];
        node.benefit += problem_.worths()[share.goal] * left * share.share;
        left *= 1 - share.share;
      }
    }
    for (const std::size_t needed : problem_.needs(item)) {
      for (const std::size_t rival : problem_.rivals(needed)) leave_out(rival);
    }
    return node;
  }

  void leave_out(std::size_t item) {
    for (const std::size_t other : problem_.needed_by(item)) {
      if (fate_[other] == Fate::open) decide(other, Fate::out);
    }
  }

  /// After all sets with `item` those without it: a set that holds a free item no better could hold `item` in its
  /// place.
  void leave_out_no_better(std::size_t item) {
    if (!problem_.rivals(item).empty() || problem_.needs(item).size() > 1) return;
    for (std::size_t other = 0; other < fate_.size(); ++other) {
      if (fate_[other] == Fate::open && problem_.needed_by(other).size() == 1 && no_better(other, item))
        leave_out(other);
    }
  }

  /// Costs as much and closes no more of any goal.
  bool no_better(std::size_t other, std::size_t item) const {
    const auto& best = problem_.item(item).shares;
    return problem_.item(other).cost >= problem_.item(item).cost &&
           std::ranges::all_of(problem_.item(other).shares, [&](const GoalShare& share) {
             return std::ranges::any_of(
                 best, [&](const GoalShare& more) { return more.goal == share.goal && more.share >= share.share; });
           });
  }

  void decide(std::size_t item, Fate fate) {
    fate_[item] = fate;
    trail_.push_back(item);
  }

  void undo(std::size_t mark) {
    for (; trail_.size() > mark; trail_.pop_back()) fate_[trail_.back()] = Fate::open;
  }

  const PortfolioProblem& problem_;
  Relaxation& relaxation_;
  double budget_;
  SearchEffort effort_;
  double same_;
  std::vector<Fate> fate_;
  std::vector<std::vector<double>> curve_;  // by item and share: -log(1 - share)
  std::vector<std::size_t> trail_;
  bool diving_ = true;
  std::size_t looks_ = 0;
  double open_bound_ = 0;
  PortfolioChoice best_;
};

}  // namespace

PortfolioChoice choose_portfolio(const PortfolioProblem& problem, double budget, const SearchEffort& effort,
                                 const std::vector<std::size_t>& held) {
  Relaxation relaxation(problem);
  return choose_portfolio(problem, relaxation, budget, effort, held);
}

PortfolioChoice choose_portfolio(const PortfolioProblem& problem, Relaxation& relaxation, double budget,
                                 const SearchEffort& effort, const std::vector<std::size_t>& held) {
  return Search(problem, relaxation, budget, effort).run(held);
}

}  // namespace outmap
