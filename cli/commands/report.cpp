#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/open_look.hpp"
#include "cli/open_map.hpp"
#include "cli/progress.hpp"
#include "cli/report/sections.hpp"
#include "cli/scenarios/follow.hpp"
#include "cli/scenarios/open.hpp"
#include "cli/write_file.hpp"
#include "model/text/numbers.hpp"
#include "render/report/write_page.hpp"

namespace outmap {
namespace {

ReportOptions report_options_from(const Invocation& given) {
  ReportOptions options;
  options.as_of = given.date("--as-of");
  options.since = given.date("--since");
  options.budget = given.number("--budget");
  options.seed = given.seed();
  options.threads = given.threads();
  return options;
}

int run_report(const Invocation& given, Console& console) {
  const std::string output = given.text("--output");
  if (output.empty() && console.out().terminal) {
    throw UsageError("a page is no text for a terminal", "-o FILE.html, or send it through a pipe");
  }
  const PageLook look = open_page_look(given, console);
  const LoadedMap loaded = open_map(given.arguments().front(), console);
  const Map& map = *loaded.map;
  ReportOptions options = report_options_from(given);
  Progress progress(console);
  options.listener = [&](std::string_view what, std::size_t done, std::size_t of) { progress.tell(what, done, of); };
  std::vector<WhatIfReport> reports =
      follow_scenarios(map, open_scenarios(given, map, console), what_if_options(given), console);
  const ReportPage page = report_page(find_report_inputs(map, options, std::move(reports), look));
  const std::string html = write_page(page, Fonts(look.light.font), {look.light.theme, look.dark.theme});
  console.write_result(html);
  if (!output.empty() && output != "-") {
    console.write_hint(output + ": " + grouped(static_cast<double>(html.size()) / 1000) +
                       " kB, one file that opens in any browser\n");
  }
  return 0;
}

std::vector<Option> report_options() {
  std::vector<Option> options = scenario_options();
  options.push_back({.name = "--budget",
                     .value = "AMOUNT",
                     .help = "what the plan may cost, in the money of the map (default: half of what everything costs)",
                     .type = ValueType::number,
                     .min = 0});
  options.push_back({.name = "--since",
                     .value = "DATE",
                     .help = "what moved since this day (default: since each first reading)",
                     .type = ValueType::date});
  options.push_back(brand_option());
  return options;
}

}  // namespace

Command report_command() {
  return {.name = "report",
          .summary = "write everything into one HTML page that can be sent to a client",
          .question = "How do I send all of it to somebody who has only a browser?",
          .about =
              "A summary in sentences, then relations, journeys, outcomes, gaps, value, plan, what-ifs, monitoring and "
              "evidence, with every picture and table. The page is one file: it asks nothing of the network, follows "
              "the reader's light or dark theme, prints on A4, and can be read without JavaScript.",
          .arguments = {map_argument(), scenario_argument()},
          .options = report_options(),
          .examples = {{"outmap report map.yaml -o report.html", "the page"},
                       {"outmap report map.yaml exam-season.yaml -o report.html", "with what a scenario would change"},
                       {"outmap report map.yaml --budget 100000 --since 2026-01-01 -o report.html",
                        "with a plan for a budget, and what moved this year"},
                       {"outmap report map.yaml --brand brand.yaml -o report.html",
                        "in the firm's own colours and font, in the light and in the dark"}},
          .reads_map = true,
          .run = run_report};
}

}  // namespace outmap
