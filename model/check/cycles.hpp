// Circles where an order is meant.
#pragma once

#include <cstddef>
#include <vector>

namespace outmap {

/// One circle for each group of nodes that lead to one another, from its smallest node on, in the order of those nodes.
/// Strongly connected components and a search inside each. O(nodes + links).
std::vector<std::vector<std::size_t>> find_cycles(const std::vector<std::vector<std::size_t>>& leads_to);

}  // namespace outmap
