// Loops among the elements that move, and whether one of them runs away.
#pragma once

#include <optional>
#include <vector>

#include "model/analysis/whatif/report.hpp"
#include "model/analysis/whatif/setting.hpp"

namespace outmap {

/// So many loops are told: a dense map has thousands, of which hardly any passes anything back.
inline constexpr std::size_t most_loops = 50;

struct WhatIfLoops {
  std::vector<WhatIfLoop> loops;  // the strongest first, at most most_loops
  std::size_t in_all = 0;         // how many there are
  std::optional<WhatIfLoop> runaway;
};

/// The loops of which every concept moves in `state`. One whose gain x L^links is 1 or more runs away, L the steepest
/// slope of the transfer function, and so does one that together with others carries a concept to the end of its range.
/// Large networks in which none can run away (radius x L below 1) are not searched. `radius` is that of
/// spectral_radius, where it is known already. O(concepts x links).
WhatIfLoops find_loops(const WhatIfSetting& setting, const std::vector<double>& state,
                       std::optional<double> radius = std::nullopt);

}  // namespace outmap
