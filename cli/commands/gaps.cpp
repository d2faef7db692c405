#include "model/analysis/gaps.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/display_text.hpp"
#include "cli/fail_on.hpp"
#include "cli/findings_report.hpp"
#include "cli/gap_report_text.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "model/text/numbers.hpp"

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

FindingOptions finding_options_from(const Invocation& given) {
  FindingOptions options;
  options.as_of = given.date("--as-of");
  options.stale_after_days = given.integer("--stale-after").value_or(options.stale_after_days);
  options.important_from = given.number("--important-from").value_or(options.important_from);
  return options;
}

/// By which limits outcomes were asked for proof.
std::string limits(const FindingOptions& options, const Screen& screen) {
  return paragraph(fmt::format("Outcomes of importance {} or more want proof; evidence is stale after {} days. 'outmap "
                               "explain CODE' tells more about a finding.",
                               few_decimals(options.important_from), options.stale_after_days),
                   screen, Ink::faint);
}

struct Answer {
  GapReport report;
  std::vector<Finding> findings;
};

std::string as_text(const Map& map, const Answer& answer, const Invocation& given, const Screen& screen) {
  const std::string only = given.text("--only");
  std::string text = only == "findings" ? "" : gaps_text(map, answer.report, screen);
  if (only == "outcomes" || map.by_id().empty()) return text;
  if (!text.empty()) text += "\n";
  text += findings_text(answer.findings, screen);
  return answer.findings.empty() ? text : text + "\n" + limits(finding_options_from(given), screen);
}

/// A table of CSV is one table: the findings stand in it only where they are asked for.
std::string as_listing(const Map& map, const Answer& answer, const Invocation& given, const Screen& screen) {
  const std::string only = given.text("--only");
  const std::string format = given.format();
  const std::string findings = listing_as(format, findings_listing(answer.findings), screen);
  if (only == "findings") return findings;
  const std::string outcomes = gaps_listing(map, answer.report, format, screen);
  return format == "csv" || only == "outcomes" || answer.findings.empty() ? outcomes : outcomes + "\n" + findings;
}

std::string result(const Map& map, const Answer& answer, const Invocation& given, const Screen& screen) {
  if (given.format() == "json") return gaps_json(answer.report, answer.findings);
  return given.format() == "table" ? as_text(map, answer, given, screen) : as_listing(map, answer, given, screen);
}

/// 1, with the reasons on stderr, where a rule of --fail-on applies.
int status(const std::vector<FailRule>& rules, const Answer& answer, const Diagnostics& problems,
           const Console& console) {
  constexpr std::size_t most_shown = 5;
  int status = 0;
  for (const FailRule& rule : rules) {
    const std::vector<std::string> reasons = rule.reasons(answer.report, answer.findings, problems);
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
  const Answer answer{find_gaps(*loaded.map, options_from(given)),
                      find_structural_gaps(*loaded.map, finding_options_from(given))};
  console.write_result(result(*loaded.map, answer, given, console.out()));
  if (given.format() == "table" && !answer.report.rows.empty()) {
    console.suggest("outmap render " + shell_word(path) + " --diagram outcomes -o outcomes.svg");
  }
  return status(rules, answer, loaded.problems, console);
}

}  // namespace

Command gaps_command() {
  return {
      .name = "gaps",
      .summary = "rank the outcomes by how far they fall short and how much it matters",
      .question = "Which outcomes fall short, for whom, and in which order do we act?",
      .about =
          "Level gap, opportunity (Ulwick 2005), importance-performance quadrant (Martilla and James 1977) and a "
          "priority from 0 to 100 with what it is made of; then structural findings: what is missing or contradicts "
          "itself, most severe first, each with a code for 'outmap explain'.",
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
                  {.name = "--only",
                   .value = "WHAT",
                   .help = "leave the rest out; csv holds the outcomes unless it says findings",
                   .type = ValueType::choice,
                   .choices = {"outcomes", "findings"}},
                  {.name = "--stale-after",
                   .value = "DAYS",
                   .help = "evidence older than this on the as-of day is a finding",
                   .type = ValueType::integer,
                   .default_text = "365",
                   .min = 0,
                   .max = 36500},
                  {.name = "--important-from",
                   .value = "N",
                   .help = "outcomes of this importance or more want readings and evidence",
                   .type = ValueType::number,
                   .default_text = "7",
                   .min = 0,
                   .max = 10},
                  {.name = "--fail-on",
                   .value = "RULE",
                   .help =
                       "exit status 1 where it applies: opportunity:N (that much or more), a severity or a code of a "
                       "finding or of check; may be repeated",
                   .type = ValueType::text,
                   .repeats = true}},
      .formats = table_formats(),
      .examples = {{"outmap gaps map.yaml", "the outcomes, the most pressing first"},
                   {"outmap gaps map.yaml --by holder --format csv -o gaps.csv",
                    "for a spreadsheet, with a row for everyone who wants an outcome"},
                   {"outmap gaps map.yaml --only findings --format csv -o findings.csv",
                    "what is missing in the map, as a list to work through"},
                   {"outmap gaps map.yaml --fail-on opportunity:15", "in a pipeline: fail at an extreme opportunity"}},
      .exits = {{1, "a rule of --fail-on applies"}},
      .reads_map = true,
      .run = run_gaps};
}

}  // namespace outmap
