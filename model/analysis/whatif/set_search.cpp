#include "model/analysis/whatif/set_search.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace outmap {
namespace {

class Search {
 public:
  Search(const PortfolioProblem& members, ActingSets& acting, const SetSearchOptions& options)
      : members_(members), acting_(acting), options_(options), fates_(members.size(), Fate::open) {}

  SetSearch run() {
    for (const std::size_t member : options_.held) take(member);
    nothing_ = judge();
    same_ = same_within(nothing_);
    cost_same_ = same_within(members_.total_cost());
    result_.open_bound = std::numeric_limits<double>::infinity();
    result_.cost_bound = std::numeric_limits<double>::infinity();
    sort_members();
    explore(0, 0);
    finish();
    return std::move(result_);
  }

 private:
  /// Simulates what is in, keeps it where it wins, and returns what it leaves open.
  double judge() {
    FoundSet set;
    for (std::size_t i = 0; i < fates_.size(); ++i) {
      if (fates_[i] == Fate::in) set.members.push_back(i);
    }
    set.cost = members_.cost(set.members);
    const SetResult found = acting_.of(set.members);
    ++result_.tried;
    set.open = found.open;
    if (found.settles) offer(set);
    return found.open;
  }

  void offer(const FoundSet& set) {
    const bool better = !result_.best || set.open < result_.best->open - same_ ||
                        (set.open <= result_.best->open + same_ && set.cost < result_.best->cost - cost_same_);
    if (better) result_.best = set;
    if (!options_.front) return;
    for (const FoundSet& other : result_.front) {
      if (other.cost <= set.cost + cost_same_ && other.open <= set.open + same_) return;
    }
    std::erase_if(result_.front, [&](const FoundSet& other) {
      return set.cost <= other.cost + cost_same_ && set.open <= other.open + same_;
    });
    result_.front.push_back(set);
  }

  /// The greatest gain per cost first, each with all that it requires.
  void sort_members() {
    std::vector<double> value(members_.size(), 0.0);
    for (std::size_t member = 0; member < members_.size(); ++member) {
      std::vector<std::size_t> with = in();
      const auto& needs = members_.needs(member);
      with.insert(with.end(), needs.begin(), needs.end());
      const double gain = nothing_ - acting_.of(with).open;
      value[member] = gain / std::max(members_.cost(needs), cost_same_);
    }
    order_.resize(members_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, std::greater<>(), [&](std::size_t member) { return value[member]; });
  }

  std::vector<std::size_t> in() const {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < fates_.size(); ++i) {
      if (fates_[i] == Fate::in) members.push_back(i);
    }
    return members;
  }

  /// All sets that add open members, from `from` in the order, to those that are in.
  void explore(std::size_t from, double least) {
    const std::size_t mark = trail_.size();
    for (std::size_t at = from; at < order_.size(); ++at) {
      const std::size_t member = order_[at];
      leave_out_too_much();
      if (fates_[member] != Fate::open) continue;
      if (acting_.work() > options_.work) {
        give_up(least);
        break;
      }
      least = acting_.least_open(fates_, room());
      if (!can_win(least)) break;
      const std::size_t before = trail_.size();
      take(member);
      judge();
      explore(at + 1, least);
      undo(before);
      leave_out(member);
    }
    undo(mark);
  }

  std::size_t room() const { return options_.at_most - std::min(options_.at_most, count_); }

  /// What no set of this branch can hold, because it costs too much or brings too many along.
  void leave_out_too_much() {
    for (std::size_t member = 0; member < fates_.size(); ++member) {
      if (fates_[member] != Fate::open) continue;
      const auto [cost, count] = price_of(member);
      const bool dear = cost_ + cost > options_.budget + same_within(options_.budget) || !worth_paying(cost_ + cost);
      if (dear || count > room()) leave_out(member);
    }
  }

  /// Once nothing is left open only what costs less can win.
  bool worth_paying(double cost) const {
    if (options_.front || !result_.best || result_.best->open > same_) return true;
    return cost < result_.best->cost - cost_same_;
  }

  /// Of a member and what it requires and is not in yet.
  std::pair<double, std::size_t> price_of(std::size_t member) const {
    double cost = 0;
    std::size_t count = 0;
    for (const std::size_t needed : members_.needs(member)) {
      if (fates_[needed] == Fate::in) continue;
      cost += members_.item(needed).cost;
      ++count;
    }
    return {cost, count};
  }

  double cheapest_next() const {
    double cheapest = std::numeric_limits<double>::infinity();
    for (std::size_t member = 0; member < fates_.size(); ++member) {
      if (fates_[member] == Fate::open) cheapest = std::min(cheapest, price_of(member).first);
    }
    return cost_ + cheapest;
  }

  bool can_win(double least) const {
    if (!result_.best) return true;
    const double cost = cheapest_next();
    if (options_.front) {
      return std::ranges::none_of(result_.front, [&](const FoundSet& set) {
        return set.cost <= cost + cost_same_ && set.open <= least + same_;
      });
    }
    if (least < result_.best->open - same_) return true;
    return least <= result_.best->open + same_ && cost < result_.best->cost - cost_same_;
  }

  void give_up(double least) {
    result_.proven = false;
    result_.open_bound = std::min(result_.open_bound, least);
    result_.cost_bound = std::min(result_.cost_bound, cheapest_next());
  }

  void take(std::size_t member) {
    for (const std::size_t needed : members_.needs(member)) {
      if (fates_[needed] != Fate::open) continue;
      decide(needed, Fate::in);
      cost_ += members_.item(needed).cost;
      ++count_;
    }
    for (const std::size_t needed : members_.needs(member)) {
      for (const std::size_t rival : members_.rivals(needed)) leave_out(rival);
    }
  }

  void leave_out(std::size_t member) {
    for (const std::size_t other : members_.needed_by(member)) {
      if (fates_[other] == Fate::open) decide(other, Fate::out);
    }
  }

  void decide(std::size_t member, Fate fate) {
    fates_[member] = fate;
    trail_.push_back(member);
  }

  void undo(std::size_t mark) {
    for (; trail_.size() > mark; trail_.pop_back()) {
      const std::size_t member = trail_.back();
      if (fates_[member] == Fate::in) {
        cost_ -= members_.item(member).cost;
        --count_;
      }
      fates_[member] = Fate::open;
    }
  }

  void finish() {
    std::ranges::sort(result_.front, {}, &FoundSet::cost);
    if (!result_.best) return;
    result_.open_bound = std::max(0.0, std::min(result_.open_bound, result_.best->open));
    result_.cost_bound = std::min(result_.cost_bound, result_.best->cost);
  }

  const PortfolioProblem& members_;
  ActingSets& acting_;
  SetSearchOptions options_;
  std::vector<Fate> fates_;
  std::vector<std::size_t> trail_;
  std::vector<std::size_t> order_;
  double cost_ = 0;
  std::size_t count_ = 0;
  double nothing_ = 0;
  double same_ = 1e-9;
  double cost_same_ = 1e-9;
  SetSearch result_;
};

}  // namespace

SetSearch search_sets(const PortfolioProblem& members, ActingSets& acting, const SetSearchOptions& options) {
  return Search(members, acting, options).run();
}

Scenario sharpened(Scenario scenario) {
  constexpr double sharp = 1e-10;
  if (epsilon_of(scenario) <= sharp) return scenario;
  scenario.max_iterations = 4 * max_iterations_of(scenario);
  scenario.epsilon = sharp;
  return scenario;
}

double count_sets(std::size_t members, std::size_t at_most) {
  double sum = 1, ways = 1;
  for (std::size_t chosen = 1; chosen <= std::min(members, at_most); ++chosen) {
    ways *= static_cast<double>(members - chosen + 1) / static_cast<double>(chosen);
    sum += ways;
  }
  return sum;
}

}  // namespace outmap
