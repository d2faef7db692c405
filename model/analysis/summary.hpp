// What is in a map, at a glance.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

struct Count {
  std::string_view what;  // "customers", "relations"
  std::size_t count = 0;

  bool operator==(const Count&) const = default;
};

struct StageSummary {
  Id id;
  std::string name;
  std::size_t touchpoints = 0;
  std::size_t outcomes = 0;

  bool operator==(const StageSummary&) const = default;
};

struct JourneySummary {
  Id id;
  std::string name;
  JourneyState when = JourneyState::current;
  Ids customers;
  std::vector<StageSummary> stages;

  bool operator==(const JourneySummary&) const = default;
};

/// A sum of money, and of how many elements it was made.
struct MoneySum {
  double total = 0;       // the map's currency
  std::size_t given = 0;  // elements that have the number
  std::size_t of = 0;     // all of them

  bool operator==(const MoneySum&) const = default;
};

struct MapSummary {
  std::string title;
  std::string author;
  std::string currency;
  Scale scale;
  std::optional<Date> date;   // the map's own
  std::optional<Date> as_of;  // the day up to which readings count
  std::optional<Date> first;  // the oldest and the newest day of anything observed
  std::optional<Date> last;
  std::vector<Count> elements;  // every kind of element, in the order of element_kinds
  std::vector<Count> rows;      // every list of a map whose rows have no id: relations, influences, readings …
  double heads = 0;             // the sizes of all customers
  MoneySum firm_value;          // size x value of a head, see firm_value.hpp; may be negative
  MoneySum initiative_cost;     // of initiatives that were not stopped
  std::vector<JourneySummary> journeys;
  std::vector<std::string> missing;  // what the map has nothing of: "no evidence: …", each with what that costs

  bool operator==(const MapSummary&) const = default;
};

/// Counts, sizes, money, dates and journeys of a map, and what it has nothing of. Deterministic. Linear in the map.
MapSummary summarise(const Map& map, std::optional<Date> asked = std::nullopt);

}  // namespace outmap
