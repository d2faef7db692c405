// Which characters an id may hold: letters and digits of any language, '-' and '_'.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace outmap {

bool is_id_character(char32_t code_point);

/// The first character of `id` that an id may not hold, in words ("a dot", "a space", "'%'"), or nothing. Linear.
std::optional<std::string> bad_id_character(std::string_view id);

/// `text` turned into an id: what an id may not hold becomes '-'.
std::string to_id(std::string_view text);

}  // namespace outmap
