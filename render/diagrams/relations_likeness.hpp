// Derived ties: elements without a declared tie that want the same.
#pragma once

#include <vector>

#include "render/diagrams/relations_diagram.hpp"
#include "render/diagrams/relations_network.hpp"

namespace outmap {

/// The strongest likenesses among the shown elements without a declared tie: at least half of their needs in common
/// (Jaccard), and at least one; the more, and the rarer, the stronger. At most six, and two per element. Quadratic in
/// the elements shown, of which there are few; more than 200 give none.
std::vector<RelationTie> likenesses(const Map& map, const RelationsDiagram& diagram, const RelationNetwork& network);

}  // namespace outmap
