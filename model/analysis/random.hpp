// Random numbers that are the same on every machine and with every standard library.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <utility>

namespace outmap {

/// xoshiro256++ (Blackman & Vigna 2021, doi:10.1145/3460772), its state filled by SplitMix64 from the seed.
class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9e3779b97f4a7c15;
      std::uint64_t mixed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
      word = mixed ^ (mixed >> 31);
    }
  }

  std::uint64_t bits() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  /// From 0 below `bound`, which is at least 1. Bias below bound / 2³².
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((bits() >> 32) * bound) >> 32); }

  /// From 0 below 1, in steps of 2⁻⁵³.
  double unit() { return static_cast<double>(static_cast<std::int64_t>(bits() >> 11)) * 0x1.0p-53; }

  /// Every order equally likely (Fisher & Yates).
  template <class T>
  void shuffle(std::span<T> values) {
    for (auto left = static_cast<std::uint32_t>(values.size()); left > 1; --left) {
      std::swap(values[left - 1], values[below(left)]);
    }
  }

 private:
  std::uint64_t state_[4];
};

}  // namespace outmap
