// Which cluster each customer and partner stands in.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// The numbers that Similarity gives to the people of a map, without looking up their ids.
struct PeopleNumbers {
  std::vector<std::uint32_t> customers;  // by place in the map's list
  std::vector<std::uint32_t> partners;

  std::size_t size() const { return customers.size() + partners.size(); }
};

/// Customers and partners together are numbered in the order of their ids. O(elements).
PeopleNumbers number_people(const Map& map);

/// The cluster of a number that is in none.
inline constexpr std::uint32_t no_cluster = std::numeric_limits<std::uint32_t>::max();

/// By number, below `count`: its cluster. Throws std::invalid_argument where a number is out of range or in two
/// clusters. O(count + members).
std::vector<std::uint32_t> places_in(std::span<const std::vector<std::uint32_t>> clusters, std::size_t count);

}  // namespace outmap
