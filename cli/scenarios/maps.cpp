#include "cli/scenarios/maps.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cli/display_text.hpp"
#include "cli/json_text.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Json json_of_scenario(const ScenarioMap& one) {
  const Scenario& scenario = one.scenario;
  return {{"name", scenario.name},
          {"likelihood", word_or_null(scenario.likelihood)},
          {"verdict", to_text(one.projected.verdict)}};
}

void tell_unsettled(const ScenarioMap& one, const Console& console) {
  if (one.projected.verdict == FcmVerdict::fixed_point) return;
  console.write_message(fmt::format("'{}' does not settle ({}): levels stand as today; 'outmap whatif' tells why\n",
                                    printable(one.scenario.name), to_text(one.projected.verdict)));
}

}  // namespace

std::vector<ScenarioMap> scenario_maps(const Invocation& given, const Map& today, const Console& console) {
  std::vector<ScenarioMap> maps;
  for (OpenScenario& one : open_scenarios(given, today, console)) {
    Diagnostics problems;
    auto projected = project_map(today, one.scenario, problems, given.date("--as-of"));
    tell_problems(std::move(problems), one, console);
    maps.push_back({std::move(one.scenario), *std::move(projected)});
    tell_unsettled(maps.back(), console);
  }
  return maps;
}

std::string scenario_heading(const ScenarioMap& one, const Invocation& given, const Screen& screen) {
  std::string title = "With: " + printable(one.scenario.name);
  if (one.scenario.likelihood) title += fmt::format(" ({})", word_of(*one.scenario.likelihood));
  return (given.format() == "markdown" ? "## " + title : screen.paint(Ink::strong, title)) + "\n";
}

Ids held_initiatives(const ScenarioMap& one) {
  std::map<Id, double> held;
  for (const ScenarioChange& change : one.scenario.changes) {
    for (const IdNumber& act : change.act) held[act.id] = act.value;
  }
  Ids acting;
  for (const auto& [id, value] : held) {
    if (value > 0 && one.map().get<Initiative>(id) != nullptr) acting.push_back(id);
  }
  return acting;
}

Listing side_by_side(std::vector<Listing> tables, const std::vector<ScenarioMap>& scenarios) {
  Listing all{tables.front().columns, {}};
  all.columns.insert(all.columns.begin(), {.key = "scenario", .heading = "scenario"});
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (std::vector<Cell>& row : tables[i].rows) {
      row.insert(row.begin(), i == 0 ? Cell{} : text_cell(printable(scenarios[i - 1].scenario.name)));
      all.rows.push_back(std::move(row));
    }
  }
  return all;
}

std::string scenario_documents(Json before, std::vector<ScenarioDocument> scenarios) {
  const bool alone = scenarios.size() == 1;
  Json all = Json::array();
  for (ScenarioDocument& one : scenarios) {
    Json document = std::move(one.document);
    document["scenario"] = json_of_scenario(*one.scenario);
    if (alone) document["before"] = before;
    document["changes"] = std::move(one.changes);
    all.push_back(std::move(document));
  }
  return json_text(alone ? all.front() : Json{{"before", std::move(before)}, {"scenarios", std::move(all)}});
}

}  // namespace outmap
