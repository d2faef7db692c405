#include "model/analysis/value/value.hpp"

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "cli/value/report.hpp"

namespace outmap {
namespace {

/// A margin or a slope: any number above 0.
std::optional<double> above_zero(const Invocation& given, std::string_view option) {
  const auto number = given.number(option);
  if (number && *number <= 0) throw UsageError(std::string(option) + " must be above 0");
  return number;
}

std::string report_as(const Invocation& given, const Map& map, const ValueReport& report, const Screen& screen) {
  const std::string format = given.format();
  const std::string only = given.text("--only");
  if (format == "json") return value_json(report);
  if (format == "table") return value_text(map, report, only, screen);
  return value_listing(map, report, only, format, screen);
}

int run_value(const Invocation& given, Console& console) {
  ValueOptions options;
  options.as_of = given.date("--as-of");
  options.slope = above_zero(given, "--slope").value_or(options.slope);
  options.margin = above_zero(given, "--margin");
  const std::string& path = given.arguments().front();
  const LoadedMap loaded = open_map(path, console);
  const ValueReport report = find_value(*loaded.map, options);
  console.write_result(report_as(given, *loaded.map, report, console.out()));
  if (given.format() == "table" && !given.has("--only") && !report.ladder.rungs.empty()) {
    console.suggest("outmap render " + shell_word(path) + " --diagram ladder -o ladder.svg");
  }
  return 0;
}

}  // namespace

Command value_command() {
  return {
      .name = "value",
      .summary = "tell what customers get, how offerings compare, and what people would pay",
      .question =
          "What do customers get, what is it worth to them, how do our offerings compare, and what would they "
          "pay?",
      .about =
          "Perceived value of customers and offerings in four parts, value at each stage by kind, the value ladder, "
          "the "
          "value map (Gale 1994), what an offering is worth beside the customer's next best alternative, the demand "
          "curve from prices.csv, what each proposition costs and could earn; and, kept apart, what customers are "
          "worth to the firm. A part for which the map has no numbers is left out.",
      .arguments = {map_argument()},
      .options = {{.name = "--only",
                   .value = "WHAT",
                   .help = "that part alone, in full; csv and markdown hold the offerings unless it says otherwise",
                   .type = ValueType::choice,
                   .choices = value_sections()},
                  {.name = "--slope",
                   .value = "N",
                   .help = "weight of quality over the weight of price in the decision, above 0",
                   .type = ValueType::number,
                   .default_text = "1",
                   .min = 0},
                  {.name = "--margin",
                   .value = "N",
                   .help = "perceived value by which a rung must be better than the one below, above 0; a tenth of "
                           "the scale where it is not given",
                   .type = ValueType::number,
                   .min = 0}},
      .formats = table_formats(),
      .examples = {{"outmap value map.yaml", "every part, with what matters first"},
                   {"outmap value map.yaml --slope 2", "where quality counts twice as much as price"},
                   {"outmap value map.yaml --only prices --format csv -o demand.csv",
                    "every point of the demand curves, for a spreadsheet"}},
      .reads_map = true,
      .run = run_value};
}

}  // namespace outmap
