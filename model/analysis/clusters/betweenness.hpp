// Who stands between the others: the share of shortest ways that lead through each node of a network.
//
// To plug in: find_betweenness(graph) on the graph that was clustered; `share` goes into reports and pictures, and into
// ResilienceOptions. Where `is_exact` is false, say so beside the numbers, with `sources`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/analysis/listener.hpp"
#include "model/graph/compact_graph.hpp"

namespace outmap {

struct BetweennessOptions {
  bool weighted = true;             // a tie is 1 / weight long; false: every tie is 1 long
  std::size_t exact_up_to = 2'000;  // nodes; above, ways are counted from some nodes only
  std::size_t sources = 64;         // so many of them; each costs one search through the whole network
  std::uint64_t seed = 1;           // of the choice of sources
  unsigned threads = 0;             // 0: as many as the machine runs at once; never changes the result
  Listener listener = {};
};

struct Betweenness {
  std::vector<double> share;  // by node, 0-1: of all pairs of others, those with a shortest way through it
  std::vector<double> error;  // by node: standard error of `share`; empty where it is exact
  std::size_t sources = 0;    // nodes from which ways were counted
  bool is_exact = true;

  bool operator==(const Betweenness&) const = default;
};

/// Share of node v = sum over pairs s, t of others of (shortest ways from s to t through v / all shortest ways from s
/// to t), over the (n - 1)(n - 2) / 2 pairs; a pair without any way counts 0. The length of a way is the sum of 1 /
/// weight over its ties, so that strong ties are short; lengths that differ by less than 1e-12 of themselves are equal.
/// Ties of a node to itself do not matter.
///
/// Brandes 2001, doi:10.1080/0022250X.2001.9990249. Above `exact_up_to` nodes an unbiased estimate from a random sample
/// of sources, none twice (Brandes & Pich 2007, doi:10.1142/S0218127407018403): fit to tell who stands between many,
/// not to rank those who stand between few. Deterministic for a seed and for any number of threads. O(sources x (edges
/// + n log n)) time, O(16 n + threads x edges) space. Throws std::invalid_argument for 0 sources.
Betweenness find_betweenness(const CompactGraph& graph, const BetweennessOptions& options = {});

}  // namespace outmap
