#include "model/analysis/scan_kernels.hpp"

#include <algorithm>
#include <limits>

// One more version of each loop for processors with wide vectors, chosen when the program starts. The results are the
// same whole numbers. Sanitizers run before such choices can be made.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define OUTMAP_WIDE_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define OUTMAP_WIDE_VECTORS
#endif

namespace outmap::scan {
namespace {

constexpr Units modulo(std::uint32_t number) { return static_cast<Units>(number); }
constexpr Units distance(Units x, Units y) { return modulo(std::max(x, y) - std::min(x, y)); }
// Masks of all ones or none keep the vectors at 16 bits; a choice between two numbers would widen them.
constexpr Units mask_if_equal(Units x, Units y) { return x == y ? Units{0xFFFF} : Units{0}; }
constexpr Units difference(Units x, const Column& column) {
  return static_cast<Units>(column.weight & static_cast<Units>(~mask_if_equal(x, column.own)));
}

}  // namespace

OUTMAP_WIDE_VECTORS
void add_distance(Units* __restrict loss, Units* __restrict cut, Column column, const Units* __restrict present,
                  std::size_t n) {
  for (std::size_t j = 0; j < n; ++j) {
    loss[j] = modulo(loss[j] + static_cast<Units>(distance(column.values[j], column.own) & present[j]));
    cut[j] = modulo(cut[j] + static_cast<Units>(column.weight & static_cast<Units>(~present[j])));
  }
}

OUTMAP_WIDE_VECTORS
void add_difference(Units* __restrict loss, Units* __restrict cut, Column column, Units missing, Units match_cut,
                    std::size_t n) {
  for (std::size_t j = 0; j < n; ++j) {
    const Units absent = static_cast<Units>(column.weight & mask_if_equal(column.values[j], missing));
    const Units equal_cut = static_cast<Units>(match_cut & mask_if_equal(column.values[j], column.own));
    loss[j] = modulo(loss[j] + modulo(difference(column.values[j], column) - absent));
    cut[j] = modulo(cut[j] + modulo(absent + equal_cut));
  }
}

void add_looked_up(Units* sums, const Units* table, const std::uint32_t* index, std::size_t n) {
  for (std::size_t j = 0; j < n; ++j) sums[j] = modulo(sums[j] + table[index[j]]);
}

OUTMAP_WIDE_VECTORS
void largest_margins(std::int16_t* __restrict largest, const Units* __restrict loss, const Units* __restrict cut,
                     Units total, Bar bar, std::size_t n) {
  for (std::size_t chunk = 0; chunk < n / chunk_size; ++chunk) {
    std::int16_t top = std::numeric_limits<std::int16_t>::min();
    const std::size_t begin = chunk * chunk_size;
    for (std::size_t j = begin; j < begin + chunk_size; ++j) {
      const Units share = modulo((std::uint32_t{modulo(total - cut[j])} * bar.factor) >> 16);
      const Units allowed = modulo(share - loss[j]);
      top = std::max(top, static_cast<std::int16_t>(allowed + bar.bias));
    }
    largest[chunk] = top;
  }
}

}  // namespace outmap::scan
