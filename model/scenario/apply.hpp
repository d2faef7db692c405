// A what-if is another map.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/map.hpp"
#include "model/scenario/removal.hpp"
#include "model/scenario/scenario.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

/// What a scenario makes of a map.
struct AppliedScenario {
  std::optional<Map> map;             // with every change made; nothing where a change cannot be made
  std::optional<Map> before_removal;  // the same with what is removed still there: where its absence can be followed
  bool edited = false;                // the scenario changes the map itself; else it only holds elements
  IdNumbers held;                     // what `act` holds; of an element that is named twice the last value
  Ids removed;                        // as the scenario names them; not what it adds again afterwards
  std::vector<Removed> gone;          // what went with them
  std::vector<Reweight> reweighted;
  Ids superseded;  // outcomes and stages whose readings no longer count, because the scenario sets their level
};

/// Makes the changes of a scenario in their order and checks the rules of a map once, at the end. What is removed and
/// added again is a new element: it stands as it was added, with nothing of the old one. A level that is set
/// stands above what was measured: the element's readings are left out of the new map, and it is named in `superseded`.
/// `act` changes no field of the map. Every problem is reported in one pass, with its path in the scenario's file;
/// that nothing moves because of a held element is only a warning (see find_whatif). Linear in the map, and in its size
/// times the elements that are set.
AppliedScenario apply(const Map& map, const Scenario& scenario, Diagnostics& problems);

}  // namespace outmap
