#include "cli/whatif/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/whatif/again_text.hpp"
#include "cli/whatif/listings.hpp"
#include "cli/whatif/words.hpp"
#include "model/analysis/whatif/comparison.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_winners = 8;

std::string cause_lines(const Map& map, const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text;
  for (const CausesOfOutcome& causes : causes_told(map, report, names)) {
    text += screen.paint(Ink::faint, names(causes.outcome)) + "\n";
    for (const std::string& line : causes.lines) text += paragraph("· " + line, screen);
  }
  return text;
}

std::string assumption_lines(const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text;
  std::size_t rank = 0;
  for (const std::string& line : assumptions_told(report, names)) {
    text += paragraph(fmt::format("{}. {}", ++rank, line), screen);
  }
  return text;
}

std::string loop_lines(const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text;
  for (const std::string& line : loops_told(report, names)) text += paragraph(line, screen);
  return text;
}

std::string details(const Map& map, const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text;
  for (const std::string& line : details_told(map, report, names)) text += paragraph(line, screen);
  return text.empty() ? "" : "\n" + text;
}

std::string reckoning_text(const WhatIfReport& report, const Screen& screen) {
  return "\n" + paragraph(reckoning(report), screen, Ink::faint);
}

std::string scenario_text(const Map& map, const WhatIfReport& report, const Screen& screen) {
  const Names names(map, report);
  std::string text = screen.paint(Ink::strong, whatif_title(report)) + "\n";
  if (const std::string words = whatif_finding(report); !words.empty())
    text += paragraph(words, screen, report.losers.empty() ? Ink::strong : Ink::warning);
  if (const std::string gone = gone_gaps_words(report, names); !gone.empty())
    text += paragraph(gone, screen, Ink::warning);
  if (const std::string acts = acts_words(map, report, names); !acts.empty()) text += paragraph(acts, screen);
  text += paragraph(verdict_words(report, names), screen);
  if (report.scenario.mode == WhatIfMode::state) {
    return text + "\n" + listing_text(state_listing(report, names), screen) + details(map, report, names, screen) +
           reckoning_text(report, screen);
  }
  if (!report.losers.empty())
    text += "\n" + listing_text(shares_listing(report.losers, names, "who loses", Ink::error), screen);
  const Listing outcomes = outcomes_listing(map, report, names);
  if (!outcomes.rows.empty()) text += "\n" + listing_text(outcomes, screen);
  std::vector<WhatIfShare> people = people_who_gain(report);
  const std::size_t gaining = people.size();
  people.resize(std::min(gaining, most_winners));
  if (!people.empty()) text += "\n" + listing_text(shares_listing(people, names, "who gains", Ink::good), screen);
  if (gaining > people.size())
    text += paragraph(fmt::format("and {} more", gaining - people.size()), screen, Ink::faint);
  text += found_again_text(report, names, screen);
  text += section("Why", cause_lines(map, report, names, screen), screen);
  text += section("Loops on the way", loop_lines(report, names, screen), screen);
  text += section("Test these assumptions first", assumption_lines(report, names, screen), screen);
  return text + details(map, report, names, screen) + reckoning_text(report, screen);
}

/// Of two scenarios the one that closes more in most runs; where their runs were drawn.
std::string chance_lines(const std::vector<WhatIfReport>& reports, const Screen& screen) {
  std::string text;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (std::size_t k = i + 1; k < reports.size(); ++k) {
      const auto chance = chance_to_beat(reports[i], reports[k]);
      if (!chance) continue;
      const bool first = *chance >= 0.5;
      text += paragraph(
          fmt::format("'{}' closes more than '{}' in {} of runs.", printable(reports[first ? i : k].scenario.name),
                      printable(reports[first ? k : i].scenario.name), percent_text(first ? *chance : 1 - *chance)),
          screen);
    }
  }
  return text.empty() ? "" : "\n" + text;
}

/// Under the outcomes: what becomes of stages and clusters, a table for each scenario.
std::string more_tables(const Map& map, const std::vector<WhatIfReport>& reports) {
  std::string text;
  for (const WhatIfReport& report : reports) {
    const std::string name = printable(report.scenario.name);
    const Listing stages = stages_listing(report, Names(map, report));
    if (!stages.rows.empty()) text += "\n" + name + ": along the journeys\n\n" + listing_markdown(stages);
    if (!report.clusters || report.clusters->clusters.empty()) continue;
    text += "\n" + name + ": clusters\n\n" + listing_markdown(clusters_listing(*report.clusters));
  }
  return text;
}

}  // namespace

std::string whatif_text(const Map& map, const std::vector<WhatIfReport>& reports, const Screen& screen) {
  std::string text;
  if (reports.size() > 1) text = listing_text(whatif_comparison(map, reports), screen) + chance_lines(reports, screen);
  for (const WhatIfReport& report : reports) {
    text += (text.empty() ? "" : "\n") + scenario_text(map, report, screen);
  }
  if (const std::string words = likelihood_words(reports); !words.empty()) text += paragraph(words, screen, Ink::faint);
  return text;
}

ReportParts whatif_parts(const Map& map, const WhatIfReport& report) {
  const Names names(map, report);
  ReportParts parts{{whatif_title(report),
                     {whatif_finding(report), gone_gaps_words(report, names), acts_words(map, report, names),
                      verdict_words(report, names)},
                     {},
                     {},
                     reckoning(report)}};
  for (std::string& line : details_told(map, report, names)) parts.front().words.push_back(std::move(line));
  std::erase(parts.front().words, "");
  if (report.scenario.mode == WhatIfMode::state) {
    parts.front().listing = state_listing(report, names);
    return parts;
  }
  if (!report.losers.empty())
    parts.push_back({"Who loses", {}, shares_listing(report.losers, names, "who loses", Ink::error), {}, {}});
  if (Listing outcomes = outcomes_listing(map, report, names); !outcomes.rows.empty())
    parts.push_back({"Outcomes then and today", {}, std::move(outcomes), {}, {}});
  if (const auto people = people_who_gain(report); !people.empty())
    parts.push_back({"Who gains", {}, shares_listing(people, names, "who gains", Ink::good), {}, {}});
  for (ReportPart& part : found_again_parts(report, names)) parts.push_back(std::move(part));
  ReportPart why{"Why", {}, {}, {}, {}};
  for (const CausesOfOutcome& causes : causes_told(map, report, names)) {
    for (const std::string& line : causes.lines) why.bullets.push_back(names(causes.outcome) + ": " + line);
  }
  parts.push_back(std::move(why));
  parts.push_back({"Loops on the way", {}, {}, loops_told(report, names), {}});
  parts.push_back({"Test these assumptions first", {}, {}, assumptions_told(report, names), {}});
  std::erase_if(parts,
                [](const ReportPart& part) { return part.words.empty() && !part.listing && part.bullets.empty(); });
  return parts;
}

std::string whatif_listing(const Map& map, const std::vector<WhatIfReport>& reports, const std::string& format,
                           const Screen& screen) {
  const std::string text = listing_as(format, outcomes_for_programs(map, reports), screen);
  return format == "markdown" ? text + more_tables(map, reports) : text;
}

}  // namespace outmap
