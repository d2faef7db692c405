// The picture of gaps as shapes: the plane at the left, the rows at the right; on an upright page one above the other.
#pragma once

#include "render/diagrams/gaps_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// The page grows in height where its rows need it and `diagram` may grow.
Scene lay_out_gaps(const GapsDiagram& diagram, Page page, const Style& style);

}  // namespace outmap
