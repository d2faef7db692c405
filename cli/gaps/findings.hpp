// Structural findings, in the forms that people and machines read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/listing.hpp"
#include "model/analysis/findings/findings.hpp"

namespace outmap {

/// Each kind of finding once: how severe, how many, of what, and what to do; the most severe first.
std::string findings_text(const std::vector<Finding>& findings, const Screen& screen);

/// A line for each kind: how many, and of what. No more than `most_kinds` of them.
std::string findings_summary(const std::vector<Finding>& findings, const Screen& screen, std::size_t most_kinds);

/// One row per finding.
Listing findings_listing(const std::vector<Finding>& findings);

/// [{"code", "severity", "elements": [...], "message", "hint"}]
nlohmann::ordered_json findings_json(const std::vector<Finding>& findings);

}  // namespace outmap
