// What is found again on the changed map of a scenario: gaps, journeys, clusters, access and findings, for people.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "cli/listing.hpp"
#include "cli/report_part.hpp"
#include "cli/whatif/names.hpp"

namespace outmap {

/// "'X' is gone with its priority of 12.3: that gap is not closed." Empty where nothing is gone.
std::string gone_gaps_words(const WhatIfReport& report, const Names& names);
std::string gone_gaps_words(const std::vector<GapChange>& gaps, const Names& names);

/// Sections with their headings, those that have something to say: who loses every way to what, journeys, the gaps
/// that are most pressing then, clusters, structural findings.
std::string found_again_text(const WhatIfReport& report, const Names& names, const Screen& screen);

/// The same for a page, without structural findings: those of today have a section of their own.
ReportParts found_again_parts(const WhatIfReport& report, const Names& names);

/// The outcomes of the first `most` ranks after, with rank and priority before and after.
Listing gap_changes_listing(const std::vector<GapChange>& gaps, const Names& names, std::size_t most);
bool any_priority_moves(const std::vector<GapChange>& gaps);

/// A line for everybody who moves, and for clusters that come, fall apart, or whose unmet need moves.
std::string cluster_change_lines(const ClusterChanges& changes, const Names& names, const Screen& screen);

/// A line for each finding that is new or no longer holds.
std::string finding_change_lines(const FindingChanges& changes, const Screen& screen);

/// "Push and pull: 3 to 1." and what is lopsided about it; empty where no initiative says which it is.
std::string push_pull_words(const WhatIfReport& report);

/// Every stage of today's journeys that moves noticeably, and every cluster: for markdown.
Listing stages_listing(const WhatIfReport& report, const Names& names);
Listing clusters_listing(const ClusterChanges& changes);

}  // namespace outmap
