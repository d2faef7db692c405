#include "model/io/source.hpp"

#include <algorithm>
#include <utility>

#include "model/text/utf8.hpp"

namespace outmap {

namespace {

constexpr std::size_t block_bytes = 512;

/// Moves back over at most `count` code points, not before `first`; says how many were passed.
std::size_t step_back(std::string_view text, std::size_t first, std::size_t& offset, std::size_t count) {
  std::size_t passed = 0;
  while (passed < count && offset > first) {
    do --offset;
    while (offset > first && is_continuation(text[offset]));
    ++passed;
  }
  return passed;
}

std::size_t step_forward(std::string_view text, std::size_t last, std::size_t& offset, std::size_t count) {
  std::size_t passed = 0;
  while (passed < count && offset < last) {
    do ++offset;
    while (offset < last && is_continuation(text[offset]));
    ++passed;
  }
  return passed;
}

std::uint32_t narrow(std::size_t value) { return static_cast<std::uint32_t>(value); }

}  // namespace

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

void Source::build_index() const {
  line_begins_.push_back(0);
  block_code_points_.reserve(text_.size() / block_bytes + 1);
  std::size_t code_points = 0;
  for (std::size_t begin = 0; begin < text_.size(); begin += block_bytes) {
    block_code_points_.push_back(narrow(code_points));
    const std::string_view block = text().substr(begin, block_bytes);
    code_points += count_code_points(block);
    for (std::size_t at = 0; at < block.size(); ++at) {
      if (block[at] != '\n' && block[at] != '\r') continue;
      const std::size_t next = begin + at + 1;
      const bool crlf = block[at] == '\r' && next < text_.size() && text_[next] == '\n';
      if (!crlf) line_begins_.push_back(narrow(next));
    }
  }
}

std::size_t Source::code_points_before(std::size_t byte) const {
  if (block_code_points_.empty()) return 0;
  const std::size_t block = std::min(byte / block_bytes, block_code_points_.size() - 1);
  const std::size_t begin = block * block_bytes;
  return block_code_points_[block] + count_code_points(text().substr(begin, byte - begin));
}

std::size_t Source::byte_of_code_point(std::size_t number) const {
  if (line_begins_.empty()) build_index();
  if (block_code_points_.empty()) return 0;
  const auto after = std::upper_bound(block_code_points_.begin() + 1, block_code_points_.end(), number);
  const std::size_t block = static_cast<std::size_t>(after - block_code_points_.begin()) - 1;
  std::size_t seen = block_code_points_[block];
  for (std::size_t i = block * block_bytes; i < text_.size(); ++i) {
    if (is_continuation(text_[i])) continue;
    if (seen == number) return i;
    ++seen;
  }
  return text_.size();
}

std::size_t Source::line_end(std::size_t line) const {
  if (line + 1 == line_begins_.size()) return text_.size();
  std::size_t end = line_begins_[line + 1] - 1;
  if (text_[end] == '\n' && end > line_begins_[line] && text_[end - 1] == '\r') --end;
  return end;
}

Place Source::place(std::size_t begin, std::size_t length) const {
  if (line_begins_.empty()) build_index();
  begin = std::min(begin, text_.size());
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), begin);
  const std::size_t line = static_cast<std::size_t>(after - line_begins_.begin()) - 1;
  const std::size_t line_begin = line_begins_[line];
  const std::size_t end = line_end(line);
  begin = std::min(begin, end);
  const std::size_t column = code_points_before(begin) - code_points_before(line_begin) + 1;

  std::size_t from = begin;
  std::size_t to = begin;
  std::size_t shown_before = step_back(text_, line_begin, from, longest_excerpt);
  const std::size_t shown_after = step_forward(text_, end, to, longest_excerpt);
  if (shown_before + shown_after > longest_excerpt) {
    // The column stands in the middle, or further out where the line ends sooner on one side.
    const std::size_t half = longest_excerpt / 2;
    const std::size_t before = std::min(shown_before, shown_after < half ? longest_excerpt - shown_after : half);
    from = to = begin;
    shown_before = step_back(text_, line_begin, from, before);
    step_forward(text_, end, to, longest_excerpt - shown_before);
  }
  const std::size_t underline_end = std::min(to, begin + std::min(length, to - begin));
  const std::size_t underlined = count_code_points(text().substr(begin, underline_end - begin));
  return Place{name_,
               narrow(line + 1),
               narrow(column),
               narrow(std::max<std::size_t>(1, underlined)),
               text_.substr(from, to - from),
               narrow(shown_before + 1)};
}

Place Source::place_at(std::uint32_t line, std::uint32_t column, std::uint32_t length) const {
  if (line_begins_.empty()) build_index();
  const std::size_t index = std::min<std::size_t>(line == 0 ? 0 : line - 1, line_begins_.size() - 1);
  const std::size_t first = code_points_before(line_begins_[index]) + (column == 0 ? 0 : column - 1);
  const std::size_t begin = std::min(byte_of_code_point(first), line_end(index));
  std::size_t end = begin;
  step_forward(text_, line_end(index), end, length);
  return place(begin, end - begin);
}

}  // namespace outmap
