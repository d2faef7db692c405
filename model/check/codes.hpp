// Every code that a message can carry, explained: what `outmap explain CODE` and `outmap list codes` tell.
#pragma once

#include <span>
#include <string_view>

#include "model/text/diagnostic.hpp"

namespace outmap {

struct Code {
  std::string_view code;  // "reference.unknown-id"
  Severity severity;
  std::string_view title;    // a few words
  std::string_view meaning;  // what it says about the map, and why that matters
  std::string_view example;  // a piece of a map that causes it
  std::string_view mend;     // what to do
};

/// One row per code, sorted by code.
std::span<const Code> all_codes();

/// The row of this code, or null.
const Code* find_code(std::string_view code);

}  // namespace outmap
