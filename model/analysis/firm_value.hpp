// Value to the firm: what a customer is worth in money. Kept apart from customer value everywhere.
#pragma once

#include <optional>

#include "model/map/elements.hpp"

namespace outmap {

enum class FirmValueSource {
  stated,      // `firm_value`
  retention,   // CLV with retention and discount
  simple,      // CLV over a stated number of years
  missing,     // nothing is said
  incomplete,  // `clv` lacks a number that its formula wants
  refused,     // 1 + discount - retention <= 0: the sum does not end
};

struct FirmValue {
  std::optional<double> per_head;  // the map's currency; may be negative
  FirmValueSource source = FirmValueSource::missing;

  bool operator==(const FirmValue&) const = default;
};

/// Customer lifetime value of one head.
///
/// With `margin` m (money a year), `retention` r and `discount` d (0-1):  m r / (1 + d - r) - acquisition
/// (Gupta & Lehmann 2003, doi:10.1002/dir.10045; infinite horizon, constant r). Refused where 1 + d - r <= 0.
/// Otherwise  order_value x orders_per_year x margin_share x years - acquisition.
/// The first form is used where all its three numbers are given; acquisition is 0 where it is not. O(1).
FirmValue lifetime_value(const Clv& clv);

/// `firm_value` where it is stated, else the lifetime value of `clv`. O(1).
FirmValue firm_value(const Customer& customer);

/// Size x value of one head; missing where that is. May be negative.
std::optional<double> total_firm_value(const Customer& customer);

}  // namespace outmap
