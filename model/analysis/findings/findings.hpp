// Structural findings: what is missing or contradicts itself in a map, found in its graph rather than in its numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/map/map.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

class LevelTable;
struct EffectGraph;
struct SoleAccess;

struct FindingOptions {
  std::optional<Date> as_of = std::nullopt;              // what is dated later does not count; see outmap::as_of
  int stale_after_days = 365;                            // evidence that is older than this on the as-of day is stale
  double important_from = 7;                             // 0-10: outcomes of this importance or more want proof
  const std::vector<SoleAccess>* sole_access = nullptr;  // the map's (find_sole_access), for whoever has it
};

struct Finding {
  std::string_view code;  // "gap.outcome-unserved"; explained in model/check/codes.hpp
  Severity severity = Severity::note;
  Ids elements;           // what it is about first, then what else it speaks of
  std::string subject;    // the same in a few words, for lists: "Appointment within three days"
  std::string message;    // what was found
  std::string_view hint;  // what to do
  std::string path;       // JSON Pointer of the first element, or of the influence

  bool operator==(const Finding&) const = default;
};

/// A rule by itself: which findings of one code a map gives is in the file of the rule.
std::vector<std::string_view> finding_codes();

/// Every structural finding of a map: what the rules of model/analysis/findings/rules tell, one file each.
///
/// Warnings first, then notes; those of one severity in the order of the rules, those of one rule in the order of the
/// file. A finding never says that a map is wrong, only that a conclusion from it stands on less than it seems.
/// Deterministic; the clock is never asked. O((elements + references + dated rows) log n).
std::vector<Finding> find_structural_gaps(const Map& map, const FindingOptions& options = {});

/// With a table of the map's levels that is there already: making it means going through all ratings. Its day is the
/// day of the findings, whatever the options say.
std::vector<Finding> find_structural_gaps(const Map& map, const LevelTable& levels, const FindingOptions& options = {});

/// With the map's effect graph too (with delivery, see effect_graph).
std::vector<Finding> find_structural_gaps(const Map& map, const LevelTable& levels, const EffectGraph& effects,
                                          const FindingOptions& options = {});

/// Only those of rules that look at levels and targets. Of two maps that differ in levels alone all others are the
/// same.
std::vector<Finding> find_level_gaps(const Map& map, const LevelTable& levels, const FindingOptions& options = {});

/// The findings as notes with a path each, to be located like other diagnostics.
Diagnostics as_notes(const std::vector<Finding>& findings);

}  // namespace outmap
