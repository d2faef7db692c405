#include "model/analysis/gaps.hpp"

#include <algorithm>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/display_text.hpp"
#include "cli/fail_on.hpp"
#include "cli/gap_report_text.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"

namespace outmap {
namespace {

GapOptions options_from(const Invocation& given) {
  GapOptions options;
  options.as_of = given.date("--as-of");
  for (const Crosshair crosshair : {Crosshair::mean, Crosshair::median, Crosshair::middle}) {
    if (given.text("--crosshair") == to_text(crosshair)) options.crosshair = crosshair;
  }
  if (given.text("--by") == "holder") options.by = GapBy::holder;
  return options;
}

std::string report_as(const std::string& format, const Map& map, const GapReport& report, const Screen& screen) {
  if (format == "json") return gaps_json(report);
  if (format == "table") return gaps_text(map, report, screen);
  return gaps_listing(map, report, format, screen);
}

/// 1, with the reasons on stderr, where a rule of --fail-on applies.
int status(const std::vector<FailRule>& rules, const GapReport& report, const Diagnostics& problems,
           const Console& console) {
  constexpr std::size_t most_shown = 5;
  int status = 0;
  for (const FailRule& rule : rules) {
    const std::vector<std::string> reasons = rule.reasons(report, problems);
    for (std::size_t i = 0; i < std::min(reasons.size(), most_shown); ++i) {
      console.write_hint("--fail-on: " + printable(reasons[i]) + "\n");
    }
    if (reasons.size() > most_shown)
      console.write_hint("--fail-on: and " + std::to_string(reasons.size() - most_shown) + " more\n");
    if (!reasons.empty()) status = 1;
  }
  return status;
}

int run_gaps(const Invocation& given, Console& console) {
  std::vector<FailRule> rules;
  for (const std::string& rule : given.texts("--fail-on")) rules.emplace_back(rule);
  const std::string& path = given.arguments().front();
  const LoadedMap loaded = open_map(path, console);
  const GapReport report = find_gaps(*loaded.map, options_from(given));
  console.write_result(report_as(given.format(), *loaded.map, report, console.out()));
  if (given.format() == "table" && !report.rows.empty()) {
    console.suggest("outmap render " + shell_word(path) + " --diagram outcomes -o outcomes.svg");
  }
  return status(rules, report, loaded.problems, console);
}

}  // namespace

Command gaps_command() {
  return {
      .name = "gaps",
      .summary = "rank the outcomes by how far they fall short and how much it matters",
      .question = "Which outcomes fall short, for whom, and in which order do we act?",
      .about =
          "Level gap, opportunity (Ulwick 2005), importance-performance quadrant (Martilla and James 1977) and a "
          "priority from 0 to 100 with what it is made of.",
      .arguments = {map_argument()},
      .options = {{.name = "--by",
                   .value = "WHAT",
                   .help = "add a row for each",
                   .type = ValueType::choice,
                   .choices = {"holder"}},
                  {.name = "--crosshair",
                   .value = "WHERE",
                   .help = "where the quadrants meet",
                   .type = ValueType::choice,
                   .choices = {"mean", "median", "middle"},
                   .default_text = "mean"},
                  {.name = "--fail-on",
                   .value = "RULE",
                   .help = "exit status 1 where it applies: opportunity:N (that much or more), a severity or a code of "
                           "check; may be repeated",
                   .type = ValueType::text,
                   .repeats = true}},
      .formats = table_formats(),
      .examples = {{"outmap gaps map.yaml", "the outcomes, the most pressing first"},
                   {"outmap gaps map.yaml --by holder --format csv -o gaps.csv",
                    "for a spreadsheet, with a row for everyone who wants an outcome"},
                   {"outmap gaps map.yaml --fail-on opportunity:15", "in a pipeline: fail at an extreme opportunity"}},
      .exits = {{1, "a rule of --fail-on applies"}},
      .reads_map = true,
      .run = run_gaps};
}

}  // namespace outmap
