// The first step of Leiden: nodes move to the best cluster around them.
#pragma once

#include "model/analysis/leiden/level.hpp"
#include "model/analysis/random.hpp"

namespace outmap::leiden {

/// Room for the step, allocated once for the largest level.
struct MovingRoom {
  explicit MovingRoom(Node nodes) : clusters(nodes), members(nodes), queue(nodes), touched(nodes) {}

  std::vector<Cluster> clusters;
  std::vector<Node> members;  // how many, by cluster
  std::vector<Node> empty;    // clusters without members
  std::vector<Node> queue;    // a ring: a node waits in it once at most
  std::vector<Node> touched;
};

/// Moves nodes of `level` between the clusters `cluster_of` (labels below the number of nodes) until none that waits
/// gains: all wait at first, in random order; after a move those neighbours wait again that are elsewhere.
/// Returns what was gained, in units of weight.
template <class Weights>
double move_nodes(const Level<Weights>& level, const Objective& objective, std::vector<Node>& cluster_of,
                  MovingRoom& room, Random& random);

extern template double move_nodes(const Level<UnitWeights>&, const Objective&, std::vector<Node>&, MovingRoom&,
                                  Random&);
extern template double move_nodes(const Level<const float*>&, const Objective&, std::vector<Node>&, MovingRoom&,
                                  Random&);
extern template double move_nodes(const Level<const double*>&, const Objective&, std::vector<Node>&, MovingRoom&,
                                  Random&);

}  // namespace outmap::leiden
