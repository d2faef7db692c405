// From changes of concepts back to levels, gaps and priorities.
#pragma once

#include <optional>
#include <vector>

#include "model/analysis/gaps.hpp"
#include "model/analysis/whatif/concepts.hpp"

namespace outmap {

/// Where a measured outcome stands, and what moving it is worth.
struct Gauge {
  struct Mark {
    double current = 0;
    double target = 0;
    double weight = 1;
  };

  Id outcome;
  std::optional<std::size_t> number;  // its concept
  Scale scale;
  Direction direction = Direction::more;
  std::optional<double> current;
  std::optional<double> target;
  std::vector<Mark> marks;  // whose gaps make its priority
  double worth = 0;         // priority of a full gap

  /// The level after a change of the concept, kept on the scale. Missing where there is none.
  std::optional<double> level_at(double change) const;
  /// The priority after a change of the concept (see find_gaps), 0 where it has none.
  double priority_at(double change) const;
  std::optional<bool> meets_target(double change) const;
};

/// A gauge for each outcome of `map`, by id, from its levels and gaps.
std::vector<Gauge> gauges_of(const Map& map, const Concepts& concepts, const LevelTable& levels, const GapReport& gaps);

/// The sum of all priorities after the changes `state[concept]`.
double priority_at(const std::vector<Gauge>& gauges, const std::vector<double>& state);

/// `map` with the levels of its outcomes moved by `state`: the outcome's own and those of its holders. The reading that
/// counts on the day (see outmap::as_of) gets the new level too: what was measured stays measured.
Map moved_map(const Map& map, const std::vector<Gauge>& gauges, const std::vector<double>& state,
              std::optional<Date> as_of);

}  // namespace outmap
