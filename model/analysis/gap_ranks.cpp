#include "model/analysis/gap_ranks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "model/analysis/gap_rows.hpp"
#include "model/analysis/rounding.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;

/// Ranges of ranks among numbers of which some have an interval.
class RankRanges {
 public:
  void add(const Number& number, const std::optional<Interval>& interval) {
    if (!number) return;
    const Interval range = range_of(*number, interval);
    lows_.push_back(range.low);
    highs_.push_back(range.high);
  }

  void close() {
    std::ranges::sort(lows_);
    std::ranges::sort(highs_);
  }

  std::optional<RankRange> of(const Number& number, const std::optional<Interval>& interval) const {
    if (!number) return std::nullopt;
    const Interval range = range_of(*number, interval);
    const auto above = lows_.end() - std::ranges::upper_bound(lows_, range.high + rounding_error);
    const auto below = std::ranges::lower_bound(highs_, range.low - rounding_error) - highs_.begin();
    return RankRange{static_cast<std::size_t>(above) + 1, lows_.size() - static_cast<std::size_t>(below)};
  }

 private:
  /// A bootstrap interval of a lopsided score may leave the score itself out by a little.
  static Interval range_of(double number, const std::optional<Interval>& interval) {
    if (!interval) return {number, number};
    return {std::min(number, interval->low), std::max(number, interval->high)};
  }

  std::vector<double> lows_, highs_;
};

void rank_importance(std::vector<DetailedGap>& rows) {
  std::vector<double> known;
  for (const DetailedGap& row : rows) {
    if (!row.holder && row.level.importance) known.push_back(*row.level.importance);
  }
  std::ranges::sort(known, std::greater());
  for (DetailedGap& row : rows) {
    if (row.holder || !row.level.importance) continue;
    const auto place = std::ranges::lower_bound(known, *row.level.importance + rounding_error, std::greater());
    row.importance_rank = static_cast<std::size_t>(place - known.begin()) + 1;
  }
}

/// The wholes for which `applies`, in the order of the report.
template <class Applies>
Ids wholes(const DetailedGaps& gaps, Applies applies) {
  Ids ids;
  for (const DetailedGap& row : gaps.rows) {
    if (!row.holder && applies(row)) ids.push_back(row.id);
  }
  return ids;
}

void warn_of_crowding(const DetailedGaps& gaps, std::vector<GapWarning>& warnings) {
  constexpr double top_fifth = 8;
  const Ids known = wholes(gaps, [](const DetailedGap& row) { return row.level.importance.has_value(); });
  Ids crowded = wholes(gaps, [](const DetailedGap& row) { return row.level.importance.value_or(0) >= top_fifth; });
  if (known.size() < 3 || 2 * crowded.size() <= known.size()) return;
  std::string message = fmt::format(
      "importance crowds at the top: {} of {} outcomes lie at 8 or above, where ratings "
      "say little about which comes first",
      crowded.size(), known.size());
  warnings.push_back({"importance-crowded", std::move(crowded), std::move(message),
                      "go by the ranks of importance, or ask people to rank or to share out 100 points"});
}

void warn_of_ceiling(const DetailedGaps& gaps, std::string_view kind, std::string_view what,
                     Number OutcomeLevel::*score, std::size_t DetailedGap::*answers,
                     std::vector<GapWarning>& warnings) {
  constexpr double ceiling = 9.5;
  Ids at_ceiling = wholes(
      gaps, [&](const DetailedGap& row) { return row.*answers > 0 && (row.level.*score).value_or(0) >= ceiling; });
  if (at_ceiling.size() < 2) return;
  std::string message =
      fmt::format("{} stands at its ceiling: of {} outcomes it is 9.5 or more, and the score cannot tell them apart",
                  what, at_ceiling.size());
  warnings.push_back({kind, std::move(at_ceiling), std::move(message),
                      gaps.ratings.score == RatingScore::mean ? "ask on a scale with more boxes, or ask people to rank"
                                                              : "look at them with --scores top-box or --scores mean"});
}

void warn_of_few_answers(const DetailedGaps& gaps, std::vector<GapWarning>& warnings) {
  Ids soft = wholes(gaps, [](const DetailedGap& row) { return row.is_soft(); });
  if (soft.empty()) return;
  std::string message = fmt::format("{} {} scores from fewer than {} answers: one answer more may move them by a band",
                                    soft.size(), soft.size() == 1 ? "outcome has" : "outcomes have", small_sample);
  warnings.push_back({"few-answers", std::move(soft), std::move(message), "read their intervals, or ask more people"});
}

}  // namespace

void rank_rows(DetailedGaps& gaps) {
  rank_importance(gaps.rows);
  if (gaps.resamples == 0) return;
  RankRanges priorities, opportunities;
  for (const DetailedGap& row : gaps.rows) {
    if (row.holder) continue;
    priorities.add(row.priority, row.priority_interval);
    opportunities.add(row.opportunity, row.intervals.opportunity);
  }
  priorities.close();
  opportunities.close();
  for (DetailedGap& row : gaps.rows) {
    if (row.holder) continue;
    row.priority_ranks = priorities.of(row.priority, row.priority_interval);
    row.opportunity_ranks = opportunities.of(row.opportunity, row.intervals.opportunity);
  }
}

std::vector<GapWarning> find_gap_warnings(const DetailedGaps& gaps) {
  std::vector<GapWarning> warnings;
  warn_of_crowding(gaps, warnings);
  warn_of_ceiling(gaps, "importance-ceiling", "importance", &OutcomeLevel::importance, &DetailedGap::importance_answers,
                  warnings);
  warn_of_ceiling(gaps, "satisfaction-ceiling", "satisfaction", &OutcomeLevel::satisfaction,
                  &DetailedGap::satisfaction_answers, warnings);
  warn_of_few_answers(gaps, warnings);
  return warnings;
}

}  // namespace outmap
