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

int run_plan(const Invocation& given, Console& console) {
  const auto budget = given.number("--budget");
  if (!budget) throw UsageError("a plan needs a budget", "add --budget and an amount, as in --budget 100000");
  const LoadedMap loaded = open_map(given.arguments().front(), console);
  const PortfolioReport report = find_portfolio(*loaded.map, {.budget = *budget, .as_of = given.date("--as-of")});
  console.write_result(report_as(given.format(), *loaded.map, report, console.out()));
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
                   .min = 0}},
      .formats = table_formats(),
      .examples = {{"outmap plan map.yaml --budget 100000", "the plan, the reasons, and what other budgets would buy"},
                   {"outmap plan map.yaml --budget 100000 --format json", "with every plan of the cost-benefit front"}},
      .reads_map = true,
      .run = run_plan};
}

}  // namespace outmap
