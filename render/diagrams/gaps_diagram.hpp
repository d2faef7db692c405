// What the picture of gaps shows and why: ranks, factors, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/detailed_gaps.hpp"
#include "render/diagram.hpp"
#include "render/diagrams/chart_words.hpp"

namespace outmap {

enum class GapStanding {
  head,     // among those that the finding is about
  below,    // below its target
  met,      // at or beyond its target
  unknown,  // what its priority is made of is not all known
};

/// An outcome, as a whole or for one holder.
struct GapPoint {
  Id id;
  std::string name;
  std::string note;  // who wants it, and from how few answers
  std::size_t rank = 1;
  GapStanding standing = GapStanding::below;
  std::optional<Quadrant> quadrant;
  std::optional<double> importance;              // 0-10
  std::optional<double> satisfaction;            // 0-10
  std::optional<Interval> importance_between;    // 95 %, where it comes from answers
  std::optional<Interval> satisfaction_between;  // likewise
  PriorityFactors factors;
  std::optional<double> priority;
  std::optional<double> now;     // share of its scale from the worse end, 0-1
  std::optional<double> target;  // the same
  std::string gap_words;         // "3.4", "26 %"
  std::string instead;           // where there is no priority: "none: 0.7 above target", "no target"
  bool few_answers = false;      // importance and satisfaction stand on fewer than thirty answers
  std::string title;             // in words, for those who hover or listen

  /// What the finding is about, and what few people answered, shows how sure it is; of the others the title tells.
  bool has_whiskers() const {
    return (importance_between || satisfaction_between) && (standing == GapStanding::head || few_answers);
  }
};

struct GapsDiagram {
  ChartWords words;
  NothingYet nothing;            // where there is no outcome
  std::vector<GapPoint> points;  // every outcome, by rank
  std::size_t named = 0;         // the first so many have a number, a name and a row
  std::size_t head = 0;          // the first so many are what the finding is about
  std::size_t half = 0;          // the first so many carry half of the priority; more than `head` where it is spread
  double head_share = 0;         // of the sum of priorities
  std::string head_means;        // for the legend: "together over half of the priority"
  std::string rest;              // "23 more carry 12 % of the priority"; empty: all have a row
  std::optional<double> importance_cross;
  std::optional<double> satisfaction_cross;
  std::string cross;        // "mean"
  bool money = false;       // impact counts the value to the firm, too
  bool own_scales = false;  // gaps are told in percent of the scale
  double alpha = 0.5;       // weight of reach in impact
  bool may_grow = false;
};

/// The picture of `gaps`, the rows of which are by priority. Throws CannotDraw where the focus wants no outcome.
GapsDiagram build_gaps(const Map& map, const DiagramOptions& options);

}  // namespace outmap
