// One tornado: the assumptions of a scenario as bars about what the map says.
#pragma once

#include "render/diagrams/sensitivity_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::sensitivity_picture {

/// The tornado in `box`, its points on the scale of the whole picture and its rows as high as those of the others; rows
/// without room are counted.
std::vector<Shape> draw_tornado(const SensitivityDiagram& diagram, const SensitivityPart& part, const Style& style,
                                const Box& box);

/// Why there is nothing to test in these scenarios, and how to read a row; no higher than its words need.
Group draw_notes(const SensitivityDiagram& diagram, const Style& style, const Box& box, bool with_example);
double notes_px(const SensitivityDiagram& diagram, const Style& style, double width_px, bool with_example);

/// Height of draw_tornado with every row.
double least_tornado_px(const SensitivityPart& part);

}  // namespace outmap::sensitivity_picture
