// A tree of likeness as shapes: the root at the left, elements at the right, one row each.
#pragma once

#include "render/diagrams/dendrogram_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::dendrogram {

/// The page keeps its width and grows in height where rows would be under 16 px. O(branches).
Scene lay_out(const DendrogramDiagram& diagram, const DiagramOptions& options, const Style& style);

}  // namespace outmap::dendrogram
