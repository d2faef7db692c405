#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "cli/scenarios/follow.hpp"
#include "cli/scenarios/open.hpp"
#include "cli/whatif/json.hpp"
#include "cli/whatif/meet_search.hpp"
#include "cli/whatif/report.hpp"
#include "cli/whatif/variants.hpp"

namespace outmap {
namespace {

std::string report_as(const std::string& format, const Map& map, const std::vector<WhatIfReport>& reports,
                      const Screen& screen) {
  if (format == "json") return whatif_json(reports);
  if (format == "table") return whatif_text(map, reports, screen);
  return whatif_listing(map, reports, format, screen);
}

int run_whatif(const Invocation& given, Console& console) {
  const LoadedMap loaded = open_map(given.arguments().front(), console);
  const std::vector<OpenScenario> scenarios = open_scenarios(given, *loaded.map, console);
  if (asks_for_search(given)) return run_search(given, *loaded.map, scenarios, what_if_options(given), console);
  if (given.has("--all-rules")) return run_all_rules(given, *loaded.map, scenarios, console);
  if (scenarios.empty()) {
    throw UsageError(
        "a what-if needs something that is different from today",
        "name a scenario file, add --act ID=1, --set FIELD=VALUE or --remove ID, or search with --meet ID");
  }
  const std::vector<WhatIfReport> reports = follow_scenarios(*loaded.map, scenarios, what_if_options(given), console);
  console.write_result(report_as(given.format(), *loaded.map, reports, console.out()));
  return 0;
}

std::vector<Option> whatif_options() {
  std::vector<Option> options = scenario_options();
  options.push_back(runs_option());
  options.push_back(all_rules_option());
  for (Option& option : meet_options()) options.push_back(std::move(option));
  return options;
}

}  // namespace

Command whatif_command() {
  return {
      .name = "whatif",
      .summary = "follow scenarios through a map: what changes, who loses, how sure that is",
      .question = "What if we did this, if they left, if that got worse?",
      .about =
          "A scenario says what is different from today; the influences of the map carry it on until it settles. The "
          "answer stands against today's measured levels: gaps closed, those who lose first, each change with its "
          "causes.",
      .arguments = {map_argument(), scenario_argument()},
      .options = whatif_options(),
      .formats = table_formats(),
      .examples = {{"outmap whatif map.yaml exam-season.yaml", "one scenario against today"},
                   {"outmap whatif map.yaml --act late-evenings=1 --runs 1000", "one initiative, and how sure we are"},
                   {"outmap whatif map.yaml --meet booked-fast=8 --at-most 3",
                    "the cheapest initiatives that get there"},
                   {"outmap whatif map.yaml a.yaml b.yaml --all-rules",
                    "which conclusions hang on how it is simulated"},
                   {"outmap whatif map.yaml a.yaml b.yaml --format json", "two, side by side, for programs"}},
      .reads_map = true,
      .run = run_whatif};
}

}  // namespace outmap
