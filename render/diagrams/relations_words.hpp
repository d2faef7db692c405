// The sentences of a relational map: question, finding, counts.
#pragma once

#include <string>
#include <vector>

#include "render/diagrams/relations_diagram.hpp"
#include "render/diagrams/relations_network.hpp"

namespace outmap {

/// Fills title, question, finding, counts and, outside an overview, what was left out. `losses` as find_losses orders
/// them: the finding tells of the first that is marked in the picture.
void put_into_words(const Map& map, const RelationNetwork& network, const std::vector<LossOfNode>& losses,
                    RelationsDiagram& diagram);

/// The footer of an overview; `bundles` strongest first, of which `shown` are drawn.
std::string words_for_overview(const RelationsDiagram& diagram, const RelationNetwork& network,
                               const std::vector<TieBundle>& bundles, std::size_t shown);

}  // namespace outmap
