// What outcome mapping says of one partner, and of the whole map.
#pragma once

#include <optional>
#include <string>

#include "cli/console.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// The partner's ladder of progress markers with the newest reading of each, and its strategy map as a table of what is
/// aimed at the partner and at its environment. Empty where it has neither.
std::string outcome_mapping_text(const Map& map, const Partner& partner, std::optional<Date> as_of,
                                 const Screen& screen);

/// Practices, monitoring priorities and the evaluation plan of the map; empty where it has none.
std::string monitoring_plan_text(const Map& map, const Screen& screen);

}  // namespace outmap
