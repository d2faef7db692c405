// What the steps of Leiden share: the graph of one level, and the numbers that drive every gain.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace outmap::leiden {

using Node = std::uint32_t;

/// Stands for an array of ones and costs no memory.
struct UnitWeights {
  double operator[](std::size_t) const { return 1; }
};

/// A graph whose nodes are the nodes, or the refined clusters, of the graph below. Ties of a node to itself are left
/// out: they never change which move is best. Weights is UnitWeights or a pointer.
template <class Weights>
struct Level {
  std::span<const std::uint32_t> offsets;  // one more than nodes
  const Node* targets;
  Weights weights;
  std::span<const double> sizes;  // strength for modularity, number of original nodes for CPM

  Node node_count() const { return static_cast<Node>(sizes.size()); }
};

/// Both objectives are Σ_c [ w_c − penalty · N_c² / 2 ] up to constants, N_c the sizes in c: a node of size n gains
/// w(node, c) − penalty · n · N_c by joining c.
struct Objective {
  double penalty;      // γ for CPM, γ / 2m for modularity
  double least_gain;   // gains below this are rounding
  double temperature;  // θ in units of weight
};

/// Sums collected around one node: what leads to each cluster. Cleared by who read it, so that no step pays for all.
struct Cluster {
  double size = 0;
  double link = 0;  // weight from the node at hand; 0 between nodes
};

}  // namespace outmap::leiden
