// The two long forms of the help: docs/commands.md and the man page.
#include <string>

#include "cli/commands.hpp"
#include "cli/display_text.hpp"
#include "cli/help.hpp"

namespace outmap {
namespace {

// --- Markdown ---

std::string in_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c;
  }
  return cell;
}

std::string markdown_options(const std::vector<Option>& options) {
  std::string text = "| option | meaning |\n| --- | --- |\n";
  for (const Option& option : options) {
    text += "| `" + in_cell(option_heading(option)) + "` | " + in_cell(option_help(option)) + " |\n";
  }
  return text + "\n";
}

std::string markdown_arguments(const Command& command) {
  std::string text;
  for (const Argument& argument : command.arguments) {
    text += "- `" + std::string(argument.name) + "`: " + argument_help(argument);
    text += argument.required ? "\n" : " (optional)\n";
  }
  return text.empty() ? text : text + "\n";
}

std::string markdown_section(const Command& command) {
  std::string text = "## outmap " + std::string(command.name) + "\n\n" + std::string(command.question) + "\n\n```\n" +
                     usage_line(command) + "\n```\n\n";
  if (!command.about.empty()) text += std::string(command.about) + "\n\n";
  text += markdown_arguments(command) + markdown_options(options_of(command));
  for (const Example& example : command.examples) {
    text += "```sh\n" + std::string(example.line) + "   # " + std::string(example.says) + "\n```\n\n";
  }
  text += "Exit status: ";
  bool first = true;
  for (const ExitStatus& exit : exits_of(command)) {
    text += (first ? "" : "; ") + std::to_string(exit.code) + " " + std::string(exit.means);
    first = false;
  }
  return text + ".\n";
}

// --- roff ---

/// Text for roff: nothing in it is taken for a request or an escape.
std::string roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else if ((c == '.' || c == '\'') && (escaped.empty() || escaped.back() == '\n')) {
      escaped += "\\&" + std::string(1, c);
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string roff_paragraphs(std::string_view text) {
  std::string block;
  for (const std::string& line : wrap_words(text, 100)) block += line.empty() ? ".PP\n" : roff(line) + "\n";
  return block;
}

std::string roff_options(const std::vector<Option>& options) {
  std::string text;
  for (const Option& option : options)
    text += ".TP\n.B " + roff(option_heading(option)) + "\n" + roff(option_help(option)) + "\n";
  return text;
}

std::string roff_section(const Command& command) {
  std::string text = ".SS outmap " + roff(command.name) + "\n" + roff_paragraphs(command.question) + ".PP\n.B " +
                     roff(usage_line(command)) + "\n";
  if (!command.about.empty()) text += ".PP\n" + roff_paragraphs(command.about);
  for (const Argument& argument : command.arguments) {
    text += ".TP\n.I " + roff(argument.name) + "\n" + roff(argument_help(argument)) + "\n";
  }
  text += roff_options(command.options);
  for (const Example& example : command.examples) {
    text += ".PP\nExample:\n.B " + roff(example.line) + "\n.br\n" + roff(example.says) + "\n";
  }
  return text;
}

}  // namespace

std::string commands_as_markdown() {
  std::string text =
      "# Commands\n\n"
      "Made from the program's own table of commands (`outmap help --format markdown`).\n\n"
      "| command | does |\n| --- | --- |\n";
  for (const Command& command : all_commands()) {
    text += "| [`outmap " + std::string(command.name) + "`](#outmap-" + std::string(command.name) + ") | " +
            in_cell(command.summary) + " |\n";
  }
  for (const Command& command : all_commands()) text += "\n" + markdown_section(command);
  return text;
}

std::string commands_as_man_page() {
  std::string text = ".TH OUTMAP 1 \"\" \"outmap " OUTMAP_VERSION
                     "\" \"User commands\"\n"
                     ".SH NAME\noutmap \\- customers, journeys, outcomes and their gaps, from one text file\n"
                     ".SH SYNOPSIS\n.B outmap\n.I COMMAND\n[OPTIONS] [ARGUMENTS]\n.SH FIRST STEPS\n";
  for (const Example& step : first_steps()) text += ".TP\n.B " + roff(step.line) + "\n" + roff(step.says) + "\n";
  text += ".SH COMMANDS\n";
  for (const Command& command : all_commands()) text += roff_section(command);
  Command any{.formats = table_formats(),
              .exits = {{1, "problems were found, by commands that look for them"}},
              .reads_map = true};
  text += ".SH COMMON OPTIONS\nEvery command takes those that concern it.\n" + roff_options(common_options(any));
  text += ".SH EXIT STATUS\n";
  for (const ExitStatus& exit : exits_of(any))
    text += ".TP\n.B " + std::to_string(exit.code) + "\n" + roff(exit.means) + "\n";
  text +=
      ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nno colours, unless \\-\\-color asks for them\n"
      ".TP\n.B COLUMNS\nthe width of the help where the output is no terminal\n";
  return text;
}

}  // namespace outmap
