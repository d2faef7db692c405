#include "cli/run.hpp"

#include <algorithm>
#include <exception>
#include <new>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/display_text.hpp"
#include "cli/help.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "cli/write_file.hpp"
#include "render/diagram.hpp"

namespace outmap {

namespace {

/// Common options may stand before the command: how many words of them there are.
std::size_t words_before_command(const std::vector<std::string>& words) {
  const std::vector<Option> common = common_options(Command{.formats = table_formats(), .reads_map = true});
  std::size_t at = 0;
  while (at < words.size() && words[at].size() > 1 && words[at].front() == '-') {
    const auto option = std::ranges::find_if(common, [&](const Option& candidate) {
      return words[at] == candidate.name || (candidate.letter != 0 && words[at] == std::string("-") + candidate.letter);
    });
    at += option != common.end() && option->type != ValueType::flag ? 2 : 1;
  }
  return std::min(at, words.size());
}

int run_without_command(const std::vector<std::string>& words) {
  static const Command overall{.writes_result = false};
  const Invocation given = parse_invocation(overall, words);
  const Console console(given);
  console.write_result(given.has("--version") ? version_text() : overview(console.out()));
  return 0;
}

int run_command(std::vector<std::string> words) {
  const std::size_t before = words_before_command(words);
  if (before == words.size()) return run_without_command(words);
  const Command& command = command_named(words[before]);
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(before));
  const Invocation given = parse_invocation(command, words);
  Console console(given);
  if (given.has("--help") || given.has("--version")) {
    console.write_result(given.has("--help") ? help_text(command, console.out()) : version_text());
    return 0;
  }
  return command.run(given, console);
}

/// What --color says, even where the words as a whole could not be understood.
std::string colours_of(const std::vector<std::string>& words) {
  std::string colours = "auto";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--color" && i + 1 < words.size()) colours = words[i + 1];
    if (words[i].starts_with("--color=")) colours = words[i].substr(8);
  }
  return colours;
}

void tell_failure(const Console& console, const std::string& message, const std::string& hint) {
  const Paint& paint = console.err().paint;
  std::string text = paint(Ink::strong, "outmap: ") + paint(Ink::error, "error: ") + printable(message) + "\n";
  for (const std::string& line : wrap_words(hint, std::max<std::size_t>(console.err().width, 40) - 2)) {
    if (!line.empty()) text += "  " + printable(line) + "\n";
  }
  console.write_message(text);
}

}  // namespace

int run_program(const std::vector<std::string>& words) {
  const auto fail = [&](int status, const std::string& message, const std::string& hint = {}) {
    tell_failure(Console(colours_of(words)), message, hint);
    return status;
  };
  try {
    return run_command(words);
  } catch (const UsageError& error) {
    return fail(2, error.what(), error.hint());
  } catch (const FileError& error) {
    return fail(2, error.what());
  } catch (const CannotDraw& error) {
    return fail(2, error.what());
  } catch (const FontMissing& error) {
    return fail(2, error.what());
  } catch (const MapRefused&) {
    return 2;
  } catch (const std::bad_alloc&) {
    return fail(3, "there is not enough memory for this");
  } catch (const std::exception& error) {
    return fail(3, std::string("a fault of the program: ") + error.what(),
                "please report it, with the map if you can share it");
  }
}

}  // namespace outmap
