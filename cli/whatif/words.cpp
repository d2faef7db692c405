#include "cli/whatif/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/display_text.hpp"
#include "cli/messages.hpp"
#include "cli/whatif/again_text.hpp"
#include "cli/whatif/support.hpp"
#include "model/analysis/whatif/comparison.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr double least_money_told = 0.5;

/// "+5.4 by Named-midwife teams → Midwives → Home visit, and 2 weaker ways"
std::string cause_line(const Map& map, const WhatIfReport& report, const WhatIfCause& cause, const Names& names) {
  Ids way = cause.paths.front().ids;
  way.pop_back();
  const bool of_outcome = changed_map(map, report).get<Outcome>(cause.outcome) != nullptr;
  std::string line =
      of_outcome ? fmt::format("{}{} by {}", cause.contribution > 0 ? "+" : "",
                               with_unit(changed_map(map, report), cause.outcome, cause.contribution), names.path(way))
                 : fmt::format("{} by {}", signed_percent(cause.contribution), names.path(way));
  if (cause.paths.size() > 1) line += fmt::format(", and {}", counted(cause.paths.size() - 1, "weaker way"));
  return line + support_words(cause);
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
  std::string along;
  for (const Removed& gone : report.gone) {
    const std::string one = gone.id.empty() ? rows_words(gone) : names.quoted(gone.id);
    along += (along.empty() ? "" : ", ") + one;
  }
  return "Removed: " + names.quoted(report.removed) + (along.empty() ? "." : "; with it went " + along + ".");
}

std::string money_words(const Map& map, const WhatIfReport& report) {
  std::string text;
  if (report.cost > 0) text += fmt::format("Costs {}. ", signed_money(map, report.cost));
  if (!report.cost_unknown.empty())
    text += fmt::format("What {} cost is not said. ", counted(report.cost_unknown.size(), "initiative"));
  text += push_pull_words(report);
  if (report.firm_value_change && std::abs(*report.firm_value_change) >= least_money_told) {
    text += fmt::format("Value of the customers to the firm: {}{}. ", *report.firm_value_change > 0 ? "+" : "",
                        signed_money(map, *report.firm_value_change));
  }
  return text;
}

}  // namespace

std::string signed_percent(double share) { return (share > 0 ? "+" : "") + few_decimals(100 * share, 1) + " %"; }

std::string signed_money(const Map& map, double amount) {
  return (amount < 0 ? "−" : "") + money_text(std::abs(amount), map->currency);
}

std::string whatif_title(const WhatIfReport& report) {
  std::string title = "What if: " + printable(report.scenario.name);
  if (report.scenario.likelihood) title += fmt::format(" ({})", word_of(*report.scenario.likelihood));
  return title;
}

std::string acts_words(const Map& map, const WhatIfReport& report, const Names& names) {
  IdNumbers acts;
  for (const ScenarioChange& change : report.scenario.changes)
    for (const IdNumber& act : change.act) {
      std::erase_if(acts, [&](const IdNumber& before) { return before.id == act.id; });
      acts.push_back(act);
    }
  std::vector<std::string> told;
  for (const IdNumber& act : acts) {
    const Initiative* initiative = changed_map(map, report).get<Initiative>(act.id);
    std::vector<std::string> aside;
    if (act.value != 1) aside.push_back("at " + few_decimals(act.value, 2));
    if (initiative != nullptr && initiative->cost) aside.push_back(signed_money(map, *initiative->cost));
    told.push_back(names.quoted(act.id) + (aside.empty() ? "" : fmt::format(" ({})", fmt::join(aside, ", "))));
  }
  return told.empty() ? "" : fmt::format("Acts: {}.", fmt::join(told, ", "));
}

std::string whatif_finding(const WhatIfReport& report) {
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
  const auto [met, newly, of] = targets_of(report);
  if (newly > 0) {
    text += fmt::format("; meets {} more {}", newly, newly == 1 ? "target" : "targets");
    if (met > newly) text += fmt::format(", {} in all", met);
  }
  text += report.losers.empty()
              ? "; nobody loses."
              : fmt::format("; {} {} worse.", who_loses(report), report.losers.size() == 1 ? "gets" : "get");
  return text;
}

std::string who_loses(const WhatIfReport& report) {
  const auto outcomes = static_cast<std::size_t>(std::ranges::count_if(
      report.losers, [](const WhatIfShare& loser) { return loser.kind == ElementKind::outcome; }));
  const std::size_t groups = report.losers.size() - outcomes;
  if (groups == 0) return counted(outcomes, "outcome");
  return counted(groups, "group") + (outcomes == 0 ? "" : " and " + counted(outcomes, "outcome"));
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

std::string with_unit(const Map& map, const Id& outcome, const std::optional<double>& level) {
  if (!level) return "–";
  const Outcome* found = map.get<Outcome>(outcome);
  const std::string unit = found == nullptr || found->unit.empty() ? "" : "\u00a0" + printable(found->unit);
  return few_decimals(*level, 1) + unit;
}

const Map& changed_map(const Map& today, const WhatIfReport& report) { return report.map ? *report.map : today; }

namespace {

/// What moves one outcome or person; `least` is written as 0.
CausesOfOutcome told_of(const Id& id, const std::vector<WhatIfCause>& all, double least, const Map& map,
                        const WhatIfReport& report, const Names& names) {
  CausesOfOutcome causes{id, {}};
  double greatest = 0;
  for (const WhatIfCause& cause : all) {
    if (cause.outcome != id || cause.paths.empty()) continue;
    greatest = std::max(greatest, std::abs(cause.contribution));
    if (std::abs(cause.contribution) < greatest / 20) continue;
    if (std::abs(cause.contribution) < least && !causes.lines.empty()) continue;
    causes.lines.push_back(cause_line(map, report, cause, names));
  }
  return causes;
}

}  // namespace

std::vector<CausesOfOutcome> causes_told(const Map& map, const WhatIfReport& report, const Names& names) {
  constexpr double least_level = 0.05, least_share = 0.0005;
  std::vector<const WhatIfOutcome*> order;
  for (const WhatIfOutcome& outcome : report.outcomes) {
    if (is_told(outcome)) order.push_back(&outcome);
  }
  std::ranges::stable_sort(order, {}, [](const WhatIfOutcome* outcome) { return outcome->better; });
  std::vector<CausesOfOutcome> told;
  for (const WhatIfOutcome* outcome : order)
    told.push_back(told_of(outcome->id, report.causes, least_level, map, report, names));
  for (const WhatIfShare& loser : report.losers) {
    if (loser.itself) told.push_back(told_of(loser.id, report.people_causes, least_share, map, report, names));
  }
  std::erase_if(told, [](const CausesOfOutcome& causes) { return causes.lines.empty(); });
  return told;
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

std::vector<std::string> assumptions_told(const WhatIfReport& report, const Names& names) {
  std::vector<std::string> lines;
  for (const WhatIfAssumption& one : report.assumptions) {
    if (one.rank > 3) break;
    lines.push_back(fmt::format("{} → {}: moves the result by {} points, confidence {}", names(one.from), names(one.to),
                                few_decimals(one.swing, 1), few_decimals(one.confidence, 2)));
  }
  return lines;
}

std::vector<std::string> details_told(const Map& map, const WhatIfReport& report, const Names& names) {
  std::vector<std::string> lines;
  if (!report.removed.empty()) lines.push_back(gone_words(report, names));
  if (const std::string words = money_words(map, report); !words.empty()) lines.push_back(words);
  if (!report.superseded.empty())
    lines.push_back("The level that is set stands above the readings of " + names.quoted(report.superseded) + ".");
  if (!report.saturated.empty())
    lines.push_back("At the end of the scale, where more effect no longer counts: " + names.quoted(report.saturated) +
                    ".");
  return lines;
}

/// What the percentages are of, and where the money comes from.
std::string measures_words(const WhatIfReport& report) {
  if (report.scenario.mode == WhatIfMode::state || report.verdict != FcmVerdict::fixed_point) return "";
  std::string text =
      "'For the better' is what a level gains, as a share of its scale; of a customer or partner the mean of its "
      "outcomes, weighted by importance. ";
  if (report.firm_value_change && std::abs(*report.firm_value_change) >= least_money_told)
    text += "The value to the firm moves with retention: of each customer by its elasticity × its change. ";
  return text;
}

std::string likelihood_words(const std::vector<WhatIfReport>& reports) {
  const bool any =
      std::ranges::any_of(reports, [](const WhatIfReport& one) { return one.scenario.likelihood.has_value(); });
  if (!any) return "";
  return "How likely a scenario is, its author says: probable is what today's trends lead to, plausible what may come "
         "of what we know, possible what might come of what we do not know yet. No number is reckoned from it.";
}

std::string reckoning(const WhatIfReport& report) {
  std::string text = measures_words(report);
  text += fmt::format("Rule {}, {}, stops at {}.", word_of(rule_of(report.scenario)),
                      word_of(transfer_of(report.scenario)), number_text(epsilon_of(report.scenario)));
  if (report.uncertainty) {
    text += fmt::format(" {} runs, seed {}, weights {} within ±{} × 2 × (1 − confidence).", report.uncertainty->runs,
                        report.uncertainty->seed, word_of(report.uncertainty->distribution),
                        few_decimals(report.uncertainty->spread, 2));
  }
  return text;
}

}  // namespace outmap
