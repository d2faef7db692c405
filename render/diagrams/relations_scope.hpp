// Which elements of a large relational map are shown.
#pragma once

#include <vector>

#include "render/diagram.hpp"
#include "render/diagrams/relations_source.hpp"

namespace outmap {

/// As many elements as one can read one by one on a slide.
inline constexpr std::size_t most_cards = 60;

/// Elements outside an opened cluster that are shown at its rim.
inline constexpr std::size_t most_at_rim = 12;

/// Sum of the strengths of each node's declared ties.
std::vector<double> strengths_of(const RelationNetwork& network);

/// Nodes by the weight of their ties, then size, both falling, then id.
std::vector<std::size_t> by_importance(const RelationsSource& source);

/// The nodes that `focus`, `hops`, `cluster` and `top` ask for, sorted; all where they ask for nothing. A focus and an
/// opened cluster keep the strongest sixty unless `everything` is asked for; a cluster brings those outside that it is
/// tied to most. Ties are the declared ones; in a map without any, those by likeness. Throws CannotDraw where `focus`
/// is no customer or partner, or there is no such cluster. O((nodes + ties) log n).
std::vector<std::size_t> nodes_in_scope(const RelationsSource& source, const DiagramOptions& options);

/// The ties among `nodes` that are drawn: a maximum spanning forest, so that what hangs together is seen to, then the
/// strongest, up to twice as many as there are nodes, or one and a half times where there are many more. Where
/// `opened` is a cluster, ties between others are left out. Indices of declared.ties, sorted. O(ties log n).
std::vector<std::size_t> ties_to_draw(const RelationsSource& source, const std::vector<std::size_t>& nodes,
                                      std::size_t opened, bool all);

}  // namespace outmap
