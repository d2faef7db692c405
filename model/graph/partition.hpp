// Which cluster each node of a graph belongs to.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace outmap {

/// Every node is in exactly one cluster; clusters are 0 … cluster_count − 1 and none is empty.
struct Partition {
  std::vector<std::uint32_t> cluster_of;  // by node
  std::uint32_t cluster_count = 0;

  bool operator==(const Partition&) const = default;
};

/// The same clusters whatever labels they come with, numbered by size, the largest first, among equals the one with the
/// smallest node. Labels may have gaps. O(nodes + largest label + clusters · log clusters).
Partition number_by_size(std::span<const std::uint32_t> labels);

/// The nodes of each cluster, ascending. O(nodes).
std::vector<std::vector<std::uint32_t>> members_of(const Partition& partition);

}  // namespace outmap
