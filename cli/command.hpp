// A command as data: help, option parsing, completion scripts, the man page and docs/commands.md are all made from it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outmap {

class Console;
class Invocation;

/// What a value must be. Checked before a command runs, and what a shell completes.
enum class ValueType { flag, text, integer, number, date, choice, file, folder, map, id };

struct Option {
  std::string_view name = {};   // "--theme"
  char letter = 0;              // 'o' for -o; 0: none
  std::string_view value = {};  // what stands for the value in help: "NAME"; empty for a flag
  std::string_view help = {};   // one line, no full stop
  ValueType type = ValueType::flag;
  std::vector<std::string_view> choices = {};
  std::string_view default_text = {};  // the value where the option is not given; empty: none
  std::optional<double> min = {};
  std::optional<double> max = {};
  bool repeats = false;  // may be given several times
};

struct Argument {
  std::string_view name = {};  // "MAP"
  std::string_view help = {};
  ValueType type = ValueType::text;
  std::vector<std::string_view> choices = {};
  bool required = true;
  bool repeats = false;
  std::string_view listed_by = {};  // the command that lists the choices, where they are too many for the help
};

struct Example {
  std::string_view line = {};  // what one types
  std::string_view says = {};  // what it does
};

struct ExitStatus {
  int code = 0;
  std::string_view means = {};
};

struct Command {
  std::string_view name = {};
  std::string_view summary = {};   // one line that begins with a verb, no full stop
  std::string_view question = {};  // what it answers, as the user would ask it
  std::string_view about = {};     // what else to know; paragraphs are parted by an empty line
  std::vector<Argument> arguments = {};
  std::vector<Option> options = {};
  std::vector<std::string_view> formats = {};  // of --format, the default first; empty: it has none
  std::vector<Example> examples = {};
  std::vector<ExitStatus> exits = {};  // where they differ from those of every command
  bool reads_map = false;              // adds --as-of, --seed and --threads
  bool writes_result = true;           // adds -o
  int (*run)(const Invocation& given, Console& console) = nullptr;
};

/// The formats of a command whose result is a table.
std::vector<std::string_view> table_formats();

/// The command's own options and after them the common ones that it takes.
std::vector<Option> options_of(const Command& command);

/// Only the common options that `command` takes.
std::vector<Option> common_options(const Command& command);

/// The command's exit codes, those of every command included, by number.
std::vector<ExitStatus> exits_of(const Command& command);

/// The argument of a command that works on a map.
Argument map_argument();

/// "outmap check"; "outmap" for a command without a name.
std::string called(const Command& command);

/// "outmap check [OPTIONS] MAP..."
std::string usage_line(const Command& command);

}  // namespace outmap
