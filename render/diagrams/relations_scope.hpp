// Which elements of a large relational map are shown.
#pragma once

#include <vector>

#include "render/diagram.hpp"
#include "render/diagrams/relations_network.hpp"

namespace outmap {

/// As many elements as one can read one by one on a slide.
inline constexpr std::size_t most_cards = 60;

/// Sum of the strengths of each node's ties.
std::vector<double> strengths_of(const RelationNetwork& network);

/// Nodes by strength, then size, both falling, then id.
std::vector<std::size_t> by_importance(const RelationNetwork& network);

/// The nodes that `focus`, `hops` and `top` ask for, sorted; all where they ask for nothing. Throws CannotDraw where
/// `focus` is no customer or partner. Of a crowd round the focus the strongest stay. O((nodes + ties) log n).
std::vector<std::size_t> nodes_in_scope(const RelationNetwork& network, const DiagramOptions& options);

/// The ties among `nodes` that are drawn: a maximum spanning forest, so that what hangs together is seen to, then the
/// strongest, up to twice as many as there are nodes, or one and a half times where there are many more. Indices of
/// network.ties, sorted. O(ties log n).
std::vector<std::size_t> ties_to_draw(const RelationNetwork& network, const std::vector<std::size_t>& nodes, bool all);

}  // namespace outmap
