// Clusters of who is alike: the two nearest become one, again and again.
#pragma once

#include <cstdint>

#include "model/analysis/clusters/dendrogram.hpp"
#include "model/analysis/clusters/pair_distances.hpp"
#include "model/analysis/similarity.hpp"

namespace outmap {

struct LinkageOptions {
  std::uint32_t most_elements = 10'000;  // more are refused: all distances are kept, 400 MB at 10,000
  unsigned threads = 0;                  // 0: as many as the machine runs at once; never changes the result
};

/// Average linkage (UPGMA): the two clusters with the smallest distance become one, d(A, B) the mean distance of a
/// member of A and one of B; until one is left. Heights ascend. Sokal & Michener 1958. By chains of nearest neighbours
/// (Murtagh 1983, doi:10.1093/comjnl/26.4.354): the same tree as by looking for the smallest distance each time, in
/// O(n²) time. Where distances are equal, which pair joins first depends on the numbers of the elements. Deterministic.
/// O(n) space beside `distances`, which are used up.
Dendrogram average_linkage(PairDistances distances);

/// The same with the distance 1 − similarity, 4 n² bytes. Throws std::length_error for more than `most_elements`.
Dendrogram average_linkage(const Similarity& similarity, const LinkageOptions& options = {});

}  // namespace outmap
