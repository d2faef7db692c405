// The parts of a value report as rows and columns.
#pragma once

#include <cstddef>

#include "cli/listing.hpp"
#include "model/analysis/value/value.hpp"

namespace outmap {

/// All that is known of each offering in one row: for a spreadsheet.
Listing offerings_listing(const Map& map, const ValueReport& report);

Listing perceived_listing(const Map& map, const ValueReport& report);
Listing worth_listing(const Map& map, const ValueReport& report);
/// Every stage in the order of the map, and the customers who live it differently.
Listing stages_listing(const Map& map, const ValueReport& report);
/// The stages of today's journeys where most is missing, all customers together, the widest gap first.
Listing widest_stages_listing(const Map& map, const ValueReport& report, std::size_t most);
Listing ladder_listing(const Map& map, const ValueReport& report);
Listing value_map_listing(const Map& map, const ValueReport& report);
Listing alternatives_listing(const Map& map, const ValueReport& report);
/// Per offering what people would pay, and the prices that earn most.
Listing prices_listing(const Map& map, const ValueReport& report);
/// Every point of every demand curve.
Listing demand_listing(const Map& map, const ValueReport& report);
/// Every proposition of every offering.
Listing propositions_listing(const Map& map, const ValueReport& report);
/// The totals of every value model against its price.
Listing models_listing(const Map& map, const ValueReport& report);

}  // namespace outmap
