// The table of commands.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace outmap {

/// Every command, in the order of the help.
std::span<const Command> all_commands();

/// The command of this name, or null.
const Command* find_command(std::string_view name);

/// Their names, in that order.
std::vector<std::string_view> command_names();

/// What someone does who sees the program for the first time.
std::vector<Example> first_steps();

}  // namespace outmap
