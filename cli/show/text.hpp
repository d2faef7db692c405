// What `outmap show` tells, in the forms that people and machines read.
#pragma once

#include <optional>
#include <string>

#include "cli/console.hpp"
#include "model/analysis/element_view.hpp"
#include "model/analysis/summary.hpp"

namespace outmap {

/// What is in the map: its frame with vision and mission, counts, journeys, money, what is to be watched and judged,
/// and what it has nothing of.
std::string summary_text(const Map& map, const MapSummary& summary, const Screen& screen);

/// One element: what it says, whom it names, who names it, the rows that name it; of a partner its ladder of progress
/// markers, read up to the as-of day, and its strategy map.
std::string element_text(const Map& map, const ElementView& view, std::optional<Date> as_of, const Screen& screen);

/// The same as rows, in the format csv or markdown.
std::string summary_listing(const MapSummary& summary, const std::string& format, const Screen& screen);
std::string element_listing(const ElementView& view, const std::string& format, const Screen& screen);

/// {"id", "kind", "name", "path", "element": {...}, "refers_to": [...], "referred_by": [...], "rows": [...]}
std::string element_json(const Map& map, const ElementView& view);

}  // namespace outmap
