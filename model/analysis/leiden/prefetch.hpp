// Asking memory for what will be read soon.
#pragma once

#include "model/analysis/leiden/level.hpp"

namespace outmap::leiden {

/// Rows are fetched ahead up to this many ties: longer ones the hardware foresees by itself.
constexpr Node longest_fetch = 64;

/// Always inlined: g++ takes a function that only prefetches for one without effect, and drops the call.
[[gnu::always_inline]] inline void prefetch(const void* address) { __builtin_prefetch(address); }

/// The entry that `index` names for each tie of the node, in `entries`.
template <class Weights, class Entry, class Index>
[[gnu::always_inline]] inline void prefetch_around(const Level<Weights>& level, Node node, const Entry* entries,
                                                   const Index& index) {
  const Node begin = level.offsets[node];
  const Node end = level.offsets[node + 1] - begin > longest_fetch ? begin + longest_fetch : level.offsets[node + 1];
  for (Node i = begin; i < end; ++i) __builtin_prefetch(&entries[index(level.targets[i])]);
}

[[gnu::always_inline]] inline void prefetch_weights(UnitWeights, Node, Node) {}

template <class Weight>
[[gnu::always_inline]] inline void prefetch_weights(const Weight* weights, Node begin, Node end) {
  for (Node i = begin; i < end; i += 64 / sizeof(Weight)) __builtin_prefetch(weights + i);
}

/// The node's row.
template <class Weights>
[[gnu::always_inline]] inline void prefetch_row(const Level<Weights>& level, Node node) {
  const Node begin = level.offsets[node];
  const Node end = level.offsets[node + 1] - begin > longest_fetch ? begin + longest_fetch : level.offsets[node + 1];
  for (Node i = begin; i < end; i += 64 / sizeof(Node)) __builtin_prefetch(level.targets + i);
  prefetch_weights(level.weights, begin, end);
}

}  // namespace outmap::leiden
