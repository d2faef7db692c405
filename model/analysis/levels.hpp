// Levels as they stand on a day: what is measured beats what is stated.
#pragma once

#include <optional>

#include "model/map/map.hpp"

namespace outmap {

/// The day up to which readings count: `asked`, else the map's date, else the newest date in the map, never the
/// clock. Nothing where the map holds no date at all; then every reading counts. O(dated records).
std::optional<Date> as_of(const Map& map, std::optional<Date> asked = std::nullopt);

enum class LevelSource { stated, reading, ratings, derived, missing };

/// Where one outcome stands for one holder, or as a whole.
struct OutcomeLevel {
  Scale scale;                       // the outcome's own, else the map's
  Direction direction = Direction::more;
  std::optional<double> importance;    // 0-10
  std::optional<double> satisfaction;  // 0-10
  std::optional<double> current;       // on `scale`
  std::optional<double> target;        // on `scale`
  std::optional<double> gap;           // >= 0, in the unit of `scale`
  std::optional<double> surplus;       // >= 0, how far beyond the target
  std::optional<double> normalised_gap;  // gap / width of the scale, 0-1
  LevelSource current_from = LevelSource::missing;
  LevelSource satisfaction_from = LevelSource::missing;
  std::size_t answers = 0;  // respondents behind importance and satisfaction; 0 where they are stated

  bool operator==(const OutcomeLevel&) const = default;
};

/// The level of `outcome` as a whole (`holder` null) or for one of its holders, as of `day`.
/// Newest reading not after the day beats `current`; ratings beat stated importance and satisfaction (share of the top
/// two boxes x 10, Ulwick 2005); a holder's own numbers beat the outcome's. For many outcomes use LevelTable.
OutcomeLevel level_of(const Map& map, const Outcome& outcome, const Holder* holder, std::optional<Date> day);

}  // namespace outmap
