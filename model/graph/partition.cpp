#include "model/graph/partition.hpp"

#include <algorithm>

namespace outmap {

Partition number_by_size(std::span<const std::uint32_t> labels) {
  const std::size_t label_count = labels.empty() ? 0 : std::size_t{*std::max_element(labels.begin(), labels.end())} + 1;
  std::vector<std::uint32_t> size(label_count, 0);
  std::vector<std::uint32_t> by_size;  // labels in the order of their smallest nodes, which a stable sort keeps
  for (const auto label : labels) {
    if (size[label]++ == 0) by_size.push_back(label);
  }
  std::stable_sort(by_size.begin(), by_size.end(), [&](auto a, auto b) { return size[a] > size[b]; });
  std::vector<std::uint32_t> number(label_count, 0);
  for (std::uint32_t i = 0; i < by_size.size(); ++i) number[by_size[i]] = i;

  Partition partition;
  partition.cluster_count = static_cast<std::uint32_t>(by_size.size());
  partition.cluster_of.reserve(labels.size());
  for (const auto label : labels) partition.cluster_of.push_back(number[label]);
  return partition;
}

std::vector<std::vector<std::uint32_t>> members_of(const Partition& partition) {
  std::vector<std::vector<std::uint32_t>> members(partition.cluster_count);
  for (std::uint32_t node = 0; node < partition.cluster_of.size(); ++node) {
    members[partition.cluster_of[node]].push_back(node);
  }
  return members;
}

}  // namespace outmap
