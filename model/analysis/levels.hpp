// Levels as they stand on a day: what is measured beats what is stated.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "model/analysis/rating_tallies.hpp"
#include "model/analysis/reach.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// The oldest and the newest day of anything observed: readings, ratings, evidence, journal entries, harvest, feedback.
struct DateSpan {
  std::optional<Date> first;
  std::optional<Date> last;
};
DateSpan observed_dates(const Map& map);

/// The day up to which readings count: `asked`, else the map's date, else the newest date in the map (of a reading,
/// rating, evidence, journal entry, harvest or feedback; what is planned does not count), never the clock. Nothing
/// where the map holds no date at all; then everything counts. O(dated records).
std::optional<Date> as_of(const Map& map, std::optional<Date> asked = std::nullopt);

enum class LevelSource { stated, reading, ratings, derived, missing };

/// Where one outcome stands for one holder, or as a whole.
struct OutcomeLevel {
  Scale scale;  // the outcome's own, else the map's
  Direction direction = Direction::more;
  std::optional<double> importance;      // 0-10
  std::optional<double> satisfaction;    // 0-10
  std::optional<double> current;         // on `scale`
  std::optional<double> target;          // on `scale`
  std::optional<double> gap;             // >= 0, in the unit of `scale`
  std::optional<double> surplus;         // >= 0, how far beyond the target
  std::optional<double> normalised_gap;  // gap / width of the scale, 0-1
  LevelSource current_from = LevelSource::missing;
  LevelSource satisfaction_from = LevelSource::missing;
  std::size_t answers =
      0;  // respondents behind importance and satisfaction, the fewer where they differ; 0 where stated

  bool operator==(const OutcomeLevel&) const = default;
};

/// Every level of a map as of one day: readings, ratings and sizes are indexed once, in O(n log n), so that all
/// outcomes and holders together cost no more. What counts, from the strongest down:
///
/// - Current of one holder: the holder's own; the newest reading; the outcome's. Of the whole: the newest reading; the
///   outcome's; the mean.
/// - Importance of one holder: its ratings; its own; all ratings; the outcome's. Of the whole: all ratings; the
///   outcome's; the mean.
/// - Satisfaction: as importance; else from the level.
/// - Target of one holder: its own; the outcome's. Of the whole: the outcome's; the mean.
///
/// Where:
/// - A reading is of the outcome as a whole: the newest one not after the day (of two on one day the later in the file)
///   replaces the outcome's `current`, hence the level of holders who state none; a holder's own stays.
/// - Ratings (Ulwick 2005): 10 x share of that question's own respondents in the top two whole boxes of their scale,
///   score >= scale_max - 1. A respondent who answers again counts once, with the newest answer; rows without a date
///   always count; rows that name a customer count for that holder and for the whole.
/// - Mean: over the holders that have the number, weighted by the customers behind them (Reach::size_behind); equal
///   weights where none of them has any. For satisfaction only where some holder states its own.
/// - From level: 10 (current - min) / (max - min); where less is better 10 (max - current) / (max - min); kept in 0-10.
/// - Gap: target - current, where less is better current - target; never below 0, the rest is the surplus.
class LevelTable {
 public:
  LevelTable(const Map& map, std::optional<Date> day);

  /// The same, but counts no ratings again where `near`, of a map that differs little, has counted the same.
  LevelTable(const Map& map, std::optional<Date> day, const LevelTable& near);

  OutcomeLevel whole(const Outcome& outcome) const;
  OutcomeLevel of(const Outcome& outcome, const Holder& holder) const;

  /// The normalised gap that a priority is made of: where a holder has a current or target of its own, the mean of all
  /// holders' normalised gaps, weighted as above, so that one holder's surplus never hides another's gap; else that of
  /// the whole. Missing where no gap is known.
  std::optional<double> gap_to_close(const Outcome& outcome) const;

  const Reach& reach() const { return reach_; }
  const RatingTallies& ratings() const { return *ratings_; }  // counted as RatingOptions has it
  std::optional<Date> day() const { return day_; }

 private:
  LevelTable(const Map& map, std::optional<Date> day, std::shared_ptr<const RatingTallies> ratings);

  void index_readings();
  OutcomeLevel own(const Outcome& outcome) const;
  OutcomeLevel held(const Outcome& outcome, const Holder& holder) const;
  std::optional<double> mean(const Outcome& outcome, std::optional<double> OutcomeLevel::*number) const;
  static void take(OutcomeLevel& level, const AnswerCells& answers);

  Map map_;
  std::optional<Date> day_;
  Reach reach_;
  std::shared_ptr<const RatingTallies> ratings_;
  std::unordered_map<std::string_view, const Reading*> newest_;  // by outcome
};

/// LevelTable for a single outcome: as a whole (`holder` null) or for one of its holders. O(n log n) each time: for
/// many outcomes use one LevelTable.
OutcomeLevel level_of(const Map& map, const Outcome& outcome, const Holder* holder, std::optional<Date> day);

/// 10 x how far `current` has come along the scale in the good direction, kept in 0-10; missing where the scale has no
/// width.
std::optional<double> satisfaction_from_level(double current, const Scale& scale, Direction direction);

/// How far `number` has come along the scale of `level`, 0-1: 1 is the better end, whichever that is; missing where the
/// number is, or where the scale has no width.
std::optional<double> share_of_way(const std::optional<double>& number, const OutcomeLevel& level);

}  // namespace outmap
