#include "model/analysis/monitor/series.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "model/analysis/monitor/theil_sen.hpp"
#include "model/map/choices.hpp"

namespace outmap {
namespace {

constexpr double days_a_month = 30.4375;
constexpr std::size_t least_judged = 4;        // readings from which noise can be told from change at all
constexpr double least_share_of_scale = 0.01;  // a change below that is none, however little the readings scatter

using SeriesKey = std::tuple<std::string_view, std::optional<ReadingPart>>;
using LevelPoints = std::vector<LevelPoint>;

/// The numeric readings up to a day by what was read: one a day, in order; of two on one day the later in the file.
std::map<SeriesKey, LevelPoints> read_points(const Map& map, std::optional<Date> day) {
  std::map<SeriesKey, LevelPoints> all;
  for (const Reading& reading : map->readings) {
    const double* level = std::get_if<double>(&reading.value);
    if (level == nullptr || (day && *day < reading.date)) continue;
    const auto ref = map.find(reading.of);
    const bool of_stage = ref && ref->kind == ElementKind::stage;
    all[{reading.of, of_stage ? reading.part : std::nullopt}].push_back({reading.date, *level});
  }
  for (auto& [key, points] : all) {
    std::ranges::stable_sort(points, {}, &LevelPoint::date);
    LevelPoints once;
    for (const LevelPoint& point : points) {
      if (!once.empty() && once.back().date == point.date) once.pop_back();
      once.push_back(point);
    }
    points = std::move(once);
  }
  return all;
}

double months_between(Date from, Date to) { return days_between(from, to) / days_a_month; }

void add_trend(LevelSeries& series, double confidence) {
  const Date first = series.points.front().date;
  std::vector<TimedValue> values;
  for (const LevelPoint& point : series.points) values.push_back({months_between(first, point.date), point.value});
  const auto line = theil_sen(values, confidence);
  if (!line) return;
  const auto on = [&](const TimedValue& value) { return line->intercept + line->slope * value.time; };
  series.trend = Trend{line->slope,
                       line->slope_low,
                       line->slope_high,
                       {series.points.front().date, on(values.front())},
                       {series.points.back().date, on(values.back())}};
  if (values.size() < 3) return;
  double squares = 0;
  for (const TimedValue& value : values) squares += std::pow(value.value - on(value), 2);
  series.noise = std::sqrt(squares / static_cast<double>(values.size() - 2));
}

/// How many times the noise the first and the last of n readings of a level that stands still, scattered normally, lie
/// apart in one of ten cases. From few readings the noise itself is uncertain, and the line leans on its ends: more is
/// wanted of them. By simulation, 200,000 series for each n; many: 1.645 x sqrt(2).
double chance_factor(std::size_t n) {
  constexpr std::array<double, 10> few{0, 0, 0, 0, 3.74, 2.90, 2.67, 2.50, 2.48, 2.42};
  if (n < few.size()) return few[n];
  return n < 16 ? 2.38 : 2.326;
}

/// The unit in which the readings are written: the largest of these that divides all of them, 0 where none does.
double step_of(const LevelSeries& series) {
  for (const double step : {1.0, 0.5, 0.1, 0.05, 0.01}) {
    const bool divides = std::ranges::all_of(series.points, [&](const LevelPoint& point) {
      const double times = point.value / step;
      return std::abs(times - std::round(times)) < 1e-6;
    });
    if (divides) return step;
  }
  return 0;
}

double towards(const LevelSeries& series, double change) {
  return series.direction == Direction::more ? change : -change;
}

Verdict judge(const LevelSeries& series, const MonitorOptions& options) {
  if (options.since && series.now.date <= *options.since) return Verdict::not_measured_since;
  if (series.points.size() < options.least_readings || !series.least_change) return Verdict::too_few_readings;
  const double rounding = 1e-9 * series.scale.width();
  if (std::abs(series.change) <= *series.least_change + rounding) return Verdict::no_change;
  return towards(series, series.change) > 0 ? Verdict::improved : Verdict::worsened;
}

std::optional<double> share_of_way(const LevelSeries& series, std::optional<double> target) {
  if (!target || series.start.date == series.now.date) return std::nullopt;
  if (towards(series, *target - series.start.value) <= 0) return std::nullopt;
  return (series.now.value - series.start.value) / (*target - series.start.value);
}

/// How long the trend takes to the target, where both ends of its interval lead there.
std::optional<double> months_to_target(const LevelSeries& series) {
  if (!series.target || series.target_met || !series.trend || !series.trend->per_month_low) return std::nullopt;
  const bool leads_there =
      towards(series, *series.trend->per_month_low) > 0 && towards(series, *series.trend->per_month_high) > 0;
  if (!leads_there) return std::nullopt;
  return (*series.target - series.now.value) / series.trend->per_month;
}

/// Whether a level that moved may stand still all the same: its trend leaves that open.
bool is_unsure(const LevelSeries& series) {
  if (series.verdict != Verdict::improved && series.verdict != Verdict::worsened) return false;
  if (!series.trend || !series.trend->per_month_low) return true;
  return *series.trend->per_month_low <= 0 && *series.trend->per_month_high >= 0;
}

/// What follows from points, scale, direction and target.
void complete(LevelSeries& series, LevelPoints points, const MonitorOptions& options) {
  series.points = std::move(points);
  series.now = series.points.back();
  series.start = series.points.front();
  for (const LevelPoint& point : series.points) {
    if (options.since && point.date <= *options.since) series.start = point;
  }
  series.change = series.now.value - series.start.value;
  if (series.points.size() > 1) series.last_change = series.now.value - series.points[series.points.size() - 2].value;
  series.share_of_way = share_of_way(series, series.target);
  series.target_met = series.target && towards(series, series.now.value - *series.target) >= 0;
  add_trend(series, options.confidence);
  if (series.noise && series.points.size() >= least_judged) {
    series.least_change = std::max({chance_factor(series.points.size()) * *series.noise,
                                    least_share_of_scale * series.scale.width(), step_of(series)});
  }
  series.months_to_target = months_to_target(series);
  series.verdict = judge(series, options);
  series.unsure = is_unsure(series);
}

void add_holders(LevelSeries& series, const Outcome& outcome, const LevelTable& levels) {
  for (const Holder& holder : outcome.holders.list) {
    if (!holder.current && !holder.target) continue;
    const OutcomeLevel level = levels.of(outcome, holder);
    HolderStanding standing{holder.id, level.current, level.current_from, level.target, std::nullopt, false};
    if (level.current_from == LevelSource::reading) standing.share_of_way = share_of_way(series, level.target);
    standing.target_met = level.current && level.target && towards(series, *level.current - *level.target) >= 0;
    series.holders.push_back(standing);
  }
}

LevelSeries outcome_series(const Outcome& outcome, LevelPoints points, const LevelTable& levels,
                           const MonitorOptions& options) {
  const OutcomeLevel whole = levels.whole(outcome);
  LevelSeries series;
  series.of = outcome.id;
  series.name = outcome.name;
  series.scale = whole.scale;
  series.unit = outcome.unit;
  series.direction = outcome.direction;
  series.importance = whole.importance;
  series.target = whole.target;
  complete(series, std::move(points), options);
  add_holders(series, outcome, levels);
  return series;
}

std::optional<double> wanted_part(const Stage& stage, ReadingPart part) {
  if (!stage.wanted) return std::nullopt;
  switch (part) {
    case ReadingPart::emotion:
      return std::nullopt;
    case ReadingPart::functional:
      return stage.wanted->functional;
    case ReadingPart::financial:
      return stage.wanted->financial;
    case ReadingPart::emotional:
      return stage.wanted->emotional;
    case ReadingPart::social:
      return stage.wanted->social;
  }
  return std::nullopt;
}

LevelSeries stage_series(const Journey& journey, const Stage& stage, ReadingPart part, LevelPoints points,
                         const Map& map, const MonitorOptions& options) {
  LevelSeries series;
  series.of = stage.id;
  series.part = part;
  series.name = stage.name;
  series.journey = journey.id;
  series.scale = part == ReadingPart::emotion ? Scale{-2, 2} : map->scale;
  series.target = wanted_part(stage, part);
  complete(series, std::move(points), options);
  return series;
}

}  // namespace

std::vector<LevelSeries> level_series(const Map& map, const LevelTable& levels, const MonitorOptions& options) {
  std::map<SeriesKey, LevelPoints> points = read_points(map, levels.day());
  std::vector<LevelSeries> all;
  for (const Outcome& outcome : map->outcomes) {
    const auto found = points.find({outcome.id, std::nullopt});
    if (found != points.end()) all.push_back(outcome_series(outcome, std::move(found->second), levels, options));
  }
  for (const Journey& journey : map->journeys) {
    for (const Stage& stage : journey.stages) {
      for (std::size_t part = 0; part < Choices<ReadingPart>::words.size(); ++part) {
        const auto which = static_cast<ReadingPart>(part);
        const auto found = points.find({stage.id, which});
        if (found == points.end()) continue;
        all.push_back(stage_series(journey, stage, which, std::move(found->second), map, options));
      }
    }
  }
  return all;
}

std::vector<Unwatched> find_unwatched(const Map& map, const LevelTable& levels, const MonitorOptions& options) {
  const std::map<SeriesKey, LevelPoints> points = read_points(map, levels.day());
  std::unordered_map<std::string_view, std::size_t> answers;
  for (const Rating& rating : map->ratings) {
    if (!rating.date || !levels.day() || *rating.date <= *levels.day()) ++answers[rating.outcome];
  }
  std::vector<Unwatched> all;
  for (const Outcome& outcome : map->outcomes) {
    const auto importance = levels.whole(outcome).importance;
    if (!importance || *importance < options.important_from) continue;
    Unwatched row{outcome.id, importance, std::nullopt, std::nullopt, answers[outcome.id]};
    if (const auto found = points.find({outcome.id, std::nullopt}); found != points.end()) {
      row.last = found->second.back().date;
      if (levels.day()) row.days_ago = days_between(*row.last, *levels.day());
      if (row.days_ago.value_or(0) <= options.stale_after_days) continue;
    }
    all.push_back(row);
  }
  std::ranges::sort(all, [](const Unwatched& a, const Unwatched& b) {
    return a.importance != b.importance ? a.importance > b.importance : a.outcome < b.outcome;
  });
  return all;
}

VerdictCounts count_verdicts(const Map& map, const std::vector<LevelSeries>& series) {
  VerdictCounts counts;
  counts.of = map->outcomes.size();
  counts.never_measured = counts.of;
  for (const LevelSeries& one : series) {
    if (one.part) continue;
    --counts.never_measured;
    counts.target_met += one.target_met ? 1 : 0;
    switch (one.verdict) {
      case Verdict::improved:
        ++counts.improved;
        break;
      case Verdict::worsened:
        ++counts.worsened;
        break;
      case Verdict::no_change:
        ++counts.no_change;
        break;
      case Verdict::too_few_readings:
        ++counts.too_few_readings;
        break;
      case Verdict::not_measured_since:
        ++counts.not_measured_since;
        break;
    }
  }
  return counts;
}

}  // namespace outmap
