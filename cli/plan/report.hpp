// What `outmap plan` found, in the forms that people and machines read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "cli/console.hpp"
#include "cli/listing.hpp"
#include "cli/report_part.hpp"
#include "model/analysis/portfolio/portfolio.hpp"

namespace outmap {

/// The plan in one sentence, its initiatives, why the others are left out, what other budgets would buy, and how it was
/// reckoned.
std::string plan_text(const Map& map, const PortfolioReport& report, const Screen& screen);

/// The same as data.
ReportParts plan_parts(const Map& map, const PortfolioReport& report);

/// Every initiative, in the plan or not, as csv or markdown.
std::string plan_listing(const Map& map, const PortfolioReport& report, const std::string& format,
                         const Screen& screen);

/// The rows of the CSV.
Listing plan_for_programs(const Map& map, const PortfolioReport& report);

/// {"budget", "chosen", "cost", "benefit", "optimal", "bound", "front"}, then who adds what, why not the others, what
/// becomes of the outcomes, harm and balance.
nlohmann::ordered_json plan_document(const PortfolioReport& report);
std::string plan_json(const PortfolioReport& report);

}  // namespace outmap
