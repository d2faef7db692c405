// Completion scripts, made from the table of commands.
#pragma once

#include <string>

namespace outmap {

/// A script for `bash`, with no need of the bash-completion package.
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace outmap
