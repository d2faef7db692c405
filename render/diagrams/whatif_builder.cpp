// The picture of one scenario: heading, finding, who loses and why.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>

#include "model/analysis/levels.hpp"
#include "model/analysis/whatif/comparison.hpp"
#include "model/text/numbers.hpp"
#include "render/diagrams/scenario_words.hpp"
#include "render/diagrams/whatif_diagram.hpp"

namespace outmap {
namespace {

std::string likelihood_words(const WhatIfReport& report) {
  if (!report.scenario.likelihood) return "";
  return fmt::format("A {} scenario: ", word_of(*report.scenario.likelihood));
}

/// "closes 58.7 % of the priority (in nine of ten runs 52.1 to 60.9 %)"
std::string closes_words(const WhatIfReport& report) {
  if (!report.gap_closed_pct) return "";
  const double closed = *report.gap_closed_pct;
  std::string words = std::abs(closed) < 0.05 ? "Closes none of the priority"
                                              : fmt::format("{} {} of the priority", closed < 0 ? "Opens" : "Closes",
                                                            scenario_words::percent(std::abs(closed)));
  if (!report.uncertainty || !report.uncertainty->closed_low || !report.uncertainty->closed_high) return words;
  double low = *report.uncertainty->closed_low, high = *report.uncertainty->closed_high;
  if (high < 0) std::tie(low, high) = std::pair(-high, -low);
  return words + fmt::format(" ({} to {} in nine of ten runs)", few_decimals(low), scenario_words::percent(high));
}

void add_targets(const WhatIfReport& report, std::vector<TonedText>& finding) {
  const TargetsMet targets = targets_of(report);
  if (targets.of == 0) return;
  finding.push_back({finding.empty() ? "" : "; ", Tone::plain});
  finding.push_back({fmt::format("{} of {} targets met", targets.met, targets.of), Tone::plain});
}

void add_losers(const WhatIfDiagram& diagram, std::vector<TonedText>& finding) {
  const auto fell = std::ranges::count(diagram.rows, OutcomeFate::fell, &WhatIfRow::fate);
  if (!diagram.losers.empty()) {
    const WhatIfPerson& worst = diagram.losers.front();
    finding.push_back({"; ", Tone::plain});
    std::string words = fmt::format("{}: {}", worst.name, worst.change);
    if (diagram.losers.size() > 1)
      words +=
          fmt::format(", and {} more {}", diagram.losers.size() - 1, diagram.losers.size() == 2 ? "loses" : "lose");
    finding.push_back({words, Tone::loss});
  } else if (fell > 0) {
    finding.push_back({"; ", Tone::plain});
    finding.push_back({fmt::format("{} {} worse", fell, fell == 1 ? "outcome gets" : "outcomes get"), Tone::loss});
  } else {
    finding.push_back({"; nobody loses", Tone::plain});
  }
}

void find(const WhatIfReport& report, WhatIfDiagram& diagram) {
  auto& finding = diagram.words.finding;
  const std::string unsettled = scenario_words::unsettled(report);
  if (!unsettled.empty()) {
    finding.push_back({"It " + unsettled, Tone::loss});
    finding.push_back({", so that no levels are known", Tone::plain});
    diagram.words.bar = Tone::loss;
    return;
  }
  if (report.scenario.mode == WhatIfMode::state) {
    finding.push_back({fmt::format("Settles after {} updates", report.iterations), Tone::accent});
    return;
  }
  const std::string closes = closes_words(report);
  if (!closes.empty()) finding.push_back({closes, report.gap_closed_pct >= 0 ? Tone::gain : Tone::loss});
  add_targets(report, finding);
  add_losers(diagram, finding);
}

std::string loop_words(const Map& map, const WhatIfLoop& loop) {
  std::string words;
  for (const Id& id : loop.ids) words += std::string(map.name_of(id)) + " → ";
  if (!loop.ids.empty()) words += map.name_of(loop.ids.front());
  return words;
}

std::string trouble_of(const Map& map, const WhatIfReport& report) {
  if (report.runaway)
    return fmt::format(
        "The loop {} passes back {} of what it gets. A loop in life meets a limit, which the map lacks: say what slows "
        "it down.",
        loop_words(map, *report.runaway), percent_text(report.runaway->gain));
  if (report.verdict == FcmVerdict::cycle)
    return "It comes back to the same states again and again: a loop that slows itself answers too late or too "
           "strongly. Look "
           "at the loops, or let changes pass on gradually instead of all or nothing.";
  if (report.verdict == FcmVerdict::not_converged) return "More updates (max_iterations) may help it to settle.";
  if (report.scenario.mode == WhatIfMode::state)
    return "Mode state: numbers are activations, and say nothing about levels.";
  return "";
}

std::string directions_of(const WhatIfReport& report) {
  if (report.scenario.mode == WhatIfMode::state) return "";
  switch (report.verdict) {
    case FcmVerdict::runaway_loop:
      return "how far cannot be told";
    case FcmVerdict::cycle:
      return "in the state that is shown; it swings on";
    case FcmVerdict::not_converged:
      return "so far; it has not settled";
    case FcmVerdict::fixed_point:
      break;
  }
  return "";
}

/// The strongest way that makes worse what falls most.
std::optional<WhatIfWay> way_to(const Map& today, const Map& map, const WhatIfReport& report, const WhatIfRow& row) {
  const CausePath* worst = nullptr;
  double least = 0;
  for (const WhatIfCause& cause : report.causes) {
    if (cause.outcome != row.id || cause.paths.empty()) continue;
    const bool same = (cause.contribution < 0) == (least < 0);
    if (worst != nullptr && (same && std::abs(cause.contribution) <= std::abs(least))) continue;
    if (worst != nullptr && !same) continue;
    worst = &cause.paths.front();
    least = cause.contribution;
  }
  if (worst == nullptr || worst->ids.size() < 2) return std::nullopt;
  WhatIfWay way;
  for (std::size_t at = 0; at < worst->ids.size(); ++at) {
    const Map& known = map.find(worst->ids[at]) ? map : today;
    way.names.emplace_back(known.name_of(worst->ids[at]));
    if (at == 0) continue;
    double weight = 0;
    for (const Influence& link : (map.find(worst->ids[at - 1]) ? map : today)->influences)
      if (link.from == worst->ids[at - 1] && link.to == worst->ids[at]) weight += link.weight;
    way.lowers.push_back(weight < 0);
  }
  way.end = row.levels;
  return way;
}

void describe_scale(const Map& map, WhatIfDiagram& diagram) {
  std::optional<Scale> common;
  bool same = true;
  for (const WhatIfRow& row : diagram.rows) {
    const Outcome* outcome = map.get<Outcome>(row.id);
    const Scale scale = outcome && outcome->scale ? *outcome->scale : map->scale;
    same = same && (!common || *common == scale) && outcome && outcome->unit.empty() &&
           outcome->direction == Direction::more;
    common = scale;
  }
  if (same && common) {
    diagram.axis = common;
    diagram.scale = fmt::format("level {}–{}", few_decimals(common->min), few_decimals(common->max));
  } else {
    diagram.scale = "right is better";
  }
}

std::string method_words(const WhatIfReport& report) {
  std::string words =
      fmt::format("Rule {}, {}", word_of(rule_of(report.scenario)), word_of(transfer_of(report.scenario)));
  if (report.verdict == FcmVerdict::fixed_point) words += fmt::format(": settles after {} rounds", report.iterations);
  if (report.uncertainty)
    words += fmt::format(" · {} runs with drawn weights, seed {}",
                         grouped(static_cast<double>(report.uncertainty->runs)), report.uncertainty->seed);
  return words;
}

void tell(const Map& map, const WhatIfReport& report, const DiagramOptions& options, WhatIfDiagram& diagram) {
  ChartWords& words = diagram.words;
  words.title = "What if: " + scenario_words::name_of(report, 1);
  words.question = likelihood_words(report) + "what changes, which targets are met, who loses, and how sure is it?";
  words.question.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.question.front())));
  find(report, diagram);
  words.source = map->title + " · what-if";
  if (const auto day = as_of(map, options.as_of)) words.source += " · " + to_words(*day);
  if (report.cost > 0) words.source += " · costs " + money_text(report.cost, map->currency);
  words.note = method_words(report);
  if (!diagram.map.left_out.empty()) words.note = diagram.map.left_out + " · " + words.note;
}

}  // namespace

std::shared_ptr<const LevelTable> levels_of_today(const Map& map, const WhatIfReport& report,
                                                  const DiagramOptions& options) {
  const auto day = as_of(map, options.as_of);
  const bool same_day = report.levels_before && report.levels_before->day() == day;
  return same_day ? report.levels_before : std::make_shared<const LevelTable>(map, day);
}

WhatIfDiagram build_whatif(const Map& map, const WhatIfReport& report, const DiagramOptions& options) {
  WhatIfDiagram diagram;
  const std::shared_ptr<const LevelTable> levels = levels_of_today(map, report, options);
  diagram.map = whatif_map(map, *levels, report, options);
  diagram.rows = whatif_rows(map, *levels, report);
  diagram.projected = report.verdict == FcmVerdict::fixed_point && report.scenario.mode == WhatIfMode::change;
  if (!diagram.projected) diagram.rows.clear();
  const std::size_t all = diagram.rows.size();
  std::erase_if(diagram.rows, [](const WhatIfRow& row) {
    return row.fate == OutcomeFate::still || row.fate == OutcomeFate::unknown;
  });
  diagram.unchanged = all - diagram.rows.size();
  const Map& after = report.map ? *report.map : map;
  diagram.losers = whatif_people(after, report.losers);
  diagram.gainers = whatif_people(after, report.winners);
  diagram.trouble = trouble_of(after, report);
  diagram.directions = directions_of(report);
  for (const WhatIfRow& row : diagram.rows)
    if (row.fate == OutcomeFate::fell && !diagram.because) diagram.because = way_to(map, after, report, row);
  describe_scale(after, diagram);
  tell(map, report, options, diagram);
  return diagram;
}

}  // namespace outmap
