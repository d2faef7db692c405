#include "cli/display_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "model/text/characters.hpp"
#include "model/text/numbers.hpp"
#include "model/text/utf8.hpp"

namespace outmap {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Decodes the code point at `at` and moves past it.
char32_t decode(std::string_view text, std::size_t& at) {
  const std::optional<CodePoint> found = code_point_at(text, at);
  at += found ? found->bytes : 1;
  return found ? found->value : replacement;
}

bool is_control(char32_t code_point) { return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0); }

}  // namespace

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
