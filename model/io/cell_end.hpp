// The end of a cell in a table of text.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace outmap {

/// Looks for the three bytes that can end a cell, the delimiter and the ends of a line, eight bytes at a time.
class CellEnd {
 public:
  explicit CellEnd(char delimiter) : bytes_{delimiter, '\n', '\r'} {
    for (std::size_t i = 0; i < 3; ++i) patterns_[i] = ones * static_cast<unsigned char>(bytes_[i]);
  }

  bool is(char c) const { return c == bytes_[0] || c == bytes_[1] || c == bytes_[2]; }

  /// The first place from `at` on where a cell ends; text.size() when it ends with the text.
  std::size_t find(std::string_view text, std::size_t at) const {
    if constexpr (std::endian::native == std::endian::little) {
      for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t hits = zeros(word ^ patterns_[0]) | zeros(word ^ patterns_[1]) | zeros(word ^ patterns_[2]);
        if (hits != 0) return at + static_cast<std::size_t>(std::countr_zero(hits)) / 8;
      }
    }
    while (at < text.size() && !is(text[at])) ++at;
    return at;
  }

 private:
  static constexpr std::uint64_t ones = 0x0101010101010101;

  /// The high bit of the lowest byte that is zero; higher bits may be set too.
  static std::uint64_t zeros(std::uint64_t word) { return (word - ones) & ~word & (ones << 7); }

  std::array<char, 3> bytes_;
  std::array<std::uint64_t, 3> patterns_{};
};

}  // namespace outmap
