#include "render/text/code_points.hpp"

#include <algorithm>
#include <array>

namespace outmap {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

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

bool is_invisible(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0xAD || (value >= 0x200B && value <= 0x200F) ||
         (value >= 0x202A && value <= 0x202E) || (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF;
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
