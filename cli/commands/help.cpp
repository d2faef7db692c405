#include "cli/help.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"

namespace outmap {
namespace {

int run_help(const Invocation& given, Console& console) {
  if (given.format() == "markdown") {
    console.write_result(commands_as_markdown());
  } else if (given.format() == "man") {
    console.write_result(commands_as_man_page());
  } else if (given.arguments().empty()) {
    console.write_result(overview(console.out()));
  } else {
    console.write_result(help_text(command_named(given.arguments().front()), console.out()));
  }
  return 0;
}

}  // namespace

Command help_command() {
  return {.name = "help",
          .summary = "tell what a command does, with its options and examples",
          .question = "How is a command used?",
          .about = "As markdown or as a man page it holds all commands at once.",
          .arguments = {{.name = "COMMAND", .help = "the command in question", .required = false}},
          .formats = {"text", "markdown", "man"},
          .examples = {{"outmap help render", "all about 'outmap render'"},
                       {"outmap help --format man | man -l -", "the man page, where it is not installed"}},
          .run = run_help};
}

}  // namespace outmap
