// The second step of Leiden: each cluster falls into parts that hold together well.
#pragma once

#include "model/analysis/leiden/grouping.hpp"
#include "model/analysis/leiden/level.hpp"

namespace outmap::leiden {

/// Parts are numbered cluster by cluster, so that those of one cluster stand side by side.
struct Refined {
  std::vector<Node> part_of;     // by node
  std::vector<Node> cluster_of;  // by part: the cluster's place among those that have members
};

/// A part that a node may join.
struct Candidate {
  Node part;
  double gain;
  double link;
  double chance = 0;  // summed up over the candidates before it
};

/// Room for the cluster at hand.
struct ClusterRoom {
  std::vector<Node> touched;
  std::vector<Node> visits;      // places in the cluster, shuffled
  std::vector<Node> row_starts;  // by place in the cluster
  std::vector<Node> targets;     // ties inside the cluster
  std::vector<double> weights;
  std::vector<Candidate> candidates;
};

/// Room for the step, allocated once for the largest level. Clusters touch entries of their own nodes only, so that
/// several can be refined at once.
struct RefinementRoom {
  RefinementRoom(Node nodes, unsigned threads)
      : clusters(nodes), outward(nodes), grown(nodes), numbers(nodes), by_thread(threads) {}

  std::vector<Cluster> clusters;    // parts, each called by the node that it began with
  std::vector<double> outward;      // weight from a part to the rest of its cluster
  std::vector<std::uint8_t> grown;  // whether another node has joined the part
  std::vector<Node> numbers;        // of parts
  std::vector<ClusterRoom> by_thread;
};

/// Splits every cluster of `clusters` into parts. All nodes begin alone. Each that is still alone and well connected to
/// its cluster S, w(v, S−v) ≥ penalty · n_v (N_S − n_v), joins a part C that is so too, chosen ∝ exp(gain /
/// temperature) among those where it gains at least 0, itself included. Parts are connected. Random numbers depend on
/// `seed` and the cluster's number only, not on other clusters: the result is the same for any number of threads, one
/// for each of `room.by_thread`.
template <class Weights>
void refine(const Level<Weights>& level, const Objective& objective, const Grouping& clusters,
            std::span<const Node> cluster_of, std::uint64_t seed, RefinementRoom& room, Refined& refined);

extern template void refine(const Level<UnitWeights>&, const Objective&, const Grouping&, std::span<const Node>,
                            std::uint64_t, RefinementRoom&, Refined&);
extern template void refine(const Level<const float*>&, const Objective&, const Grouping&, std::span<const Node>,
                            std::uint64_t, RefinementRoom&, Refined&);
extern template void refine(const Level<const double*>&, const Objective&, const Grouping&, std::span<const Node>,
                            std::uint64_t, RefinementRoom&, Refined&);

}  // namespace outmap::leiden
