// Text as code points: reading UTF-8 one character at a time, and the few properties that measuring and breaking need.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/text/characters.hpp"
#include "model/text/utf8.hpp"

namespace outmap {

/// The code point that begins at byte `at` (`at < text.size()`). A byte that begins none counts as U+FFFD of one byte,
/// so that a loop always moves on.
CodePoint read_code_point(std::string_view text, std::size_t at);

/// Zero-width and control characters: nothing is drawn for them.
bool is_invisible(char32_t value);

/// Han, kana, bopomofo and full-width forms: lines may break around them.
bool breaks_around(char32_t value);

/// Closing marks, small kana and the like never begin a line; opening marks never end one (kinsoku shori).
bool never_begins_line(char32_t value);
bool never_ends_line(char32_t value);

/// One line's text as it is drawn: control characters, line breaks and tabs are spaces, runs of spaces are one, none at
/// the ends. No-break spaces and the ideographic space stay.
std::string tidy_line(std::string_view text);

}  // namespace outmap
