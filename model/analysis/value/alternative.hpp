// What an offering is worth beside the customer's next best alternative, in money.
#pragma once

#include <optional>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// What an offering is better or worse by on one outcome.
struct Differentiation {
  Id outcome;
  double points = 0;  // in the unit of the outcome, positive where the offering is better
  double money = 0;   // points x money_per_point

  bool operator==(const Differentiation&) const = default;
};

struct EconomicValue {
  Id offering;
  Id alternative;              // the competitor beside which the offering is worth least
  double reference_price = 0;  // of the alternative
  double positive = 0;         // money of what the offering does better
  double negative = 0;         // of what it does worse, >= 0
  double value = 0;            // reference price + positive - negative; may be negative
  std::optional<double> price;
  std::optional<double> left_to_customer;  // value - price: below 0 the alternative is the better buy
  std::vector<Differentiation> parts;      // what differs most in money first, then by outcome
  Ids not_compared;                        // outcomes worth money on which only one of the two has a level, by id

  bool operator==(const EconomicValue&) const = default;
};

/// Next-best-alternative value (economic value to the customer; Hinterhuber 2004,
/// doi:10.1016/j.indmarman.2003.10.006) of each offering: the price of the alternative, plus what the offering does
/// better and minus what it does worse on outcomes with a `money_per_point`, for the units in which prices are given.
///
/// An alternative is a competitor with a price and, on such an outcome, a level where the offering has one too; doing
/// nothing is one, if the map lists it. The next best is the one that leaves the customer most, which is the one beside
/// which the offering is worth least; of equal ones the first by id. Offerings without an alternative are left out.
///
/// In the order of the map. Deterministic. O(offerings x competitors x levels).
std::vector<EconomicValue> economic_values(const Map& map);

}  // namespace outmap
