// Text as a terminal shows it: how many columns it takes, how it breaks into lines, what must not reach the screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace outmap {

/// The columns that `text` (UTF-8) takes. Linear.
std::size_t display_width(std::string_view text);

/// `text` without what could move the cursor or recolour the screen: control characters, line breaks and broken UTF-8
/// become '\uFFFD', tabs and line breaks a space.
std::string printable(std::string_view text);

/// Breaks at spaces into lines of at most `width` columns; a longer word stands alone. Line breaks in `text` stay.
std::vector<std::string> wrap_words(std::string_view text, std::size_t width);

/// The longest beginning of `text` that fits into `width` columns, with '…' where something was cut.
std::string cut_to_width(std::string_view text, std::size_t width);

/// `text` and as many spaces as bring it to `width` columns.
std::string padded_right(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

/// "a", "a and b", "a, b and c".
std::string in_a_row(const std::vector<std::string>& words);

/// The same of the first `most`, and how many more there are: "a, b and 3 more"; a single one more is told too.
std::string few_in_a_row(const std::vector<std::string>& words, std::size_t most);

/// As few_in_a_row, without an "and" before the last where all are told: for cells of tables.
std::string few_of(const std::vector<std::string>& words, std::size_t most, std::string_view separator = ", ");

}  // namespace outmap
