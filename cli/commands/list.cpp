#include <nlohmann/json.hpp>
#include <string>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/json_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "model/check/codes.hpp"
#include "render/diagram.hpp"
#include "render/theme/theme.hpp"

namespace outmap {
namespace {

Listing codes() {
  Listing listing{{{.key = "code", .heading = "code"},
                   {.key = "severity", .heading = "severity"},
                   {.key = "title", .heading = "means", .flexible = true, .wraps = true}},
                  {}};
  for (const Code& code : all_codes()) {
    listing.rows.push_back(
        {text_cell(code.code), text_cell(to_text(code.severity), ink_of(code.severity)), text_cell(code.title)});
  }
  return listing;
}

Listing diagrams() {
  Listing listing{{{.key = "name", .heading = "diagram"},
                   {.key = "question", .heading = "answers", .flexible = true, .wraps = true}},
                  {}};
  for (const DiagramKind& diagram : all_diagrams()) {
    listing.rows.push_back({text_cell(diagram.name), text_cell(diagram.question)});
  }
  return listing;
}

Listing themes() {
  Listing listing{
      {{.key = "name", .heading = "theme"}, {.key = "help", .heading = "is for", .flexible = true, .wraps = true}}, {}};
  for (const Theme* theme : all_themes()) listing.rows.push_back({text_cell(theme->name), text_cell(theme->help)});
  return listing;
}

/// What can be listed: one row each.
struct Kind {
  std::string_view name;
  Listing (*make)();
  std::string_view next;  // the command to try next
};
constexpr Kind kinds[] = {
    {"codes", codes, "outmap explain CODE"},
    {"diagrams", diagrams, "outmap render MAP --diagram NAME -o FILE"},
    {"themes", themes, "outmap render MAP --all -o DIR --theme NAME"},
};

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (const Kind& kind : kinds) names.push_back(kind.name);
  return names;
}

/// An object for each row, its keys those of the columns.
std::string rows_as_json(std::string_view name, const Listing& listing) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const auto& row : listing.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i)
      object[std::string(listing.columns[i].key)] = json_or_null(row[i].exact);
    rows.push_back(std::move(object));
  }
  nlohmann::ordered_json all;
  all[std::string(name)] = std::move(rows);
  return json_text(all);
}

int run_list(const Invocation& given, Console& console) {
  for (const Kind& kind : kinds) {
    if (given.arguments().front() != kind.name) continue;
    const Listing listing = kind.make();
    const std::string format = given.format();
    console.write_result(format == "json" ? rows_as_json(kind.name, listing)
                                          : listing_as(format, listing, console.out()));
    if (format == "table") console.suggest(kind.next);
  }
  return 0;
}

}  // namespace

Command list_command() {
  return {.name = "list",
          .summary = "list the codes, diagrams or themes that there are",
          .question = "What is there to choose from?",
          .arguments = {{.name = "WHAT", .help = "what to list", .type = ValueType::choice, .choices = kind_names()}},
          .formats = table_formats(),
          .examples = {{"outmap list diagrams", "every picture and the question it answers"},
                       {"outmap list codes --format csv", "every code that check may give"}},
          .run = run_list};
}

}  // namespace outmap
