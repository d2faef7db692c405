// The pictures of what-ifs as shapes.
#pragma once

#include "render/diagrams/whatif_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// One scenario: the outcome map at the left with the change on every node, at the right who loses and the outcomes
/// before and after; on an upright page one above the other. The page grows in height with `options.everything`.
Scene lay_out_whatif(const WhatIfDiagram& diagram, const DiagramOptions& options, const Style& style);

}  // namespace outmap
