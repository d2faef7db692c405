// The inner loops of comparing one element with many: 16-bit numbers in columns, so that a compiler makes vectors of
// them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace outmap::scan {

using Units = std::uint16_t;

inline constexpr std::size_t chunk_size = 32;

/// A column and the query's own value in it.
struct Column {
  const Units* values = nullptr;
  Units own = 0;
  Units weight = 0;  // of a difference
};

/// loss[j] += |values[j] - own| where present[j] is all ones; elsewhere (0) cut[j] += weight.
void add_distance(Units* loss, Units* cut, Column column, const Units* present, std::size_t n);

/// loss[j] += weight where values[j] differs from own, but where it is `missing`: there cut[j] += weight. Where the
/// values are equal, cut[j] += match_cut, modulo 2^16, so that a match can count more than a difference.
void add_difference(Units* loss, Units* cut, Column column, Units missing, Units match_cut, std::size_t n);

/// sums[j] += table[index[j]].
void add_looked_up(Units* sums, const Units* table, const std::uint32_t* index, std::size_t n);

/// How far a loss may go for a pair of which `compared` units were compared: margin = compared * factor / 2^16 + bias -
/// loss is at least 0.
struct Bar {
  Units factor = 0;
  std::int16_t bias = 0;

  std::int16_t margin(Units compared, Units loss) const {
    const auto share = static_cast<std::int32_t>((std::uint32_t{compared} * factor) >> 16);
    return static_cast<std::int16_t>(share + bias - loss);
  }
};

/// largest[c] = the largest margin among pairs c * 32 to c * 32 + 31, total - cut[j] compared in each. n is a multiple
/// of 32.
void largest_margins(std::int16_t* largest, const Units* loss, const Units* cut, Units total, Bar bar, std::size_t n);

}  // namespace outmap::scan
