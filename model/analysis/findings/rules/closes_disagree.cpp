#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/analysis/findings/rules.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

/// Shares of a gap are estimates: below a tenth of it two of them do not contradict each other.
constexpr double tolerance = 0.1;

using Weights = std::map<std::pair<std::string_view, std::string_view>, double>;

/// The influences of initiatives by their ends; parallel ones add up, as in a what-if.
Weights influences_of_initiatives(const Map& map) {
  Weights weights;
  for (const Influence& influence : map->influences) {
    if (map.get<Initiative>(influence.from)) weights[{influence.from, influence.to}] += influence.weight;
  }
  return weights;
}

/// What `weight` on an outcome with this level says of the share of its gap, or nothing where it does not contradict
/// `stated`. A weight that carries beyond the target closes the gap.
std::string contradiction(const OutcomeLevel& level, double stated, double weight) {
  if (level.normalised_gap.value_or(0) <= 0) return "";
  const double towards = level.direction == Direction::more ? weight : -weight;
  if (towards < 0) return "leads away from its target";
  const double share = std::min(1.0, towards / *level.normalised_gap);
  if (std::abs(share - stated) <= tolerance + 1e-9) return "";
  return fmt::format("says {}", percent_text(share));
}

}  // namespace

std::vector<Found> closes_disagree(const MapFacts& facts) {
  const Map& map = facts.map();
  const Weights weights = influences_of_initiatives(map);
  std::vector<Found> found;
  for (std::size_t i = 0; i < map->initiatives.size(); ++i) {
    const Initiative& initiative = map->initiatives[i];
    if (initiative.status == InitiativeStatus::stopped) continue;
    for (const IdNumber& stated : initiative.closes) {
      const auto weight = weights.find({initiative.id, stated.id});
      if (weight == weights.end()) continue;
      const Outcome& outcome = *map.get<Outcome>(stated.id);
      const std::string says = contradiction(facts.levels().whole(outcome), stated.value, weight->second);
      if (says.empty()) continue;
      found.push_back({{initiative.id, outcome.id},
                       fmt::format("{} → {}", initiative.name, outcome.name),
                       fmt::format("'closes' says that {} closes {} of the gap of {}, its influence of weight {} {}",
                                   quoted(initiative.name), percent_text(stated.value), quoted(outcome.name),
                                   few_decimals(weight->second, 2), says),
                       fmt::format("/initiatives/{}/closes", i)});
    }
  }
  return found;
}

}  // namespace outmap
