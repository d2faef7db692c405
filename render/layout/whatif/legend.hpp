// What occurs on the map of a what-if, explained.
#pragma once

#include "render/diagrams/whatif_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::whatif_picture {

Legend draw_legend(const WhatIfDiagram& diagram, const Style& style, double width_px);

}  // namespace outmap::whatif_picture
