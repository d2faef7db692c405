#include "render/text/direction.hpp"

#include <optional>

#include "render/text/code_points.hpp"

namespace outmap {
namespace {

constexpr std::string_view right_mark = "\xE2\x80\x8F";

/// Hebrew, Arabic, Syriac, Thaana, NKo and their kin, by block; their digits and marks have no direction of their own.
bool is_right_to_left(char32_t value) {
  if (extends_character(value) || (value >= 0x600 && value <= 0x607) || (value >= 0x660 && value <= 0x66C) ||
      (value >= 0x6F0 && value <= 0x6F9) || value == 0x60C || value == 0x6DD || value == 0x6DE || value == 0x6E9)
    return false;
  return (value >= 0x590 && value <= 0x8FF) || value == 0x200F || (value >= 0xFB1D && value <= 0xFDFF) ||
         (value >= 0xFE70 && value <= 0xFEFC) || (value >= 0x10800 && value <= 0x10FFF) ||
         (value >= 0x1E800 && value <= 0x1EFFF);
}

/// Letters of all other scripts; digits, punctuation, symbols and emoji have no direction.
bool is_left_to_right(char32_t value) {
  if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  if (extends_character(value)) return false;
  if (value < 0x2B9)
    return value == 0xAA || value == 0xB5 || value == 0xBA || (value >= 0xC0 && value != 0xD7 && value != 0xF7);
  return (value >= 0x370 && value < 0x590) || (value >= 0x900 && value < 0x2000) || value == 0x200E ||
         (value >= 0x2C00 && value < 0x2E00) || (value >= 0x3005 && value <= 0x3007) ||
         (value >= 0x3041 && value < 0xD800) || (value >= 0xF900 && value < 0xFB1D) ||
         (value >= 0xFF21 && value <= 0xFF3A) || (value >= 0xFF41 && value <= 0xFF5A) ||
         (value >= 0xFF66 && value <= 0xFFDC) || (value >= 0x10000 && value < 0x10800) ||
         (value >= 0x11000 && value < 0x1D000) || (value >= 0x20000 && value < 0xE0000);
}

std::optional<ReadingOrder> stated_reading(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    if (is_left_to_right(next.value)) return ReadingOrder::left_to_right;
    if (is_right_to_left(next.value)) return ReadingOrder::right_to_left;
    at += next.bytes;
  }
  return std::nullopt;
}

}  // namespace

ReadingOrder reading_of(std::string_view text) { return stated_reading(text).value_or(ReadingOrder::left_to_right); }

ReadingOrder reading_of_most(std::string_view text) {
  if (reading_of(text) == ReadingOrder::left_to_right) return ReadingOrder::left_to_right;
  std::size_t left = 0, right = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    if (is_left_to_right(next.value)) ++left;
    if (is_right_to_left(next.value)) ++right;
    at += next.bytes;
  }
  return left > right ? ReadingOrder::left_to_right : ReadingOrder::right_to_left;
}

ReadingOrder reading_of_line(std::string_view line) {
  return mark_length(line) > 0 ? reading_of(line) : reading_of_most(line);
}

std::string line_in(ReadingOrder paragraph, std::string_view line) {
  if (line.empty() || (reading_of(line) == paragraph && reading_of_most(line) == paragraph)) return std::string(line);
  return std::string(paragraph == ReadingOrder::right_to_left ? right_mark : left_to_right_mark).append(line);
}

std::vector<std::size_t> ends_of_names(std::string_view line) {
  std::vector<std::size_t> ends;
  if (reading_of_line(line) == ReadingOrder::right_to_left) return ends;
  std::optional<std::size_t> end;  // of the name, so far
  bool left_name = false;          // by punctuation
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint next = read_code_point(line, at);
    const bool digit = next.value >= '0' && next.value <= '9';
    const bool own = next.value == ' ' || next.value == '-' || next.value == '/' || extends_character(next.value);
    if (digit && end && left_name) {
      ends.push_back(*end);
      end.reset();
    } else if (is_right_to_left(next.value) || (digit && end) || (end == at && extends_character(next.value))) {
      end = at + next.bytes;
      left_name = false;
    } else if (is_left_to_right(next.value)) {
      end.reset();
    } else if (!own) {
      left_name = true;
    }
    at += next.bytes;
  }
  return ends;
}

std::string with_marked_names(std::string_view line) {
  std::string marked;
  std::size_t from = 0;
  for (const std::size_t end : ends_of_names(line)) {
    marked.append(line.substr(from, end - from)).append(left_to_right_mark);
    from = end;
  }
  return marked.append(line.substr(from));
}

std::size_t mark_length(std::string_view line) {
  return line.starts_with(left_to_right_mark) || line.starts_with(right_mark) ? left_to_right_mark.size() : 0;
}

}  // namespace outmap
