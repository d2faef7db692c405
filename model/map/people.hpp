// Customers, boundary partners and needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/attributes.hpp"
#include "model/map/element.hpp"

namespace outmap {

/// Value to the firm of one head, in the map's currency.
struct Clv {
  std::optional<double> margin;           // money a year
  std::optional<double> retention;        // share kept from year to year, 0-1
  std::optional<double> discount;         // rate a year, 0-1
  std::optional<double> acquisition;      // money, once
  std::optional<double> elasticity;       // change of retention for a full change of perceived value
  std::optional<double> order_value;      // money
  std::optional<double> orders_per_year;  // count
  std::optional<double> margin_share;     // of an order's value, 0-1
  std::optional<double> years;            // expected length of the relation

  bool operator==(const Clv&) const = default;
};

/// Value as the customer sees it: (worth + benefits) - (costs + drawbacks), each on the map's scale.
struct PerceivedValue {
  std::optional<double> worth;
  std::optional<double> benefits;
  std::optional<double> costs;
  std::optional<double> drawbacks;

  bool operator==(const PerceivedValue&) const = default;
};

struct Customer : Element {
  double size = 1;
  Attributes attributes;
  Ids needs;
  std::optional<double> firm_value;
  std::optional<Clv> clv;
  std::optional<PerceivedValue> perceived_value;

  bool operator==(const Customer&) const = default;
};

enum class PartnerKind { external, internal };

/// An observable change in a partner's behaviour.
struct ProgressMarker : Element {
  std::string statement;

  bool operator==(const ProgressMarker&) const = default;
};

struct ProgressMarkers {
  std::vector<ProgressMarker> expect;
  std::vector<ProgressMarker> like;
  std::vector<ProgressMarker> love;

  bool operator==(const ProgressMarkers&) const = default;
};

/// Causal, persuasive, supportive (1-3) x aimed at the individual (I) or the environment (E).
struct StrategyMap {
  std::string individual_causal;
  std::string individual_persuasive;
  std::string individual_supportive;
  std::string environment_causal;
  std::string environment_persuasive;
  std::string environment_supportive;

  bool operator==(const StrategyMap&) const = default;
};

struct Partner : Element {
  PartnerKind kind = PartnerKind::external;
  Attributes attributes;
  Ids needs;
  std::string outcome_challenge;
  ProgressMarkers progress_markers;
  StrategyMap strategy_map;

  bool operator==(const Partner&) const = default;
};

struct Need : Element {
  std::string statement;
  std::string quote;
  std::string theme;
  std::optional<double> importance;

  bool operator==(const Need&) const = default;
};

}  // namespace outmap
