// Diagnostics and documents as text that a test can compare at a glance.
#pragma once

#include <string>
#include <string_view>

#include "model/io/document.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap::test {

/// "1:4+3": line, column and length.
std::string printed(const Place& place);

/// One line each: "1:4+3 error syntax.json: message (hint)", without the hint where there is none.
std::string printed(const Diagnostics& problems);

/// The values as JSON without spaces; plain scalars as they stand.
std::string printed(Value value);

/// Code points of the excerpt that are underlined.
std::string underlined(const Place& place);

}  // namespace outmap::test
