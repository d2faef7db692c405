#include "model/analysis/monitor/monitor.hpp"

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/monitor/report.hpp"
#include "cli/open_map.hpp"
#include "render/diagram.hpp"

namespace outmap {
namespace {

MonitorOptions monitor_options_from(const Invocation& given) {
  MonitorOptions options;
  options.as_of = given.date("--as-of");
  options.since = given.date("--since");
  options.stale_after_days = given.integer("--stale-after").value_or(options.stale_after_days);
  return options;
}

std::string result(const Map& map, const Monitored& found, const Invocation& given, const Screen& screen) {
  const std::string format = given.format();
  if (format == "json") return monitor_json(found);
  if (format == "csv") return monitor_csv(map, found, given.text("--only"));
  return monitor_text(map, found, format, given.text("--only"), screen);
}

/// A picture of it where there is one, else what to do about it.
std::string next_command(const std::string& path, const MonitorReport& report) {
  const bool has_readings = !report.outcomes.empty() || !report.stages.empty();
  if (has_readings && find_diagram("trend") != nullptr)
    return "outmap render " + shell_word(path) + " --diagram trend -o trend.svg";
  return "outmap gaps " + shell_word(path);
}

int run_monitor(const Invocation& given, Console& console) {
  const std::string& path = given.arguments().front();
  const LoadedMap loaded = open_map(path, console);
  const MonitorOptions options = monitor_options_from(given);
  const Monitored found{monitor_map(*loaded.map, options),
                        find_feedback(*loaded.map, {.as_of = options.as_of, .since = options.since})};
  console.write_result(result(*loaded.map, found, given, console.out()));
  if (given.format() == "table") console.suggest(next_command(path, found.report));
  return 0;
}

}  // namespace

Command monitor_command() {
  return {
      .name = "monitor",
      .summary = "tell what moved: levels, partners, harvested outcomes, feedback, and what nobody watches",
      .question = "Did it work, for whom, how sure are we, and what are we not watching?",
      .about =
          "Levels with their trend (Theil-Sen) and whether they moved beyond the scatter of their readings; progress "
          "markers of partners (outcome mapping); harvested outcomes and what each still wants; journals; feedback "
          "with intervals; the evidence behind each claim; what is due to be watched and judged. Outcomes stand beside "
          "initiatives: nothing says that one caused the other.",
      .arguments = {map_argument()},
      .options = {{.name = "--since",
                   .value = "DATE",
                   .help = "what moved since that day; without it since each first reading",
                   .type = ValueType::date},
                  {.name = "--stale-after",
                   .value = "DAYS",
                   .help = "outcomes last read longer ago on the as-of day are named",
                   .type = ValueType::integer,
                   .default_text = "365",
                   .min = 0,
                   .max = 36500},
                  {.name = "--only",
                   .value = "WHAT",
                   .help = "one part; csv holds the levels unless it says another",
                   .type = ValueType::choice,
                   .choices = monitor_part_names()}},
      .formats = table_formats(),
      .examples = {{"outmap monitor map.yaml --since 2026-01-01", "what moved this year, and what nobody watches"},
                   {"outmap monitor map.yaml --format markdown -o progress.md", "the same as a page to send"},
                   {"outmap monitor map.yaml --only partners --format csv -o markers.csv",
                    "every progress marker, for a spreadsheet"}},
      .reads_map = true,
      .run = run_monitor};
}

}  // namespace outmap
