#include "model/analysis/portfolio/reasons.hpp"

#include <algorithm>

namespace outmap {
namespace {

class Reasons {
 public:
  Reasons(const Candidates& candidates, const PortfolioChoice& choice, double budget)
      : candidates_(candidates), problem_(candidates.problem), choice_(choice), budget_(budget) {}

  LeftOutInitiative of(std::size_t item) const {
    const std::vector<std::size_t> more = still_needed(item);
    LeftOutInitiative left;
    left.id = id(item);
    left.cost = problem_.cost(more);
    left.in_all = problem_.cost(problem_.needs(item));
    if (const auto rival = chosen_rival(more)) {
      left.reason = NotPlanned::excluded;
      left.because = id(*rival);
      return left;
    }
    left.adds = gain(more);
    if (*left.in_all > budget_ + same_within(budget_)) {
      left.reason = NotPlanned::too_dear;
    } else if (const auto better = chosen_dominator(item)) {
      left.reason = NotPlanned::dominated;
      left.because = id(*better);
    } else if (*left.adds <= same_within(problem_.total_worth())) {
      left.reason = NotPlanned::adds_nothing;
    }
    return left;
  }

 private:
  const Id& id(std::size_t item) const { return candidates_.initiatives[item]->id; }
  bool chosen(std::size_t item) const { return std::ranges::binary_search(choice_.items, item); }

  std::vector<std::size_t> still_needed(std::size_t item) const {
    std::vector<std::size_t> more;
    std::ranges::copy_if(problem_.needs(item), std::back_inserter(more),
                         [&](std::size_t needed) { return !chosen(needed); });
    return more;
  }

  std::optional<std::size_t> chosen_rival(const std::vector<std::size_t>& items) const {
    for (const std::size_t item : items) {
      for (const std::size_t rival : problem_.rivals(item)) {
        if (chosen(rival)) return rival;
      }
    }
    return std::nullopt;
  }

  std::optional<std::size_t> chosen_dominator(std::size_t item) const {
    const auto found = std::ranges::find_if(choice_.items, [&](std::size_t other) { return dominates(other, item); });
    return found == choice_.items.end() ? std::nullopt : std::optional(*found);
  }

  bool dominates(std::size_t better, std::size_t item) const {
    const PortfolioItem& other = problem_.item(better);
    const PortfolioItem& own = problem_.item(item);
    return !own.shares.empty() && other.cost <= own.cost &&
           std::ranges::all_of(own.shares, [&](const GoalShare& share) {
             return std::ranges::any_of(other.shares, [&](const GoalShare& more) {
               return more.goal == share.goal && more.share >= share.share;
             });
           });
  }

  double gain(const std::vector<std::size_t>& more) const {
    std::vector<std::size_t> all = choice_.items;
    all.insert(all.end(), more.begin(), more.end());
    return std::max(0.0, problem_.benefit(all) - choice_.benefit);
  }

  const Candidates& candidates_;
  const PortfolioProblem& problem_;
  const PortfolioChoice& choice_;
  double budget_;
};

}  // namespace

std::vector<LeftOutInitiative> reasons_for_rest(const Map& map, const Candidates& candidates,
                                                const PortfolioChoice& choice, double budget) {
  std::vector<LeftOutInitiative> rest;
  for (const auto& [id, refusal] : candidates.refused) {
    LeftOutInitiative left;
    left.id = id;
    left.reason = refusal.reason;
    left.because = refusal.because;
    left.cost = map.get<Initiative>(id)->cost;
    rest.push_back(std::move(left));
  }
  const Reasons reasons(candidates, choice, budget);
  for (std::size_t item = 0; item < candidates.problem.size(); ++item) {
    if (!std::ranges::binary_search(choice.items, item)) rest.push_back(reasons.of(item));
  }
  for (LeftOutInitiative& left : rest) {
    left.running = map.get<Initiative>(left.id)->status == InitiativeStatus::running;
  }
  std::ranges::sort(rest, {}, &LeftOutInitiative::id);
  return rest;
}

}  // namespace outmap
