// Which outcomes hang on one person alone.
#pragma once

#include <optional>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

struct EffectGraph;

/// Without `person` nobody and nothing leads to `outcome` any more for these holders.
struct SoleAccess {
  Id person;  // a partner, or a customer who influences others
  Id outcome;
  Ids holders;                // by id, the person itself left out
  bool organisation = false;  // the organisation loses it: it holds the outcome

  bool operator==(const SoleAccess&) const = default;
};

/// Something leads to `outcome` today, for these holders.
struct OpenOutcome {
  Id outcome;
  Ids holders;                // by id
  bool organisation = false;  // the organisation holds it

  bool operator==(const OpenOutcome&) const = default;
};

/// Everybody who stands on every way by which an outcome is reached today, by person, then by outcome.
///
/// Ways begin with partners, with initiatives that are running or done, with processes and touchpoints that nobody owns
/// (the organisation's own), and follow effects of any sign and the delivery from touchpoints over stages to outcomes
/// (see effect_graph). Not a way: plans, journeys of the future, and influences of weight 0; offerings alone begin
/// none, since somebody has to deliver them. What a partner or process owns works only through its owner. A customer is
/// served by the stages of its own journeys, where one of them holds the outcome, and else by anybody's. An outcome
/// that is not reached at all hangs on nobody.
///
/// The people are dominators in the graph of these ways, found by Lengauer & Tarjan (1979), doi:10.1145/357062.357071,
/// as in Boost.Graph. Deterministic. O((elements + effects + holders) log) and the length of the result.
std::vector<SoleAccess> find_sole_access(const Map& map);

/// With the map's effect graph, delivery included, where it is at hand (see effect_graph; its levels do not matter).
std::vector<SoleAccess> find_sole_access(const Map& map, const EffectGraph& effects);

/// What is reached today, and what of it hangs on one person.
struct Access {
  std::vector<OpenOutcome> open;  // every outcome that is reached by somebody who holds it, by id
  std::vector<SoleAccess> sole;   // as find_sole_access gives it
};

/// What is otherwise than the map has it, by id.
struct AccessSupposed {
  Ids begun;  // initiatives that count as running
  Ids idle;   // touchpoints and processes that nobody keeps going: they lead nowhere
};

/// Both in one search, of the same cost.
Access find_access(const Map& map, const EffectGraph& effects, const AccessSupposed& supposed = {});

}  // namespace outmap
