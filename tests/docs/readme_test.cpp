// What the READMEs tell people to type works as it stands there, and the message that the first one shows is what the
// program says.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/places.hpp"
#include "tests/support/temporary_folder.hpp"

namespace outmap {

namespace {

namespace fs = std::filesystem;

const fs::path project = test::source_folder();

std::string read(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// A fenced block: its language, the paragraph before it, its text.
struct Block {
  std::string language;
  std::string before;
  std::string text;
};

std::vector<Block> blocks_of(const std::string& markdown) {
  std::vector<Block> blocks;
  std::istringstream lines(markdown);
  std::string before;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({line.substr(3), before, ""});
      before.clear();
    } else if (inside) {
      blocks.back().text += line + "\n";
    } else if (!line.empty()) {
      before = line;
    }
  }
  return blocks;
}

/// Commands between backticks that hold no word in capitals: those stand for something else.
std::vector<std::string> commands_in_tables(const std::string& markdown) {
  const std::regex command("`(outmap [^`]+)`");
  const std::regex placeholder("(^| )[A-Z]{2,}");
  std::vector<std::string> found;
  for (std::sregex_iterator at(markdown.begin(), markdown.end(), command), end; at != end; ++at) {
    const std::string words = (*at)[1];
    if (!std::regex_search(words, placeholder)) found.push_back(words);
  }
  return found;
}

/// Runs a line in a folder; the program is found by its name, and nothing may be said on stderr that stops it.
int run(const std::string& folder, const std::string& line) {
  const std::string path = test::program_path().parent_path().string();
  std::ofstream(folder + "/.line.sh") << "set -e\n" << line << "\n";
  return std::system(
      ("cd '" + folder + "' && PATH='" + path + "':\"$PATH\" bash .line.sh > .out 2>&1 < /dev/null").c_str());
}

/// Files that the text says to save, and those that it supposes.
void write_files(const std::string& markdown, const std::string& folder) {
  const std::regex named("`([a-z]+\\.yaml)`");
  for (const Block& block : blocks_of(markdown)) {
    std::smatch name;
    if (block.language == "yaml" && std::regex_search(block.before, name, named))
      std::ofstream(folder + "/" + std::string(name[1])) << block.text;
  }
}

}  // namespace

TEST_CASE("every command of the README can be pasted, in its order") {
  const std::string readme = read(project / "README.md");
  const test::TemporaryFolder folder;
  write_files(readme, folder.path());
  std::size_t count = 0;
  for (const Block& block : blocks_of(readme)) {
    if (block.language != "sh") continue;
    std::istringstream lines(block.text);
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("outmap ")) continue;
      CAPTURE(line);
      const int status = run(folder.path(), line);
      INFO(read(fs::path(folder.path()) / ".out"));
      CHECK(status == 0);
      ++count;
    }
  }
  CHECK(count >= 6);
  CHECK(fs::file_size(fs::path(folder.path()) / "journey.svg") > 10000);
  CHECK(fs::file_size(fs::path(folder.path()) / "bakery.svg") > 10000);
}

TEST_CASE("the slip that the README shows is told in these words") {
  const test::TemporaryFolder folder;
  REQUIRE(run(folder.path(), "outmap init demo") == 0);
  REQUIRE(run(folder.path(), "sed -i 's/from: schools/from: shools/' demo/map.yaml") == 0);
  CHECK(run(folder.path(), "outmap check demo/map.yaml") != 0);
  const std::string told = read(fs::path(folder.path()) / ".out");
  for (const Block& block : blocks_of(read(project / "README.md"))) {
    if (block.language.empty()) CHECK(told.substr(0, block.text.size()) == block.text);
  }
}

TEST_CASE("the four lines for a table of customers make a map") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() + "/customers.csv") << "customerID,tenure\n7590-VHVEG,1\n";
  for (const Block& block : blocks_of(read(project / "README.md"))) {
    if (block.text.find("customers.csv") != std::string::npos) std::ofstream(folder.path() + "/map.yaml") << block.text;
  }
  CHECK(run(folder.path(), "outmap check map.yaml") == 0);
}

TEST_CASE("every command in the samples' READMEs can be pasted there") {
  for (const char* story : {"minimal", "clinics", "saas"}) {
    const test::TemporaryFolder folder;
    fs::copy(project / "samples" / story, folder.path(), fs::copy_options::recursive);
    std::vector<std::string> commands = commands_in_tables(read(project / "samples" / story / "README.md"));
    CAPTURE(story);
    CHECK(!commands.empty());
    for (const std::string& command : commands) {
      CAPTURE(command);
      const int status = run(folder.path(), command);
      INFO(read(fs::path(folder.path()) / ".out"));
      CHECK(status == 0);
    }
  }
}

TEST_CASE("commands that name a sample can be pasted at the project's root") {
  const test::TemporaryFolder folder;
  fs::create_directory_symlink(project / "samples", fs::path(folder.path()) / "samples");
  for (const std::string& command : commands_in_tables(read(project / "samples" / "README.md"))) {
    CAPTURE(command);
    CHECK(run(folder.path(), command) == 0);
  }
  for (const Block& block : blocks_of(read(project / "samples" / "minimal-tables" / "README.md"))) {
    CAPTURE(block.text);
    CHECK(run(folder.path(), block.text) == 0);
  }
}

TEST_CASE("every command in the starter map's README can be pasted beside it") {
  const test::TemporaryFolder folder;
  REQUIRE(run(folder.path(), "outmap init .") == 0);
  for (const Block& block : blocks_of(read(project / "cli" / "init" / "README.md"))) {
    if (block.language != "sh") continue;
    CAPTURE(block.text);
    CHECK(run(folder.path(), block.text) == 0);
  }
}

}  // namespace outmap
