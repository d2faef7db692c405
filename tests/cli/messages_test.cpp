#include "cli/messages.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

namespace {

Diagnostic unknown_id(std::string excerpt, std::uint32_t column, std::uint32_t length, std::string hint) {
  return {.code = "reference.unknown-id",
          .severity = Severity::error,
          .place = {"map.yaml", 41, column, length, std::move(excerpt), column},
          .path = "/relations/0/to",
          .message = "no element has the id 'midwifes'",
          .hint = std::move(hint)};
}

}  // namespace

TEST_CASE("A problem is shown with its line, a caret and the hint behind it", "[cli]") {
  CHECK(diagnostic_text(unknown_id("    to: midwifes", 9, 8, "did you mean 'midwives'?"), Screen{}) ==
        "map.yaml:41:9: error: no element has the id 'midwifes' [reference.unknown-id]\n"
        "   41 |     to: midwifes\n"
        "      |         ^~~~~~~~ did you mean 'midwives'?\n");
}

TEST_CASE("Wide characters and tabs keep the caret right", "[cli]") {
  CHECK(diagnostic_text(unknown_id("名前: 顧客, to: x", 13, 1, ""), Screen{}) ==
        "map.yaml:41:13: error: no element has the id 'midwifes' [reference.unknown-id]\n"
        "   41 | 名前: 顧客, to: x\n"
        "      |                 ^\n");
  CHECK(diagnostic_text(unknown_id("\tto: 顧客", 6, 2, ""), Screen{}) ==
        "map.yaml:41:6: error: no element has the id 'midwifes' [reference.unknown-id]\n"
        "   41 |     to: 顧客\n"
        "      |         ^~~~\n");
}

TEST_CASE("A line wider than the terminal is cut round the caret", "[cli]") {
  const std::string before(90, 'a');
  const std::string text = diagnostic_text(unknown_id(before + "BAD" + before, 91, 3, ""), {true, 60, Paint()});
  CHECK(text ==
        "map.yaml:41:91: error: no element has the id 'midwifes' [reference.unknown-id]\n"
        "   41 | …aaaaaaaaaaaaaaaaaBADaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\n"
        "      |                   ^~~\n");
}

TEST_CASE("A hint that does not fit stands on its own lines", "[cli]") {
  const std::string hint = "an id has letters, digits, - and _ only; a dot is not allowed in it";
  CHECK(diagnostic_text(unknown_id("    to: mid.wives", 9, 9, hint), {true, 60, Paint()}) ==
        "map.yaml:41:9: error: no element has the id 'midwifes' [reference.unknown-id]\n"
        "   41 |     to: mid.wives\n"
        "      |         ^~~~~~~~~\n"
        "      | an id has letters, digits, - and _ only; a dot is\n"
        "      | not allowed in it\n");
}

TEST_CASE("A problem of a whole file has no line", "[cli]") {
  Diagnostic missing;
  missing.code = "file.not-found";
  missing.place.file = "map.yaml";
  missing.message = "there is no file map.yaml";
  missing.hint = "did you mean 'maps.yaml'?";
  CHECK(diagnostic_text(missing, Screen{}) ==
        "map.yaml: error: there is no file map.yaml [file.not-found]\n"
        "      | did you mean 'maps.yaml'?\n");
}

TEST_CASE("A map cannot drive the terminal", "[cli]") {
  const std::string text = diagnostic_text(unknown_id("to: \x1b[31mred\x07", 5, 3, ""), Screen{});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
}

TEST_CASE("Colours mark the severity", "[cli]") {
  const std::string text = diagnostic_text(unknown_id("to: midwifes", 5, 8, ""), {true, 80, Paint(true)});
  CHECK(text.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
  CHECK(text.find("\x1b[1;31m^~~~~~~~\x1b[0m") != std::string::npos);
}

TEST_CASE("Problems are counted by severity", "[cli]") {
  Diagnostics problems;
  CHECK(count_text(problems) == "");
  Diagnostic warning;
  warning.severity = Severity::warning;
  problems.add(warning);
  CHECK(count_text(problems) == "1 warning");
  for (int i = 0; i < 3; ++i) problems.add(unknown_id("x", 1, 1, ""));
  CHECK(count_text(problems) == "3 errors, 1 warning");
}
