// One tornado: the assumptions of a scenario as bars about what the map says.
#pragma once

#include "render/diagrams/sensitivity_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::sensitivity_picture {

/// The tornado in `box`, its points on the scale of the whole picture; rows without room are counted.
std::vector<Shape> draw_tornado(const SensitivityDiagram& diagram, const SensitivityPart& part, const Style& style,
                                const Box& box);

/// Height of draw_tornado with every row.
double least_tornado_px(const SensitivityPart& part);

}  // namespace outmap::sensitivity_picture
