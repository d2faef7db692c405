// The picture of a value map as shapes: the plane at the left, a row each at the right; on an upright page one above
// the other.
#pragma once

#include "render/diagrams/value_map_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// What has no room for a row is counted; with `everything` the page grows in height instead.
Scene lay_out_value_map(const ValueMapDiagram& diagram, const DiagramOptions& options, const Style& style);

}  // namespace outmap
