#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string with_unit(const std::string& text, const LevelSeries& series) {
  return series.unit.empty() ? text : text + " " + printable(series.unit);
}

/// "2025-01-31 to 2026-06-28", of 'then' and of 'now'
Cell dates_cell(const LevelSeries& series) {
  if (series.start.date == series.now.date) return text_cell(to_text(series.now.date));
  return text_cell(to_text(series.start.date) + " to " + to_text(series.now.date));
}

Cell movement_cell(const LevelSeries& series) {
  return {with_unit(few_decimals(series.start.value) + " → " + few_decimals(series.now.value), series), "", Ink::plain};
}

Cell verdict_cell(const LevelSeries& series) {
  return text_cell(verdict_words(series.verdict) + (series.unsure ? ", unsure" : ""), verdict_ink(series.verdict));
}

Cell way_cell(const LevelSeries& series) {
  if (series.target_met) return text_cell("there");
  return series.share_of_way ? text_cell(percent_text(*series.share_of_way)) : missing_cell();
}

Cell trend_cell(const LevelSeries& series) {
  if (!series.trend) return missing_cell();
  const int decimals = series.scale.width() > 20 ? 1 : 2;
  std::string text = with_sign(series.trend->per_month, decimals);
  if (series.trend->per_month_low) {
    text += " (" + with_sign(*series.trend->per_month_low, decimals) + " to " +
            with_sign(*series.trend->per_month_high, decimals) + ")";
  }
  return text_cell(text);
}

Cell arrival_cell(const LevelSeries& series) {
  return series.months_to_target ? text_cell(time_words(*series.months_to_target)) : missing_cell();
}

Cell number_or_dash(const std::optional<double>& number) {
  return number ? text_cell(few_decimals(*number)) : missing_cell();
}

Listing outcome_listing(const MonitorReport& report) {
  Listing listing{{{.key = "name", .heading = "outcome", .flexible = true},
                   {.key = "movement", .heading = "then → now", .align = Align::right},
                   {.key = "verdict", .heading = "verdict"},
                   {.key = "target", .heading = "target", .align = Align::right, .spare = 1},
                   {.key = "way", .heading = "of the way", .align = Align::right},
                   {.key = "trend", .heading = "a month", .align = Align::right, .spare = 2},
                   {.key = "arrival", .heading = "at this pace", .align = Align::right, .spare = 4},
                   {.key = "readings", .heading = "readings", .align = Align::right, .spare = 5},
                   {.key = "dates", .heading = "read", .align = Align::right, .spare = 3},
                   {.key = "id", .heading = "id", .spare = 6}},
                  {}};
  for (const LevelSeries& series : report.outcomes) {
    listing.rows.push_back({element_cell(series.name, series.of), movement_cell(series), verdict_cell(series),
                            number_or_dash(series.target), way_cell(series), trend_cell(series), arrival_cell(series),
                            number_cell(static_cast<double>(series.points.size()), 0), dates_cell(series),
                            text_cell(series.of)});
  }
  return listing;
}

/// Levels of their own that are stated and never read.
std::string stated_holders(const Map& map, const MonitorReport& report) {
  std::size_t stated = 0;
  Ids outcomes;
  for (const LevelSeries& series : report.outcomes) {
    const auto of_this = std::ranges::count(series.holders, LevelSource::stated, &HolderStanding::current_from);
    if (of_this > 0) outcomes.push_back(series.of);
    stated += static_cast<std::size_t>(of_this);
  }
  if (stated == 0) return "";
  return fmt::format(
      "Readings are of an outcome as a whole. {} stated and not measured, at {}.",
      counted_of(stated, "group has a level of its own that is", "groups have levels of their own that are"),
      some_names(map, outcomes, 3));
}

MonitorPart outcomes_part(const Map& map, const MonitorReport& report) {
  MonitorPart part{"Outcomes", {}, outcome_listing(report), {}, {}};
  part.note = stated_holders(map, report);
  return part;
}

std::string unwatched_words(const Unwatched& row, const Map& map) {
  std::string text =
      printable(map.name_of(row.outcome)) + " (importance " + few_decimals(row.importance.value_or(0)) + "): ";
  if (row.last) return text + fmt::format("last read {}, {} days ago", to_words(*row.last), row.days_ago.value_or(0));
  text += "never read";
  if (row.answers > 0)
    text +=
        fmt::format("; {} of it, which tell satisfaction and no level", counted_of(row.answers, "rating", "ratings"));
  return text;
}

MonitorPart unwatched_part(const Map& map, const MonitorReport& report) {
  MonitorPart part{"What matters and nobody measures", {}, {}, {}, {}};
  for (const Unwatched& row : report.unwatched) part.bullets.push_back(unwatched_words(row, map));
  part.note = fmt::format(
      "Outcomes of importance 7 or more without a reading, or without one in {} days. Add rows to "
      "readings: of, date, value.",
      report.stale_after_days);
  return part;
}

std::string stage_words(const LevelSeries& series) {
  const std::string kind = *series.part == ReadingPart::emotion ? "" : " value";  // emotion and emotional value are two
  return printable(series.name) + ", " + std::string(word_of(*series.part)) + kind;
}

/// Only what moved; the rest is counted.
MonitorPart stages_part(const MonitorReport& report) {
  MonitorPart part{"Stages of journeys", {}, {}, {}, {}};
  Listing listing{{{.key = "stage", .heading = "stage and value", .flexible = true},
                   {.key = "movement", .heading = "then → now", .align = Align::right},
                   {.key = "verdict", .heading = "verdict"},
                   {.key = "wanted", .heading = "wanted", .align = Align::right},
                   {.key = "way", .heading = "of the way", .align = Align::right},
                   {.key = "dates", .heading = "read", .align = Align::right, .spare = 1}},
                  {}};
  std::size_t better = 0, worse = 0, unsure = 0;
  for (const Verdict verdict : {Verdict::worsened, Verdict::improved}) {
    for (const LevelSeries& series : report.stages) {
      if (series.verdict != verdict) continue;
      (verdict == Verdict::worsened ? worse : better)++;
      unsure += series.unsure ? 1 : 0;
      listing.rows.push_back({element_cell(stage_words(series), series.of), movement_cell(series), verdict_cell(series),
                              number_or_dash(series.target), way_cell(series), dates_cell(series)});
    }
  }
  std::size_t too_few = 0;
  for (const LevelSeries& series : report.stages) too_few += series.verdict == Verdict::too_few_readings ? 1 : 0;
  std::string words = fmt::format("Of {} at stages {} rose beyond noise and {} fell",
                                  counted_of(report.stages.size(), "value", "values"), better, worse);
  if (unsure > 0)
    words += unsure == better + worse ? ", all of them unsure" : fmt::format(", {} of them unsure", unsure);
  if (too_few > 0) words += fmt::format("; {} too few readings", counted_of(too_few, "has", "have"));
  part.words.push_back(words + ".");
  if (better + worse < report.stages.size()) part.note = "Shown are those that moved; --format csv lists all.";
  if (!listing.rows.empty()) part.listing = std::move(listing);
  return part;
}

Cell optional_date(const std::optional<Date>& date) { return date ? text_cell(to_text(*date)) : missing_cell(); }

std::vector<Cell> level_row(const LevelSeries& series) {
  const auto& trend = series.trend;
  const auto of_trend = [&](std::optional<double> number) { return number_cell(trend ? number : std::nullopt, 2); };
  return {text_cell(series.of),
          series.part ? text_cell(word_of(*series.part)) : text_cell(""),
          text_cell(series.name),
          text_cell(series.unit),
          text_cell(word_of(series.direction)),
          number_cell(series.importance, 1),
          number_cell(static_cast<double>(series.points.size()), 0),
          optional_date(series.start.date),
          number_cell(series.start.value, 1),
          optional_date(series.now.date),
          number_cell(series.now.value, 1),
          number_cell(series.change, 1),
          number_cell(series.last_change, 1),
          number_cell(series.target, 1),
          text_cell(series.target_met ? "yes" : "no"),
          number_cell(series.share_of_way, 2),
          of_trend(trend ? std::optional(trend->per_month) : std::nullopt),
          of_trend(trend ? trend->per_month_low : std::nullopt),
          of_trend(trend ? trend->per_month_high : std::nullopt),
          number_cell(series.noise, 2),
          number_cell(series.least_change, 2),
          number_cell(series.months_to_target, 1),
          text_cell(to_text(series.verdict))};
}

}  // namespace

MonitorParts level_parts(const Map& map, const MonitorReport& report) {
  MonitorParts parts;
  if (!report.outcomes.empty()) parts.push_back(outcomes_part(map, report));
  if (!report.unwatched.empty()) parts.push_back(unwatched_part(map, report));
  if (!report.stages.empty()) parts.push_back(stages_part(report));
  return parts;
}

Listing level_rows(const MonitorReport& report) {
  Listing listing;
  for (const std::string_view key : {"of",
                                     "part",
                                     "name",
                                     "unit",
                                     "direction",
                                     "importance",
                                     "readings",
                                     "start_date",
                                     "start",
                                     "now_date",
                                     "now",
                                     "change",
                                     "last_change",
                                     "target",
                                     "target_met",
                                     "share_of_way",
                                     "per_month",
                                     "per_month_low",
                                     "per_month_high",
                                     "noise",
                                     "least_change",
                                     "months_to_target",
                                     "verdict"}) {
    listing.columns.push_back({.key = key, .heading = key});
  }
  for (const LevelSeries& series : report.outcomes) listing.rows.push_back(level_row(series));
  for (const LevelSeries& series : report.stages) listing.rows.push_back(level_row(series));
  return listing;
}

}  // namespace outmap
