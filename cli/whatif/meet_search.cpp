#include "cli/whatif/meet_search.hpp"

#include <charconv>
#include <cmath>
#include <stdexcept>

#include "cli/whatif/json.hpp"
#include "cli/whatif/meet_report.hpp"
#include "cli/whatif/report.hpp"

namespace outmap {
namespace {

double level_of_text(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    throw UsageError("--meet takes an outcome and a level, not '" + text + "'", "as in --meet booked-fast=8");
  return value;
}

MeetTarget target_of(const std::string& text, const Map& map) {
  const auto equals = text.find('=');
  MeetTarget target{text.substr(0, equals), std::nullopt};
  if (equals != std::string::npos) target.level = level_of_text(text.substr(equals + 1));
  if (map.get<Outcome>(target.outcome) != nullptr) return target;
  std::vector<std::string_view> known;
  for (const Outcome& outcome : map->outcomes) known.push_back(outcome.id);
  throw UsageError("--meet: no outcome has the id '" + target.outcome + "'", nearest_hint(target.outcome, known));
}

MeetOptions search_options(const Invocation& given, const Map& map) {
  MeetOptions options;
  for (const std::string& text : given.texts("--meet")) options.targets.push_back(target_of(text, map));
  if (const auto most = given.integer("--at-most")) options.at_most = static_cast<std::size_t>(*most);
  options.as_of = given.date("--as-of");
  return options;
}

OpenScenario today() {
  LoadedScenarios none = load_scenarios_text("command line", "outmap-scenario: 1\n");
  none.scenarios.front().name.clear();
  return {none.scenarios.front(), none.origins, {}};
}

/// The search and the what-if of what it found; nothing is followed where nothing is different from today.
MeetAnswer answer(const Map& map, const OpenScenario& one, const MeetOptions& search, const WhatIfOptions& options,
                  const Console& console) {
  MeetAnswer found;
  found.under = one.scenario.name;
  Diagnostics problems;
  try {
    auto report = find_meeting_set(map, one.scenario, problems, search);
    if (!report) tell_problems(std::move(problems), one, console);
    found.search = *std::move(report);
  } catch (const std::invalid_argument& problem) {
    throw UsageError(std::string("--meet: ") + problem.what());
  }
  if (found.search.scenario.changes.empty()) return found;
  Diagnostics told;
  found.whatif = find_whatif(map, found.search.scenario, told, options);
  tell_problems(std::move(told), one, console);
  return found;
}

}  // namespace

std::vector<Option> meet_options() {
  return {{.name = "--meet",
           .value = "ID=LEVEL",
           .help = "search the cheapest initiatives that bring this outcome to LEVEL, or without =LEVEL to its target; "
                   "may be repeated",
           .type = ValueType::text,
           .repeats = true},
          {.name = "--at-most",
           .value = "N",
           .help = "with --meet: that many initiatives at most",
           .type = ValueType::integer,
           .min = 1}};
}

bool asks_for_search(const Invocation& given) {
  if (given.has("--meet")) return true;
  if (given.has("--at-most"))
    throw UsageError("--at-most needs targets to be met", "add --meet, as in --meet booked-fast=8 --at-most 3");
  return false;
}

int run_search(const Invocation& given, const Map& map, const std::vector<OpenScenario>& scenarios,
               const WhatIfOptions& options, Console& console) {
  const MeetOptions search = search_options(given, map);
  std::vector<MeetAnswer> answers;
  for (const OpenScenario& one : scenarios) answers.push_back(answer(map, one, search, options, console));
  if (scenarios.empty()) answers.push_back(answer(map, today(), search, options, console));
  const Screen& screen = console.out();
  if (given.format() == "json")
    console.write_result(meet_json(answers));
  else if (given.format() == "table")
    console.write_result(meet_text(map, answers, screen));
  else
    console.write_result(meet_listing(map, answers, given.format(), screen));
  return 0;
}

}  // namespace outmap
