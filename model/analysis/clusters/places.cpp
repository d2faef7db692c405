#include "model/analysis/clusters/places.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace outmap {

std::vector<std::uint32_t> places_in(std::span<const std::vector<std::uint32_t>> clusters, std::size_t count) {
  std::vector<std::uint32_t> places(count, no_cluster);
  for (std::uint32_t cluster = 0; cluster < clusters.size(); ++cluster) {
    for (const std::uint32_t member : clusters[cluster]) {
      if (member >= count) {
        throw std::invalid_argument(
            fmt::format("cluster {} has member {}: members are numbered from 0 below {}", cluster, member, count));
      }
      if (places[member] != no_cluster) {
        throw std::invalid_argument(
            fmt::format("member {} is named twice: everybody is in one cluster at most, and there once", member));
      }
      places[member] = cluster;
    }
  }
  return places;
}

}  // namespace outmap
