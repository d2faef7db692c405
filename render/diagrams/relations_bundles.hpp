// The ties between groups, added up: for a picture of groups instead of elements.
#pragma once

#include "render/diagrams/relations_diagram.hpp"

namespace outmap {

/// The step of a tie, of three: strength below a third, two thirds, all of the largest.
int step_of(double strength, double largest);

struct Bundles {
  std::vector<TieBundle> drawn;   // weakest first
  std::size_t left_out = 0;       // weaker bundles of declared ties; of likeness in a map that declares none
  std::size_t left_out_ties = 0;  // relations, or pairs that are alike, in them
};

/// One bundle for each pair of groups: of declared relations where there are any, else of likeness alone. The eighteen
/// strongest of the first kind are drawn, and of the second six, or fourteen in a map that declares nothing.
/// O(ties log ties).
Bundles bundle_ties(const RelationsSource& source, const std::vector<std::size_t>& place_of,
                    const RelationsDiagram& diagram);

}  // namespace outmap
