// What customers told us: scores with their intervals, by stage, customer, theme and month.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/intervals.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// 'Would you recommend us?', 0-10: promoters say 9 or 10, detractors 0 to 6.
struct NpsScore {
  std::size_t n = 0;
  std::size_t promoters = 0;
  std::size_t passives = 0;
  std::size_t detractors = 0;
  double score = 0;   // -100 ... 100: percent promoters less percent detractors
  Interval interval;  // see nps_interval

  bool is_soft() const { return is_small_sample(n); }
  bool operator==(const NpsScore&) const = default;
};

/// 'How satisfied were you?', 1-5: the share that says 4 or 5.
struct CsatScore {
  std::size_t n = 0;
  std::size_t top = 0;
  double share = 0;   // 0-1
  double mean = 0;    // of the answers, 1-5
  Interval interval;  // of the share, see wilson_interval

  bool is_soft() const { return is_small_sample(n); }
  bool operator==(const CsatScore&) const = default;
};

/// What was said about one thing, or in one month.
struct FeedbackRow {
  std::string key;   // id of the stage, customer or need; the tag, the theme, or the month ("2026-03"); empty for all
  std::string name;  // the element's name; else the key
  std::size_t records = 0;       // pieces of feedback, with a score or without
  std::size_t comments = 0;      // of them, those with words
  std::size_t dissatisfied = 0;  // of them, detractors and those who say 1 or 2 of 5
  std::optional<NpsScore> nps;   // missing where nobody gave a score of that kind
  std::optional<CsatScore> csat;

  bool operator==(const FeedbackRow&) const = default;
};

/// The months of one stage, or of everything.
struct FeedbackTrend {
  Id stage;  // empty: of everything
  std::vector<FeedbackRow> months;

  bool operator==(const FeedbackTrend&) const = default;
};

/// How a score moved from before a day to that day and later.
struct FeedbackChange {
  Id stage;  // empty: of everything
  std::optional<NpsScore> nps_before, nps_after;
  std::optional<CsatScore> csat_before, csat_after;
  std::optional<Interval> nps_change;   // of after - before, in points; missing where one of the two is
  std::optional<Interval> csat_change;  // of after - before, -1 ... 1

  bool operator==(const FeedbackChange&) const = default;
};

/// Customers say one thing of an element and do another.
struct SaysAgainstDoes {
  Id element;
  Ids says_for, says_against;  // evidence of kind `says`, by whether it supports or contradicts the element; sorted
  Ids does_for, does_against;  // evidence of kind `does`

  bool operator==(const SaysAgainstDoes&) const = default;
};

/// How people took something new. Shares are of those who were shown it.
struct OfferSignal {
  Id id;
  std::string name;
  Id offering;
  double shown = 0;
  std::optional<ShareEstimate> paid;  // put money down: the strongest signal
  std::optional<ShareEstimate> liked;
  std::optional<ShareEstimate> loved;
  std::optional<ShareEstimate> outside_core;  // of those who paid; of all shown where more than paid came from outside

  bool operator==(const OfferSignal&) const = default;
};

struct FeedbackOptions {
  std::optional<Date> as_of = std::nullopt;  // what was said later does not count; see outmap::as_of
  std::optional<Date> since = std::nullopt;  // where changes are judged; missing: half-way between the first and last
};

struct FeedbackReport {
  std::optional<Date> as_of;
  std::optional<Date> since;    // as used; missing where nothing has a date
  bool since_half_way = false;  // nobody asked for a day: it is the middle of the feedback
  FeedbackRow all;
  std::vector<FeedbackRow> stages;      // in the order of the map; those without feedback are left out
  std::vector<FeedbackRow> customers;   // customers, then partners, in the order of the map
  std::vector<FeedbackRow> tags;        // most dissatisfied first, then most records, then by name
  std::vector<FeedbackRow> needs;       // of needs that a tag names by id, or by a tag they share; order as tags
  std::vector<FeedbackRow> themes;      // of those needs, and of tags that are called like a theme; order as tags
  std::vector<FeedbackTrend> trends;    // of everything, then of each stage, oldest month first
  std::vector<FeedbackChange> changes;  // of everything, then of each stage
  std::size_t uncategorised = 0;        // records without a stage and without a tag: nobody has sorted them yet
  std::size_t undated = 0;              // they count, except in trends and changes
  std::vector<SaysAgainstDoes> contradictions;  // by element
  std::vector<OfferSignal> offers;              // in the order of the map

  bool operator==(const FeedbackReport&) const = default;
};

/// Net promoter score = % who say 9 or 10 - % who say 0 to 6 (Reichheld 2003, Harvard Business Review 81(12), 46-54),
/// satisfaction = share of 4 and 5 on 1-5, each with n and a 95 % interval; the same by stage, customer, tag, need,
/// theme and month. Changes compare what was said before a day with what was said from it on: of net promoter scores
/// with the sum of both variances, of shares with difference_interval.
///
/// Every record counts by itself: the map does not say which records are of one person. Deterministic, independent of
/// the order of records. O(feedback + evidence + elements, times log n).
FeedbackReport find_feedback(const Map& map, const FeedbackOptions& options = {});

/// The score of these counts.
NpsScore nps_score(std::size_t promoters, std::size_t passives, std::size_t detractors);

/// The interval of the difference of two independent net promoter scores, after - before, in points, -200 ... 200.
Interval nps_change(const NpsScore& before, const NpsScore& after);

/// Elements of which some evidence says what other evidence shows people not to do: `says` in support and `does` in
/// contradiction, or the other way round. Evidence dated after `day` does not count. By id. O(evidence log n).
std::vector<SaysAgainstDoes> find_says_against_does(const Map& map, std::optional<Date> day = std::nullopt);

/// What the map's offers tell, in its order; an offer that nobody is said to have been shown has no shares. O(offers).
std::vector<OfferSignal> find_offer_signals(const Map& map);

}  // namespace outmap
