// How far each partner has come on its ladder of progress markers.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// One ladder a partner, those that fell and then the furthest first: what we expect, like and love to see, each marker
/// filled by its newest reading (low, medium, high) and what it gained or lost since `since`, by default since its
/// first reading (see monitor_map). Ladders that do not fit are counted; `top` takes another number, `everything` all,
/// on a picture that grows in height. O(monitor_map).
Scene draw_progress(const Map& map, const DiagramOptions& options, const Style& style);

/// Markers by partner.
DiagramGraph graph_progress(const Map& map, const DiagramOptions& options);

}  // namespace outmap
