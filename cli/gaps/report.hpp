// What `outmap gaps` found, in the forms that people and machines read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/report_part.hpp"
#include "model/analysis/detailed_gaps.hpp"
#include "model/analysis/findings/findings.hpp"
#include "model/analysis/kano.hpp"

namespace outmap {

/// What to do first in one sentence, the table, and below it how it was reckoned.
std::string gaps_text(const Map& map, const DetailedGaps& gaps, const Screen& screen);

/// The same as data: the first sentence, the table, what to keep in mind, how it was reckoned.
ReportPart gaps_part(const Map& map, const DetailedGaps& gaps);

/// The same table as markdown.
std::string gaps_markdown(const Map& map, const DetailedGaps& gaps);

/// Every number of every row, for a spreadsheet.
Listing gaps_listing(const Map& map, const DetailedGaps& gaps);
std::string gaps_csv(const Map& map, const DetailedGaps& gaps);

/// {"outcomes": [...], "findings": [...], "kano": [...], "warnings": [...], "options": {...}}
nlohmann::ordered_json gaps_document(const DetailedGaps& gaps, const std::vector<Finding>& findings,
                                     const std::vector<KanoRow>& kano);
std::string gaps_json(const DetailedGaps& gaps, const std::vector<Finding>& findings, const std::vector<KanoRow>& kano);

}  // namespace outmap
