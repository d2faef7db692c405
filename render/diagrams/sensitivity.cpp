#include "render/diagrams/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/analysis/levels.hpp"
#include "model/text/numbers.hpp"
#include "render/diagrams/scenario_words.hpp"
#include "render/diagrams/sensitivity_diagram.hpp"
#include "render/layout/sensitivity/sensitivity_layout.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_parts = 4;
constexpr std::size_t usual_rows = 15;

std::string weight_words(double weight) { return few_decimals(weight, 2); }

/// Names of what a scenario adds are known to its own map only, of what it takes out to that of today.
std::string_view name_in(const Map& today, const WhatIfReport& report, const Id& id) {
  return report.map && report.map->find(id) ? report.map->name_of(id) : today.name_of(id);
}

SensitivityRow row_of(const Map& today, const WhatIfReport& report, const WhatIfAssumption& assumption, double base) {
  SensitivityRow row;
  row.from = assumption.from;
  row.to = assumption.to;
  row.cause = name_in(today, report, assumption.from);
  row.effect = name_in(today, report, assumption.to);
  row.weight = weight_words(assumption.weight);
  row.less = {assumption.at_low - base, weight_words(assumption.weight_low)};
  row.more = {assumption.at_high - base, weight_words(assumption.weight_high)};
  if (row.less.moved > row.more.moved) std::swap(row.less, row.more);
  row.swing = few_decimals(assumption.swing);
  row.confidence = few_decimals(assumption.confidence, 2);
  row.doubt = 1 - assumption.confidence;
  row.score = assumption.swing * row.doubt;
  row.title = fmt::format("{}. {} → {}: weight {}, between {} and {}; moves the result by {} points, confidence {}",
                          assumption.rank, row.cause, row.effect, row.weight, weight_words(assumption.weight_low),
                          weight_words(assumption.weight_high), row.swing, row.confidence);
  return row;
}

const Map& map_of(const Map& today, const WhatIfReport& report) { return report.map ? *report.map : today; }

/// Whether a row says more than 0.0; three are shown in any case.
bool matters(const SensitivityPart& part, const WhatIfAssumption& assumption) {
  return part.rows.size() < 3 || assumption.swing * (1 - assumption.confidence) >= 0.05;
}

SensitivityPart part_of(const Map& today, const WhatIfReport& report, std::size_t number,
                        const DiagramOptions& options) {
  const bool everything = options.everything || options.top;
  const std::size_t most = options.top          ? static_cast<std::size_t>(std::max(1, *options.top))
                           : options.everything ? std::size_t{200}
                                                : usual_rows;
  SensitivityPart part;
  part.name = scenario_words::name_of(report, number);
  const std::string unsettled = scenario_words::unsettled(report);
  if (!unsettled.empty()) {
    part.instead = "Nothing to test, for the scenario " + unsettled + ".";
    return part;
  }
  const double base = report.gap_closed_pct.value_or(0);
  part.base = report.gap_closed_pct ? (base < 0 ? "opens " : "closes ") + scenario_words::percent(std::abs(base))
                                    : "as the map says";
  if (report.assumptions.empty()) part.instead = "Nothing to test: no uncertain influence carries a change.";
  double sum = 0;
  for (const WhatIfOutcome& outcome : report.outcomes) sum += 100 * outcome.better;
  for (const WhatIfAssumption& assumption : report.assumptions)
    if (part.rows.size() < most && (everything || matters(part, assumption)))
      part.rows.push_back(row_of(today, report, assumption, report.gap_closed_pct ? base : sum));
  part.more = report.assumptions.size() - part.rows.size();
  return part;
}

/// The part whose first row is to be tested before that of any other; none where there is nothing to test.
const SensitivityPart* first_of(const SensitivityDiagram& diagram) {
  const SensitivityPart* first = nullptr;
  for (const SensitivityPart& part : diagram.parts)
    if (!part.rows.empty() && (!first || part.rows.front().score > first->rows.front().score)) first = &part;
  return first;
}

void find(const SensitivityDiagram& diagram, std::vector<TonedText>& finding) {
  const SensitivityPart* part = first_of(diagram);
  if (!part) {
    finding.push_back({"No assumption moves the result", Tone::plain});
    return;
  }
  const SensitivityRow& first = part->rows.front();
  finding.push_back({fmt::format("Test first: {} → {}", first.cause, first.effect), Tone::accent});
  const std::string whose = diagram.parts.size() > 1 ? " of ‘" + part->name + "’" : "";
  finding.push_back(
      {fmt::format("; it moves the result{} by {} points (confidence {})", whose, first.swing, first.confidence),
       Tone::plain});
}

/// The row of the finding as somebody would read it aloud: what its two ends mean.
std::string example_of(const SensitivityDiagram& diagram, bool priorities) {
  const SensitivityPart* part = first_of(diagram);
  if (!part) return "";
  const SensitivityRow& row = part->rows.front();
  const auto side = [&](const SensitivityEnd& end) {
    return fmt::format("at {} {} {} points {}", end.weight, priorities ? "it closes" : "all outcomes move",
                       few_decimals(std::abs(end.moved)), end.moved < 0 ? "less" : "more");
  };
  return fmt::format("In ‘{}’ the map gives ‘{} → {}’ the weight {} and is unsure of it: {}, {}.", part->name,
                     row.cause, row.effect, row.weight, side(row.less), side(row.more));
}

void tell(const Map& map, const DiagramOptions& options, SensitivityDiagram& diagram) {
  ChartWords& words = diagram.words;
  const auto& reports = options.what_ifs;
  words.title = reports.size() == 1 ? "What it depends on: " + diagram.parts.front().name
                                    : fmt::format("What {} scenarios depend on", reports.size());
  words.question =
      "Which influences, if they are weaker or stronger than the map says, move the result most, and "
      "which of them should be tested first?";
  find(diagram, words.finding);
  words.source = map->title + " · sensitivity";
  if (const auto day = as_of(map, options.as_of)) words.source += " · " + to_words(*day);
  words.note = "Tested first: swing × doubt (1 − confidence); one weight at a time, within its spread";
  if (diagram.more_parts > 0)
    words.note = fmt::format("{} more {} not drawn · ", diagram.more_parts,
                             diagram.more_parts == 1 ? "scenario is" : "scenarios are") +
                 words.note;
  diagram.nothing = {"No assumption moves the result", diagram.parts.front().instead};
}

}  // namespace

SensitivityDiagram build_sensitivity(const Map& map, const DiagramOptions& options) {
  const auto& reports = scenario_words::asked(options, "sensitivity");
  SensitivityDiagram diagram;
  for (std::size_t at = 0; at < std::min(reports.size(), most_parts); ++at)
    diagram.parts.push_back(part_of(map, *reports[at], at + 1, options));
  diagram.more_parts = reports.size() - diagram.parts.size();
  const bool priorities =
      std::ranges::any_of(reports, [](const WhatIfReport* one) { return one->gap_closed_pct.has_value(); });
  diagram.axis = priorities ? "points of the priority of all gaps that are closed, more or less than the map says"
                            : "sum of the outcomes' changes, points of percent of their scales";
  diagram.example = example_of(diagram, priorities);
  for (const SensitivityPart& part : diagram.parts)
    for (const SensitivityRow& row : part.rows) {
      diagram.lowest = std::min(diagram.lowest, row.less.moved);
      diagram.highest = std::max(diagram.highest, row.more.moved);
    }
  tell(map, options, diagram);
  return diagram;
}

Scene draw_sensitivity(const Map& map, const DiagramOptions& options, const Style& style) {
  return lay_out_sensitivity(build_sensitivity(map, options), options, style);
}

DiagramGraph graph_sensitivity(const Map& map, const DiagramOptions& options) {
  const SensitivityDiagram diagram = build_sensitivity(map, options);
  DiagramGraph graph;
  graph.title = diagram.words.title;
  graph.left_to_right = true;
  Ids known;
  const Map& named = map_of(map, *options.what_ifs.front());
  const auto node = [&](const Id& id) {
    if (std::ranges::count(known, id) > 0) return;
    known.push_back(id);
    const auto ref = named.find(id);
    graph.nodes.push_back({id, ref ? std::string(singular(ref->kind)) : "element",
                           std::string(name_in(map, *options.what_ifs.front(), id)), ""});
  };
  for (const SensitivityRow& row : diagram.parts.front().rows) {
    node(row.from);
    node(row.to);
    graph.edges.push_back({row.from, row.to, "influence",
                           fmt::format("moves {}, confidence {}", row.swing, row.confidence), row.score, true});
  }
  return graph;
}

}  // namespace outmap
