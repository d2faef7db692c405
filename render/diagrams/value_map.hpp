// Who gives more for their price: quality against price, beside competitors.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// Gale's value map: relative quality across, relative price up, the fair-value line; offerings and competitors, and
/// how far each lies under its fair price (see find_value_map). Named and in a row are as many as fit, the best value
/// first. O(find_value_map).
Scene draw_value_map(const Map& map, const DiagramOptions& options, const Style& style);

/// Offerings and competitors.
DiagramGraph graph_value_map(const Map& map, const DiagramOptions& options);

}  // namespace outmap
