// From the words of a command line to an exit status.
#pragma once

#include <string>
#include <vector>

namespace outmap {

/// Runs the program with these words (without the program's own name) and returns its exit status: that of the command,
/// or 2 for wrong usage and what cannot be opened or written, 3 for a fault of the program. Throws nothing.
int run_program(const std::vector<std::string>& words);

}  // namespace outmap
