#include "render/text/pair_widths.hpp"

#include <algorithm>

#include "render/text/code_points.hpp"

namespace outmap {
namespace {

bool is_latin_letter(char32_t value) {
  if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  return value == 0xAA || value == 0xBA || (value >= 0xC0 && value < 0x250 && value != 0xD7 && value != 0xF7);
}

/// Characters that belong to every script: spaces, punctuation, digits, currencies, arrows, mathematical signs.
bool is_common(char32_t value) {
  return (value >= 0x20 && value < 0x7F) || (value >= 0xA0 && value < 0xC0 && value != 0xAD) || value == 0xD7 ||
         value == 0xF7 || (value >= 0x2010 && value <= 0x2027) || (value >= 0x20A0 && value <= 0x20BF) ||
         (value >= 0x2190 && value <= 0x22FF);
}

enum class Letters : std::uint8_t { none, some };

/// Whether a plain word has letters; nothing where it is not plain.
std::optional<Letters> letters_of_plain(std::string_view word) {
  Letters letters = Letters::none;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    at += next.bytes;
    if (is_latin_letter(next.value)) {
      letters = Letters::some;
    } else if (!is_common(next.value)) {
      return std::nullopt;
    }
  }
  return letters;
}

/// Goes through the characters of `word`: `visit(pair, byte)` gets each with the next one (none at the end) and where
/// it begins, and says whether to go on.
template <class Visit>
bool each_pair(std::string_view word, Letters letters, Visit visit) {
  const auto read = [word](std::size_t at) { return at < word.size() ? read_code_point(word, at) : CodePoint{0, 0}; };
  CodePoint next = read(0);
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint here = next;
    next = read(at + here.bytes);
    const std::uint64_t pair = static_cast<std::uint64_t>(letters) << 63 |
                               static_cast<std::uint64_t>(here.value) << 32 | static_cast<std::uint64_t>(next.value);
    if (!visit(pair, at)) return false;
    at += here.bytes;
  }
  return true;
}

}  // namespace

std::optional<long long> PairWidths::width(std::string_view word) const {
  const auto letters = letters_of_plain(word);
  if (!letters) return std::nullopt;
  long long units = 0;
  const bool known = each_pair(word, *letters, [&](std::uint64_t pair, std::size_t) {
    const auto found = advances_.find(pair);
    if (found == advances_.end()) return false;
    units += found->second;
    return true;
  });
  return known ? std::optional(units) : std::nullopt;
}

std::optional<std::string_view> PairWidths::unknown_part(std::string_view word) const {
  const auto letters = letters_of_plain(word);
  if (!letters) return std::nullopt;
  std::size_t begin = word.size();
  std::size_t last = 0;  // where the last unknown pair begins
  each_pair(word, *letters, [&](std::uint64_t pair, std::size_t byte) {
    if (advances_.contains(pair)) return true;
    begin = std::min(begin, byte);
    last = byte;
    return true;
  });
  if (begin == word.size()) return std::string_view();
  std::size_t end = last + read_code_point(word, last).bytes;
  if (end < word.size()) end += read_code_point(word, end).bytes;
  const std::string_view part = word.substr(begin, end - begin);
  return letters_of_plain(part) == letters ? part : word;  // else it would be shaped by other rules
}

void PairWidths::learn(std::string_view word, std::span<const outmap_glyph> glyphs) {
  const auto letters = letters_of_plain(word);
  if (!letters) return;
  std::size_t count = 0;
  const bool one_each = each_pair(word, *letters, [&](std::uint64_t, std::size_t byte) {
    return count < glyphs.size() && glyphs[count].glyph != 0 && glyphs[count++].byte == byte;
  });
  if (!one_each || count != glyphs.size()) return;
  const outmap_glyph* glyph = glyphs.data();
  each_pair(word, *letters, [&](std::uint64_t pair, std::size_t) {
    advances_.emplace(pair, glyph++->advance);
    return true;
  });
}

}  // namespace outmap
