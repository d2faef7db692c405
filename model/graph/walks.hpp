// Questions that many analyses ask of the graph views: what is reachable, what goes round in a circle, what holds the
// whole together.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "model/graph/effects.hpp"
#include "model/graph/relations.hpp"

namespace outmap {

/// For each vertex of `graph`, whether a way along the effects leads to it from one of `starts` (which count
/// themselves). Breadth-first search; O(vertices + edges).
std::vector<bool> reachable_from(const EffectGraph& graph, const std::vector<EffectVertex>& starts);

/// For each vertex of `graph`, whether a way along the effects leads from it to one of `targets` (which count
/// themselves).
std::vector<bool> leading_to(const EffectGraph& graph, const std::vector<EffectVertex>& targets);

/// The same over those effects alone that `counts` accepts, so that nobody copies a graph to leave some out.
using CountsEffect = std::function<bool(EffectEdge)>;
std::vector<bool> reachable_from(const EffectGraph& graph, const std::vector<EffectVertex>& starts,
                                 const CountsEffect& counts);
std::vector<bool> leading_to(const EffectGraph& graph, const std::vector<EffectVertex>& targets,
                             const CountsEffect& counts);

/// A closed way along effects on which no vertex comes twice.
struct EffectCycle {
  std::vector<EffectVertex> vertices;  // begins with the smallest; the last leads back to the first
  double gain = 0;                     // product of the weights: a rise of 1 comes back as this
  std::size_t negative_links = 0;

  bool reinforcing() const { return gain > 0; }
  bool operator==(const EffectCycle&) const = default;
};

struct CycleOptions {
  std::size_t max_links = 8;       // longer cycles are not looked for
  std::size_t max_cycles = 2000;   // stop after this many
  std::size_t max_steps = 500000;  // stop after this many links were tried, about 5 ms
};

struct CycleReport {
  std::vector<EffectCycle> cycles;  // by length, then by vertices
  bool complete = true;             // false when the search stopped at a limit
};

/// Every elementary cycle of at most `max_links` effects that carry a weight other than 0; parallel effects count as
/// one, of their summed weight. A cycle of one link is a self-influence. The sign of `gain` tells reinforcing (+) from
/// balancing (−) loops. Elementary circuits as in Johnson (1975), doi:10.1137/0204007, but with the length bounded:
/// from each start only vertices with a larger number are entered, and only where the way back still fits.
/// Deterministic. O(vertices·edges + steps) time, O(vertices + edges + cycles) space.
CycleReport find_cycles(const EffectGraph& graph, const CycleOptions& options = {});

/// The people whose loss would cut their part of the relational graph in two or more, by vertex.
/// Hopcroft & Tarjan (1973), doi:10.1145/362248.362272. O(vertices + edges).
std::vector<RelationVertex> articulation_points(const RelationGraph& graph);

}  // namespace outmap
