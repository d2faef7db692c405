#include "cli/whatif/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "cli/whatif/again_text.hpp"
#include "cli/whatif/support.hpp"
#include "model/analysis/whatif/whatif.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_winners = 8;
constexpr double visible = 0.0005;  // changes of less than 0.05 % of a scale are not shown

std::string signed_number(double number, int decimals) {
  return (number > 0 ? "+" : "") + few_decimals(number, decimals);
}

std::string signed_percent(double share) { return signed_number(100 * share, 1) + " %"; }

std::string money(const Map& map, double amount) {
  return (amount < 0 ? "−" : "") + money_text(std::abs(amount), map->currency);
}

std::string heading(const Screen& screen, std::string_view text) {
  return "\n" + screen.paint(Ink::strong, text) + "\n";
}

std::string verdict_words(const WhatIfReport& report, const Names& names) {
  switch (report.verdict) {
    case FcmVerdict::fixed_point:
      return fmt::format("It settles after {}", counted(static_cast<std::size_t>(report.iterations), "update")) +
             (report.unique ? ", and could end nowhere else." : ".");
    case FcmVerdict::cycle:
      return fmt::format("It never settles: the same {} states come round again and again. No levels are projected.",
                         report.period);
    case FcmVerdict::not_converged:
      return fmt::format("It has not settled after {} updates. No levels are projected.", report.iterations);
    case FcmVerdict::runaway_loop:
      break;
  }
  return fmt::format(
      "It runs away: {} → {} passes back {} of what it gets, and amplifies itself. No levels are "
      "projected; a loop in life meets a limit that the map does not have yet.",
      names.path(report.runaway->ids), names(report.runaway->ids.front()), few_decimals(report.runaway->gain, 2));
}

std::size_t targets_met(const WhatIfReport& report) {
  return static_cast<std::size_t>(std::ranges::count_if(
      report.outcomes, [](const WhatIfOutcome& outcome) { return outcome.target_met.value_or(false); }));
}

std::size_t newly_met(const WhatIfReport& report) {
  return static_cast<std::size_t>(std::ranges::count_if(report.outcomes, [](const WhatIfOutcome& outcome) {
    return outcome.target_met.value_or(false) && outcome.gap_before.value_or(1) > 0;
  }));
}

/// The answer in a sentence or two.
std::string finding(const WhatIfReport& report) {
  if (report.verdict != FcmVerdict::fixed_point) return "";
  std::string text;
  if (report.gap_closed_pct) {
    const bool closes = *report.gap_closed_pct >= 0;
    text = fmt::format("{} {} % of the priority of all gaps", closes ? "Closes" : "Opens",
                       few_decimals(std::abs(*report.gap_closed_pct), 1));
  } else {
    text = "No gap has a priority";
  }
  if (report.uncertainty && report.uncertainty->closed_low) {
    const double low = *report.uncertainty->closed_low, high = *report.uncertainty->closed_high;
    const bool closes = *report.gap_closed_pct >= 0;
    text += fmt::format(" (in nine of ten runs {} to {} %)", few_decimals(closes ? low : -high, 1),
                        few_decimals(closes ? high : -low, 1));
  }
  const std::size_t met = newly_met(report);
  if (met > 0) text += fmt::format("; meets {} more {}", met, met == 1 ? "target" : "targets");
  text += report.losers.empty()
              ? "; nobody loses."
              : fmt::format("; {}.", report.losers.size() == 1 ? "one gets worse"
                                                               : fmt::format("{} get worse", report.losers.size()));
  return text;
}

Listing shares_listing(const std::vector<WhatIfShare>& shares, const Names& names, std::string_view title, Ink ink) {
  Listing listing{{{.key = "name", .heading = title, .flexible = true},
                   {.key = "kind", .heading = "is", .spare = 1},
                   {.key = "change", .heading = "of the scale", .align = Align::right}},
                  {}};
  for (const WhatIfShare& share : shares) {
    listing.rows.push_back({element_cell(names(share.id), share.id), text_cell(singular(share.kind)),
                            text_cell(signed_percent(share.change), ink)});
  }
  return listing;
}

std::string with_unit(const Map& map, const WhatIfReport& report, const Id& id, const std::optional<double>& level) {
  if (!level) return "–";
  const Outcome* outcome = (report.map ? *report.map : map).get<Outcome>(id);
  const std::string unit = outcome == nullptr || outcome->unit.empty() ? "" : "\u00a0" + printable(outcome->unit);
  return few_decimals(*level, 1) + unit;
}

std::string target_words(const WhatIfOutcome& outcome) {
  if (!outcome.target_met) return "–";
  std::string text = *outcome.target_met ? "met" : "missed by " + few_decimals(*outcome.gap_after, 1);
  if (outcome.p_target) text += fmt::format(", in {} of runs", percent_text(*outcome.p_target));
  return text;
}

Listing outcome_listing(const Map& map, const WhatIfReport& report, const Names& names) {
  std::vector<const WhatIfOutcome*> moved;
  for (const WhatIfOutcome& outcome : report.outcomes) {
    if (std::abs(outcome.better) >= visible) moved.push_back(&outcome);
  }
  std::ranges::stable_sort(moved, {}, [](const WhatIfOutcome* outcome) { return outcome->better; });
  const bool bands = report.uncertainty.has_value();
  Listing listing{{{.key = "name", .heading = "outcome", .flexible = true},
                   {.key = "before", .heading = "today", .align = Align::right},
                   {.key = "after", .heading = "then", .align = Align::right},
                   {.key = "better", .heading = "for the better", .align = Align::right, .spare = 2},
                   {.key = "target", .heading = "target", .spare = 1}},
                  {}};
  if (bands) listing.columns.push_back({.key = "band", .heading = "5–95 % of runs", .align = Align::right, .spare = 3});
  for (const WhatIfOutcome* outcome : moved) {
    listing.rows.push_back({element_cell(names(outcome->id), outcome->id),
                            text_cell(with_unit(map, report, outcome->id, outcome->before)),
                            text_cell(with_unit(map, report, outcome->id, outcome->after)),
                            text_cell(signed_percent(outcome->better), outcome->better < 0 ? Ink::error : Ink::good),
                            text_cell(target_words(*outcome))});
    if (!bands) continue;
    listing.rows.back().push_back(
        outcome->low ? text_cell(few_decimals(*outcome->low, 1) + " – " + few_decimals(*outcome->high, 1))
                     : missing_cell());
  }
  return listing;
}

/// "+5.4 by Named-midwife teams → Midwives → Home visit, and 2 weaker ways"
std::string cause_line(const Map& map, const WhatIfReport& report, const WhatIfCause& cause, const Names& names) {
  Ids way = cause.paths.front().ids;
  way.pop_back();
  std::string line = fmt::format("{}{} by {}", cause.contribution > 0 ? "+" : "",
                                 with_unit(map, report, cause.outcome, cause.contribution), names.path(way));
  if (cause.paths.size() > 1) line += fmt::format(", and {}", counted(cause.paths.size() - 1, "weaker way"));
  return line + support_words(cause);
}

/// An outcome, and in a line each what moves it.
struct CausesOfOutcome {
  Id outcome;
  std::vector<std::string> lines;
};

/// What moves each outcome, those that get worse first; contributions below a twentieth of the greatest are left to
/// the JSON.
std::vector<CausesOfOutcome> causes_told(const Map& map, const WhatIfReport& report, const Names& names) {
  std::vector<const WhatIfOutcome*> order;
  for (const WhatIfOutcome& outcome : report.outcomes) {
    if (std::abs(outcome.better) >= visible) order.push_back(&outcome);
  }
  std::ranges::stable_sort(order, {}, [](const WhatIfOutcome* outcome) { return outcome->better; });
  std::vector<CausesOfOutcome> told;
  for (const WhatIfOutcome* outcome : order) {
    CausesOfOutcome causes{outcome->id, {}};
    double greatest = 0;
    for (const WhatIfCause& cause : report.causes) {
      if (cause.outcome != outcome->id || cause.paths.empty()) continue;
      greatest = std::max(greatest, std::abs(cause.contribution));
      if (std::abs(cause.contribution) < greatest / 20) continue;
      causes.lines.push_back(cause_line(map, report, cause, names));
    }
    if (!causes.lines.empty()) told.push_back(std::move(causes));
  }
  return told;
}

std::string cause_lines(const Map& map, const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text;
  for (const CausesOfOutcome& causes : causes_told(map, report, names)) {
    text += screen.paint(Ink::faint, names(causes.outcome)) + "\n";
    for (const std::string& line : causes.lines) text += paragraph("· " + line, screen);
  }
  return text;
}

std::vector<std::string> assumptions_told(const WhatIfReport& report, const Names& names) {
  std::vector<std::string> lines;
  for (const WhatIfAssumption& one : report.assumptions) {
    if (one.rank > 3) break;
    lines.push_back(fmt::format("{} → {}: moves the result by {} points, confidence {}", names(one.from), names(one.to),
                                few_decimals(one.swing, 1), few_decimals(one.confidence, 2)));
  }
  return lines;
}

std::string assumption_lines(const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text;
  std::size_t rank = 0;
  for (const std::string& line : assumptions_told(report, names)) {
    text += paragraph(fmt::format("{}. {}", ++rank, line), screen);
  }
  return text;
}

std::vector<std::string> loops_told(const WhatIfReport& report, const Names& names) {
  std::vector<std::string> lines;
  for (const WhatIfLoop& loop : report.loops) {
    if (&loop - report.loops.data() >= 3) break;
    lines.push_back(fmt::format("{} → {}: passes back {}, {}", names.path(loop.ids), names(loop.ids.front()),
                                signed_percent(loop.gain),
                                loop.gain > 0 ? "and so strengthens itself" : "and so brakes itself"));
  }
  return lines;
}

std::string loop_lines(const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text;
  for (const std::string& line : loops_told(report, names)) text += paragraph(line, screen);
  return text;
}

/// "2 relations", "1 influence".
std::string rows_words(const Removed& gone) {
  std::string what(gone.what);
  if (gone.count == 1 && what.ends_with("ies")) what.replace(what.size() - 3, 3, "y");
  if (gone.count == 1 && what.ends_with("s")) what.pop_back();
  return fmt::format("{} {}", gone.count, what);
}

/// "1 stage, 2 relations and 1 influence went with it".
std::string gone_words(const WhatIfReport& report, const Names& names) {
  std::string removed;
  for (const Id& id : report.removed) removed += (removed.empty() ? "" : ", ") + names.quoted(id);
  std::string along;
  for (const Removed& gone : report.gone) {
    const std::string one = gone.id.empty() ? rows_words(gone) : names.quoted(gone.id);
    along += (along.empty() ? "" : ", ") + one;
  }
  return "Removed: " + removed + (along.empty() ? "." : "; with it went " + along + ".");
}

std::string money_words(const Map& map, const WhatIfReport& report) {
  std::string text;
  if (report.cost > 0) text += fmt::format("Costs {}. ", money(map, report.cost));
  if (!report.cost_unknown.empty())
    text += fmt::format("What {} cost is not said. ", counted(report.cost_unknown.size(), "initiative"));
  text += push_pull_words(report);
  if (report.firm_value_change && std::abs(*report.firm_value_change) >= 0.5) {
    text += fmt::format("Value of the customers to the firm: {}{}. ", *report.firm_value_change > 0 ? "+" : "",
                        money(map, *report.firm_value_change));
  }
  return text;
}

/// What went with the removed, what it costs, and what to keep in mind.
std::vector<std::string> details_told(const Map& map, const WhatIfReport& report, const Names& names) {
  std::vector<std::string> lines;
  if (!report.removed.empty()) lines.push_back(gone_words(report, names));
  if (const std::string words = money_words(map, report); !words.empty()) lines.push_back(words);
  if (!report.superseded.empty()) {
    std::string list;
    for (const Id& id : report.superseded) list += (list.empty() ? "" : ", ") + names.quoted(id);
    lines.push_back("The level that is set stands above the readings of " + list + ".");
  }
  if (!report.saturated.empty()) {
    std::string list;
    for (const Id& id : report.saturated) list += (list.empty() ? "" : ", ") + names.quoted(id);
    lines.push_back("At the end of what can be: " + list + ". Differences mean little there.");
  }
  return lines;
}

std::string details(const Map& map, const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text;
  for (const std::string& line : details_told(map, report, names)) text += paragraph(line, screen);
  return text.empty() ? "" : "\n" + text;
}

/// The greatest activations of mode state, which has no levels.
Listing state_listing(const WhatIfReport& report, const Names& names) {
  Listing listing{{{.key = "name", .heading = "concept", .flexible = true},
                   {.key = "state", .heading = "activation", .align = Align::right}},
                  {}};
  for (const IdNumber& number : report.state) {
    listing.rows.push_back({text_cell(names(number.id)), number_cell(number.value, 3)});
  }
  return listing;
}

std::string section(const Screen& screen, std::string_view title, const std::string& lines) {
  return lines.empty() ? "" : heading(screen, title) + lines;
}

std::string reckoning(const WhatIfReport& report) {
  std::string text = fmt::format("Rule {}, {}, stops at {}.", word_of(rule_of(report.scenario)),
                                 word_of(transfer_of(report.scenario)), number_text(epsilon_of(report.scenario)));
  if (report.uncertainty) {
    text += fmt::format(" {} runs, seed {}, weights {} within ±{} × 2 × (1 − confidence).", report.uncertainty->runs,
                        report.uncertainty->seed, word_of(report.uncertainty->distribution),
                        few_decimals(report.uncertainty->spread, 2));
  }
  return text;
}

std::string title_of(const WhatIfReport& report) {
  std::string title = "What if: " + printable(report.scenario.name);
  if (report.scenario.likelihood) title += fmt::format(" ({})", word_of(*report.scenario.likelihood));
  return title;
}

std::string reckoning_text(const WhatIfReport& report, const Screen& screen) {
  return "\n" + paragraph(reckoning(report), screen, Ink::faint);
}

/// Customers, partners and others that gain; outcomes have a table of their own.
std::vector<WhatIfShare> people_who_gain(const WhatIfReport& report) {
  std::vector<WhatIfShare> people = report.winners;
  std::erase_if(people, [](const WhatIfShare& share) { return share.kind == ElementKind::outcome; });
  return people;
}

std::string scenario_text(const Map& map, const WhatIfReport& report, const Screen& screen) {
  const Names names(map, report);
  std::string text = screen.paint(Ink::strong, title_of(report)) + "\n";
  if (const std::string words = finding(report); !words.empty())
    text += paragraph(words, screen, report.losers.empty() ? Ink::strong : Ink::warning);
  if (const std::string gone = gone_gaps_words(report, names); !gone.empty())
    text += paragraph(gone, screen, Ink::warning);
  text += paragraph(verdict_words(report, names), screen);
  if (report.scenario.mode == WhatIfMode::state) {
    return text + "\n" + listing_text(state_listing(report, names), screen) + details(map, report, names, screen) +
           reckoning_text(report, screen);
  }
  if (!report.losers.empty())
    text += "\n" + listing_text(shares_listing(report.losers, names, "who loses", Ink::error), screen);
  const Listing outcomes = outcome_listing(map, report, names);
  if (!outcomes.rows.empty()) text += "\n" + listing_text(outcomes, screen);
  std::vector<WhatIfShare> people = people_who_gain(report);
  const std::size_t gaining = people.size();
  people.resize(std::min(gaining, most_winners));
  if (!people.empty()) text += "\n" + listing_text(shares_listing(people, names, "who gains", Ink::good), screen);
  if (gaining > people.size())
    text += paragraph(fmt::format("and {} more", gaining - people.size()), screen, Ink::faint);
  text += found_again_text(report, names, screen);
  text += section(screen, "Why", cause_lines(map, report, names, screen));
  text += section(screen, "Loops on the way", loop_lines(report, names, screen));
  text += section(screen, "Test these assumptions first", assumption_lines(report, names, screen));
  return text + details(map, report, names, screen) + reckoning_text(report, screen);
}

/// Probable before plausible before possible before unsaid; in each the order of the files.
std::vector<const WhatIfReport*> by_likelihood(const std::vector<WhatIfReport>& reports) {
  std::vector<const WhatIfReport*> order;
  for (const WhatIfReport& report : reports) order.push_back(&report);
  std::ranges::stable_sort(order, {}, [](const WhatIfReport* report) {
    return report->scenario.likelihood ? static_cast<int>(*report->scenario.likelihood) : 3;
  });
  return order;
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

Listing comparison(const Map& map, const std::vector<WhatIfReport>& reports) {
  Listing listing{{{.key = "name", .heading = "scenario", .flexible = true},
                   {.key = "likelihood", .heading = "likelihood", .spare = 2},
                   {.key = "verdict", .heading = "ends in", .spare = 1},
                   {.key = "closed", .heading = "closes", .align = Align::right},
                   {.key = "met", .heading = "targets met", .align = Align::right, .spare = 3},
                   {.key = "losers", .heading = "worse off", .align = Align::right},
                   {.key = "cost", .heading = "costs", .align = Align::right},
                   {.key = "value", .heading = "value to the firm", .align = Align::right, .spare = 4}},
                  {}};
  for (const WhatIfReport* report : by_likelihood(reports)) {
    const bool settled = report->verdict == FcmVerdict::fixed_point;
    listing.rows.push_back(
        {text_cell(printable(report->scenario.name)),
         report->scenario.likelihood ? text_cell(word_of(*report->scenario.likelihood)) : missing_cell(),
         text_cell(to_text(report->verdict), settled ? Ink::plain : Ink::warning),
         report->gap_closed_pct ? text_cell(few_decimals(*report->gap_closed_pct, 1) + " %") : missing_cell(),
         settled ? number_cell(static_cast<double>(targets_met(*report)), 0) : missing_cell(),
         settled ? number_cell(static_cast<double>(report->losers.size()), 0,
                               report->losers.empty() ? Ink::plain : Ink::error)
                 : missing_cell(),
         text_cell(money(map, report->cost)),
         report->firm_value_change ? text_cell(money(map, *report->firm_value_change)) : missing_cell()});
  }
  return listing;
}

}  // namespace

std::string whatif_text(const Map& map, const std::vector<WhatIfReport>& reports, const Screen& screen) {
  std::string text;
  if (reports.size() > 1) text = listing_text(comparison(map, reports), screen) + chance_lines(reports, screen);
  for (const WhatIfReport& report : reports) {
    text += (text.empty() ? "" : "\n") + scenario_text(map, report, screen);
  }
  return text;
}

Listing whatif_comparison(const Map& map, const std::vector<WhatIfReport>& reports) { return comparison(map, reports); }

ReportParts whatif_parts(const Map& map, const WhatIfReport& report) {
  const Names names(map, report);
  ReportParts parts{{title_of(report),
                     {finding(report), gone_gaps_words(report, names), verdict_words(report, names)},
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
  if (Listing outcomes = outcome_listing(map, report, names); !outcomes.rows.empty())
    parts.push_back({"Outcomes then and today", {}, std::move(outcomes), {}, {}});
  if (const auto people = people_who_gain(report); !people.empty())
    parts.push_back({"Who gains", {}, shares_listing(people, names, "who gains", Ink::good), {}, {}});
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

namespace {

Listing outcomes_listing(const Map& map, const std::vector<WhatIfReport>& reports) {
  Listing listing{{{.key = "scenario", .heading = "scenario"},
                   {.key = "outcome", .heading = "outcome"},
                   {.key = "name", .heading = "name"},
                   {.key = "before", .heading = "before", .align = Align::right},
                   {.key = "after", .heading = "after", .align = Align::right},
                   {.key = "change", .heading = "change", .align = Align::right},
                   {.key = "gap_before", .heading = "gap before", .align = Align::right},
                   {.key = "gap_after", .heading = "gap after", .align = Align::right},
                   {.key = "p_target", .heading = "p target", .align = Align::right},
                   {.key = "priority_before", .heading = "priority before", .align = Align::right},
                   {.key = "priority_after", .heading = "priority after", .align = Align::right},
                   {.key = "presence", .heading = "presence"}},
                  {}};
  for (const WhatIfReport& report : reports) {
    const Names names(map, report);
    std::vector<WhatIfOutcome> outcomes = report.outcomes;
    outcomes.insert(outcomes.end(), report.gone_outcomes.begin(), report.gone_outcomes.end());
    std::ranges::sort(outcomes, {}, &WhatIfOutcome::id);
    for (const WhatIfOutcome& outcome : outcomes) {
      const auto gap = std::ranges::find(report.gaps, outcome.id, &GapChange::id);
      const bool known = gap != report.gaps.end();
      listing.rows.push_back(
          {text_cell(printable(report.scenario.name)), text_cell(outcome.id), text_cell(names(outcome.id)),
           number_cell(outcome.before, 2), number_cell(outcome.after, 2), number_cell(outcome.change, 2),
           number_cell(outcome.gap_before, 2), number_cell(outcome.gap_after, 2), number_cell(outcome.p_target, 2),
           number_cell(known ? gap->priority_before : std::nullopt, 1),
           number_cell(known ? gap->priority_after : std::nullopt, 1), text_cell(to_text(outcome.presence))});
    }
  }
  return listing;
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

std::string whatif_listing(const Map& map, const std::vector<WhatIfReport>& reports, const std::string& format,
                           const Screen& screen) {
  const std::string text = listing_as(format, outcomes_listing(map, reports), screen);
  return format == "markdown" ? text + more_tables(map, reports) : text;
}

}  // namespace outmap
