#include "cli/help.hpp"

#include <algorithm>
#include <utility>

#include "cli/commands.hpp"
#include "cli/display_text.hpp"

namespace outmap {
namespace {

struct Entry {
  std::string heading;
  std::string text;
};

/// Lines of `text`, each after `indent` spaces.
std::string indented(const std::string& text, std::size_t indent, std::size_t width) {
  std::string block;
  for (const std::string& line : wrap_words(text, width - indent)) {
    block += line.empty() ? "\n" : std::string(indent, ' ') + line + "\n";
  }
  return block;
}

/// Headings in one column, their texts beside them; a heading that is too long stands on a line of its own.
std::string aligned(const std::vector<Entry>& entries, const Screen& screen) {
  const std::size_t width = text_width(screen);
  std::size_t column = 0;
  for (const Entry& entry : entries) {
    const std::size_t needed = display_width(entry.heading) + 4;
    if (needed <= 28) column = std::max(column, needed);
  }
  column = std::max<std::size_t>(column, 6);
  std::string block;
  for (const Entry& entry : entries) {
    std::string text = indented(entry.text, column, width);
    if (text.empty()) text = "\n";
    const std::string heading = "  " + screen.paint(Ink::strong, entry.heading);
    const std::size_t used = display_width(entry.heading) + 2;
    if (used + 2 > column) {
      block += heading + "\n" + text;
    } else {
      block += heading + std::string(column - used, ' ') + text.substr(column);
    }
  }
  return block;
}

std::string title(const Screen& screen, std::string_view text) { return screen.paint(Ink::strong, text) + "\n"; }

std::vector<Entry> entries_of(const std::vector<Option>& options) {
  const bool letters = std::ranges::any_of(options, [](const Option& option) { return option.letter != 0; });
  std::vector<Entry> entries;
  for (const Option& option : options) {
    const std::string space = letters && option.letter == 0 ? "    " : "";
    entries.push_back({space + option_heading(option), option_help(option)});
  }
  return entries;
}

std::string argument_section(const Command& command, const Screen& screen) {
  if (command.arguments.empty()) return {};
  std::vector<Entry> entries;
  for (const Argument& argument : command.arguments) {
    entries.push_back({std::string(argument.name) + (argument.repeats ? "..." : ""), argument_help(argument)});
  }
  return "\n" + title(screen, "Arguments") + aligned(entries, screen);
}

std::string option_section(std::string_view heading, const std::vector<Option>& options, const Screen& screen) {
  if (options.empty()) return {};
  return "\n" + title(screen, heading) + aligned(entries_of(options), screen);
}

std::string example_section(const Command& command, const Screen& screen) {
  if (command.examples.empty()) return {};
  std::string block = "\n" + title(screen, "Examples");
  for (const Example& example : command.examples) {
    block += "  " + screen.paint(Ink::good, example.line) + "\n" +
             indented(std::string(example.says), 6, text_width(screen));
  }
  return block;
}

std::string exit_section(const Command& command, const Screen& screen) {
  std::vector<Entry> entries;
  for (const ExitStatus& exit : exits_of(command))
    entries.push_back({std::to_string(exit.code), std::string(exit.means)});
  return "\n" + title(screen, "Exit status") + aligned(entries, screen);
}

}  // namespace

std::string option_heading(const Option& option) {
  std::string text = option.letter == 0 ? "" : "-" + std::string(1, option.letter) + ", ";
  text += option.name;
  if (!option.value.empty()) text += " " + std::string(option.value);
  return text;
}

std::string argument_help(const Argument& argument) {
  std::string text(argument.help);
  if (!argument.listed_by.empty()) return text + "; '" + std::string(argument.listed_by) + "' lists them";
  for (std::size_t i = 0; i < argument.choices.size(); ++i) {
    text += (i == 0 ? ": " : ", ") + std::string(argument.choices[i]);
  }
  return text;
}

std::string option_help(const Option& option) {
  std::string text(option.help);
  for (std::size_t i = 0; i < option.choices.size(); ++i) {
    text += (i == 0 ? ": " : ", ") + std::string(option.choices[i]);
    if (option.choices[i] == option.default_text) text += " (default)";
  }
  if (option.choices.empty() && !option.default_text.empty())
    text += " (default: " + std::string(option.default_text) + ")";
  return text;
}

std::string help_text(const Command& command, const Screen& screen) {
  const std::size_t width = text_width(screen);
  const std::string name = called(command);
  std::string text = indented(name + ": " + std::string(command.summary), 0, width);
  text.replace(0, name.size(), screen.paint(Ink::strong, name));
  if (!command.question.empty()) text += "\n" + indented(std::string(command.question), 2, width);
  text += "\n" + title(screen, "Usage") + "  " + usage_line(command) + "\n";
  if (!command.about.empty()) text += "\n" + indented(std::string(command.about), 0, width);
  text += argument_section(command, screen);
  text += option_section("Options", command.options, screen);
  text += option_section(command.options.empty() ? "Options" : "Common options", common_options(command), screen);
  text += example_section(command, screen);
  text += exit_section(command, screen);
  return text;
}

std::string overview(const Screen& screen) {
  std::string text =
      screen.paint(Ink::strong, "outmap") + ": customers, journeys, outcomes and their gaps, from one text file\n";
  text += "\n" + title(screen, "Usage") + "  outmap COMMAND [OPTIONS] [ARGUMENTS]\n";
  text += "\n" + title(screen, "First steps");
  std::size_t longest = 0;
  for (const Example& step : first_steps()) longest = std::max(longest, step.line.size());
  for (const Example& step : first_steps()) {
    text += "  " + screen.paint(Ink::good, step.line) + std::string(longest + 2 - step.line.size(), ' ') +
            std::string(step.says) + "\n";
  }
  std::vector<Entry> entries;
  for (const Command& command : all_commands())
    entries.push_back({std::string(command.name), std::string(command.summary)});
  text += "\n" + title(screen, "Commands") + aligned(entries, screen);
  text += "\n'outmap help COMMAND' tells all about one of them.\n";
  return text;
}

std::string version_text() { return "outmap " OUTMAP_VERSION "\n"; }

}  // namespace outmap
