// JSON text walked by hand where the parser's events do not say enough: tokens backwards, gaps, and what went wrong.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace outmap {

/// A stretch of bytes.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The string literal that ends with the quote before `end`, quotes included. Linear in the literal.
ByteRange json_string_before(std::string_view text, std::size_t end);

/// The number that ends at `end`.
ByteRange json_number_before(std::string_view text, std::size_t end);

/// The last string literal that lies whole between two places of valid JSON; comments are passed over. Empty when
/// there is none. Linear in the stretch.
ByteRange last_json_string_between(std::string_view text, std::size_t from, std::size_t to);

/// Why a text is not JSON, in plain words.
struct JsonFailure {
  ByteRange at;
  std::string message;
  std::string hint;
};

/// What the parser knows when it stops.
struct JsonStop {
  std::size_t position = 0;    // bytes read so far, the failing one included; size + 1 at the end of the text
  std::size_t last_event = 0;  // end of the last token that was in order
  std::string_view reason;     // nlohmann's
};

/// Turns the parser's reason into a sentence of ours, with the token that it is about.
JsonFailure explain_json_failure(std::string_view text, const JsonStop& stop);

}  // namespace outmap
