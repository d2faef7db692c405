#include "model/analysis/column_losses.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define OUTMAP_HAS_INTRINSICS
#endif

namespace outmap::scan {

namespace {

void sum_up(Units (&sums)[chunk_size], const Columns& columns, std::size_t at) {
  std::fill_n(sums, chunk_size, Units{0});
  for (const Column& column : columns.numbers) {
    for (std::size_t j = 0; j < chunk_size; ++j) {
      const Units value = column.values[at + j];
      const auto distance = std::max(value, column.own) - std::min(value, column.own);
      sums[j] = static_cast<Units>(sums[j] + distance);
    }
  }
  for (const Column& column : columns.categories) {
    for (std::size_t j = 0; j < chunk_size; ++j) {
      sums[j] = static_cast<Units>(sums[j] + (column.values[at + j] == column.own ? 0 : column.weight));
    }
  }
}

#ifdef OUTMAP_HAS_INTRINSICS

// Sums stay in registers over all columns, which a compiler does not find by itself, and own values and weights over
// several chunks. The results are the same whole numbers.
#define OUTMAP_FOR_AVX2 __attribute__((target("avx2")))

template <std::size_t chunks>
OUTMAP_FOR_AVX2 inline void sum_up(__m256i (&sums)[2 * chunks], const Columns& columns, std::size_t at) {
  const auto load = [at](const Column& column, std::size_t i) OUTMAP_FOR_AVX2 {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(column.values + at) + i);
  };
  for (__m256i& sum : sums) sum = _mm256_setzero_si256();
  for (const Column& column : columns.numbers) {
    const __m256i own = _mm256_set1_epi16(static_cast<std::int16_t>(column.own));
    for (std::size_t i = 0; i < 2 * chunks; ++i) {
      const __m256i distance = _mm256_abs_epi16(_mm256_sub_epi16(load(column, i), own));
      sums[i] = _mm256_add_epi16(sums[i], distance);
    }
  }
  for (const Column& column : columns.categories) {
    const __m256i own = _mm256_set1_epi16(static_cast<std::int16_t>(column.own));
    const __m256i weight = _mm256_set1_epi16(static_cast<std::int16_t>(column.weight));
    for (std::size_t i = 0; i < 2 * chunks; ++i) {
      const __m256i difference = _mm256_andnot_si256(_mm256_cmpeq_epi16(load(column, i), own), weight);
      sums[i] = _mm256_add_epi16(sums[i], difference);
    }
  }
}

OUTMAP_FOR_AVX2 inline Units least_of(__m256i one, __m256i two) {
  const __m256i half = _mm256_min_epu16(one, two);
  const __m128i quarter = _mm_min_epu16(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
  return static_cast<Units>(_mm_extract_epi16(_mm_minpos_epu16(quarter), 0));
}

template <std::size_t chunks>
OUTMAP_FOR_AVX2 inline void find_least(Units* least, const Columns& columns, std::size_t at) {
  __m256i sums[2 * chunks];
  sum_up<chunks>(sums, columns, at);
  for (std::size_t i = 0; i < chunks; ++i) least[i] = least_of(sums[2 * i], sums[2 * i + 1]);
}

OUTMAP_FOR_AVX2 void least_losses_avx2(Units* least, const Columns& columns, std::size_t begin, std::size_t chunks) {
  std::size_t chunk = 0;
  for (; chunk + 4 <= chunks; chunk += 4) find_least<4>(least + chunk, columns, begin + chunk * chunk_size);
  for (; chunk < chunks; ++chunk) find_least<1>(least + chunk, columns, begin + chunk * chunk_size);
}

OUTMAP_FOR_AVX2 void sum_losses_avx2(Units* loss, const Columns& columns, std::size_t begin, std::size_t chunks) {
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    __m256i sums[2];
    sum_up<1>(sums, columns, begin + chunk * chunk_size);
    std::memcpy(loss + chunk * chunk_size, sums, sizeof sums);
  }
}

OUTMAP_FOR_AVX2 std::size_t count_below_avx2(std::span<const Units> values, Units limit) {
  constexpr std::size_t lanes = 16;
  constexpr std::size_t most = 0x7FFF * lanes;  // that many counts fit 16 bits with a sign
  const __m256i limits = _mm256_set1_epi16(static_cast<std::int16_t>(limit));
  __m256i counts = _mm256_setzero_si256();
  const std::size_t whole = std::min(values.size(), most) / lanes * lanes;
  for (std::size_t i = 0; i < whole; i += lanes) {
    const __m256i part = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(&values[i]));
    counts = _mm256_sub_epi16(counts, _mm256_cmpgt_epi16(limits, part));
  }
  std::int16_t by_lane[lanes];
  std::memcpy(by_lane, &counts, sizeof counts);
  const auto rest = values.subspan(whole);
  const auto left = std::count_if(rest.begin(), rest.end(), [limit](Units value) { return value < limit; });
  return static_cast<std::size_t>(std::accumulate(by_lane, by_lane + lanes, left));
}

const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;

#endif

}  // namespace

void sum_losses(Units* loss, const Columns& columns, std::size_t begin, std::size_t chunks) {
#ifdef OUTMAP_HAS_INTRINSICS
  if (has_avx2) return sum_losses_avx2(loss, columns, begin, chunks);
#endif
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    Units sums[chunk_size];
    sum_up(sums, columns, begin + chunk * chunk_size);
    std::copy_n(sums, chunk_size, loss + chunk * chunk_size);
  }
}

void least_losses(Units* least, const Columns& columns, std::size_t begin, std::size_t chunks) {
#ifdef OUTMAP_HAS_INTRINSICS
  if (has_avx2) return least_losses_avx2(least, columns, begin, chunks);
#endif
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    Units sums[chunk_size];
    sum_up(sums, columns, begin + chunk * chunk_size);
    least[chunk] = *std::min_element(sums, sums + chunk_size);
  }
}

namespace {

std::size_t count_below(std::span<const Units> values, Units limit) {
#ifdef OUTMAP_HAS_INTRINSICS
  if (has_avx2) return count_below_avx2(values, limit);
#endif
  return static_cast<std::size_t>(std::ranges::count_if(values, [limit](Units value) { return value < limit; }));
}

}  // namespace

Units value_at_rank(std::span<const Units> values, std::size_t rank) {
  // Bit by bit from the highest: counting has no branches that could be guessed wrong, unlike any sorting.
  constexpr Units lowest = 8;
  Units value = 0;
  for (Units bit = 1U << 14; bit >= lowest; bit = static_cast<Units>(bit >> 1)) {
    const auto higher = static_cast<Units>(value | bit);
    if (count_below(values, higher) <= rank) value = higher;
  }
  return static_cast<Units>(value | (lowest - 1));
}

}  // namespace outmap::scan
