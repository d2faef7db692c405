// JSON results as text.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outmap {

/// Indented by two spaces, UTF-8, with a line break at the end. Invalid UTF-8 becomes U+FFFD.
std::string json_text(const nlohmann::ordered_json& value);

/// The text, or null where it is empty.
nlohmann::ordered_json json_or_null(std::string_view text);

}  // namespace outmap
