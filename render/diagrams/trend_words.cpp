#include "render/diagrams/trend_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/diagrams/chart_dates.hpp"

namespace outmap::trend_words {
namespace {

const char* part_words(ReadingPart part) {
  switch (part) {
    case ReadingPart::emotion:
      return "emotion";
    case ReadingPart::functional:
      return "functional value";
    case ReadingPart::financial:
      return "financial value";
    case ReadingPart::emotional:
      return "emotional value";
    case ReadingPart::social:
      break;
  }
  return "social value";
}

std::string with_unit(double value, const std::string& unit) {
  return few_decimals(value) + (unit.empty() ? "" : "\u00a0" + unit);
}

/// "4 min"; of percentages "13 points", which are not percent of what was.
std::string change_words(const LevelSeries& series) {
  const std::string amount = few_decimals(std::abs(series.change));
  if (series.unit == "%") return amount + (amount == "1" ? " point" : " points");
  return with_unit(std::abs(series.change), series.unit);
}

std::string verdict_of(const LevelSeries& series, const std::optional<Date>& since) {
  const std::string change = change_words(series);
  const std::string from = "since " + month_words(series.start.date);
  switch (series.verdict) {
    case Verdict::improved:
      return fmt::format("improved by {} {}", change, from);
    case Verdict::worsened:
      return fmt::format("worsened by {} {}", change, from);
    case Verdict::no_change:
      return "no change beyond noise " + from;
    case Verdict::too_few_readings:
      return fmt::format("{} {}: too few to tell", series.points.size(),
                         series.points.size() == 1 ? "reading" : "readings");
    case Verdict::not_measured_since:
      return since ? "not measured since " + month_words(*since) : "not measured since";
  }
  return "";
}

Tone tone_of(Verdict verdict) {
  if (verdict == Verdict::improved) return Tone::gain;
  return verdict == Verdict::worsened ? Tone::loss : Tone::plain;
}

std::string title_of(const LevelSeries& series, const TrendPanel& panel) {
  std::string title =
      fmt::format("{}: {} on {}, {}", panel.name, panel.now_words, to_words(series.now.date), panel.verdict);
  if (series.target) title += fmt::format("; target {}{}", panel.target_words, series.target_met ? ", met" : "");
  if (series.share_of_way && !series.target_met)
    title += fmt::format(", {} of the way", percent_text(*series.share_of_way));
  if (series.months_to_target && *series.months_to_target > 0)
    title += fmt::format("; at this pace in {:.0f} months", std::ceil(*series.months_to_target));
  return title;
}

/// Names of panels of one tone, at most three, "and 2 more".
std::string names_of(const TrendDiagram& diagram, Tone tone) {
  std::vector<std::string> names;
  for (const TrendPanel& panel : diagram.panels)
    if (panel.kind == "outcome" && panel.tone == tone) names.push_back(panel.name);
  std::string words;
  for (std::size_t at = 0; at < std::min<std::size_t>(3, names.size()); ++at)
    words += (at == 0 ? "" : ", ") + names[at];
  if (names.size() > 3) words += fmt::format(" and {} more", names.size() - 3);
  return words;
}

void find(const MonitorReport& report, TrendDiagram& diagram) {
  auto& finding = diagram.words.finding;
  const VerdictCounts& counts = report.counts;
  const std::size_t read = counts.of - counts.never_measured;
  diagram.words.bar = counts.worsened > counts.improved ? Tone::loss : counts.improved > 0 ? Tone::gain : Tone::accent;
  if (read == 0) return;
  finding.push_back(
      {fmt::format("{} of {} measured {} improved", counts.improved, read, read == 1 ? "outcome" : "outcomes"),
       counts.improved > 0 ? Tone::gain : Tone::plain});
  if (counts.worsened > 0) {
    finding.push_back({", ", Tone::plain});
    finding.push_back({fmt::format("{} worsened", counts.worsened), Tone::loss});
    finding.push_back({" (" + names_of(diagram, Tone::loss) + ")", Tone::plain});
  } else {
    finding.push_back({", none worsened", Tone::plain});
  }
  if (counts.no_change > 0) finding.push_back({fmt::format("; {} did not move", counts.no_change), Tone::plain});
  const auto aimed =
      std::ranges::count_if(report.outcomes, [](const LevelSeries& one) { return one.target.has_value(); });
  const auto there = std::ranges::count_if(report.outcomes, [](const LevelSeries& one) { return one.target_met; });
  if (aimed > 0)
    finding.push_back({there == 0 ? fmt::format("; none of {} at its target yet", aimed)
                                  : fmt::format("; {} of {} at the target", there, aimed),
                       Tone::plain});
  if (counts.never_measured > 0)
    finding.push_back({fmt::format("; {} never measured", counts.never_measured), Tone::plain});
}

}  // namespace

TrendPanel panel_of(const LevelSeries& series, const std::optional<Date>& since) {
  TrendPanel panel;
  panel.of = series.of;
  panel.key = series.of;
  panel.kind = series.part ? "stage" : "outcome";
  panel.name = series.name;
  if (series.part) {
    panel.name += std::string(", ") + part_words(*series.part);
    panel.key += std::string(".") + std::to_string(static_cast<int>(*series.part));
  }
  panel.points = series.points;
  panel.target = series.target;
  panel.scale = series.scale;
  panel.tone = tone_of(series.verdict);
  panel.moved = panel.tone != Tone::plain;
  panel.rising = series.change > 0;
  panel.verdict = verdict_of(series, since);
  panel.now_words = with_unit(series.now.value, series.unit);
  if (series.target) panel.target_words = with_unit(*series.target, series.unit);
  if (series.trend) {
    panel.line_from = series.trend->from;
    panel.line_to = series.trend->to;
  }
  if (series.points.size() > 1) panel.start = series.start.date;
  panel.title = title_of(series, panel);
  return panel;
}

TrendEvent event_of(const Map& map, const JournalEntry& entry) {
  TrendEvent event;
  event.date = entry.date;
  event.of = entry.of;
  event.kind = "journal";
  event.text = fmt::format("{}: {}", month_words(entry.date), entry.text);
  event.title = fmt::format("{}, {}: {}", to_words(entry.date), map.name_of(entry.of), entry.text);
  return event;
}

TrendEvent event_of(const Map& map, const HarvestProgress& harvest) {
  TrendEvent event;
  event.date = harvest.date.value_or(Date{});
  event.of = harvest.id;
  event.kind = "harvest";
  const std::string& words = harvest.name.empty() || harvest.name == harvest.id ? harvest.outcome : harvest.name;
  event.text = fmt::format("{}: {}", month_words(event.date), words);
  event.title = fmt::format("{}, {}: {}", to_words(event.date), map.name_of(harvest.who), harvest.outcome);
  return event;
}

void tell(const Map& map, const MonitorReport& report, TrendDiagram& diagram) {
  ChartWords& words = diagram.words;
  words.title = map->title + ": did it work?";
  words.question =
      "Which levels moved beyond noise, which way, how far from their targets are they, and what happened meanwhile?";
  words.source = map->title + " · trends";
  if (report.as_of) words.source += " · " + to_words(*report.as_of);
  diagram.nothing = {
      "No readings yet",
      "Note from time to time where an outcome or a stage stands, with the date of the reading: two show a change, "
      "four a trend."};
  if (diagram.panels.empty()) return;
  words.source += " · each on an axis of its own";
  words.note = "What happened at the same time need not be the cause";
  find(report, diagram);
}

}  // namespace outmap::trend_words
