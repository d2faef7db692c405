// The last small moves of elements within their group's area.
#pragma once

#include "render/layout/relations/cost.hpp"

namespace outmap::relations {

/// Moves elements by multiples of 4 px, or into line with a neighbour, while that lowers the cost; boxes keep their
/// least gap, stay in their area and clear of the heading. O(rounds x elements x ties x elements).
void settle(const RelationsDiagram& diagram, const Plan& plan, Field& field);

}  // namespace outmap::relations
