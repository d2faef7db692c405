// Diagnostics for people, as the best compilers show them.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

/// The colour of a severity.
Ink ink_of(Severity severity);

/// One problem: where, what, its code; below it the line with a caret under what is meant, and the hint. Wide
/// characters and tabs keep the caret right. Ends with a line break.
std::string diagnostic_text(const Diagnostic& diagnostic, const Screen& screen);

/// All of them in the order given.
std::string diagnostics_text(const Diagnostics& problems, const Screen& screen);

/// "3 errors, 1 warning"; empty where there is nothing to count.
std::string count_text(const Diagnostics& problems);

/// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace outmap
