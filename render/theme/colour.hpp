// Reckoning with colours.
#pragma once

#include <string>
#include <string_view>

namespace outmap {

/// Whether this is a colour as themes write it: "#RRGGBB".
bool is_colour(std::string_view text);

/// (lighter + 0.05) / (darker + 0.05) of the relative luminances of two "#RRGGBB" colours: 1 to 21. Source: Web Content
/// Accessibility Guidelines 2.1, "contrast ratio".
double contrast_ratio(const std::string& one, const std::string& other);

/// `over` painted on `under` with this opacity, 0 to 1.
std::string blended(const std::string& over, const std::string& under, double opacity);

}  // namespace outmap
