// The parts of what `outmap monitor` tells people: data, so that text and Markdown are made of the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/listing.hpp"
#include "cli/monitor/report.hpp"
#include "cli/report_part.hpp"

namespace outmap {

using MonitorPart = ReportPart;
using MonitorParts = ReportParts;

MonitorParts level_parts(const Map& map, const MonitorReport& report);
MonitorParts partner_parts(const Map& map, const MonitorReport& report);
MonitorParts initiative_parts(const Map& map, const MonitorReport& report);
MonitorParts harvest_parts(const Map& map, const MonitorReport& report);
MonitorParts journal_parts(const Map& map, const MonitorReport& report);
MonitorParts evidence_parts(const Map& map, const MonitorReport& report);
MonitorParts feedback_parts(const Map& map, const FeedbackReport& feedback);
MonitorParts plan_parts(const Map& map, const MonitorReport& report);

Listing level_rows(const MonitorReport& report);
Listing marker_rows(const MonitorReport& report);
Listing initiative_rows(const MonitorReport& report);
Listing harvest_rows(const MonitorReport& report);
Listing journal_rows(const MonitorReport& report);
Listing evidence_rows(const MonitorReport& report);
Listing feedback_rows(const FeedbackReport& feedback);
Listing plan_rows(const MonitorReport& report);

/// "since 1 January 2026", "since each first reading"
std::string since_words(const MonitorReport& report);

/// "better", "worse", "no change beyond noise" …
std::string verdict_words(Verdict verdict);
/// "8 months", "4.2 years": whole months, begun ones counted; in years from the fourth on.
std::string time_words(double months_to_come);
Ink verdict_ink(Verdict verdict);

/// The element's name; of a progress marker without one its statement.
std::string shown_name(const Map& map, const Id& id);

/// Names in quotes: "'A', 'B' and 3 more".
std::string some_names(const Map& map, const Ids& ids, std::size_t most);

/// "1 outcome", "3 outcomes"
std::string counted_of(std::size_t count, std::string_view one, std::string_view many);

/// "+0.2", "−1.5", "0"
std::string with_sign(double number, int decimals);

}  // namespace outmap
