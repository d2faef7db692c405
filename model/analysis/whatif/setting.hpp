// A scenario made ready to be followed: what moves, from where, and what holds it.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/analysis/fcm/simulate.hpp"
#include "model/analysis/levels.hpp"
#include "model/analysis/whatif/causes.hpp"
#include "model/analysis/whatif/gauges.hpp"
#include "model/graph/effects.hpp"
#include "model/scenario/apply.hpp"

namespace outmap {

/// Numbers of concepts are those of `concepts`.
struct WhatIfSetting {
  Scenario scenario;
  AppliedScenario applied;
  std::optional<Date> as_of;
  FcmOptions fcm;
  std::unique_ptr<const EffectGraph> graph;  // of simulated_map(), with delivery, which carries no weight
  Concepts concepts;
  std::optional<LevelTable> levels;  // of the changed map, as the next two
  GapReport gaps;
  std::vector<Gauge> gauges;  // by id
  FcmStart start;
  std::vector<HeldConcept> causes;  // what act holds and removal switches off, by number
  Ids held;                         // the same by id
  Ids idle;                         // held, but nothing in the map says what they change

  bool changes_mode() const { return scenario.mode == WhatIfMode::change; }

  /// The map whose influences are followed: in mode change what is removed is still there, at -1.
  const Map& simulated_map() const { return changes_mode() ? *applied.before_removal : *applied.map; }
};

/// Mode change: every concept starts at 0 and is bounded by the ends of its scale; what `act` holds stays at its value,
/// what is removed at -1 unless it is an initiative that does not run yet. Mode state: starts from `initial`, or from
/// where `today` settles. `applied` must hold a map. O((elements + effects) log n), and a simulation of `today` where
/// the scenario starts from its baseline. `levels` are today's, for whoever has them.
WhatIfSetting setting_of(const Map& today, const Scenario& scenario, AppliedScenario applied, std::optional<Date> as_of,
                         const LevelTable* levels = nullptr);

/// A warning for each element that the scenario holds though the map does not say what it changes (`idle` of its
/// setting), where the scenario names it.
void warn_of_idle(const Scenario& scenario, const Ids& idle, Diagnostics& problems);

}  // namespace outmap
