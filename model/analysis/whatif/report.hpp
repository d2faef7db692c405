// What comes of a scenario.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/analysis/fcm/simulate.hpp"
#include "model/analysis/levels.hpp"
#include "model/analysis/whatif/access_changes.hpp"
#include "model/analysis/whatif/cluster_changes.hpp"
#include "model/analysis/whatif/gap_changes.hpp"
#include "model/analysis/whatif/journey_changes.hpp"
#include "model/analysis/whatif/outcome.hpp"
#include "model/scenario/apply.hpp"

namespace outmap {

/// Somebody or something that gets better or worse, as a share of the scale's width.
struct WhatIfShare {
  Id id;
  ElementKind kind = ElementKind::outcome;
  double change = 0;    // above 0: better
  Ids through = {};     // of people: their outcomes that move the same way, what weighs most first
  bool itself = false;  // of people: the change is that of their own place among the causes, see people_causes

  bool operator==(const WhatIfShare&) const = default;
};

/// Who tells that a path leads where it leads.
enum class PathTold {
  thread,    // one source tells every link of it
  stitched,  // each link has a source, but none tells them all: nobody said that it leads so far
  unsourced  // a link has no source
};
std::string_view to_text(PathTold told);  // "thread"

struct CausePath {
  Ids ids;              // from the cause to the outcome
  double strength = 0;  // signed product of the weights
  PathTold told = PathTold::unsourced;
  std::vector<std::string> told_by = {};  // the sources that tell all of it

  bool operator==(const CausePath&) const = default;
};

/// What one held element contributes to the change of one outcome, or of a person that is itself a concept.
struct WhatIfCause {
  Id outcome;  // or the person
  Id cause;
  double contribution = 0;       // in the outcome's unit; where it has no level, a share of a full change
  std::vector<CausePath> paths;  // the strongest first, three at most
  double error = 0;              // the contribution lies within ± error in 19 of 20 samples; 0 where it is exact
  std::optional<std::size_t> ways = std::nullopt;  // of which no two share a link; missing where it was not counted
  std::vector<std::string> sources = {};           // behind all links on ways from the cause to the outcome
  std::vector<std::string> threads = {};           // those of them that tell a whole way by themselves

  bool operator==(const WhatIfCause&) const = default;
};

/// A feedback loop among the elements that move.
struct WhatIfLoop {
  Ids ids;
  double gain = 0;  // what comes back of a change of 1; below 0 it brakes

  bool operator==(const WhatIfLoop&) const = default;
};

/// An influence on which the result hangs.
struct WhatIfAssumption {
  Id from;
  Id to;
  double swing =
      0;  // how far the closed share of priority moves over the whole spread of the weight, points of percent
  double confidence = 0;
  std::size_t rank = 0;  // 1 is to be tested first: by swing x (1 - confidence)
  double weight = 0;
  double weight_low = 0, weight_high = 0;  // the ends of the spread
  double at_low = 0, at_high = 0;          // gap_closed_pct with the weight there

  bool operator==(const WhatIfAssumption&) const = default;
};

struct WhatIfUncertainty {
  std::size_t runs = 0;
  std::size_t settled = 0;  // runs that reached a fixed point
  std::uint64_t seed = 0;
  double spread = 0;
  Distribution distribution = Distribution::triangular;
  std::optional<double> closed_low, closed_median, closed_high;  // of gap_closed_pct: 5 %, 50 %, 95 %
  std::vector<double> closed_runs;                               // gap_closed_pct of every run, in their order
};

/// What comes of holding an element at one value of a sweep.
struct SweepPoint {
  IdNumbers act;
  FcmVerdict verdict = FcmVerdict::fixed_point;
  std::optional<double> gap_closed_pct;
  IdNumbers levels;  // of the outcomes that have one
};

struct WhatIfReport {
  Scenario scenario;
  FcmVerdict verdict = FcmVerdict::fixed_point;
  bool unique = false;  // proven that no other state can be reached
  int iterations = 0;
  int period = 0;
  Ids saturated;
  IdNumbers state;                           // of every concept, by id
  Ids held;                                  // what act holds and removal switches off, by id
  Ids without_effect;                        // held, but nothing in the map says what they change
  std::vector<WhatIfOutcome> outcomes;       // those of the changed map, by id
  std::vector<WhatIfOutcome> gone_outcomes;  // those that the changed map has no longer, by id
  std::vector<WhatIfShare> losers;           // the worst first
  std::vector<WhatIfShare> winners;          // the best first
  std::vector<WhatIfCause> causes;           // by outcome, then the greatest contribution first
  std::vector<WhatIfCause> people_causes;    // the same of losers that fall as concepts
  std::vector<WhatIfLoop> loops;             // the strongest first, at most most_loops
  std::size_t loops_in_all = 0;
  std::optional<WhatIfLoop> runaway;
  std::vector<WhatIfAssumption> assumptions;  // by rank
  std::optional<WhatIfUncertainty> uncertainty;
  std::vector<SweepPoint> sweep;
  double cost = 0;                          // of the initiatives that act and are not done yet
  Ids cost_unknown;                         // initiatives that act and do not say what they cost
  std::size_t push = 0, pull = 0;           // initiatives that act, by mode
  std::optional<double> firm_value_change;  // missing where the map has no money
  double priority_before = 0;               // of the outcomes that are still there and held
  double priority_after = 0;
  double priority_gone = 0;              // of those that are not: neither closed nor open
  std::optional<double> gap_closed_pct;  // 100 x (1 - priority after / before)

  // What is found again on the changed map; empty where no levels are projected, but for `access`.
  std::vector<GapChange> gaps;
  FindingChanges findings;
  std::vector<StageChange> stages;
  std::optional<ClusterChanges> clusters;  // missing where the map has too many people, see WhatIfOptions
  AccessChanges access;

  std::vector<Removed> gone;
  Ids removed;
  Ids superseded;
  std::shared_ptr<const LevelTable> levels_before;  // today's
  std::optional<Map> map;  // the changed map with the levels that are projected; today's gaps can be asked of it again
  std::optional<Map> simulated_map;  // whose influences were followed: in mode change what is removed is still there
};

}  // namespace outmap
