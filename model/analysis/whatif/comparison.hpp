// Scenarios beside each other: what each comes to in a few numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// How many outcomes that have a target and a level end at their target, and how many have both.
struct TargetsMet {
  std::size_t met = 0;
  std::size_t newly = 0;  // of these those that are not there today
  std::size_t of = 0;

  bool operator==(const TargetsMet&) const = default;
};
TargetsMet targets_of(const WhatIfReport& report);

/// Outcomes of the changed map and those that are gone, by id. O(n log n).
std::vector<WhatIfOutcome> all_outcomes(const WhatIfReport& report);

/// Probable before plausible before possible before unsaid; among equals the order given.
std::vector<const WhatIfReport*> by_likelihood(std::vector<const WhatIfReport*> reports);

/// The share of pairs of runs in which `one` closes more priority than `other`; missing where one of them has no runs.
/// Runs with the same number go together: with the same seed and the same influences they draw the same weights.
std::optional<double> chance_to_beat(const WhatIfReport& one, const WhatIfReport& other);

}  // namespace outmap
