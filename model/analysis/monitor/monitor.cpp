#include "model/analysis/monitor/monitor.hpp"

#include <algorithm>
#include <array>

#include "model/analysis/monitor/claims.hpp"
#include "model/analysis/monitor/duties.hpp"
#include "model/analysis/monitor/harvest.hpp"
#include "model/analysis/monitor/markers.hpp"
#include "model/analysis/monitor/results.hpp"
#include "model/analysis/monitor/series.hpp"

namespace outmap {
namespace {

template <std::size_t N, class E>
std::string_view word(const std::array<std::string_view, N>& words, E value) {
  return words[static_cast<std::size_t>(value)];
}

/// What went wrong comes before what went well, and both before what cannot be told.
int rank_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::worsened:
      return 0;
    case Verdict::improved:
      return 1;
    case Verdict::no_change:
      return 2;
    case Verdict::too_few_readings:
      return 3;
    case Verdict::not_measured_since:
      return 4;
  }
  return 4;
}

bool matters_more(const LevelSeries& a, const LevelSeries& b) {
  if (rank_of(a.verdict) != rank_of(b.verdict)) return rank_of(a.verdict) < rank_of(b.verdict);
  return a.importance.value_or(-1) > b.importance.value_or(-1);
}

void sort_into(MonitorReport& report, std::vector<LevelSeries> series) {
  for (LevelSeries& one : series) (one.part ? report.stages : report.outcomes).push_back(std::move(one));
  std::ranges::stable_sort(report.outcomes, matters_more);
}

void add_people(MonitorReport& report, const Map& map) {
  report.partners = partner_progress(map, report.as_of, report.since);
  for (const Partner& partner : map->partners) {
    const ProgressMarkers& markers = partner.progress_markers;
    if (markers.expect.empty() && markers.like.empty() && markers.love.empty())
      report.partners_without_markers.push_back(partner.id);
  }
}

std::size_t readings_after(const Map& map, std::optional<Date> day) {
  if (!day) return 0;
  return static_cast<std::size_t>(
      std::ranges::count_if(map->readings, [&](const Reading& reading) { return *day < reading.date; }));
}

}  // namespace

std::string_view to_text(Verdict verdict) {
  constexpr std::array<std::string_view, 5> words{"improved", "worsened", "no-change", "too-few-readings",
                                                  "not-measured-since"};
  return word(words, verdict);
}

std::string_view to_text(Rung rung) {
  constexpr std::array<std::string_view, 3> words{"expect", "like", "love"};
  return word(words, rung);
}

std::string_view to_text(MarkerMove move) {
  constexpr std::array<std::string_view, 6> words{"up",        "down", "unchanged", "first-reading", "not-read-since",
                                                  "never-read"};
  return word(words, move);
}

std::string_view to_text(DueState state) {
  constexpr std::array<std::string_view, 4> words{"overdue", "due", "later", "unknown"};
  return word(words, state);
}

std::string_view to_text(ResultSign sign) {
  constexpr std::array<std::string_view, 5> words{"positive", "negative", "mixed", "none-yet", "not-measured"};
  return word(words, sign);
}

MonitorReport monitor_map(const Map& map, const MonitorOptions& options) {
  MonitorReport report;
  report.as_of = as_of(map, options.as_of);
  report.since = options.since;
  report.stale_after_days = options.stale_after_days;
  report.confidence = options.confidence;
  report.vision = map->vision;
  report.mission = map->mission;
  const LevelTable levels(map, report.as_of);
  std::vector<LevelSeries> series = level_series(map, levels, options);
  report.counts = count_verdicts(map, series);
  report.unwatched = find_unwatched(map, levels, options);
  add_people(report, map);
  report.harvest = harvest_progress(map, report.as_of, report.since);
  report.journals = sorted_journals(map, report.as_of);
  report.claims = claim_proofs(map, report.as_of);
  report.duties = watch_duties(map, report.as_of);
  report.evaluations = evaluation_duties(map, report.as_of);
  report.practices = practice_states(map, report.as_of);
  report.results = initiative_results(map, series, report.harvest);
  report.later_readings = readings_after(map, report.as_of);
  sort_into(report, std::move(series));
  return report;
}

}  // namespace outmap
