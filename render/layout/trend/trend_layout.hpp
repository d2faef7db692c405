// Small charts of levels over time, in rows and columns, with what happened listed below.
#pragma once

#include "render/diagrams/trend_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// As many as the page has room for; all of them, on a page that grows, with `everything` or `top`.
Scene lay_out_trend(const TrendDiagram& diagram, const DiagramOptions& options, const Style& style);

}  // namespace outmap
