// What `outmap gaps` found, in the forms that people and machines read.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "model/analysis/findings/findings.hpp"
#include "model/analysis/gaps.hpp"

namespace outmap {

/// What to do first in one sentence, the table, and below it how it was reckoned.
std::string gaps_text(const Map& map, const GapReport& report, const Screen& screen);

/// The rows as csv or markdown.
std::string gaps_listing(const Map& map, const GapReport& report, const std::string& format, const Screen& screen);

/// {"outcomes": [...], "findings": [...]}
std::string gaps_json(const GapReport& report, const std::vector<Finding>& findings);

}  // namespace outmap
