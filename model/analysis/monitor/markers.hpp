// Progress markers: how far each partner has come on its ladder, and what moved.
#pragma once

#include <vector>

#include "model/analysis/monitor/monitor.hpp"

namespace outmap {

/// Every partner that has progress markers, in the order of the map, with readings up to `day`. Outcome mapping's
/// graduated markers (Earl, Carden & Smutylo 2001). O(n log n) in markers and readings.
std::vector<PartnerProgress> partner_progress(const Map& map, std::optional<Date> day, std::optional<Date> since);

}  // namespace outmap
