// Who can no longer get an outcome, and what hangs on one person now.
#pragma once

#include <vector>

#include "model/analysis/clusters/access.hpp"

namespace outmap {

/// A map with its effect graph, delivery included (see effect_graph).
struct MapEffects {
  const Map& map;
  const EffectGraph& effects;
};

struct AccessChanges {
  std::vector<OpenOutcome> lost;               // something led there, and nothing does any more, for these holders
  std::vector<OpenOutcome> gained;             // the other way round
  std::vector<SoleAccess> new_single_points;   // hangs on one person alone, and did not before
  std::vector<SoleAccess> past_single_points;  // hung on one person alone, and does not any more

  bool operator==(const AccessChanges&) const = default;
};

/// Of outcomes and holders that both maps have. Initiatives that `acts` holds above 0 count as running; touchpoints and
/// processes whose owner has left, and that nobody took over, lead nowhere. See find_access.
/// O((elements + effects + holders) log n).
AccessChanges access_changes(const MapEffects& before, const MapEffects& after, const IdNumbers& acts);

/// With what is reached in the map before, where it is at hand (see find_access).
AccessChanges access_changes(const MapEffects& before, const Access& access_before, const MapEffects& after,
                             const IdNumbers& acts);

}  // namespace outmap
