// Runs the program as a user would: every folder tests/cli/<command>/<case> holds a command line in `cmd` and what must
// come of it in `out`, `err` and `exit` (absent: empty, 0). Other files are the case's input. OUTMAP_ACCEPT=1 rewrites
// what is expected; look at every change in git diff.
#include <sys/wait.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/files.hpp"
#include "tests/support/places.hpp"

namespace fs = std::filesystem;
using outmap::test::bytes_of;

namespace {

void write(const fs::path& path, const std::string& text) {
  if (text.empty()) {
    fs::remove(path);
  } else {
    std::ofstream(path, std::ios::binary) << text;
  }
}

std::string in_quotes(const fs::path& path) { return "'" + path.string() + "'"; }

std::vector<fs::path> all_cases() {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::recursive_directory_iterator(outmap::test::source_folder() / "tests" / "cli")) {
    if (entry.path().filename() == "cmd") cases.push_back(entry.path().parent_path());
  }
  std::ranges::sort(cases);
  return cases;
}

bool is_input(const fs::path& path) {
  const std::string name = path.filename().string();
  return name != "cmd" && name != "out" && name != "err" && name != "exit";
}

/// A folder of its own for one run; gone at the end.
class Workplace {
 public:
  explicit Workplace(const fs::path& of_case) {
    std::string pattern = (fs::temp_directory_path() / "outmap-case-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
    fs::create_directory(path_ / "case");
    for (const auto& entry : fs::directory_iterator(of_case)) {
      if (is_input(entry.path()))
        fs::copy(entry.path(), path_ / "case" / entry.path().filename(), fs::copy_options::recursive);
    }
  }
  ~Workplace() { fs::remove_all(path_); }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Ran {
  std::string out;
  std::string err;
  std::string exit;
};

/// What the sanitizers must know, handed on into the case's empty environment; nothing in an ordinary run.
std::string sanitizer_options() {
  const char* options = std::getenv("LSAN_OPTIONS");
  return options == nullptr ? "" : " LSAN_OPTIONS=" + in_quotes(options);
}

Ran run(const fs::path& of_case, const Workplace& place) {
  const fs::path program_folder = outmap::test::program_path().parent_path();
  const std::string command = "cd " + in_quotes(place.path() / "case") + " && env -i HOME=" + in_quotes(place.path()) +
                              sanitizer_options() + " PATH=" + in_quotes(program_folder) +
                              ":/usr/bin:/bin LANG=C.UTF-8 COLUMNS=80 " +
                              "SAMPLES=" + in_quotes(outmap::test::source_folder() / "samples") + " timeout 60 bash " +
                              in_quotes(of_case / "cmd") + " >" + in_quotes(place.path() / "out") + " 2>" +
                              in_quotes(place.path() / "err") + " </dev/null";
  const int status = std::system(command.c_str());
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return {bytes_of(place.path() / "out"), bytes_of(place.path() / "err"), code == 0 ? "" : std::to_string(code) + "\n"};
}

std::string difference(const fs::path& expected, const std::string& actual, const Workplace& place) {
  const fs::path got = place.path() / "got";
  std::ofstream(got, std::ios::binary) << actual;
  const fs::path before = fs::exists(expected) ? expected : fs::path("/dev/null");
  const std::string command = "diff -u --label expected --label actual " + in_quotes(before) + " " + in_quotes(got) +
                              " >" + in_quotes(place.path() / "diff");
  if (std::system(command.c_str()) < 0) return "diff could not be run";
  return bytes_of(place.path() / "diff");
}

void check_part(const fs::path& of_case, std::string_view part, const std::string& actual, const Workplace& place) {
  const fs::path expected = of_case / part;
  if (std::getenv("OUTMAP_ACCEPT") != nullptr) return write(expected, actual);
  INFO(part << ":\n" << difference(expected, actual, place));
  CHECK((bytes_of(expected) == actual));
}

}  // namespace

TEST_CASE("Every command line gives what its case says", "[cli][golden]") {
  const std::vector<fs::path> cases = all_cases();
  REQUIRE(cases.size() > 10);
  for (const fs::path& of_case : cases) {
    INFO("case " << fs::relative(of_case, outmap::test::source_folder()).string() << ": " << bytes_of(of_case / "cmd"));
    const Workplace place(of_case);
    const Ran outcome = run(of_case, place);
    check_part(of_case, "exit", outcome.exit, place);
    check_part(of_case, "out", outcome.out, place);
    check_part(of_case, "err", outcome.err, place);
  }
}
