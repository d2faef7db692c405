#include <fmt/format.h>

#include "model/analysis/findings/rules.hpp"
#include "model/analysis/value/ladder.hpp"
#include "model/text/numbers.hpp"

namespace outmap {

std::vector<Found> rungs_too_close(const MapFacts& facts) {
  const Map& map = facts.map();
  const ValueLadder ladder = find_value_ladder(map);
  std::vector<Found> found;
  for (const LadderFinding& finding : ladder.findings) {
    if (finding.fault != LadderFault::too_close) continue;
    found.push_back({{finding.rung, finding.below},
                     fmt::format("{} (hardly more than {})", map.name_of(finding.rung), map.name_of(finding.below)),
                     fmt::format("{} gives customers only {} more than {}; a step of {} can be told apart",
                                 quoted(map.name_of(finding.rung)), few_decimals(finding.step, 2),
                                 quoted(map.name_of(finding.below)), few_decimals(ladder.margin, 2)),
                     path_of(map.content(), *map.find(finding.rung))});
  }
  return found;
}

}  // namespace outmap
