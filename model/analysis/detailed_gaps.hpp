// The gaps of a map with how sure they are, for whomever one asks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/gap_groups.hpp"
#include "model/analysis/gaps.hpp"
#include "model/analysis/score_intervals.hpp"

namespace outmap {

/// What a row is for.
enum class GapPart { outcome, holder, cluster, stage, journey };
std::string_view to_text(GapPart part);  // "cluster"

/// The places that a rank may really have: 1 is the highest.
struct RankRange {
  std::size_t first = 1;
  std::size_t last = 1;

  bool operator==(const RankRange&) const = default;
};

/// A row of find_gaps and what stands behind it. The row of a group has the group's id as `holder`.
struct DetailedGap : GapRow {
  GapPart part = GapPart::outcome;
  std::string part_name;                 // of the holder or group; empty for the outcome as a whole
  std::size_t importance_answers = 0;    // respondents behind it; 0 where it does not come from ratings
  std::size_t satisfaction_answers = 0;  // likewise
  std::optional<Id> best_competitor;     // the one of `versus_best`; of equal ones the first in the file
  ScoreIntervals intervals;
  std::optional<Interval> priority_interval;   // from that of importance alone: levels are taken as exact
  std::optional<RankRange> priority_ranks;     // of wholes, where scores were resampled
  std::optional<RankRange> opportunity_ranks;  // likewise
  std::optional<std::size_t> importance_rank;  // of wholes: 1 for the most important; equal ones share a rank

  /// Respondents behind the scores: the fewer where both questions were asked.
  std::size_t answers() const {
    const auto [fewer, more] = std::minmax(importance_answers, satisfaction_answers);
    return fewer > 0 ? fewer : more;
  }
  /// From fewer answers than carry a score.
  bool is_soft() const { return answers() > 0 && is_small_sample(answers()); }

  bool operator==(const DetailedGap&) const = default;
};

/// What to keep in mind about all the numbers together.
struct GapWarning {
  std::string_view kind;  // "importance-crowded", "importance-ceiling", "satisfaction-ceiling", "few-answers"
  Ids outcomes;           // in the order of the report
  std::string message;
  std::string hint;

  bool operator==(const GapWarning&) const = default;
};

struct DetailedGapOptions {
  std::optional<Date> as_of = std::nullopt;  // see outmap::as_of
  Crosshair crosshair = Crosshair::mean;     // where the quadrants meet
  double alpha = 0.5;                        // see GapOptions
  GapPart by = GapPart::outcome;             // for whom rows are added: holders, or `groups` of this kind
  std::vector<GapGroup> groups = {};
  RatingOptions ratings = {};  // how answers become importance and satisfaction

  /// Resamplings behind each interval; 0: no intervals and no ranges of ranks. Fewer are done, at least 200, where
  /// there are very many rows.
  unsigned resamples = 1000;
  std::uint64_t seed = 1;  // of the resampling
  unsigned threads = 0;    // 0: as many as the machine runs at once; never changes the result
};

struct DetailedGaps {
  std::vector<DetailedGap> rows;  // in the order of GapReport
  GapReport report;               // the same rows, and how they were reckoned
  RatingOptions ratings;          // as used
  unsigned resamples = 0;         // as done
  std::vector<GapWarning> warnings;
};

/// find_gaps with intervals of scores that come from answers (resample_scores, each row with random numbers of its
/// own), the ranks that these leave open, and rows for groups.
///
/// - Other ways of counting answers change importance and satisfaction before anything follows from them.
/// - Ranks of wholes: first = 1 + those whose interval lies above, last = all - those whose interval lies below; a
///   number without an interval counts as exact.
/// - A group's row is the outcome as if only its members held it: importance, satisfaction, level and target are the
///   means of theirs, weighted by the customers behind them; but their ratings are pooled where they have some. The gap
///   of its priority is the mean of theirs; reach and value share are those of the members together.
///
/// Deterministic for the seed, for any number of threads. O((outcomes + holders + customers + readings + ratings)
/// log n + groups x holders + rows x resamples).
DetailedGaps find_detailed_gaps(const Map& map, const DetailedGapOptions& options = {});

/// With a table of the map's levels that is there already: making it means going through all ratings. Its day is that
/// of the gaps, whatever the options say.
DetailedGaps find_detailed_gaps(const Map& map, const LevelTable& levels, const DetailedGapOptions& options = {});

}  // namespace outmap
