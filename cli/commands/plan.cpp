#include <stdexcept>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "cli/plan_report_text.hpp"
#include "model/analysis/portfolio/portfolio.hpp"

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

int run_plan(const Invocation& given, Console& console) {
  const auto budget = given.number("--budget");
  if (!budget) throw UsageError("a plan needs a budget", "add --budget and an amount, as in --budget 100000");
  const std::string& path = given.arguments().front();
  const LoadedMap loaded = open_map(path, console);
  const PortfolioReport report =
      plan_for(*loaded.map, {.budget = *budget,
                             .as_of = given.date("--as-of"),
                             .with = initiatives_named(given, "--with", *loaded.map),
                             .without = initiatives_named(given, "--without", *loaded.map),
                             .by = given.text("--by") == "simulation" ? PlanBy::simulation : PlanBy::closes});
  console.write_result(report_as(given.format(), *loaded.map, report, console.out()));
  if (given.format() == "table" && !report.chosen.empty()) {
    console.suggest("outmap render " + shell_word(path) + " --diagram portfolio --budget " + given.text("--budget") +
                    " -o portfolio.svg");
  }
  return 0;
}

}  // namespace

Command plan_command() {
  return {
      .name = "plan",
      .summary = "choose the initiatives that close most priority within a budget",
      .question = "Which initiatives do we pay for, what would more money buy, and why not the others?",
      .about =
          "A plan holds with each initiative all that it requires, and no two that exclude each other. Up to 30 "
          "initiatives it is proven best; above, it comes with a bound on what any plan could close.",
      .arguments = {map_argument()},
      .options = {{.name = "--budget",
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
                   .help = "what initiatives are worth: the shares that they close, or what a simulation of the whole "
                           "plan says, side effects and harm included",
                   .type = ValueType::choice,
                   .choices = {"closes", "simulation"},
                   .default_text = "closes"}},
      .formats = table_formats(),
      .examples = {{"outmap plan map.yaml --budget 100000", "the plan, the reasons, and what other budgets would buy"},
                   {"outmap plan map.yaml --budget 100000 --with online-booking --without kiosk",
                    "what else to do where two decisions are made"},
                   {"outmap plan map.yaml --budget 100000 --by simulation",
                    "with loops and side effects followed through"},
                   {"outmap plan map.yaml --budget 100000 --format json", "with every plan of the cost-benefit front"}},
      .reads_map = true,
      .run = run_plan};
}

}  // namespace outmap
