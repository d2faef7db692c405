// Who is most alike, and where do groups part: the tree of customers and partners joined by likeness.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// The tree of average linkage, its cut coloured, heights as similarity. Of more than thirty-six elements the last
/// merges are drawn and what lies below them is counted; of more than a thousand every n-th by id is joined, and the
/// footer says so. Throws CannotDraw where there are fewer than two customers and partners. Same map, same scene,
/// whatever the order of the file. O(n²) for at most a thousand elements.
Scene draw_dendrogram(const Map& map, const DiagramOptions& options, const Style& style);

/// The drawn branches, each tied to the two that join in it.
DiagramGraph graph_dendrogram(const Map& map, const DiagramOptions& options);

}  // namespace outmap
