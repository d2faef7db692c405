#include "render/diagrams/whatif_compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/analysis/levels.hpp"
#include "model/analysis/whatif/comparison.hpp"
#include "model/text/numbers.hpp"
#include "render/diagrams/scenario_words.hpp"

namespace outmap {
namespace {

using Reports = std::vector<const WhatIfReport*>;

std::string money_words(const Map& map, const WhatIfReport& report) {
  std::string words = "costs " + money_text(report.cost, map->currency);
  if (!report.cost_unknown.empty()) words += " and more";
  if (report.firm_value_change && std::abs(*report.firm_value_change) >= 1)
    words += fmt::format(" · firm value {}{}", *report.firm_value_change < 0 ? "−" : "+",
                         money_text(std::abs(*report.firm_value_change), map->currency));
  return words;
}

ComparedScenario column_of(const Map& map, const WhatIfReport& report, std::size_t number) {
  ComparedScenario column;
  column.name = scenario_words::name_of(report, number);
  if (report.scenario.likelihood) column.likelihood = std::string(word_of(*report.scenario.likelihood));
  column.trouble = scenario_words::unsettled(report);
  if (column.trouble.empty() && report.scenario.mode == WhatIfMode::state)
    column.trouble = "settles; activations say nothing about levels";
  column.money = money_words(map, report);
  if (!column.trouble.empty()) return column;
  column.closed = report.gap_closed_pct;
  if (report.uncertainty) {
    column.closed_low = report.uncertainty->closed_low;
    column.closed_high = report.uncertainty->closed_high;
  }
  column.closed_words = report.gap_closed_pct ? scenario_words::percent(*report.gap_closed_pct) : "–";
  const TargetsMet targets = targets_of(report);
  column.targets = targets.of;
  column.met = targets.met;
  column.newly_met = targets.newly;
  column.losers = whatif_people(report.map ? *report.map : map, report.losers);
  return column;
}

std::string today_words(const Outcome& outcome, const OutcomeLevel& level) {
  std::string words;
  const std::string unit = outcome.unit.empty() ? "" : "\u00a0" + outcome.unit;
  if (level.current) words = "now " + few_decimals(*level.current) + unit;
  if (level.target) words += (words.empty() ? "" : ", ") + ("target " + few_decimals(*level.target) + unit);
  return words;
}

/// Outcomes of today and of the scenarios, those of high priority first.
std::vector<ComparedOutcome> outcomes_of(const Map& map, const Reports& reports, const DiagramOptions& options) {
  const std::shared_ptr<const LevelTable> levels = levels_of_today(map, *reports.front(), options);
  std::map<Id, std::size_t, std::less<>> place;
  std::vector<ComparedOutcome> outcomes;
  std::vector<double> priority;
  for (std::size_t column = 0; column < reports.size(); ++column)
    for (WhatIfRow& row : whatif_rows(map, *levels, *reports[column])) {
      const auto [found, is_new] = place.try_emplace(row.id, outcomes.size());
      if (is_new) {
        const Outcome* outcome = map.get<Outcome>(row.id);
        const std::string today = outcome ? today_words(*outcome, levels->whole(*outcome)) : "not there today";
        outcomes.push_back({row.id, row.name, today, std::vector<WhatIfRow>(reports.size()), false});
        priority.push_back(row.priority);
      }
      ComparedOutcome& outcome = outcomes[found->second];
      outcome.moves = outcome.moves || (row.fate != OutcomeFate::still && row.fate != OutcomeFate::unknown);
      outcome.cells[column] = std::move(row);
    }
  std::vector<std::size_t> order(outcomes.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return priority[a] != priority[b] ? priority[a] > priority[b] : outcomes[a].id < outcomes[b].id;
  });
  std::vector<ComparedOutcome> sorted;
  for (const std::size_t at : order) sorted.push_back(std::move(outcomes[at]));
  return sorted;
}

std::string losers_words(const ComparedScenario& column) {
  if (column.losers.empty()) return "and nobody loses";
  return fmt::format("but {} {}", column.losers.size(), column.losers.size() == 1 ? "group loses" : "groups lose");
}

/// What closes most, at whose cost; and the best of those that cost nobody anything.
void find(WhatIfComparison& comparison) {
  auto& finding = comparison.words.finding;
  const ComparedScenario* best = nullptr;
  const ComparedScenario* kind = nullptr;
  for (const ComparedScenario& column : comparison.scenarios) {
    if (!column.closed || *column.closed <= 0) continue;
    if (!best || *column.closed > *best->closed) best = &column;
    if (column.losers.empty() && (!kind || *column.closed > *kind->closed)) kind = &column;
  }
  if (best == nullptr) {
    finding.push_back({"None of these scenarios closes a gap", Tone::loss});
    comparison.words.bar = Tone::loss;
    return;
  }
  finding.push_back({fmt::format("‘{}’ closes most: {} of the priority", best->name, best->closed_words), Tone::gain});
  finding.push_back({", " + losers_words(*best), best->losers.empty() ? Tone::plain : Tone::loss});
  if (kind != nullptr && kind != best)
    finding.push_back({fmt::format("; ‘{}’ closes {}, and nobody loses", kind->name, kind->closed_words), Tone::plain});
}

void tell(const Map& map, const Reports& reports, const DiagramOptions& options, WhatIfComparison& comparison) {
  ChartWords& words = comparison.words;
  const std::size_t apart = comparison.unsettled.size();
  words.title = apart == 0 ? fmt::format("What if: {} scenarios side by side", reports.size())
                           : fmt::format("What if: {} scenarios, {} of them side by side", reports.size(),
                                         reports.size() - apart);
  words.question = "What does each of them close, which targets does it meet, who pays for it, and how likely is it?";
  words.bar = Tone::gain;
  find(comparison);
  words.source = map->title + " · what-if";
  if (const auto day = as_of(map, options.as_of)) words.source += " · " + to_words(*day);
  words.note = "Closed: share of the priority of all gaps; levels each on its own scale, right is better";
}

}  // namespace

WhatIfComparison build_comparison(const Map& map, const DiagramOptions& options) {
  const Reports reports = by_likelihood(scenario_words::asked(options, "whatif"));
  WhatIfComparison comparison;
  Reports settled;
  for (std::size_t at = 0; at < reports.size(); ++at) {
    ComparedScenario column = column_of(map, *reports[at], at + 1);
    if (column.trouble.empty()) settled.push_back(reports[at]);
    (column.trouble.empty() ? comparison.scenarios : comparison.unsettled).push_back(std::move(column));
  }
  if (settled.empty()) {
    settled = reports;
    comparison.scenarios.swap(comparison.unsettled);
  }
  const auto best = std::ranges::max_element(
      comparison.scenarios, {}, [](const ComparedScenario& column) { return column.closed.value_or(-1e9); });
  best->best = best->closed.value_or(0) > 0;
  comparison.outcomes = outcomes_of(map, settled, options);
  const std::size_t all = comparison.outcomes.size();
  std::erase_if(comparison.outcomes, [](const ComparedOutcome& outcome) { return !outcome.moves; });
  comparison.unchanged = all - comparison.outcomes.size();
  if (options.top && comparison.outcomes.size() > static_cast<std::size_t>(std::max(1, *options.top)))
    comparison.outcomes.resize(static_cast<std::size_t>(std::max(1, *options.top)));
  for (ComparedOutcome& outcome : comparison.outcomes)
    outcome.at_end = std::ranges::any_of(settled, [&outcome](const WhatIfReport* report) {
      return std::ranges::count(report->saturated, outcome.id) > 0;
    });
  tell(map, reports, options, comparison);
  return comparison;
}

}  // namespace outmap
