// What-if reports for people: who loses first, then what changes, why, and how sure that is.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/report_part.hpp"
#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// One scenario after the other; several are compared first, side by side.
std::string whatif_text(const Map& map, const std::vector<WhatIfReport>& reports, const Screen& screen);

/// A row for each outcome of each scenario, as CSV or Markdown.
std::string whatif_listing(const Map& map, const std::vector<WhatIfReport>& reports, const std::string& format,
                           const Screen& screen);

/// One scenario as data: its name, what it comes to, who loses, outcomes, who gains, why, loops and assumptions.
ReportParts whatif_parts(const Map& map, const WhatIfReport& report);

}  // namespace outmap
