#include "cli/whatif/variants.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string variant_name(const WhatIfVariant& variant) {
  return fmt::format("{} with {}", word_of(variant.rule), word_of(variant.transfer));
}

std::string turn_words(const Map& map, const VariantConclusion& conclusion) {
  return fmt::format("'{}' {}", printable(map.name_of(conclusion.outcome)), to_text(conclusion.turn));
}

/// What turns the same way under all, what never turns the other way, and what does.
std::string conclusion_lines(const Map& map, const VariantReport& report, const Screen& screen) {
  std::vector<std::string> firm, mostly, turned;
  for (const VariantConclusion& one : report.conclusions) {
    const std::string words = turn_words(map, one);
    if (one.holds == report.settled)
      firm.push_back(words);
    else if (one.contradict == 0)
      mostly.push_back(fmt::format("{} under {} of {}", words, one.holds, report.settled));
    else
      turned.push_back(fmt::format("{} under {} of {}, and turns the other way under {}", words, one.holds,
                                   report.settled, one.contradict));
  }
  std::string text;
  if (!firm.empty())
    text += paragraph(fmt::format("Holds under all {} that settle: {}.", report.settled, in_a_row(firm)), screen,
                      Ink::strong);
  if (!mostly.empty())
    text += paragraph(fmt::format("Holds under some, and nothing speaks against it: {}.", in_a_row(mostly)), screen);
  if (!turned.empty()) text += paragraph(fmt::format("Hangs on the rule: {}.", in_a_row(turned)), screen, Ink::warning);
  if (report.conclusions.empty()) text += paragraph("By its own rule no outcome moves.", screen);
  return text;
}

std::size_t agreeing(const VariantReport& report, const WhatIfVariant& variant) {
  std::size_t count = 0;
  for (const VariantConclusion& one : report.conclusions) {
    const auto place = std::ranges::find(report.outcomes, one.outcome) - report.outcomes.begin();
    if (!variant.turns.empty() && variant.turns[static_cast<std::size_t>(place)] == one.turn) ++count;
  }
  return count;
}

Listing variant_rows(const VariantReport& report) {
  Listing listing{{{.key = "rule", .heading = "rule"},
                   {.key = "transfer", .heading = "transfer"},
                   {.key = "verdict", .heading = "ends in"},
                   {.key = "agrees", .heading = "agrees on", .align = Align::right},
                   {.key = "closed", .heading = "closes", .align = Align::right},
                   {.key = "own", .heading = ""}},
                  {}};
  for (const WhatIfVariant& variant : report.variants) {
    const bool settles = !variant.turns.empty();
    listing.rows.push_back(
        {text_cell(word_of(variant.rule)), text_cell(word_of(variant.transfer)),
         text_cell(to_text(variant.verdict), settles ? Ink::plain : Ink::warning),
         settles ? text_cell(fmt::format("{} of {}", agreeing(report, variant), report.conclusions.size()))
                 : missing_cell(),
         variant.gap_closed_pct ? text_cell(few_decimals(*variant.gap_closed_pct, 1) + "\u00a0%") : missing_cell(),
         Cell{variant.own ? "the scenario's own" : "", "", Ink::plain}});
  }
  return listing;
}

std::string ranking_words(const std::vector<VariantReport>& reports, const Screen& screen) {
  if (reports.size() < 2) return "";
  const std::vector<std::size_t> changed = variants_that_reorder(reports);
  if (changed.empty())
    return "\n" + paragraph("The order of the scenarios by gaps closed holds under all of them.", screen, Ink::strong);
  std::vector<std::string> names;
  for (const std::size_t variant : changed) names.push_back(variant_name(reports.front().variants[variant]));
  return "\n" + paragraph("The order of the scenarios by gaps closed is another one under " + in_a_row(names) + ".",
                          screen, Ink::warning);
}

}  // namespace

Option all_rules_option() {
  return {.name = "--all-rules",
          .help = "follow each scenario under every rule and transfer function that fits, and tell what holds"};
}

int run_all_rules(const Invocation& given, const Map& map, const std::vector<OpenScenario>& scenarios,
                  Console& console) {
  if (scenarios.empty())
    throw UsageError("--all-rules needs something that is different from today",
                     "name a scenario file, or add --act ID=1, --set FIELD=VALUE or --remove ID");
  std::vector<VariantReport> reports;
  for (const OpenScenario& one : scenarios) {
    Diagnostics problems;
    AppliedScenario applied = apply(map, one.scenario, problems);
    tell_problems(std::move(problems), one, console);
    reports.push_back(compare_rules(setting_of(map, one.scenario, std::move(applied), given.date("--as-of"))));
  }
  const Screen& screen = console.out();
  if (given.format() == "json")
    console.write_result(variants_json(reports));
  else if (given.format() == "table")
    console.write_result(variants_text(map, reports, screen));
  else
    console.write_result(variants_listing(reports, given.format(), screen));
  return 0;
}

std::string variants_text(const Map& map, const std::vector<VariantReport>& reports, const Screen& screen) {
  std::string text;
  for (const VariantReport& report : reports) {
    text += (text.empty() ? "" : "\n") +
            screen.paint(Ink::strong, "What if, under every rule: " + printable(report.scenario)) + "\n";
    text += conclusion_lines(map, report, screen) + "\n" + listing_text(variant_rows(report), screen);
  }
  text += ranking_words(reports, screen);
  return text + "\n" +
         paragraph(
             "An outcome rises or falls where the state with the scenario differs from the state without by more than "
             "a thousandth. Outside the scenario's own rule, closed gaps are that difference read as a change of the "
             "scale: compare them with each other, not with levels.",
             screen, Ink::faint);
}

std::string variants_listing(const std::vector<VariantReport>& reports, const std::string& format,
                             const Screen& screen) {
  Listing listing{{{.key = "scenario", .heading = "scenario"},
                   {.key = "rule", .heading = "rule"},
                   {.key = "transfer", .heading = "transfer"},
                   {.key = "verdict", .heading = "verdict"},
                   {.key = "agrees", .heading = "agrees on", .align = Align::right},
                   {.key = "conclusions", .heading = "conclusions", .align = Align::right},
                   {.key = "gap_closed_pct", .heading = "closes", .align = Align::right}},
                  {}};
  for (const VariantReport& report : reports) {
    for (const WhatIfVariant& variant : report.variants) {
      const bool settles = !variant.turns.empty();
      listing.rows.push_back({text_cell(report.scenario), text_cell(word_of(variant.rule)),
                              text_cell(word_of(variant.transfer)), text_cell(to_text(variant.verdict)),
                              settles ? number_cell(static_cast<double>(agreeing(report, variant)), 0) : missing_cell(),
                              number_cell(static_cast<double>(report.conclusions.size()), 0),
                              number_cell(variant.gap_closed_pct, 1)});
    }
  }
  return listing_as(format, listing, screen);
}

}  // namespace outmap
