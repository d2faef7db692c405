// The third step of Leiden: parts become the nodes of a smaller graph.
#pragma once

#include <memory>

#include "model/analysis/leiden/grouping.hpp"
#include "model/analysis/leiden/level.hpp"
#include "model/analysis/leiden/prefetch.hpp"

namespace outmap::leiden {

/// The arrays of a level, allocated for the worst case but only touched as far as they are filled.
template <class Weight>
struct LevelStore {
  explicit LevelStore(std::size_t most_ties)
      : targets(std::make_unique_for_overwrite<Node[]>(most_ties)),
        weights(std::make_unique_for_overwrite<Weight[]>(most_ties)) {}

  std::vector<Node> offsets;
  std::vector<double> sizes;
  std::unique_ptr<Node[]> targets;
  std::unique_ptr<Weight[]> weights;

  Level<const Weight*> level() const { return {offsets, targets.get(), weights.get(), sizes}; }
};

template <class Weights>
[[gnu::always_inline]] inline void fetch_ahead(const Level<Weights>& level, std::span<const Node> nodes, std::size_t at,
                                               std::span<const Node> part_of) {
  if (at + 12 >= nodes.size()) return;
  prefetch(&level.offsets[nodes[at + 12]]);
  prefetch_row(level, nodes[at + 8]);
  prefetch(&level.sizes[nodes[at + 4]]);
  prefetch_around(level, nodes[at + 4], part_of.data(), [](Node target) { return target; });
}

/// Fills `store` with the graph of the parts: sizes and ties between two parts added up. `links` holds a 0 for each
/// part and holds them again afterwards. O(ties).
template <class Weights, class Weight>
void aggregate(const Level<Weights>& level, const Grouping& parts, std::span<const Node> part_of,
               std::vector<double>& links, LevelStore<Weight>& store) {
  store.offsets.resize(parts.count() + std::size_t{1});
  store.sizes.resize(parts.count());
  Node written = 0;
  std::size_t next = 0;
  for (Node part = 0; part < parts.count(); ++part) {
    const Node begin = written;
    double size = 0;
    for (const Node node : parts.group(part)) {
      fetch_ahead(level, parts.nodes, next++, part_of);
      size += level.sizes[node];
      for (auto i = level.offsets[node]; i < level.offsets[node + 1]; ++i) {
        const Node target = part_of[level.targets[i]];
        if (target == part) continue;
        if (links[target] == 0) store.targets[written++] = target;
        links[target] += level.weights[i];
      }
    }
    store.sizes[part] = size;
    store.offsets[part] = begin;
    for (Node i = begin; i < written; ++i) {
      store.weights[i] = static_cast<Weight>(links[store.targets[i]]);
      links[store.targets[i]] = 0;
    }
  }
  store.offsets.back() = written;
}

}  // namespace outmap::leiden
