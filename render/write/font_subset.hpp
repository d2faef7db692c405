// The part of a font that a picture needs, small enough to travel with it.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace outmap {

/// The font `file` cut to these characters, kerning and the placing of marks kept, hints and names dropped. Empty where
/// the font has none of the characters or cannot be cut. Same input, same bytes.
std::string subset_font(std::string_view file, const std::set<char32_t>& characters);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace outmap
