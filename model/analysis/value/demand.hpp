// Willingness to pay: how many would pay which price, and which price earns most.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/analysis/intervals.hpp"
#include "model/map/map.hpp"

namespace outmap {

struct DemandPoint {
  double price = 0;
  ShareEstimate would_pay;       // at least this price, with Wilson's interval
  double revenue = 0;            // price x share: of each person asked, in the map's money
  std::optional<double> profit;  // (price - cost) x share; missing where the offering has no cost

  bool operator==(const DemandPoint&) const = default;
};

struct DemandCurve {
  Id offering;
  std::size_t answers = 0;                 // people who named a price
  std::vector<DemandPoint> points;         // every price that somebody named, rising; the share never rises
  std::optional<DemandPoint> today;        // at the offering's price
  DemandPoint best_revenue;                // of equal ones the lowest price
  std::optional<DemandPoint> best_profit;  // likewise; missing without a cost, and where no price earns a profit
  double near_best_low = 0;                // prices in points from here ...
  double near_best_high = 0;               // ... to here earn at least 95 % of the highest revenue, each of them

  bool operator==(const DemandCurve&) const = default;
};

/// The demand curve of every offering that somebody named a price for (`prices.csv`), in the order of the map. Share
/// who would pay at least p = people with willing_to_pay >= p over people asked, with Wilson's interval
/// (wilson_interval). Between two answers nobody changes their mind, so that revenue is highest, and profit too, at a
/// price that somebody named. Who answers again for the same offering counts once, with the later row; an empty
/// respondent is somebody else each time. What people say they would pay exceeds what they pay, by a fifth on average
/// (Schmidt & Bijmolt 2020, doi:10.1007/s11747-019-00666-6): nothing is corrected for it.
///
/// Deterministic; the order of rows does not matter but for repeated answers. O(answers log answers).
std::vector<DemandCurve> demand_curves(const Map& map);

/// The share who would pay at least `price`, and what it earns, among `prices` that people named. `prices` rising, not
/// empty. O(log n).
DemandPoint demand_at(const std::vector<double>& prices, double price, std::optional<double> cost);

}  // namespace outmap
