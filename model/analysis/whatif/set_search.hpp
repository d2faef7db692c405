// The cheapest set of initiatives that leaves least open, by simulation, with proof.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "model/analysis/portfolio/problem.hpp"
#include "model/analysis/whatif/acting_sets.hpp"

namespace outmap {

struct SetSearchOptions {
  double budget = std::numeric_limits<double>::infinity();
  std::size_t at_most = std::numeric_limits<std::size_t>::max();  // members of a set
  std::vector<std::size_t> held = {};                             // members of every set, with all that they require
  double work = 4e8;   // links that may be followed before it settles for a bound, about a second; never a time, so
                       // that the same map gives the same answer everywhere
  bool front = false;  // every set that leaves less open than all that cost no more, not only the best
};

struct FoundSet {
  std::vector<std::size_t> members;  // rising
  double cost = 0;
  double open = 0;

  bool operator==(const FoundSet&) const = default;
};

struct SetSearch {
  std::optional<FoundSet> best;  // leaves least open, and of those a cheapest; missing where no set settles
  bool proven = true;
  double open_bound = 0;        // no allowed set leaves less open; that of `best` where it is proven
  double cost_bound = 0;        // none that leaves as little open as `best` costs less
  std::vector<FoundSet> front;  // cost rising, open falling; only where asked for
  std::size_t tried = 0;        // sets that were simulated
};

/// Goes through all sets of members that are allowed: each with all that it requires and no two that exclude each
/// other (`members`, whose costs count and whose shares do not), within budget and number. Depth first, the greatest
/// gain per cost first; a branch is left where ActingSets::least_open shows that nothing in it can win. Unlike
/// choose_portfolio it takes no gain for granted: side effects may make a set worse than its parts. Sums that differ by
/// same_within are the same; of equally good sets the first found stays. Deterministic; exponential at worst, bounded
/// by `work`.
SetSearch search_sets(const PortfolioProblem& members, ActingSets& acting, const SetSearchOptions& options = {});

/// The same scenario followed further (epsilon 1e-10, four times the updates), so that two sets that come to the same
/// are seen to.
Scenario sharpened(Scenario scenario);

/// How many sets of at most `at_most` out of `members` there are, allowed or not, the empty one included.
double count_sets(std::size_t members, std::size_t at_most);

}  // namespace outmap
