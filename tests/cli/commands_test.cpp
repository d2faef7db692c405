// Walks the table of commands: nothing in it may lack help, docs, completion or a case that runs it.
#include "cli/commands.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "cli/completion.hpp"
#include "cli/help.hpp"
#include "tests/support/files.hpp"
#include "tests/support/places.hpp"

namespace fs = std::filesystem;
using namespace outmap;
using test::bytes_of;

namespace {

/// The command lines of all cases of a command, put together.
std::string command_lines_of(const Command& command) {
  std::string lines;
  const fs::path folder = outmap::test::source_folder() / "tests" / "cli" / command.name;
  if (!fs::exists(folder)) return lines;
  for (const auto& of_case : fs::directory_iterator(folder)) lines += bytes_of(of_case.path() / "cmd");
  return lines;
}

bool shell_is_there(const std::string& shell) {
  return std::system(("command -v " + shell + " >/dev/null 2>&1").c_str()) == 0;
}

/// True where the shell finds the script well-formed.
bool parses(const std::string& shell, const std::string& script) {
  const fs::path path = fs::temp_directory_path() / ("outmap-completion-test." + shell);
  std::ofstream(path, std::ios::binary) << script;
  const bool good = std::system((shell + " -n " + path.string()).c_str()) == 0;
  fs::remove(path);
  return good;
}

}  // namespace

TEST_CASE("Every command tells what it does, with an example", "[cli]") {
  for (const Command& command : all_commands()) {
    INFO(command.name);
    CHECK(!command.summary.empty());
    CHECK(command.summary.back() != '.');
    CHECK(!command.question.empty());
    CHECK(command.question.back() == '?');
    CHECK(command.run != nullptr);
    REQUIRE(!command.examples.empty());
    for (const Example& example : command.examples) {
      CHECK(example.line.find("outmap " + std::string(command.name)) != std::string_view::npos);
    }
  }
}

TEST_CASE("Options are described in full and only once", "[cli]") {
  for (const Command& command : all_commands()) {
    std::set<std::string_view> names;
    std::set<char> letters;
    for (const Option& option : options_of(command)) {
      INFO(command.name << " " << option.name);
      CHECK(names.insert(option.name).second);
      CHECK((option.letter == 0 || letters.insert(option.letter).second));
      CHECK(option.name.starts_with("--"));
      CHECK(!option.help.empty());
      CHECK(option.help.back() != '.');
      CHECK((option.type == ValueType::flag) == option.value.empty());
      CHECK((option.type == ValueType::choice) == !option.choices.empty());
    }
  }
}

TEST_CASE("Every command and each of its own options is run by a case", "[cli]") {
  for (const Command& command : all_commands()) {
    const std::string lines = command_lines_of(command);
    INFO(command.name);
    CHECK(!lines.empty());
    for (const Option& option : command.options) {
      INFO(option.name);
      const std::string letter = std::string(" -") + option.letter;
      CHECK((lines.find(option.name) != std::string::npos ||
             (option.letter != 0 && lines.find(letter) != std::string::npos)));
    }
    for (const std::string_view format : command.formats) {
      INFO(format);
      CHECK((format == command.formats.front() || lines.find("--format " + std::string(format)) != std::string::npos));
    }
  }
}

TEST_CASE("docs/commands.md is what the table says", "[cli]") {
  const fs::path path = outmap::test::source_folder() / "docs" / "commands.md";
  const std::string generated = commands_as_markdown();
  for (const Command& command : all_commands()) {
    CHECK(generated.find("## outmap " + std::string(command.name) + "\n") != std::string::npos);
  }
  if (std::getenv("OUTMAP_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << generated;
  INFO("make it anew: outmap help --format markdown -o docs/commands.md");
  CHECK((bytes_of(path) == generated));
}

TEST_CASE("First steps use commands that exist", "[cli]") {
  REQUIRE(!first_steps().empty());
  for (const Example& step : first_steps()) {
    const std::string_view words = step.line.substr(7);
    CHECK(find_command(words.substr(0, words.find(' '))) != nullptr);
  }
}

TEST_CASE("Completion scripts parse and offer every option", "[cli]") {
  const std::pair<std::string, std::string> scripts[] = {
      {"bash", bash_completion()}, {"zsh", zsh_completion()}, {"fish", fish_completion()}};
  for (const auto& [shell, script] : scripts) {
    INFO(shell);
    for (const Command& command : all_commands()) {
      CHECK(script.find(command.name) != std::string::npos);
      for (const Option& option : options_of(command)) {
        const std::string name =
            shell == "fish" ? "-l " + std::string(option.name.substr(2)) : std::string(option.name);
        INFO(command.name << " " << name);
        CHECK(script.find(name) != std::string::npos);
      }
    }
    if (shell_is_there(shell)) {
      CHECK(parses(shell, script));
    } else {
      WARN("skipped: " << shell << " is not installed, its script was not parsed");
    }
  }
}

TEST_CASE("The man page names every command and option", "[cli]") {
  const std::string page = commands_as_man_page();
  for (const Command& command : all_commands()) {
    CHECK(page.find(".SS outmap " + std::string(command.name) + "\n") != std::string::npos);
  }
  CHECK(page.starts_with(".TH OUTMAP 1"));
}
