#include <fmt/format.h>

#include "model/analysis/findings/rules.hpp"
#include "model/analysis/value/ladder.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string compared(const Map& map, const LadderFinding& finding) {
  const std::string rung = quoted(map.name_of(finding.rung));
  const std::string below = quoted(map.name_of(finding.below));
  const double more = *map.get<Offering>(finding.rung)->price - *map.get<Offering>(finding.below)->price;
  const std::string gives = finding.step < -0.005
                                ? fmt::format("gives customers {} less than", few_decimals(-finding.step, 2))
                                : std::string("gives customers no more than");
  return more > 0 ? fmt::format("{} costs {} more and {} {}", rung, money_text(more, map->currency), gives, below)
                  : fmt::format("{} {} {}, at the same price", rung, gives, below);
}

}  // namespace

std::vector<Found> rungs_not_better(const MapFacts& facts) {
  const Map& map = facts.map();
  std::vector<Found> found;
  for (const LadderFinding& finding : find_value_ladder(map).findings) {
    if (finding.fault != LadderFault::not_better) continue;
    found.push_back({{finding.rung, finding.below},
                     fmt::format("{} (no better than {})", map.name_of(finding.rung), map.name_of(finding.below)),
                     compared(map, finding),
                     path_of(map.content(), *map.find(finding.rung))});
  }
  return found;
}

}  // namespace outmap
