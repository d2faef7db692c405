#include <nlohmann/json.hpp>
#include <string>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/json_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "model/check/codes.hpp"

namespace outmap {
namespace {

std::vector<std::string_view> code_names() {
  std::vector<std::string_view> names;
  for (const Code& code : all_codes()) names.push_back(code.code);
  return names;
}

/// Examples keep their line breaks and spaces.
std::string verbatim(std::string_view text) {
  std::string block;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    block += "    " + std::string(text.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return block;
}

std::string explained(const Code& code, const Screen& screen) {
  std::string text =
      screen.paint(ink_of(code.severity), std::string(to_text(code.severity)) + " " + std::string(code.code)) + ": " +
      screen.paint(Ink::strong, code.title) + "\n\n" + paragraph(code.meaning, screen);
  if (!code.example.empty()) text += "\n" + screen.paint(Ink::strong, "Example") + "\n" + verbatim(code.example);
  if (!code.mend.empty()) text += "\n" + screen.paint(Ink::strong, "What to do") + "\n" + paragraph(code.mend, screen);
  return text;
}

std::string explained_as(const std::string& format, const Code& code, const Screen& screen) {
  if (format == "table") return explained(code, screen);
  if (format == "json") {
    return json_text({{"code", code.code},
                      {"severity", to_text(code.severity)},
                      {"title", code.title},
                      {"meaning", code.meaning},
                      {"example", json_or_null(code.example)},
                      {"mend", json_or_null(code.mend)}});
  }
  const Listing listing{{{.key = "code", .heading = "code"},
                         {.key = "severity", .heading = "severity"},
                         {.key = "title", .heading = "title"},
                         {.key = "meaning", .heading = "meaning"},
                         {.key = "example", .heading = "example"},
                         {.key = "mend", .heading = "what to do"}},
                        {{text_cell(code.code), text_cell(to_text(code.severity)), text_cell(code.title),
                          text_cell(code.meaning), text_cell(code.example), text_cell(code.mend)}}};
  return listing_as(format, listing, screen);
}

int run_explain(const Invocation& given, Console& console) {
  const Code* code = find_code(given.arguments().front());
  console.write_result(explained_as(given.format(), *code, console.out()));
  return 0;
}

}  // namespace

Command explain_command() {
  return {.name = "explain",
          .summary = "tell what a code means, with an example and the mend",
          .question = "What does the code of a problem mean, and what do I do about it?",
          .arguments = {{.name = "CODE",
                         .help = "a code as it stands in [brackets] behind a problem",
                         .type = ValueType::choice,
                         .choices = code_names(),
                         .listed_by = "outmap list codes"}},
          .formats = table_formats(),
          .examples = {{"outmap explain reference.unknown-id", "what it means when no element has an id"}},
          .run = run_explain};
}

}  // namespace outmap
