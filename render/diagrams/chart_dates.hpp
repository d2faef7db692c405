// Days and months as charts say them.
#pragma once

#include <string>
#include <vector>

#include "model/map/date.hpp"

namespace outmap {

/// "May 2026".
std::string month_words(Date date);

/// The first days of months from `first` to `last`, every month, quarter, half-year, year or more, so that there are at
/// most `most`. O(months).
std::vector<Date> month_ticks(Date first, Date last, std::size_t most);

}  // namespace outmap
