// How far the scores of an outcome could lie elsewhere, had other people of the same kind answered.
#pragma once

#include <cstdint>
#include <optional>

#include "model/analysis/intervals.hpp"
#include "model/analysis/rating_tallies.hpp"

namespace outmap {

/// The answers that an importance and a satisfaction were made of; null where they were not made of answers.
struct AnswersBehind {
  const AnswerCells* importance = nullptr;
  const AnswerCells* satisfaction = nullptr;
};

/// 95 % each, on the scale of the score; missing where no answer is behind it.
struct ScoreIntervals {
  std::optional<Interval> importance;    // 0-10
  std::optional<Interval> satisfaction;  // 0-10
  std::optional<Interval> opportunity;   // 0-20

  bool operator==(const ScoreIntervals&) const = default;
};

struct ResampleOptions {
  RatingScore score = RatingScore::top_two;
  unsigned runs = 1000;  // the ends of an interval wander less with more; time grows with it
  std::uint64_t seed = 1;
};

/// Percentile bootstrap of the respondents (Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13): in
/// each run as many people are drawn with replacement as answered, and the score is computed anew. Drawn are the counts
/// of those who answered alike, from a multinomial distribution, which is the same as drawing people and takes no
/// longer for a million of them. Answers to both questions by one person stay together; where the two come from
/// different people they are drawn apart; a number of `importance` and `satisfaction` that no answer is behind stays
/// as it is. The interval of opportunity = importance + max(importance - satisfaction, 0) runs from the 2.5th to the
/// 97.5th percentile; shares have Wilson's interval, means their percentiles.
///
/// Deterministic for the seed, on one thread. O(runs x cells).
ScoreIntervals resample_scores(const AnswersBehind& behind, std::optional<double> importance,
                               std::optional<double> satisfaction, const ResampleOptions& options = {});

}  // namespace outmap
