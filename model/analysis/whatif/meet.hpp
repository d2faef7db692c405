// The cheapest way to meet targets: which initiatives, by simulation.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/analysis/portfolio/portfolio.hpp"
#include "model/analysis/whatif/whatif.hpp"

namespace outmap {

/// A level that an outcome is to reach: at least, or at most where less is better.
struct MeetTarget {
  Id outcome;
  std::optional<double> level;  // missing: the outcome's own target
};

struct MeetOptions {
  std::vector<MeetTarget> targets;
  std::optional<std::size_t> at_most = std::nullopt;  // initiatives; missing: as many as there are
  std::optional<Date> as_of = std::nullopt;           // see outmap::as_of
  double work = 4e8;                                  // effort, see SetSearchOptions
};

/// Where a target stands. Levels in the outcome's own unit.
struct MeetRow {
  Id outcome;
  double before = 0;  // today, without the scenario
  double asked = 0;
  std::optional<double> after;  // with the set; missing where nothing settles
  double short_by = 0;          // what is missing of the level asked; 0 where it is met
  bool met = false;

  bool operator==(const MeetRow&) const = default;
};

struct MeetInitiative {
  Id id;
  double cost = 0;
  Ids missed_without;  // targets that the set meets and would miss without it and what requires it

  bool operator==(const MeetInitiative&) const = default;
};

struct MeetReport {
  Scenario scenario;  // the one that was asked about, followed to 1e-10, and as its last step what was found
  bool met = false;   // all targets
  bool settles = true;
  std::vector<MeetInitiative> chosen;  // by id
  double cost = 0;
  std::vector<MeetRow> rows;  // as asked
  bool proven = true;         // no cheaper set meets them, or, where none does, none comes closer
  double cost_bound = 0;      // no set that meets them costs less; `cost` where it is proven
  double short_bound = 0;     // what every set is short of, all targets together, in shares of their scales
  double short_by = 0;        // the same of the set that was found
  std::optional<std::size_t> at_most;
  std::size_t tried = 0;                    // sets that were simulated
  double sets = 0;                          // that there are
  std::size_t candidates = 0;               // initiatives that were chosen from
  std::vector<LeftOutInitiative> left_out;  // all that are not in the set, by id, with the reason
};

/// The cheapest set of at most `at_most` initiatives which, on top of the scenario, brings every outcome to its level:
/// each set is simulated (see find_whatif), so that side effects count. With each initiative all that it requires, no
/// two that exclude each other. Where no set does it, the one that is short of least: the sum over the targets of what
/// is missing as a share of the scale; of equally short ones a cheapest. Exact (see search_sets) unless `work` runs
/// out, then with bounds.
///
/// Not chosen from: what is done, stopped, has no cost, is held by the scenario, or leads to none of the outcomes.
/// Problems of the scenario are added to `problems`; nothing is returned where there is an error. Throws
/// std::invalid_argument, with what to do, where the scenario is of mode state, no target is given, an outcome is
/// unknown or asked for twice, nobody says where it stands, or a level lies outside its scale. Deterministic.
std::optional<MeetReport> find_meeting_set(const Map& map, const Scenario& scenario, Diagnostics& problems,
                                           const MeetOptions& options);

}  // namespace outmap
