// The page of a report, put together.
#pragma once

#include "cli/report/inputs.hpp"

namespace outmap {

/// Summary, relations, journeys, outcomes, gaps, value, plan, what-if, monitoring, evidence; what the map has nothing
/// for is left out. Deterministic.
ReportPage report_page(const ReportInputs& inputs);

/// What, so what, what next: the summary in sentences that lead to their tables.
PageSection summary_section(const ReportInputs& inputs);

/// Every element with what the map says of it and what it is tied to, at most 500; clusters first.
void add_elements(ReportPage& page, const ReportInputs& inputs);

}  // namespace outmap
