// What a plan comes to, in words for people.
#pragma once

#include <string>
#include <vector>

#include "model/analysis/portfolio/portfolio.hpp"

namespace outmap {

/// An amount in the money of the map: "€40k".
std::string plan_money(const Map& map, double amount);

/// The plan in one sentence: how many, for how much, what they close, and whether another could close more.
std::string plan_finding(const Map& map, const PortfolioReport& report);

/// What that does not say and nobody should overlook: what running initiatives end, which must-bes stay open.
std::vector<std::string> plan_cautions(const Map& map, const PortfolioReport& report);

/// Who adds more than it closes alone, because others of the plan cannot be without it. Begins with a blank; empty
/// where there is nobody.
std::string plan_carriers(const Map& map, const PortfolioReport& report);

/// "Balance: 2 push (€11k), 5 pull (€285k). Posture: …"
std::string plan_balance(const Map& map, const PortfolioReport& report);

/// A line for each outcome that the plan harms.
std::vector<std::string> plan_harms(const Map& map, const PortfolioReport& report);

/// How it was reckoned, in small print.
std::string plan_reckoning(const PortfolioReport& report);

}  // namespace outmap
