#include "cli/scenarios/open.hpp"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/messages.hpp"
#include "cli/open_map.hpp"
#include "model/scenario/apply.hpp"
#include "model/scenario/wrong_names.hpp"

namespace outmap {
namespace {

std::pair<std::string, std::string> split(std::string_view option, const std::string& text, std::string_view example) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    throw UsageError(std::string(option) + " takes a name and a value, not '" + text + "'",
                     "as in " + std::string(option) + " " + std::string(example));
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

IdNumber act_of(const std::string& text) {
  const auto [id, number] = split("--act", text, "online-booking=0.8");
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || !(std::abs(value) <= 1)) {
    throw UsageError("--act takes a number from -1 to 1, not '" + number + "'", "as in --act online-booking=0.8");
  }
  return {id, value};
}

SetValue set_of(const std::string& text) {
  const auto [field, value] = split("--set", text, "booked-fast.current=6");
  const bool is_json = nlohmann::json::accept(value);
  return {field, is_json ? value : nlohmann::json(value).dump()};
}

ScenarioChange typed_change(const Invocation& given) {
  ScenarioChange change;
  for (const std::string& text : given.texts("--act")) change.act.push_back(act_of(text));
  for (const std::string& text : given.texts("--set")) change.set.push_back(set_of(text));
  change.remove = given.texts("--remove");
  return change;
}

/// What was typed, as a name: "act online-booking=0.8, remove midwives".
std::string name_of_typed(const Invocation& given) {
  std::string name;
  for (const std::string option : {"act", "set", "remove"}) {
    for (const std::string& text : given.texts("--" + option))
      name.append(name.empty() ? "" : ", ").append(option).append(" ").append(text);
  }
  return name;
}

/// Shows problems that know their places; throws MapRefused where there is an error.
void tell_located(Diagnostics problems, const Console& console) {
  if (problems.all().empty()) return;
  problems.sort();
  console.write_message(diagnostics_text(problems, console.err()));
  if (!problems.has_errors()) return;
  console.write_hint(count_text(problems) + "; 'outmap explain CODE' tells more about one\n");
  throw MapRefused();
}

}  // namespace

Argument scenario_argument() {
  return {.name = "SCENARIO",
          .help = "a file of one scenario or several: .yaml, .json or .jsonc",
          .type = ValueType::file,
          .required = false,
          .repeats = true};
}

std::vector<Option> scenario_options() {
  return {{.name = "--act",
           .value = "ID=NUMBER",
           .help = "hold an element at this change, -1 to 1: 1 is fully on, -1 gone; may be repeated",
           .type = ValueType::text,
           .repeats = true},
          {.name = "--set",
           .value = "FIELD=VALUE",
           .help = "give a field another value, as in booked-fast.current=6; may be repeated",
           .type = ValueType::text,
           .repeats = true},
          {.name = "--remove",
           .value = "ID",
           .help = "take an element out, with all that hangs on it; may be repeated",
           .type = ValueType::id,
           .repeats = true}};
}

namespace {

/// The files named after the map, read.
std::vector<LoadedScenarios> load_files(const Invocation& given) {
  std::vector<LoadedScenarios> files;
  for (std::size_t i = 1; i < given.arguments().size(); ++i) files.push_back(load_scenarios(given.arguments()[i]));
  return files;
}

/// The scenarios of all files, with what was typed added to each.
std::vector<OpenScenario> with_typed(std::vector<LoadedScenarios> files, const Invocation& given) {
  std::vector<OpenScenario> opened;
  for (LoadedScenarios& loaded : files) {
    for (Scenario& scenario : loaded.scenarios) opened.push_back({std::move(scenario), loaded.origins, {}});
  }
  const std::string typed = name_of_typed(given);
  if (typed.empty()) return opened;
  if (opened.empty()) {
    LoadedScenarios none = load_scenarios_text("command line", "outmap-scenario: 1\n");
    none.scenarios.front().name = typed;
    opened.push_back({none.scenarios.front(), none.origins, {}});
  }
  const ScenarioChange change = typed_change(given);
  for (OpenScenario& one : opened) {
    one.typed = one.scenario.path + "/changes/" + std::to_string(one.scenario.changes.size());
    one.scenario.changes.push_back(change);
  }
  return opened;
}

/// Problems of what was typed stand at the option, all others in the file.
void locate(Diagnostics& problems, const OpenScenario& of) {
  for (Diagnostic& problem : problems.all()) {
    if (of.typed.empty() || !problem.path.starts_with(of.typed + "/")) continue;
    const std::size_t begin = of.typed.size() + 1;
    problem.place.file = "--" + problem.path.substr(begin, problem.path.find('/', begin) - begin);
  }
  locate_problems(problems, of.origins);
}

}  // namespace

std::vector<OpenScenario> open_scenarios(const Invocation& given, const Map& map, const Console& console) {
  std::vector<LoadedScenarios> files = load_files(given);
  Diagnostics problems;
  for (const LoadedScenarios& loaded : files) {
    problems.append(Diagnostics(loaded.problems));
    problems.append(wrong_names(map, loaded));
  }
  const bool unread = problems.has_errors();
  std::vector<OpenScenario> opened = with_typed(std::move(files), given);
  for (OpenScenario& one : opened) {
    if (opened.size() == 1 && !unread) break;
    Diagnostics found;
    one.applied = apply(map, one.scenario, found);
    locate(found, one);
    problems.append(std::move(found));
  }
  tell_located(problems, console);
  return opened;
}

void tell_problems(Diagnostics problems, const OpenScenario& of, const Console& console) {
  locate(problems, of);
  tell_located(std::move(problems), console);
}

}  // namespace outmap
