// What if: a scenario against today.
#pragma once

#include <cstdint>

#include "model/analysis/whatif/report.hpp"

namespace outmap {

struct WhatIfOptions {
  std::optional<Date> as_of = std::nullopt;        // see outmap::as_of
  std::uint64_t seed = 1;                          // where the scenario names none
  unsigned threads = 0;                            // 0: as many as there are cores; the result does not depend on it
  std::size_t clusters_up_to = 2000;               // people for whom clusters are found again; most of the time then
  std::optional<std::size_t> runs = std::nullopt;  // of the Monte Carlo, 0: none; otherwise what the scenario says
  bool only_levels = false;  // for pictures: no findings, journeys, access and clusters, nor what causes stand on
  const LevelTable* levels = nullptr;              // today's, for whoever has them (see WhatIfReport::levels_before)
};

/// Applies a scenario to a map, follows it through the influences, and says what comes of it (method of fuzzy cognitive
/// maps, Kosko 1986; see simulate).
///
/// Mode change: all concepts start at 0, which is today; what `act` holds stays at its value, what is removed at -1
/// unless it is an initiative that does not run yet. The level of an outcome moves by state x width of its scale, kept
/// on the scale; so do its holders' own levels. In the changed map the newest readings have these levels. Gaps and
/// priorities are found again there. Levels are projected for a fixed point only. A loop whose gain x L^links is 1 or
/// more, L the steepest slope of the transfer function, is a runaway loop, as are loops that together carry a concept
/// to the end of its range. Mode state: activations, no levels.
///
/// Better or worse of a person: mean of the change of its outcomes for the better, weighted by importance; where the
/// person is a concept that falls, that counts if it is worse. Losers and winners: beyond 1 % of the scale's width.
/// Contributions: Shapley values (Shapley 1953, doi:10.1515/9781400881970-018) over the held concepts, exact up to 10,
/// from 400 seeded permutations above. What is removed is not closed: outcomes that are gone, or of which no holder is
/// left, count on neither side of gap_closed_pct. Clusters, findings, stages and access are found again on the changed
/// map (see gap_changes, cluster_changes, stage_changes, access_changes). Firm value: retention moves by elasticity x
/// change of the person.
///
/// Problems of the scenario are added to `problems`; nothing is returned where there is an error. Deterministic for a
/// seed, on any number of threads.
std::optional<WhatIfReport> find_whatif(const Map& map, const Scenario& scenario, Diagnostics& problems,
                                        const WhatIfOptions& options = {});

/// With what `apply` made of the scenario on this map, where that is at hand.
std::optional<WhatIfReport> find_whatif(const Map& map, const Scenario& scenario, AppliedScenario applied,
                                        Diagnostics& problems, const WhatIfOptions& options = {});

}  // namespace outmap
