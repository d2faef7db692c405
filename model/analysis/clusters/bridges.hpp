// Who connects a cluster with others.
#pragma once

#include <vector>

#include "model/analysis/clusters/betweenness.hpp"
#include "model/analysis/clusters/network.hpp"
#include "model/analysis/clusters/report.hpp"
#include "model/analysis/clusters/roles.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

struct BridgeOptions {
  std::size_t most = 3;              // for a cluster
  std::size_t contacts = 4;          // named for a bridge
  double least_participation = 0.3;  // below it hardly a fifth of the ties leads elsewhere
};

/// For each cluster below `clusters`, the members through whom it is tied to others: those with at least the least
/// participation, ordered by betweenness, then by the weight that leads out times the participation, then by number.
/// Where the network has declared relations, only they lead out and a bridge needs one: to be like somebody elsewhere
/// connects nobody. O(ties log ties).
std::vector<std::vector<ClusterBridge>> find_bridges(const ClusterNetwork& network, const Partition& partition,
                                                     std::uint32_t clusters, const std::vector<NodeRole>& roles,
                                                     const Betweenness& betweenness, const BridgeOptions& options = {});

}  // namespace outmap
