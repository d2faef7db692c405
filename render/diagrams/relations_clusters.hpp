// The clusters of a map as groups of a picture, and who in them is marked.
#pragma once

#include "render/diagrams/relations_diagram.hpp"

namespace outmap {

/// Scores as they are known.
GroupScores scores_of(const ClusterScores& scores);

/// Adds a group for every cluster that has an element in the picture, by rank, then one for elements in none; sets the
/// group of each element, and marks centres and bridges. `place_of`: element by node.
void add_groups(const RelationsSource& source, const std::vector<std::size_t>& place_of, RelationsDiagram& diagram);

/// In an overview the groups after the eleventh become one.
void fold_last_groups(RelationsDiagram& diagram);

}  // namespace outmap
