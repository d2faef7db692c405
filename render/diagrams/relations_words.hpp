// The sentences of a relational map: title, question, finding, counts.
#pragma once

#include <string>
#include <vector>

#include "render/diagrams/relations_diagram.hpp"

namespace outmap {

/// What the picture does not show, beside what can be counted in it.
struct LeftOut {
  std::size_t derived = 0;       // derived ties among the shown elements
  std::size_t bundles = 0;       // overview: weaker bundles
  std::size_t bundled_ties = 0;  // the ties in them
};

/// Fills title, question, finding, counts and what is left out. The finding is that of the first cluster, of the focus
/// or of the opened cluster; with fewer than two clusters, of whom the map hangs on. `losses` as find_losses orders
/// them.
void put_into_words(const RelationsSource& source, const std::vector<Loss>& losses, const LeftOut& left_out,
                    RelationsDiagram& diagram);

}  // namespace outmap
