#include "model/analysis/fcm/lane_update.hpp"

// Both compilers of the project know vectors of their own and functions in several versions, chosen at start by what
// the processor can do; elsewhere the same code runs in the vectors that there always are.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define OUTMAP_VERSIONS __attribute__((target_clones("avx2", "default")))
#else
#define OUTMAP_VERSIONS
#endif

namespace outmap {
namespace {

constexpr std::size_t wide = 4;
constexpr std::size_t packs = fcm_lanes / wide;
typedef double Pack __attribute__((vector_size(wide * sizeof(double))));
// The same in memory, which need not stand where a vector would like it.
typedef double Loose __attribute__((vector_size(wide * sizeof(double)), aligned(8), may_alias));

[[gnu::always_inline]] inline void load(Pack& pack, const double* from) {
  pack = *reinterpret_cast<const Loose*>(from);
}
[[gnu::always_inline]] inline void store(const Pack& pack, double* to) { *reinterpret_cast<Loose*>(to) = pack; }

/// sums += cause x weight over the causes of concept i, each run with a weight of its own.
[[gnu::always_inline]] inline void add_own(const LaneUpdate& update, std::size_t i, const double* state, Pack* sums) {
  for (std::uint32_t link = update.begins[i]; link < update.begins[i + 1]; ++link) {
    const double* causes = state + update.causes[link] * fcm_lanes;
    const double* weights = update.weights + link * fcm_lanes;
    for (std::size_t p = 0; p < packs; ++p) {
      Pack cause, weight;
      load(cause, causes + p * wide);
      load(weight, weights + p * wide);
      sums[p] += cause * weight;
    }
  }
}

/// The same with one weight for all runs, which is a sixteenth of the memory to read.
[[gnu::always_inline]] inline void add_shared(const LaneUpdate& update, std::size_t i, const double* state,
                                              Pack* sums) {
  for (std::uint32_t link = update.begins[i]; link < update.begins[i + 1]; ++link) {
    const double* causes = state + update.causes[link] * fcm_lanes;
    const double weight = update.shared[link];
    for (std::size_t p = 0; p < packs; ++p) {
      Pack cause;
      load(cause, causes + p * wide);
      sums[p] += cause * weight;
    }
  }
}

}  // namespace

OUTMAP_VERSIONS void update_linear_lanes(const LaneUpdate& update, const double* state, double* next, double* largest) {
  const Pack zero = {0, 0, 0, 0};
  Pack most[packs] = {zero, zero, zero, zero};
  for (std::size_t i = 0; i < update.concepts; ++i) {
    if (update.held != nullptr && update.held[i] != 0) continue;
    Pack before[packs], sums[packs];
    for (std::size_t p = 0; p < packs; ++p) {
      load(before[p], state + i * fcm_lanes + p * wide);
      sums[p] = update.own * before[p];
    }
    if (update.shared == nullptr || update.differs[i] != 0) {
      add_own(update, i, state, sums);
    } else {
      add_shared(update, i, state, sums);
    }
    const double low = update.low == nullptr ? -1 : update.low[i], high = update.high == nullptr ? 1 : update.high[i];
    const Pack lows = {low, low, low, low}, highs = {high, high, high, high};
    for (std::size_t p = 0; p < packs; ++p) {
      Pack value = sums[p];
      value = value < lows ? lows : value;
      value = highs < value ? highs : value;
      store(value, next + i * fcm_lanes + p * wide);
      const Pack rise = value - before[p], fall = -rise;  // two maxima, where a magnitude takes a choice first
      most[p] = most[p] < rise ? rise : most[p];
      most[p] = most[p] < fall ? fall : most[p];
    }
  }
  for (std::size_t p = 0; p < packs; ++p) store(most[p], largest + p * wide);
}

}  // namespace outmap
