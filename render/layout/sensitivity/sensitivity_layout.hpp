// The picture of sensitivity as shapes: a tornado for each scenario, all on one scale of points.
#pragma once

#include "render/diagrams/sensitivity_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// Rows that don't fit are counted; with `everything` or `top` the page grows in height instead.
Scene lay_out_sensitivity(const SensitivityDiagram& diagram, const DiagramOptions& options, const Style& style);

}  // namespace outmap
