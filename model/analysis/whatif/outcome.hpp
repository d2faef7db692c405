// An outcome before and after a scenario.
#pragma once

#include <optional>
#include <string_view>

#include "model/map/element.hpp"

namespace outmap {

/// Whether something is in both maps. A gap that is gone, or that nobody has any more, was not closed.
enum class Presence {
  stays,
  gone,    // only in the map before
  unheld,  // an outcome of which no holder is left
  added,   // only in the map after
};
std::string_view to_text(Presence presence);  // "stays"

/// An outcome before and after, in its own unit.
struct WhatIfOutcome {
  Id id;
  Presence presence = Presence::stays;
  std::optional<double> before;  // level today
  std::optional<double> after;   // missing where no level is known, or none is projected
  std::optional<double> change;  // after - before
  double better = 0;             // the same as a share of the scale's width, above 0 where it is for the better
  std::optional<double> gap_before;
  std::optional<double> gap_after;
  std::optional<bool> target_met;
  std::optional<double> p_target;           // share of runs that meet the target
  std::optional<double> low, median, high;  // 5 %, 50 % and 95 % of the runs' levels

  bool operator==(const WhatIfOutcome&) const = default;
};

}  // namespace outmap
