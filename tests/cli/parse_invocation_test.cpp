#include <catch2/catch.hpp>

#include "cli/invocation.hpp"

using namespace outmap;

namespace {

Command draw_command() {
  return {.name = "draw",
          .arguments = {{.name = "MAP", .help = "a map", .type = ValueType::map, .repeats = true}},
          .options = {{.name = "--theme",
                       .value = "NAME",
                       .help = "colours",
                       .type = ValueType::choice,
                       .choices = {"light", "dark"},
                       .default_text = "light"},
                      {.name = "--scale",
                       .letter = 's',
                       .value = "N",
                       .help = "size",
                       .type = ValueType::number,
                       .default_text = "1",
                       .min = 0.1,
                       .max = 10},
                      {.name = "--hops", .value = "N", .help = "distance", .type = ValueType::integer, .min = 0},
                      {.name = "--fail-on", .value = "RULE", .help = "rule", .type = ValueType::text, .repeats = true},
                      {.name = "--since", .value = "DATE", .help = "day", .type = ValueType::date},
                      {.name = "--all", .letter = 'a', .help = "everything"}}};
}

/// The message of the refusal, with the hint in brackets.
std::string refusal(const std::vector<std::string>& words) {
  const Command command = draw_command();
  try {
    parse_invocation(command, words);
  } catch (const UsageError& error) {
    return std::string(error.what()) + " (" + error.hint().substr(0, error.hint().find('\n')) + ")";
  }
  return "";
}

}  // namespace

TEST_CASE("Options may be written in every usual way", "[cli]") {
  const Command command = draw_command();
  const Invocation given = parse_invocation(
      command, {"a.yaml", "--theme=dark", "-s2.5", "b.yaml", "--hops", "3", "-aq", "-", "--", "--c.yaml"});
  CHECK(given.text("--theme") == "dark");
  CHECK(given.number("--scale") == 2.5);
  CHECK(given.integer("--hops") == 3);
  CHECK(given.has("--all"));
  CHECK(given.has("--quiet"));
  CHECK(given.arguments() == std::vector<std::string>{"a.yaml", "b.yaml", "-", "--c.yaml"});
}

TEST_CASE("An option that is not given has its default or nothing", "[cli]") {
  const Command command = draw_command();
  const Invocation given = parse_invocation(command, {"a.yaml"});
  CHECK(given.text("--theme") == "light");
  CHECK(given.number("--scale") == 1);
  CHECK(given.integer("--hops") == std::nullopt);
  CHECK(given.date("--since") == std::nullopt);
  CHECK(!given.has("--theme"));
  CHECK(given.texts("--fail-on").empty());
}

TEST_CASE("What may be repeated keeps every value; what may not is refused", "[cli]") {
  const Command command = draw_command();
  const Invocation given = parse_invocation(command, {"a.yaml", "--fail-on", "error", "--fail-on", "opportunity:12"});
  CHECK(given.texts("--fail-on") == std::vector<std::string>{"error", "opportunity:12"});
  CHECK(refusal({"a.yaml", "--hops", "1", "--hops", "2"}) == "--hops is given 2 times (give it once)");
}

TEST_CASE("Wrong usage is refused with the nearest right name", "[cli]") {
  CHECK(refusal({"a.yaml", "--tehme", "dark"}) == "outmap draw has no option '--tehme' (did you mean '--theme'?)");
  CHECK(refusal({"a.yaml", "--theme", "drak"}) ==
        "--theme cannot be 'drak' (did you mean 'dark'? choose from: light, dark)");
  CHECK(refusal({"a.yaml", "--scale", "big"}) ==
        "--scale takes a number from 0.1 to 10, not 'big' ('outmap help draw' shows how it is used)");
  CHECK(refusal({"a.yaml", "--hops", "1.5"}) ==
        "--hops takes a whole number from 0 up, not '1.5' ('outmap help draw' shows how it is used)");
  CHECK(refusal({"a.yaml", "--since", "2026-02-30"}) ==
        "--since takes a day of the calendar, not '2026-02-30' (write it as YYYY-MM-DD, like 2026-06-30)");
  CHECK(refusal({"a.yaml", "--theme"}) ==
        "--theme needs a value: --theme NAME ('outmap help draw' shows how it is used)");
  CHECK(refusal({"a.yaml", "--all=no"}) == "--all takes no value ('outmap help draw' shows how it is used)");
  CHECK(refusal({}) == "outmap draw needs MAP: a map ('outmap help draw' shows how it is used)");
}

TEST_CASE("With --help nothing else is checked", "[cli]") {
  const Command command = draw_command();
  CHECK(parse_invocation(command, {"--help", "--theme", "drak"}).has("--help"));
}
