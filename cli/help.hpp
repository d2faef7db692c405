// What the program says about itself, made from the table of commands.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "cli/console.hpp"

namespace outmap {

/// The help of one command: usage, what it answers, arguments, options, examples, exit status.
std::string help_text(const Command& command, const Screen& screen);

/// What `outmap` alone prints: what it is for, a first step, the commands.
std::string overview(const Screen& screen);

/// "outmap 0.1.0".
std::string version_text();

/// docs/commands.md.
std::string commands_as_markdown();

/// The man page, as roff.
std::string commands_as_man_page();

/// "-o, --output FILE".
std::string option_heading(const Option& option);

/// The argument's help with its choices, or with the command that lists them.
std::string argument_help(const Argument& argument);

/// The option's help with its choices and default: "how the result is written: table (default), json, csv".
std::string option_help(const Option& option);

}  // namespace outmap
