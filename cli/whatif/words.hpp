// What a what-if comes to, in words: sentences and lines of which text, Markdown and a report's page are made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/whatif/names.hpp"
#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// "+5.4 %", of a share.
std::string signed_percent(double share);

/// "€ 40,000", "−€ 40,000".
std::string signed_money(const Map& map, double amount);

/// "9.4 min" by the unit that the outcome has in `map`; "–" where there is no level.
std::string with_unit(const Map& map, const Id& outcome, const std::optional<double>& level);

/// The changed map where there is one, else today's.
const Map& changed_map(const Map& today, const WhatIfReport& report);

/// Outcomes that move by less than 0.05 % of their scale are not told.
inline bool is_told(const WhatIfOutcome& outcome) { return outcome.better >= 0.0005 || outcome.better <= -0.0005; }

/// "What if: The midwives leave (possible)"
std::string whatif_title(const WhatIfReport& report);

/// What the scenario lets act: "Acts: 'Online booking' (€40k), 'Staff workload' (at −0.5)."; empty where nothing.
std::string acts_words(const Map& map, const WhatIfReport& report, const Names& names);

/// The answer in a sentence or two; empty where nothing settles.
std::string whatif_finding(const WhatIfReport& report);

/// "3 groups and 1 outcome": customers and partners, and outcomes, that get worse; somebody does.
std::string who_loses(const WhatIfReport& report);

/// How it ends: settled after how many updates, or why no levels are projected.
std::string verdict_words(const WhatIfReport& report, const Names& names);

/// An outcome or a loser, and in a line each what moves it.
struct CausesOfOutcome {
  Id outcome;
  std::vector<std::string> lines;
};

/// What moves each outcome, those that get worse first, and then the losers that fall themselves; contributions below a twentieth of the greatest are left to
/// the JSON.
std::vector<CausesOfOutcome> causes_told(const Map& map, const WhatIfReport& report, const Names& names);

/// The three loops that pass back most, and the three assumptions that matter most.
std::vector<std::string> loops_told(const WhatIfReport& report, const Names& names);
std::vector<std::string> assumptions_told(const WhatIfReport& report, const Names& names);

/// What went with the removed, what it costs, and what to keep in mind.
std::vector<std::string> details_told(const Map& map, const WhatIfReport& report, const Names& names);

/// What the likelihoods mean; empty where no scenario has one.
std::string likelihood_words(const std::vector<WhatIfReport>& reports);

/// By which rule it was reckoned, and how its runs were drawn.
std::string reckoning(const WhatIfReport& report);

}  // namespace outmap
