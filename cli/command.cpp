#include "cli/command.hpp"

#include <algorithm>

namespace outmap {

std::vector<std::string_view> table_formats() { return {"table", "json", "csv", "markdown"}; }

namespace {

bool declares(const Command& command, std::string_view name) {
  return std::ranges::any_of(command.options, [&](const Option& option) { return option.name == name; });
}

void add_map_options(std::vector<Option>& options) {
  options.push_back({.name = "--as-of",
                     .value = "DATE",
                     .help = "count readings up to this day, YYYY-MM-DD (default: the map's date, else its newest)",
                     .type = ValueType::date});
  options.push_back({.name = "--seed",
                     .value = "N",
                     .help = "seed of everything random; the same seed gives the same bytes",
                     .type = ValueType::integer,
                     .default_text = "1",
                     .min = 0});
  options.push_back({.name = "--threads",
                     .value = "N",
                     .help = "threads to use; the result does not depend on it (default: as many as there are cores)",
                     .type = ValueType::integer,
                     .min = 1,
                     .max = 1024});
}

}  // namespace

std::vector<Option> common_options(const Command& command) {
  std::vector<Option> options;
  if (!command.formats.empty()) {
    options.push_back({.name = "--format",
                       .value = "FORMAT",
                       .help = "how the result is written",
                       .type = ValueType::choice,
                       .choices = command.formats,
                       .default_text = command.formats.front()});
  }
  if (command.writes_result) {
    options.push_back({.name = "--output",
                       .letter = 'o',
                       .value = "FILE",
                       .help = "write the result to FILE, which is replaced whole or not at all",
                       .type = ValueType::file});
  }
  if (command.reads_map) add_map_options(options);
  options.push_back({.name = "--color",
                     .value = "WHEN",
                     .help = "colours; auto means on a terminal, unless NO_COLOR is set",
                     .type = ValueType::choice,
                     .choices = {"auto", "always", "never"},
                     .default_text = "auto"});
  options.push_back({.name = "--quiet", .letter = 'q', .help = "only the result and errors: no hints, no summary"});
  options.push_back({.name = "--help", .letter = 'h', .help = "show this help"});
  options.push_back({.name = "--version", .letter = 'V', .help = "show the version"});
  std::erase_if(options, [&](const Option& option) { return declares(command, option.name); });
  return options;
}

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> options = command.options;
  for (Option& option : common_options(command)) options.push_back(std::move(option));
  return options;
}

std::vector<ExitStatus> exits_of(const Command& command) {
  std::vector<ExitStatus> exits = command.exits;
  const auto add = [&](int code, std::string_view means) {
    if (std::ranges::none_of(exits, [&](const ExitStatus& exit) { return exit.code == code; })) {
      exits.push_back({code, means});
    }
  };
  add(0, "done");
  add(2, command.reads_map ? "wrong usage, a file that cannot be opened, or a map with errors"
                           : "wrong usage, or a file that cannot be opened");
  add(3, "a fault of the program");
  std::ranges::sort(exits, {}, &ExitStatus::code);
  return exits;
}

Argument map_argument() {
  return {.name = "MAP",
          .help = "a map: .yaml, .json, .jsonc, a folder of CSV tables, or - for standard input",
          .type = ValueType::map};
}

std::string called(const Command& command) {
  return command.name.empty() ? "outmap" : "outmap " + std::string(command.name);
}

std::string usage_line(const Command& command) {
  std::string line = called(command) + " [OPTIONS]";
  for (const Argument& argument : command.arguments) {
    std::string name(argument.name);
    if (argument.repeats) name += "...";
    line += argument.required ? " " + name : " [" + name + "]";
  }
  return line;
}

}  // namespace outmap
