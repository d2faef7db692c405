// A map whose people write in every script, and some of whom mean harm.
#pragma once

#include <string>
#include <vector>

#include "model/map/content.hpp"

namespace outmap::test {

/// Names in Japanese, Arabic, Hebrew with Latin and digits, Devanagari, Thai, Korean, of emoji and combining marks;
/// names that are markup, escapes or control characters; very long ones.
const std::vector<std::string>& names_in_any_script();

/// The content with every name, statement and quote replaced by one of those, in turn.
MapContent in_any_script(MapContent content);

}  // namespace outmap::test
