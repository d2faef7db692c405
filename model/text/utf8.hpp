// UTF-8: how many code points, which ones, and where text is not UTF-8 at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace outmap {

/// One code point and how many bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
};

/// The code point that begins at `offset`, which must be below text.size(); nothing where the bytes are not well-formed
/// UTF-8 (overlong forms, surrogates and values above U+10FFFF included).
std::optional<CodePoint> code_point_at(std::string_view text, std::size_t offset);

/// The offset of the first byte that does not belong to well-formed UTF-8; npos when all of it does. Linear.
std::size_t find_invalid_utf8(std::string_view text);

/// True for the second and later bytes of a code point.
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Code points in well-formed text: the bytes that are no continuation. Linear.
std::size_t count_code_points(std::string_view text);

/// Appends a code point; what is none (a surrogate, above U+10FFFF) is written as U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// All code points; bytes that are not UTF-8 give U+FFFD each.
std::u32string to_code_points(std::string_view text);

}  // namespace outmap
