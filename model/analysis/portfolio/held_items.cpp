#include "model/analysis/portfolio/held_items.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace outmap {

void check_budget(const PortfolioOptions& options) {
  if (!std::isfinite(options.budget) || options.budget < 0)
    throw std::invalid_argument("a budget is a number from 0 up");
}

std::vector<std::size_t> held_items(const std::vector<const Initiative*>& initiatives,
                                    const std::map<Id, Refusal, std::less<>>& refused, const PortfolioProblem& problem,
                                    const PortfolioOptions& options) {
  std::vector<std::size_t> held;
  std::set<std::size_t> all;
  for (const Id& id : options.with) {
    const auto found = std::ranges::find(initiatives, id, [](const Initiative* one) { return one->id; });
    if (found == initiatives.end()) {
      const auto refusal = refused.find(id);
      throw std::invalid_argument(
          "no plan can hold '" + id + "': " +
          (refusal == refused.end() ? "there is no such initiative" : std::string(to_text(refusal->second.reason))));
    }
    held.push_back(static_cast<std::size_t>(found - initiatives.begin()));
    const auto& needs = problem.needs(held.back());
    all.insert(needs.begin(), needs.end());
  }
  const std::vector<std::size_t> items(all.begin(), all.end());
  if (!problem.agree(items))
    throw std::invalid_argument("no plan can hold all that was asked for: some of it excludes the rest");
  if (problem.cost(items) > options.budget + same_within(options.budget))
    throw std::invalid_argument("what was asked for costs more than the whole budget, with all that it requires");
  return held;
}

}  // namespace outmap
