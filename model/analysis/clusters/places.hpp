// Which cluster each customer and partner stands in.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace outmap {

/// The cluster of a number that is in none.
inline constexpr std::uint32_t no_cluster = std::numeric_limits<std::uint32_t>::max();

/// By number, below `count`: its cluster. Throws std::invalid_argument where a number is out of range or in two
/// clusters. O(count + members).
std::vector<std::uint32_t> places_in(std::span<const std::vector<std::uint32_t>> clusters, std::size_t count);

}  // namespace outmap
