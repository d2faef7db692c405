// A sweep as shapes: what is closed and the outcomes over one parameter; what is closed as a grid over two.
#pragma once

#include "render/diagrams/sweep_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

Scene lay_out_sweep(const SweepDiagram& diagram, const DiagramOptions& options, const Style& style);

namespace whatif_picture {

/// What is closed over the parameter, in `box`.
std::vector<Shape> draw_closed(const SweepDiagram& diagram, const Style& style, const Box& box);

/// The outcomes over the parameter, their names at the right.
std::vector<Shape> draw_sweep_lines(const SweepDiagram& diagram, const Style& style, const Box& box);

/// What is closed over two parameters, a cell for each pair of values.
std::vector<Shape> draw_sweep_grid(const SweepDiagram& diagram, const Style& style, const Box& box);

}  // namespace whatif_picture
}  // namespace outmap
