#include "model/analysis/whatif/comparison.hpp"

#include <algorithm>

namespace outmap {
namespace {

constexpr double same_share = 1e-9;  // percentages closer than this are a draw

int rank_of(const WhatIfReport* report) {
  constexpr int unsaid = 3;
  return report->scenario.likelihood ? static_cast<int>(*report->scenario.likelihood) : unsaid;
}

}  // namespace

TargetsMet targets_of(const WhatIfReport& report) {
  TargetsMet targets;
  for (const WhatIfOutcome& outcome : report.outcomes) {
    if (!outcome.target_met) continue;
    ++targets.of;
    if (!*outcome.target_met) continue;
    ++targets.met;
    if (outcome.gap_before.value_or(1) > 0) ++targets.newly;
  }
  return targets;
}

std::vector<WhatIfOutcome> all_outcomes(const WhatIfReport& report) {
  std::vector<WhatIfOutcome> outcomes = report.outcomes;
  outcomes.insert(outcomes.end(), report.gone_outcomes.begin(), report.gone_outcomes.end());
  std::ranges::sort(outcomes, {}, &WhatIfOutcome::id);
  return outcomes;
}

std::vector<const WhatIfReport*> by_likelihood(std::vector<const WhatIfReport*> reports) {
  std::ranges::stable_sort(reports, {}, rank_of);
  return reports;
}

std::optional<double> chance_to_beat(const WhatIfReport& one, const WhatIfReport& other) {
  if (!one.uncertainty || !other.uncertainty) return std::nullopt;
  const auto& mine = one.uncertainty->closed_runs;
  const auto& theirs = other.uncertainty->closed_runs;
  const std::size_t runs = std::min(mine.size(), theirs.size());
  if (runs == 0) return std::nullopt;
  double wins = 0;
  for (std::size_t run = 0; run < runs; ++run) {
    wins += mine[run] > theirs[run] + same_share ? 1 : mine[run] >= theirs[run] - same_share ? 0.5 : 0;
  }
  return wins / static_cast<double>(runs);
}

}  // namespace outmap
