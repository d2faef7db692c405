// The nearest among very many elements, without comparing all pairs.
#pragma once

#include <cstdint>
#include <vector>

#include "model/analysis/nearest_list.hpp"

namespace outmap {

struct TreeSearchOptions {
  std::uint64_t seed = 1;
  unsigned threads = 1;
};

/// Offers to each element's list those that share a leaf with it in a forest of random trees, then the neighbours of
/// its neighbours. A tree halves the elements by their similarity with one of two pivots, drawn so that they are unlike
/// each other, less that with the other, until at most 1,024 are left. Deterministic for a seed, whatever the threads.
/// O(n log n) time, O(n) space.
void search_trees(const Similarity& similarity, const TreeSearchOptions& options, std::vector<NearestList>& lists);

/// All elements in the order of the leaves of one such tree: those that stand near are rather alike. Any order leads an
/// exact search to the same result, this one sooner. O(n log n).
std::vector<std::uint32_t> order_by_likeness(const Similarity& similarity);

}  // namespace outmap
