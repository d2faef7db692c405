// Ladders of progress markers as shapes, side by side in rows.
#pragma once

#include "render/diagrams/progress_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// As many ladders as the page has room for; all of them, on a page that grows, with `everything` or `top`.
Scene lay_out_progress(const ProgressDiagram& diagram, const DiagramOptions& options, const Style& style);

}  // namespace outmap
