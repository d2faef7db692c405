#include "render/text/code_points.hpp"

#include <algorithm>
#include <array>

namespace outmap {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Blocks of combining marks, as far as scripts have blocks of their own for them, and the commonest marks elsewhere.
constexpr std::array<Range, 33> kMarks{{
    {0x0300, 0x036F},   {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05C1, 0x05C2}, {0x0610, 0x061A},   {0x064B, 0x065F},
    {0x0670, 0x0670},   {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x0900, 0x0903}, {0x093A, 0x093C},   {0x093E, 0x094F},
    {0x0981, 0x0983},   {0x09BC, 0x09BC}, {0x09BE, 0x09CD}, {0x0B82, 0x0B82}, {0x0BBE, 0x0BCD},   {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200C, 0x200D},   {0x20D0, 0x20FF},
    {0x302A, 0x302F},   {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F},
    {0xE0100, 0xE01EF}, {0x0F71, 0x0F84}, {0x102B, 0x103E},
}};

constexpr std::array<Range, 8> kBreaksAround{{
    {0x2E80, 0x2FDF},
    {0x2FF0, 0x312F},
    {0x31A0, 0x31BF},
    {0x31F0, 0x4DBF},
    {0x4E00, 0xA4CF},
    {0xF900, 0xFAFF},
    {0xFF01, 0xFFEF},
    {0x20000, 0x3FFFD},
}};

template <std::size_t N>
bool in_ranges(const std::array<Range, N>& ranges, char32_t value) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return value >= range.first && value <= range.last; });
}

constexpr std::u32string_view kNeverBegins =
    U"、。，．：；！？・｡､･」』】〉》〕）］｝〗〙〟’”»›…‥ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    U"゛゜％℃‰";
constexpr std::u32string_view kNeverEnds = U"「『【〈《〔（［｛〖〘〝‘“«‹￥＄£№";

}  // namespace

CodePoint read_code_point(std::string_view text, std::size_t at) {
  return code_point_at(text, at).value_or(CodePoint{0xFFFD, 1});
}

bool extends_character(char32_t value) { return value >= 0x300 && in_ranges(kMarks, value); }

bool is_invisible(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0xAD || (value >= 0x200B && value <= 0x200F) ||
         (value >= 0x202A && value <= 0x202E) || (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF;
}

std::size_t character_end(std::string_view text, std::size_t at) {
  bool joined = true;
  while (at < text.size()) {
    const CodePoint next = read_code_point(text, at);
    if (!joined && !extends_character(next.value)) break;
    joined = next.value == 0x200D;
    at += next.bytes;
  }
  return at;
}

bool breaks_around(char32_t value) { return value >= 0x2E80 && in_ranges(kBreaksAround, value); }

bool never_begins_line(char32_t value) {
  if (value < 0x80) return std::string_view(",.;:!?)]}%").find(static_cast<char>(value)) != std::string_view::npos;
  return kNeverBegins.find(value) != std::u32string_view::npos;
}

bool never_ends_line(char32_t value) {
  if (value < 0x80) return std::string_view("([{$").find(static_cast<char>(value)) != std::string_view::npos;
  return kNeverEnds.find(value) != std::u32string_view::npos;
}

std::string tidy_line(std::string_view text) {
  std::string tidy;
  tidy.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    if (next.value <= 0x20 || (next.value >= 0x7F && next.value < 0xA0) || next.value == 0x2028 ||
        next.value == 0x2029) {
      space = true;
    } else {
      if (space && !tidy.empty()) tidy.push_back(' ');
      space = false;
      append_utf8(tidy, next.value);
    }
    at += next.bytes;
  }
  return tidy;
}

}  // namespace outmap
