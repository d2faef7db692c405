// The tables of a what-if.
#pragma once

#include <string_view>
#include <vector>

#include "cli/listing.hpp"
#include "cli/whatif/names.hpp"
#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// Who gains, or loses, how much of its scale; `title` is the heading of the first column.
Listing shares_listing(const std::vector<WhatIfShare>& shares, const Names& names, std::string_view title, Ink ink);

/// Customers, partners and others that gain; outcomes have a table of their own.
std::vector<WhatIfShare> people_who_gain(const WhatIfReport& report);

/// Outcomes that move, the worst first: levels today and then, targets, and the band of the runs where any were drawn.
Listing outcomes_listing(const Map& map, const WhatIfReport& report, const Names& names);

/// The greatest activations of mode state, which has no levels.
Listing state_listing(const WhatIfReport& report, const Names& names);

/// Who reads a table: who simulates, or a client, who is told the same without the words of the trade.
enum class Audience { analyst, client };

/// Scenarios side by side, the likeliest first.
Listing whatif_comparison(const Map& map, const std::vector<WhatIfReport>& reports,
                          Audience audience = Audience::analyst);

/// A row for each outcome of each scenario, for programs.
Listing outcomes_for_programs(const Map& map, const std::vector<WhatIfReport>& reports);

}  // namespace outmap
