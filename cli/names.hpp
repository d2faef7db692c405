// Names of elements in sentences and cells.
#pragma once

#include <cstddef>
#include <string>

#include "model/map/map.hpp"

namespace outmap {

/// The name of an element, or its id where it has none, fit for a terminal.
std::string printable_name(const Map& map, const Id& id);

/// "Midwives, Nurses and 3 more"; never "and 1 more". For cells of tables.
std::string names_text(const Map& map, const Ids& ids, std::size_t most);

/// "'Booked fast', 'Heard' and 2 more". For sentences.
std::string quoted_names(const Map& map, const Ids& ids, std::size_t most);

}  // namespace outmap
