#include "model/analysis/clusters/places.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace outmap {

PeopleNumbers number_people(const Map& map) {
  PeopleNumbers numbers{std::vector<std::uint32_t>(map->customers.size()),
                        std::vector<std::uint32_t>(map->partners.size())};
  std::uint32_t next = 0;
  for (const ElementRef ref : map.by_id()) {
    if (ref.kind == ElementKind::customer) numbers.customers[ref.index] = next++;
    if (ref.kind == ElementKind::partner) numbers.partners[ref.index] = next++;
  }
  return numbers;
}

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
