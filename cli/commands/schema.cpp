#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/json_text.hpp"
#include "model/format/schema.hpp"
#include "model/scenario/scenario.hpp"

namespace outmap {
namespace {

int run_schema(const Invocation& given, Console& console) {
  const bool scenario = !given.arguments().empty() && given.arguments().front() == "scenario";
  console.write_result(
      json_text(scenario ? json_schema(scenario_record(), "outmap scenario, format version 1") : json_schema()));
  return 0;
}

}  // namespace

Command schema_command() {
  return {
      .name = "schema",
      .summary = "print the JSON Schema of a map or of a scenario",
      .question = "How does my editor complete and check a map while I type?",
      .about =
          "The schema is made from the same description of fields that the program reads and checks maps with. Editors "
          "with a YAML language server take it from the map's first line:\n"
          "# yaml-language-server: $schema=map.schema.json",
      .arguments = {{.name = "WHAT",
                     .help = "the format to describe",
                     .type = ValueType::choice,
                     .choices = {"map", "scenario"},
                     .required = false}},
      .examples = {{"outmap schema > map.schema.json", "beside the map, for the editor"},
                   {"outmap schema scenario > scenario.schema.json", "the same for scenarios"}},
      .run = run_schema};
}

}  // namespace outmap
