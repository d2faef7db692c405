#include "cli/display_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "model/text/characters.hpp"
#include "model/text/numbers.hpp"
#include "model/text/utf8.hpp"

namespace outmap {
namespace {

using Span = std::pair<char32_t, char32_t>;

constexpr std::array<Span, 33> no_columns{{
    {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0591, 0x05BD},   {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x0610, 0x061A},
    {0x064B, 0x065F},   {0x0670, 0x0670},   {0x06D6, 0x06DC},   {0x06DF, 0x06E4}, {0x0900, 0x0902}, {0x093A, 0x093A},
    {0x093C, 0x093C},   {0x0941, 0x0948},   {0x094D, 0x094D},   {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},   {0x200B, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x2064}, {0x2066, 0x2069},
    {0x20D0, 0x20F0},   {0x302A, 0x302D},   {0x3099, 0x309A},   {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
    {0x1F3FB, 0x1F3FF}, {0xE0001, 0xE007F}, {0xE0100, 0xE01EF},
}};

constexpr std::array<Span, 30> two_columns{{
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},   {0x2705, 0x2705},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18CFF}, {0x1B000, 0x1B2FF}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F9FF}, {0x20000, 0x3FFFD},
}};

template <std::size_t n>
bool within(const std::array<Span, n>& spans, char32_t code_point) {
  const auto after = std::ranges::upper_bound(spans, code_point, {}, &Span::first);
  return after != spans.begin() && code_point <= std::prev(after)->second;
}

constexpr char32_t replacement = 0xFFFD;

/// Decodes the code point at `at` and moves past it.
char32_t decode(std::string_view text, std::size_t& at) {
  const std::optional<CodePoint> found = code_point_at(text, at);
  at += found ? found->bytes : 1;
  return found ? found->value : replacement;
}

bool is_control(char32_t code_point) { return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0); }

}  // namespace

int column_width(char32_t code_point) {
  if (code_point < 0x300) return 1;
  if (within(no_columns, code_point)) return 0;
  return within(two_columns, code_point) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += static_cast<std::size_t>(column_width(decode(text, at)));
  return width;
}

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = decode(text, at);
    const bool gap = code_point == '\t' || code_point == '\n' || code_point == '\r';
    append_utf8(clean, gap ? U' ' : is_control(code_point) ? replacement : code_point);
  }
  return clean;
}

std::vector<std::string> wrap_words(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line;
    std::size_t line_width = 0;
    for (std::size_t at = begin; at < end;) {
      const std::size_t stop = std::min(text.find(' ', at), end);
      const std::string_view word = text.substr(at, stop - at);
      const std::size_t word_width = display_width(word);
      if (!line.empty() && line_width + 1 + word_width > width) {
        lines.push_back(std::move(line));
        line.clear();
        line_width = 0;
      }
      if (!line.empty()) line += ' ', ++line_width;
      line += word;
      line_width += word_width;
      at = stop + 1;
    }
    lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t used = 1;  // the ellipsis
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t next = character_end(text, at);
    used += display_width(text.substr(at, next - at));
    if (used > width) break;
    at = next;
  }
  std::string cut(text.substr(0, at));
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  return cut + "…";
}

std::string padded_right(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

std::string in_a_row(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return text;
}

std::string few_in_a_row(const std::vector<std::string>& words, std::size_t most) {
  return words.size() <= most + 1 ? in_a_row(words) : few_of(words, most);
}

std::string few_of(const std::vector<std::string>& words, std::size_t most, std::string_view separator) {
  const std::size_t shown = words.size() <= most + 1 ? words.size() : most;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : std::string(separator)) + words[i];
  if (shown < words.size()) text += " and " + grouped(static_cast<double>(words.size() - shown)) + " more";
  return text;
}

}  // namespace outmap
