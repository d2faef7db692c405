#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "cli/plan/report.hpp"
#include "cli/scenarios/maps.hpp"
#include "cli/whatif/names.hpp"
#include "model/analysis/portfolio/portfolio.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

std::string report_as(const std::string& format, const Map& map, const PortfolioReport& report, const Screen& screen) {
  if (format == "json") return plan_json(report);
  if (format == "table") return plan_text(map, report, screen);
  return plan_listing(map, report, format, screen);
}

/// The ids that an option names; each must be an initiative of the map.
Ids initiatives_named(const Invocation& given, std::string_view option, const Map& map) {
  std::vector<std::string_view> known;
  for (const Initiative& initiative : map->initiatives) known.push_back(initiative.id);
  Ids ids;
  for (const std::string& id : given.texts(option)) {
    if (map.get<Initiative>(id) == nullptr) {
      throw UsageError(std::string(option) + ": no initiative has the id '" + id + "'", nearest_hint(id, known));
    }
    ids.push_back(id);
  }
  return ids;
}

PortfolioReport plan_for(const Map& map, const PortfolioOptions& options) {
  try {
    return find_portfolio(map, options);
  } catch (const std::invalid_argument& problem) {
    throw UsageError(problem.what());
  }
}

/// The plan that the call asks for; `under_way` is done in any case and not paid for again.
PortfolioReport plan_as_asked(const Map& map, const Invocation& given, const Ids& under_way = {}) {
  PortfolioOptions options{.budget = *given.number("--budget"),
                           .as_of = given.date("--as-of"),
                           .with = initiatives_named(given, "--with", map),
                           .without = initiatives_named(given, "--without", map),
                           .by = given.text("--by") == "simulation" ? PlanBy::simulation : PlanBy::closes};
  options.without.insert(options.without.end(), under_way.begin(), under_way.end());
  return plan_for(map, options);
}

/// What is chosen in one plan and not in the other.
Ids only_in(const PortfolioReport& these, const PortfolioReport& those) {
  Ids ids;
  for (const PlannedInitiative& one : these.chosen) {
    const bool both =
        std::ranges::any_of(those.chosen, [&](const PlannedInitiative& other) { return other.id == one.id; });
    if (!both) ids.push_back(one.id);
  }
  return ids;
}

std::string changes_text(const PortfolioReport& before, const PortfolioReport& after, const Ids& under_way,
                         const Names& names, const Screen& screen) {
  const Ids come = only_in(after, before);
  Ids go = only_in(before, after);
  std::erase_if(go, [&](const Id& id) { return std::ranges::find(under_way, id) != under_way.end(); });
  std::string text = come.empty() && go.empty() ? "The plan stays as it is today. " : "";
  if (!under_way.empty())
    text += "Under way, and not chosen again: " + names.several(under_way, under_way.size()) + ". ";
  if (!come.empty()) text += "Not in today's plan: " + names.several(come, come.size()) + ". ";
  if (!go.empty()) text += "No longer in the plan: " + names.several(go, go.size()) + ". ";
  return paragraph(text, screen);
}

nlohmann::ordered_json changes_json(const PortfolioReport& before, const PortfolioReport& after) {
  return {{"chosen", only_in(after, before)},
          {"no_longer_chosen", only_in(before, after)},
          {"benefit_before", json_of(before.benefit)},
          {"benefit_after", json_of(after.benefit)}};
}

std::string scenarios_result(const Map& today, const PortfolioReport& before, const std::vector<ScenarioMap>& scenarios,
                             const Invocation& given, const Screen& screen) {
  std::vector<ScenarioDocument> documents;
  std::vector<Listing> tables = {plan_for_programs(today, before)};
  std::string text;
  for (const ScenarioMap& one : scenarios) {
    const PortfolioReport after = plan_as_asked(one.map(), given, held_initiatives(one));
    documents.push_back({&one, plan_document(after), changes_json(before, after)});
    tables.push_back(plan_for_programs(one.map(), after));
    text += (text.empty() ? "" : "\n") + scenario_heading(one, given, screen) +
            changes_text(before, after, held_initiatives(one), Names(today, one.map()), screen) + "\n";
    if (given.format() != "json" && given.format() != "csv")
      text += report_as(given.format(), one.map(), after, screen);
  }
  if (given.format() == "json") return scenario_documents(plan_document(before), std::move(documents));
  return given.format() == "csv" ? listing_csv(side_by_side(std::move(tables), scenarios)) : text;
}

int run_plan(const Invocation& given, Console& console) {
  if (!given.number("--budget"))
    throw UsageError("a plan needs a budget", "add --budget and an amount, as in --budget 100000");
  const std::string& path = given.arguments().front();
  const LoadedMap loaded = open_map(path, console);
  const std::vector<ScenarioMap> scenarios = scenario_maps(given, *loaded.map, console);
  const PortfolioReport report = plan_as_asked(*loaded.map, given);
  console.write_result(scenarios.empty() ? report_as(given.format(), *loaded.map, report, console.out())
                                         : scenarios_result(*loaded.map, report, scenarios, given, console.out()));
  if (scenarios.empty() && given.format() == "table" && !report.chosen.empty()) {
    console.suggest("outmap render " + shell_word(path) + " --diagram portfolio --budget " + given.text("--budget") +
                    " -o portfolio.svg");
  }
  return 0;
}

std::vector<Option> plan_options() {
  std::vector<Option> options = {
      {.name = "--budget",
       .value = "AMOUNT",
       .help = "what may be spent, in the money of the map; needed",
       .type = ValueType::number,
       .min = 0},
      {.name = "--with",
       .value = "ID",
       .help = "an initiative that the plan holds in any case, with all that it requires; may be repeated",
       .type = ValueType::id,
       .repeats = true},
      {.name = "--without",
       .value = "ID",
       .help = "an initiative that is not chosen from; may be repeated",
       .type = ValueType::id,
       .repeats = true},
      {.name = "--by",
       .value = "WAY",
       .help = "what initiatives are worth: the shares that they close, or what a simulation of the whole plan says, "
               "side effects and harm included",
       .type = ValueType::choice,
       .choices = {"closes", "simulation"},
       .default_text = "closes"}};
  for (Option& option : scenario_options()) options.push_back(std::move(option));
  return options;
}

}  // namespace

Command plan_command() {
  return {
      .name = "plan",
      .summary = "choose the initiatives that close most priority within a budget",
      .question = "Which initiatives do we pay for, what would more money buy, and why not the others?",
      .about =
          "A plan holds with each initiative all that it requires, and no two that exclude each other. Up to 30 "
          "initiatives it is proven best; above, it comes with a bound on what any plan could close. With scenarios "
          "the same for the map that each leaves, "
          "and what differs from today's plan.",
      .arguments = {map_argument(), scenario_argument()},
      .options = plan_options(),
      .formats = table_formats(),
      .examples = {{"outmap plan map.yaml --budget 100000", "the plan, the reasons, and what other budgets would buy"},
                   {"outmap plan map.yaml --budget 100000 --with online-booking --without kiosk",
                    "what else to do where two decisions are made"},
                   {"outmap plan map.yaml --budget 100000 --by simulation",
                    "with loops and side effects followed through"},
                   {"outmap plan map.yaml --budget 100000 --remove tutors", "what to do if a partner left"},
                   {"outmap plan map.yaml --budget 100000 --format json", "with every plan of the cost-benefit front"}},
      .reads_map = true,
      .run = run_plan};
}

}  // namespace outmap
