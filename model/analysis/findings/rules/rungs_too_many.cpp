#include <fmt/format.h>

#include "model/analysis/findings/rules.hpp"
#include "model/analysis/value/ladder.hpp"

namespace outmap {

std::vector<Found> rungs_too_many(const MapFacts& facts) {
  const ValueLadder ladder = find_value_ladder(facts.map());
  if (ladder.findings.empty() || ladder.findings.back().fault != LadderFault::too_many) return {};
  Ids rungs;
  for (const OfferingRung& rung : ladder.rungs) rungs.push_back(rung.id);
  return {{rungs, fmt::format("{} rungs", rungs.size()),
           fmt::format("the value ladder has {} rungs; few customers compare more than {}", rungs.size(),
                       ladder.most_rungs),
           "/offerings"}};
}

}  // namespace outmap
