// From the initiatives of a map to the bare problem, and what stands outside it.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "model/analysis/closing.hpp"
#include "model/analysis/gaps.hpp"
#include "model/analysis/portfolio/portfolio.hpp"
#include "model/analysis/portfolio/sieve.hpp"

namespace outmap {

/// What can be chosen, by id, as items of `problem`; what cannot, in `refused`; goals are the outcomes with a priority
/// above 0, the greatest first, then by id. `initiatives` point into the map.
struct Candidates {
  std::vector<const Initiative*> initiatives;
  std::vector<PlannedOutcome> goals;  // `closed` 0
  std::map<Id, Refusal, std::less<>> refused;
  PortfolioProblem problem{{}, {}};
};

/// What PortfolioOptions::with names stays even where it closes nothing; what `without` names is refused.
/// O(initiatives x (effects log n + links)). The map must outlive it.
Candidates find_candidates(const Map& map, const GapReport& gaps, const GapClosing& closing,
                           const PortfolioOptions& options);

}  // namespace outmap
