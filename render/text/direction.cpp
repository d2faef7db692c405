#include "render/text/direction.hpp"

#include <optional>

#include "render/text/code_points.hpp"

namespace outmap {
namespace {

constexpr std::string_view right_mark = "\xE2\x80\x8F";

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
