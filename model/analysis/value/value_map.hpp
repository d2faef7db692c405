// The value map: how offerings and competitors compare in quality and price, as customers weigh them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

struct ValueMapOptions {
  double slope = 1;                          // weight of quality over the weight of price in the decision, > 0
  std::optional<Date> as_of = std::nullopt;  // of the importance of outcomes; see outmap::as_of
};

/// What one outcome says about quality.
struct QualityAspect {
  Id outcome;
  double importance = 0;     // the weight, 0-10
  std::size_t known_of = 0;  // how many on the map have a level on it
  double mean = 0;           // of their levels as shares of the scale, 0 worst to 1 best

  bool operator==(const QualityAspect&) const = default;
};

/// An offering or a competitor on the map.
struct ValuePoint {
  Id id;
  bool ours = false;             // an offering of the map, not a competitor
  double price = 0;              // in the map's money
  double quality = 0;            // importance-weighted mean of its levels as shares of their scales, 0-1
  double relative_quality = 0;   // x; 1 is the mean of all on the map
  double relative_price = 0;     // y; likewise
  double fair_price = 0;         // that puts it on the fair-value line, in money; may be negative
  double advantage = 0;          // how far it lies below the line, in relative price; negative above it
  std::size_t aspects = 0;       // outcomes that its quality rests on
  std::vector<IdNumber> levels;  // on them, as shares of the scale, in the order of ValueMap::aspects

  bool operator==(const ValuePoint&) const = default;
};

enum class OffValueMap {
  no_price,
  nothing_to_compare,  // no level on an outcome that matters and that another has a level on
};

std::string_view to_text(OffValueMap reason);  // "no-price"

struct NotComparable {
  Id id;
  OffValueMap reason = OffValueMap::no_price;

  bool operator==(const NotComparable&) const = default;
};

struct ValueMap {
  std::vector<ValuePoint> points;      // the best value (advantage) first, then by id
  std::vector<QualityAspect> aspects;  // what quality is made of, the most important first, then by id
  std::vector<NotComparable> off;      // by id
  double slope = 1;                    // as used
  double mean_price = 0;               // of all on the map: the money of relative price 1

  /// The fair-value line: the relative price that is fair for a relative quality.
  double fair_relative_price(double relative_quality) const { return 1 + slope * (relative_quality - 1); }
};

/// Gale's customer value map (Gale, Managing Customer Value, 1994): relative perceived quality across, relative price
/// up, for the offerings and competitors that have a price and a level on some outcome with an importance above 0.
///
/// Quality of one = sum w q / sum w over the outcomes it has a level on, w the importance of the outcome as a whole
/// (LevelTable), q = (level - scale minimum) / width of the outcome's scale, from the other end where less is better.
/// Relative quality = sum w q / sum w q̄, q̄ the mean of all that have a level on the outcome, divided by the mean of
/// these over all: where every level is known that is quality over mean quality, and where one is missing its absence
/// neither helps nor hurts. An outcome that only one of them has a level on compares nothing and is left out. Relative
/// price = price over the mean price of all.
///
/// Fair-value line: y = 1 + slope (x - 1) through (1, 1); better value lies below it. No points where fewer than two
/// can be compared, where all are free, or where all levels lie at the worst end.
///
/// Throws std::invalid_argument where the slope is not a number above 0. Deterministic; the order of the file does not
/// matter. O((alternatives + ratings) log n).
ValueMap find_value_map(const Map& map, const ValueMapOptions& options = {});

}  // namespace outmap
