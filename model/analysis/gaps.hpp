// Gap analysis: which outcomes fall short, and in which order to act.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/levels.hpp"

namespace outmap {

enum class Band { extreme, high, solid, appropriate, over_served };
enum class Quadrant { concentrate_here, keep_up, low_priority, possible_overkill };
enum class Crosshair { mean, median, middle };
enum class GapBy { outcome, holder };

std::string_view to_text(Band band);          // "over-served"
std::string_view to_text(Quadrant quadrant);  // "concentrate-here"
std::string_view to_text(Crosshair crosshair);

/// Ulwick 2005: importance + max(importance - satisfaction, 0); both 0-10, the score 0-20.
double opportunity_score(double importance, double satisfaction);

/// extreme above 15, high above 12, solid from 10, over-served where satisfaction exceeds importance, else appropriate.
Band opportunity_band(double importance, double satisfaction);

struct GapOptions {
  std::optional<Date> as_of = std::nullopt;  // see outmap::as_of
  Crosshair crosshair = Crosshair::mean;     // where the quadrants meet
  GapBy by = GapBy::outcome;                 // holder: adds a row for each holder of each outcome
  double alpha = 0.5;  // weight of reach against value share in impact, 0-1; 1 where no money is given
};

/// What a priority is made of: 100 x importance/10 x gap x impact.
struct PriorityFactors {
  std::optional<double> importance;   // 0-10
  std::optional<double> gap;          // normalised, 0-1
  std::optional<double> reach;        // share of customers by size, 0-1
  std::optional<double> value_share;  // share of the value to the firm, 0-1; missing where the map has no money
  std::optional<double> impact;       // alpha x reach + (1 - alpha) x value share

  bool operator==(const PriorityFactors&) const = default;
};

struct GapRow {
  Id id;
  std::optional<Id> holder;  // missing for the outcome as a whole
  OutcomeLevel level;
  std::optional<double> opportunity;  // 0-20
  std::optional<Band> band;
  std::optional<Quadrant> quadrant;
  std::optional<double> versus_best;  // level less the best competitor's, positive when we lead
  std::optional<double> priority;     // 0-100
  PriorityFactors factors;

  bool operator==(const GapRow&) const = default;
};

struct GapReport {
  std::vector<GapRow> rows;  // by priority, then opportunity, both falling, then id and holder
  std::optional<Date> as_of;
  double alpha = 0.5;  // as used
  Crosshair crosshair = Crosshair::mean;
  std::optional<double> importance_cross;  // where the quadrants meet
  std::optional<double> satisfaction_cross;
};

/// Level gap, satisfaction, opportunity (Ulwick 2005), importance-performance quadrant (Martilla & James 1977,
/// doi:10.2307/1250495) and priority with its factors, for every outcome of the map.
///
/// Priority = 100 x importance/10 x gap x impact, 0-100; impact = alpha x reach + (1 - alpha) x value share (see
/// Reach). The importance is the row's; the gap of a whole is LevelTable::gap_to_close, of a holder its own normalised
/// gap. Quadrants: importance and satisfaction at or above the crosshair are high; the mean and the median are taken
/// over the outcomes as wholes that have both numbers, the middle is 5 and 5. Whatever lacks a number that it is made
/// of is missing. Deterministic. O((outcomes + holders + customers + readings + ratings) log n).
GapReport find_gaps(const Map& map, const GapOptions& options = {});

/// With a table of the map's levels that is there already; its day is that of the report, whatever the options say.
GapReport find_gaps(const Map& map, const LevelTable& levels, const GapOptions& options = {});

}  // namespace outmap
