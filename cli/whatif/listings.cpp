#include "cli/whatif/listings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/whatif/words.hpp"
#include "model/analysis/whatif/comparison.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

/// What a simulation ends in, for those who do not simulate.
std::string_view ending_words(FcmVerdict verdict) {
  switch (verdict) {
    case FcmVerdict::fixed_point:
      return "settles";
    case FcmVerdict::cycle:
      return "swings without end";
    case FcmVerdict::not_converged:
      return "has not settled";
    case FcmVerdict::runaway_loop:
      break;
  }
  return "runs away";
}

std::string target_words(const WhatIfOutcome& outcome) {
  if (!outcome.target_met) return "–";
  std::string text = *outcome.target_met ? "met" : "missed by " + few_decimals(*outcome.gap_after, 1);
  if (outcome.p_target)
    text += fmt::format(", {}in {} of runs", *outcome.target_met ? "" : "met ", percent_text(*outcome.p_target));
  return text;
}

/// What moves somebody: its outcomes, or its own place among the causes. An outcome's causes stand under "Why".
Cell through_cell(const WhatIfShare& share, const Names& names) {
  constexpr std::size_t most_named = 2;
  if (share.itself) return text_cell("itself, see why");
  return share.through.empty() ? missing_cell() : text_cell(names.several(share.through, most_named));
}

}  // namespace

Listing shares_listing(const std::vector<WhatIfShare>& shares, const Names& names, std::string_view title, Ink ink) {
  Listing listing{{{.key = "name", .heading = title, .flexible = true},
                   {.key = "kind", .heading = "is", .spare = 1},
                   {.key = "change", .heading = "of the scale", .align = Align::right},
                   {.key = "through", .heading = "through", .flexible = true, .spare = 2}},
                  {}};
  for (const WhatIfShare& share : shares) {
    listing.rows.push_back({element_cell(names(share.id), share.id), text_cell(singular(share.kind)),
                            text_cell(signed_percent(share.change), ink), through_cell(share, names)});
  }
  return listing;
}

std::vector<WhatIfShare> people_who_gain(const WhatIfReport& report) {
  std::vector<WhatIfShare> people = report.winners;
  std::erase_if(people, [](const WhatIfShare& share) { return share.kind == ElementKind::outcome; });
  return people;
}

Listing outcomes_listing(const Map& map, const WhatIfReport& report, const Names& names) {
  std::vector<const WhatIfOutcome*> moved;
  for (const WhatIfOutcome& outcome : report.outcomes) {
    if (is_told(outcome)) moved.push_back(&outcome);
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
                            text_cell(with_unit(changed_map(map, report), outcome->id, outcome->before)),
                            text_cell(with_unit(changed_map(map, report), outcome->id, outcome->after)),
                            text_cell(signed_percent(outcome->better), outcome->better < 0 ? Ink::error : Ink::good),
                            text_cell(target_words(*outcome))});
    if (!bands) continue;
    listing.rows.back().push_back(
        outcome->low ? text_cell(few_decimals(*outcome->low, 1) + " – " + few_decimals(*outcome->high, 1))
                     : missing_cell());
  }
  return listing;
}

Listing state_listing(const WhatIfReport& report, const Names& names) {
  Listing listing{{{.key = "name", .heading = "concept", .flexible = true},
                   {.key = "state", .heading = "activation", .align = Align::right}},
                  {}};
  for (const IdNumber& number : report.state) {
    listing.rows.push_back({text_cell(names(number.id)), number_cell(number.value, 3)});
  }
  return listing;
}

Listing whatif_comparison(const Map& map, const std::vector<WhatIfReport>& reports, Audience audience) {
  const bool plain = audience == Audience::client;
  Listing listing{
      {{.key = "name", .heading = "scenario", .flexible = true},
       {.key = "likelihood", .heading = "likelihood", .spare = 2},
       {.key = "verdict", .heading = plain ? "how it ends" : "ends in", .spare = 1},
       {.key = "closed", .heading = "closes", .align = Align::right},
       {.key = "met", .heading = "targets met", .align = Align::right, .spare = 3},
       {.key = "losers", .heading = plain ? "people and outcomes worse off" : "worse off", .align = Align::right},
       {.key = "cost", .heading = "costs", .align = Align::right},
       {.key = "value", .heading = "value to the firm", .align = Align::right, .spare = 4}},
      {}};
  std::vector<const WhatIfReport*> order;
  for (const WhatIfReport& report : reports) order.push_back(&report);
  for (const WhatIfReport* report : by_likelihood(std::move(order))) {
    const bool settled = report->verdict == FcmVerdict::fixed_point;
    listing.rows.push_back(
        {text_cell(printable(report->scenario.name)),
         report->scenario.likelihood ? text_cell(word_of(*report->scenario.likelihood)) : missing_cell(),
         text_cell(plain ? ending_words(report->verdict) : to_text(report->verdict),
                   settled ? Ink::plain : Ink::warning),
         report->gap_closed_pct ? text_cell(few_decimals(*report->gap_closed_pct, 1) + " %") : missing_cell(),
         settled ? number_cell(static_cast<double>(targets_of(*report).met), 0) : missing_cell(),
         settled ? number_cell(static_cast<double>(report->losers.size()), 0,
                               report->losers.empty() ? Ink::plain : Ink::error)
                 : missing_cell(),
         text_cell(signed_money(map, report->cost)),
         report->firm_value_change ? text_cell(signed_money(map, *report->firm_value_change)) : missing_cell()});
  }
  return listing;
}

Listing outcomes_for_programs(const Map& map, const std::vector<WhatIfReport>& reports) {
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
    for (const WhatIfOutcome& outcome : all_outcomes(report)) {
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

}  // namespace outmap
