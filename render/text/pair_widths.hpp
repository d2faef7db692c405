// The widths of words from the pairs of characters that were shaped before.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "render/text/text_module/text_abi.h"

namespace outmap {

/// In a word of plain characters (Latin letters, digits, punctuation, without marks), a glyph is as wide as its
/// character and the next one make it: alternates and ligatures are off, and the font kerns pairs, nothing longer.
/// So the pairs of one shaped word measure others, which then need not be shaped: a picture's thousand words need some
/// two hundred. For a font that kerns by more than the next character the result would be off by that kerning; the
/// tests hold Inter to it. Words with letters and without are kept apart, for a font may kern them by different rules.
class PairWidths {
 public:
  /// The width of `word` in font units where all its pairs are known. Linear in the word.
  std::optional<long long> width(std::string_view word) const;

  /// The part of `word` that must be shaped and learnt for all its pairs to be known; nothing where it is not plain.
  std::optional<std::string_view> unknown_part(std::string_view word) const;

  /// Takes the pairs of a shaped word; of one that is not plain, or in which the font lacks a character, nothing.
  void learn(std::string_view word, std::span<const outmap_glyph> glyphs);

 private:
  std::unordered_map<std::uint64_t, std::int32_t> advances_;  // by the two characters and whether the word has letters
};

}  // namespace outmap
