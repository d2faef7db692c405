// How much of which gaps an initiative closes.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "model/analysis/levels.hpp"
#include "model/graph/effects.hpp"

namespace outmap {

enum class ClosingSource {
  stated,      // `closes` of the initiative
  influences,  // its strongest path of influences
};

/// What an initiative does to one outcome.
struct Closing {
  Id outcome;
  double share = 0;  // of the outcome's gap, 0-1
  double harm = 0;   // strength of the strongest path where it leads away from the target, 0-1; share is then 0
  ClosingSource from = ClosingSource::stated;

  bool operator==(const Closing&) const = default;
};

/// What every initiative of a map does to its outcomes. The share is what `closes` states, or else min(1, s / gap), s
/// the strength of the strongest path of influences from the initiative to the outcome and the gap normalised
/// (LevelTable::gap_to_close); 0 where that path leads away from the target, or where there is no gap. A path is as
/// strong as the product of its weights; `closes` of other outcomes on the way counts as an influence (see
/// effect_graph), parallel influences add up, to 1 at most. Outcomes that no weight leads to, or whose gap is not
/// known, are left out: how much they gain is not said.
///
/// Built in O((elements + effects) log n); each question O(effects log n). The map and the levels must outlive it.
class GapClosing {
 public:
  GapClosing(const Map& map, const LevelTable& levels);

  /// By outcome id.
  std::vector<Closing> of(const Initiative& initiative) const;

 private:
  struct Link {
    EffectVertex to;
    double weight;  // -1 to 1, never 0
  };

  std::vector<double> strongest_paths(EffectVertex from) const;

  const Map& map_;
  const LevelTable& levels_;
  VertexIds vertices_;
  std::vector<std::vector<Link>> links_;
};

}  // namespace outmap
