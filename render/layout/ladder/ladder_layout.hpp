// The picture of a value ladder as shapes: the steps at the left, the parts of each rung at the right; on an upright
// page one above the other.
#pragma once

#include "render/diagrams/ladder_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// Rungs that have no room for a row are counted; with `everything` the page grows in height instead.
Scene lay_out_ladder(const LadderDiagram& diagram, const DiagramOptions& options, const Style& style);

}  // namespace outmap
