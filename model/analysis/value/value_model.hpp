// The value model of an offering: what each of its propositions costs and could earn.
#pragma once

#include <optional>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// One outcome that an offering serves.
struct Proposition {
  Id outcome;
  double level = 0;                  // in the unit of the outcome
  double share_of_scale = 0;         // 0 worst end, 1 best
  std::optional<double> importance;  // of the outcome as a whole, 0-10
  std::optional<double> costs;       // its part of the offering's cost
  std::optional<double> could_earn;  // what it is worth to a customer; missing without money_per_point

  bool operator==(const Proposition&) const = default;
};

struct ValueModel {
  Id offering;
  std::vector<Proposition> propositions;  // in the order of the offering's levels
  std::optional<double> price;
  std::optional<double> cost;
  std::optional<double> could_earn;        // of all propositions with a money value; missing where none has
  std::optional<double> margin;            // price - cost
  std::optional<double> left_to_customer;  // could_earn - price

  bool operator==(const ValueModel&) const = default;
};

struct ValueModelOptions {
  std::optional<Date> as_of = std::nullopt;  // of the importance of outcomes; see outmap::as_of
};

/// Per offering with levels, in the order of the map, what each outcome that it serves costs and could earn, for one
/// unit of the offering, and the totals against its price.
///
/// Could earn = money_per_point x points between the worst end of the outcome's scale and the offering's level: what
/// the level is worth to a customer who would otherwise have nothing of it. Beside a real alternative it is worth less:
/// see economic_values. Costs = the offering's cost, split in proportion to importance x share of the scale; a
/// convention where no accounts say better. An outcome without an importance bears none. Deterministic.
/// O((levels + ratings) log n).
std::vector<ValueModel> value_models(const Map& map, const ValueModelOptions& options = {});

}  // namespace outmap
