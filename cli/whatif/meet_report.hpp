// What a search for the cheapest set found, in the forms that people and machines read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "model/analysis/whatif/meet.hpp"

namespace outmap {

struct MeetAnswer {
  std::string under;  // name of the scenario that stands below the search; empty: today
  MeetReport search;
  std::optional<WhatIfReport> whatif;  // of what was found; missing where nothing is different from today
};

/// The set in a sentence and how sure that is, the levels asked for, what each initiative is needed for, what was not
/// chosen from; then what else comes of it.
std::string meet_text(const Map& map, const std::vector<MeetAnswer>& answers, const Screen& screen);

/// Every initiative, chosen or not, as CSV or Markdown.
std::string meet_listing(const Map& map, const std::vector<MeetAnswer>& answers, const std::string& format,
                         const Screen& screen);

/// {"searches": [...], "scenarios": [...], "comparison": {...}}: the last two are those of whatif_json.
std::string meet_json(const std::vector<MeetAnswer>& answers);

}  // namespace outmap
