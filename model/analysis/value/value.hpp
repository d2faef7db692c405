// Customer value as a whole: what customers get and at which stage, what offerings are worth to them and beside others,
// what they would pay; and, kept apart, what customers are worth to the firm.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/analysis/firm_value.hpp"
#include "model/analysis/value/alternative.hpp"
#include "model/analysis/value/demand.hpp"
#include "model/analysis/value/ladder.hpp"
#include "model/analysis/value/perceived.hpp"
#include "model/analysis/value/stage_value.hpp"
#include "model/analysis/value/value_map.hpp"
#include "model/analysis/value/value_model.hpp"
#include "model/map/map.hpp"

namespace outmap {

struct ValueOptions {
  std::optional<Date> as_of = std::nullopt;     // see outmap::as_of
  double slope = 1;                             // of the fair-value line, see ValueMapOptions
  std::optional<double> margin = std::nullopt;  // between rungs, see LadderOptions
};

/// What a customer gets, as they see it.
struct CustomerValue {
  Id id;
  double size = 1;
  PerceivedNet perceived;

  bool operator==(const CustomerValue&) const = default;
};

/// What a customer is worth to the firm, never mixed with the above.
struct CustomerWorth {
  Id id;
  double size = 1;
  FirmValue firm;               // of one head
  std::optional<double> total;  // of all heads; may be negative
  std::optional<double> share;  // of what all customers are worth; a negative total counts 0
  std::optional<double> churn;  // 1 - retention, a year

  bool operator==(const CustomerWorth&) const = default;
};

struct OfferingValue {
  Id id;
  std::optional<double> price;
  PerceivedNet perceived;

  bool operator==(const OfferingValue&) const = default;
};

struct ValueReport {
  std::vector<CustomerValue> customers;  // with a perceived value; the lowest net first, unknown nets last, then by id
  std::vector<CustomerWorth> worths;     // with a value to the firm; the highest total first, then by id
  std::vector<OfferingValue> offerings;  // with a perceived value, in the order of the map
  std::vector<StageValue> stages;        // see stage_values
  ValueLadder ladder;                    // see find_value_ladder
  ValueMap value_map;                    // see find_value_map
  std::vector<EconomicValue> beside;     // see economic_values
  std::vector<DemandCurve> demand;       // see demand_curves
  std::vector<ValueModel> models;        // see value_models
  std::optional<Date> as_of;
};

/// Everything above for one map. Throws std::invalid_argument where slope or margin is not a number above 0.
/// Deterministic. O(n log n) in the rows of the map, and in the offerings times the competitors.
ValueReport find_value(const Map& map, const ValueOptions& options = {});

}  // namespace outmap
