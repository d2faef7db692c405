// What `outmap show` tells, in the forms that people and machines read.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "model/analysis/element_view.hpp"
#include "model/analysis/summary.hpp"

namespace outmap {

/// What is in the map: its frame, counts, journeys, money, and what it has nothing of.
std::string summary_text(const Map& map, const MapSummary& summary, const Screen& screen);

/// One element: what it says, whom it names, who names it, the rows that name it.
std::string element_text(const ElementView& view, const Screen& screen);

/// The same as rows, in the format csv or markdown.
std::string summary_listing(const MapSummary& summary, const std::string& format, const Screen& screen);
std::string element_listing(const ElementView& view, const std::string& format, const Screen& screen);

/// {"id", "kind", "name", "path", "element": {...}, "refers_to": [...], "referred_by": [...], "rows": [...]}
std::string element_json(const Map& map, const ElementView& view);

}  // namespace outmap
