// Dividing a network into clusters and isolated nodes.
#pragma once

#include <span>

#include "model/analysis/clusters/network.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

/// A partition whose first `clusters` clusters are those that were found; each one after them holds a single node
/// without any tie: an isolated one.
struct Division {
  Partition partition;
  std::uint32_t clusters = 0;
};

/// The resolution that `options` ask for, or else the one that ClusterOptions::resolution names.
double resolution_for(const CompactGraph& graph, const ClusterOptions& options);

/// Divides the network. Leiden: from several seeds, in the order of structural_rank; the partition of highest quality
/// is kept, of equal ones the first seed's. Girvan–Newman: find_by_betweenness. Linkage:
/// average_linkage, cut at the best silhouette; ties play no part. Clusters by size, then by smallest
/// node. Deterministic for any number of threads. Throws std::invalid_argument for a resolution below 0, and
/// std::length_error for a network too large for the method.
Division divide(const ClusterNetwork& network, const ClusterOptions& options);

/// The same clusters numbered in another order: order[i] is the old number of the new cluster i, for every found one.
Division reordered(const Division& division, std::span<const std::uint32_t> order);

}  // namespace outmap
