#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_named = 4;

/// Outcomes of a verdict, the most important first.
Ids outcomes_that(const MonitorReport& report, Verdict verdict) {
  Ids ids;
  for (const LevelSeries& series : report.outcomes) {
    if (series.verdict == verdict) ids.push_back(series.of);
  }
  return ids;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// "; of 8 nobody can say: 3 have too few readings, 5 were never measured"
std::string cannot_say(const VerdictCounts& counts) {
  std::vector<std::string> why;
  const auto add = [&](std::size_t count, std::string_view of_one, std::string_view of_many) {
    if (count > 0) why.push_back(fmt::format("{} {}", count, count == 1 ? of_one : of_many));
  };
  add(counts.too_few_readings, "has too few readings", "have too few readings");
  add(counts.not_measured_since, "was not read since", "were not read since");
  add(counts.never_measured, "was never measured", "were never measured");
  if (why.empty()) return "";
  if (why.size() == 1) return "; " + why.front();
  const std::size_t all = counts.too_few_readings + counts.not_measured_since + counts.never_measured;
  std::string text = fmt::format("; of {} nobody can say: {}", all, why.front());
  for (std::size_t i = 1; i < why.size(); ++i) text += ", " + why[i];
  return text;
}

/// The newest day on which any outcome was read.
Date newest_reading(const MonitorReport& report) {
  Date newest = report.outcomes.front().now.date;
  for (const LevelSeries& series : report.outcomes) newest = std::max(newest, series.now.date);
  return newest;
}

std::string outcomes_sentence(const MonitorReport& report) {
  const VerdictCounts& counts = report.counts;
  if (counts.of == 0) return "The map has no outcomes yet: there is no change to watch.";
  if (counts.never_measured == counts.of) {
    return fmt::format("Nothing was measured yet: none of {} has a reading.",
                       counted_of(counts.of, "outcome", "outcomes"));
  }
  if (counts.not_measured_since + counts.never_measured == counts.of) {
    return fmt::format("No outcome was read {}: the newest reading is of {}.", since_words(report),
                       to_words(newest_reading(report)));
  }
  std::string text = fmt::format("{}, {} of {} moved the right way and {} the wrong way", capital(since_words(report)),
                                 counts.improved, counted_of(counts.of, "outcome", "outcomes"), counts.worsened);
  if (counts.no_change > 0) text += fmt::format("; {} did not move beyond noise", counts.no_change);
  return text + cannot_say(counts) + ".";
}

std::string unsure_sentence(const MonitorReport& report) {
  const auto unsure = std::ranges::count(report.outcomes, true, &LevelSeries::unsure);
  if (unsure == 0) return "";
  return fmt::format("{} of those that moved {} unsure: the trend leaves open that {}.", unsure,
                     unsure == 1 ? "is" : "are", unsure == 1 ? "it stands still" : "they stand still");
}

Ids never_measured(const Map& map, const MonitorReport& report) {
  std::set<std::string_view> measured;
  for (const LevelSeries& series : report.outcomes) measured.insert(series.of);
  Ids ids;
  for (const Outcome& outcome : map->outcomes) {
    if (!measured.contains(outcome.id)) ids.push_back(outcome.id);
  }
  return ids;
}

void add_names(std::vector<std::string>& words, const Map& map, std::string_view lead, const Ids& ids) {
  if (!ids.empty()) words.push_back(fmt::format("{}: {}.", lead, some_names(map, ids, most_named)));
}

/// How soon targets are reached where the trend leads there beyond doubt, and which important one takes long.
std::string pace_sentence(const Map& map, const MonitorReport& report) {
  std::size_t sure = 0, within_a_year = 0;
  const LevelSeries* slow = nullptr;
  for (const LevelSeries& series : report.outcomes) {
    if (!series.months_to_target) continue;
    ++sure;
    if (*series.months_to_target <= 12) ++within_a_year;
    const bool is_slow = *series.months_to_target > 24;
    if (is_slow && (slow == nullptr || slow->importance < series.importance)) slow = &series;
  }
  if (sure == 0) return "";
  std::string text = fmt::format("At the pace so far {} of {} on a sure way reach their target within a year",
                                 within_a_year, counted_of(sure, "outcome", "outcomes"));
  if (slow != nullptr) {
    text += fmt::format("; {} takes {}", some_names(map, {slow->of}, 1), time_words(*slow->months_to_target));
  }
  return text + ".";
}

std::string met_sentence(const Map& map, const MonitorReport& report) {
  Ids met;
  for (const LevelSeries& series : report.outcomes) {
    if (series.target_met) met.push_back(series.of);
  }
  return met.empty() ? "" : "At its target: " + some_names(map, met, most_named) + ".";
}

std::string partners_sentence(const Map& map, const MonitorReport& report) {
  if (report.partners.empty()) return "";
  std::size_t up = 0, down = 0;
  Ids unread;
  for (const PartnerProgress& partner : report.partners) {
    up += partner.up;
    down += partner.down;
    if (!partner.last) unread.push_back(partner.partner);
  }
  if (unread.size() == report.partners.size())
    return fmt::format("Partners: nobody has read a progress marker of {}.", some_names(map, unread, most_named));
  std::string text = fmt::format("Partners: {} rose and {} fell {}",
                                 counted_of(up, "progress marker", "progress markers"), down, since_words(report));
  if (!unread.empty()) text += fmt::format("; nobody has read a marker of {}", some_names(map, unread, most_named));
  return text + ".";
}

std::string harvest_sentence(const MonitorReport& report) {
  if (report.harvest.empty()) return "";
  const auto with = [&](HarvestStatus status) {
    return std::ranges::count(report.harvest, status, &HarvestProgress::status);
  };
  const auto confirmed = with(HarvestStatus::substantiated);
  std::string text =
      fmt::format("Harvest: {} of {} {} confirmed by somebody independent", confirmed,
                  counted_of(report.harvest.size(), "outcome", "outcomes"), confirmed == 1 ? "is" : "are");
  if (const auto waiting = with(HarvestStatus::reviewed); waiting > 0)
    text += fmt::format(", {} {} to be", waiting, waiting == 1 ? "waits" : "wait");
  return text + ".";
}

std::string due_sentence(const MonitorReport& report) {
  const auto overdue = [](const auto& duty) { return duty.state == DueState::overdue; };
  std::string text;
  const auto add = [&](const auto& duties, std::string_view one, std::string_view many) {
    const auto late = std::ranges::count_if(duties, overdue);
    if (late == 0) return;
    text += fmt::format("{}{} of {}", text.empty() ? "" : ", ", late, counted_of(duties.size(), one, many));
  };
  add(report.duties, "monitoring priority", "monitoring priorities");
  add(report.evaluations, "evaluation question", "evaluation questions");
  return text.empty() ? "" : "Overdue: " + text + ".";
}

}  // namespace

std::string counted_of(std::size_t count, std::string_view one, std::string_view many) {
  return grouped(static_cast<double>(count)) + " " + std::string(count == 1 ? one : many);
}

std::string with_sign(double number, int decimals) {
  const std::string text = few_decimals(number, decimals);
  return number > 0 && text != "0" ? "+" + text : text;
}

std::string time_words(double months_to_come) {
  const double months = std::ceil(months_to_come);
  if (months > 120) return "over 10 years";
  if (months > 36) return few_decimals(months / 12) + " years";
  return few_decimals(months, 0) + (months == 1 ? " month" : " months");
}

std::string since_words(const MonitorReport& report) {
  return report.since ? "since " + to_words(*report.since) : "since each first reading";
}

std::string verdict_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::improved:
      return "better";
    case Verdict::worsened:
      return "worse";
    case Verdict::no_change:
      return "no change";
    case Verdict::too_few_readings:
      return "too few readings";
    case Verdict::not_measured_since:
      return "not read since";
  }
  return "";
}

Ink verdict_ink(Verdict verdict) {
  if (verdict == Verdict::improved) return Ink::good;
  if (verdict == Verdict::worsened) return Ink::error;
  return Ink::plain;
}

std::string shown_name(const Map& map, const Id& id) { return printable(map.name_of(id)); }

std::string some_names(const Map& map, const Ids& ids, std::size_t most) {
  std::vector<std::string> names;
  for (const Id& id : ids) names.push_back("'" + shown_name(map, id) + "'");
  return few_in_a_row(names, most);
}

std::vector<std::string> monitor_headline(const Map& map, const Monitored& found) {
  const MonitorReport& report = found.report;
  std::vector<std::string> words{outcomes_sentence(report)};
  if (const auto unsure = unsure_sentence(report); !unsure.empty()) words.push_back(unsure);
  add_names(words, map, "Worse", outcomes_that(report, Verdict::worsened));
  add_names(words, map, "Better", outcomes_that(report, Verdict::improved));
  if (!report.outcomes.empty()) add_names(words, map, "Never measured", never_measured(map, report));
  for (const std::string& sentence : {met_sentence(map, report), pace_sentence(map, report),
                                      partners_sentence(map, report), harvest_sentence(report), due_sentence(report)}) {
    if (!sentence.empty()) words.push_back(sentence);
  }
  return words;
}

}  // namespace outmap
