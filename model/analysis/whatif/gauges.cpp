#include "model/analysis/whatif/gauges.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace outmap {
namespace {

double gap_of(const Gauge& gauge, double current, double target) {
  const double gap = gauge.direction == Direction::more ? target - current : current - target;
  return std::max(0.0, gap) / gauge.scale.width();
}

double moved(const Gauge& gauge, double level, double change) {
  return std::clamp(level + change * gauge.scale.width(), gauge.scale.min, gauge.scale.max);
}

bool any_own(const Outcome& outcome) {
  return std::ranges::any_of(outcome.holders.list,
                             [](const Holder& holder) { return holder.current || holder.target; });
}

/// The holders' marks where LevelTable::gap_to_close takes the mean over them, else that of the whole.
std::vector<Gauge::Mark> marks_of(const Outcome& outcome, const OutcomeLevel& whole, const LevelTable& levels) {
  std::vector<Gauge::Mark> marks;
  double weights = 0;
  for (const Holder& holder : outcome.holders.list) {
    if (!any_own(outcome)) break;
    const OutcomeLevel level = levels.of(outcome, holder);
    if (!level.current || !level.target) continue;
    marks.push_back({*level.current, *level.target, levels.reach().size_behind(holder.id)});
    weights += marks.back().weight;
  }
  if (marks.empty() && whole.current && whole.target) marks.push_back({*whole.current, *whole.target, 1});
  for (Gauge::Mark& mark : marks) {
    if (marks.size() == 1)
      mark.weight = 1;
    else
      mark.weight = weights > 0 ? mark.weight / weights : 1 / static_cast<double>(marks.size());
  }
  return marks;
}

/// The reading that counts of everything that has one, by place: the newest not after the day, of one day the last.
std::unordered_map<Id, std::size_t> newest_readings(const std::vector<Reading>& readings, std::optional<Date> as_of) {
  std::unordered_map<Id, std::size_t> newest;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Reading& reading = readings[i];
    if (reading.part || (as_of && reading.date > *as_of)) continue;
    const auto [known, is_new] = newest.emplace(reading.of, i);
    if (!is_new && reading.date >= readings[known->second].date) known->second = i;
  }
  return newest;
}

}  // namespace

std::optional<double> Gauge::level_at(double change) const {
  if (!current || scale.width() <= 0) return std::nullopt;
  return moved(*this, *current, change);
}

double Gauge::priority_at(double change) const {
  double gap = 0;
  for (const Mark& mark : marks) gap += mark.weight * gap_of(*this, moved(*this, mark.current, change), mark.target);
  return worth * gap;
}

std::optional<bool> Gauge::meets_target(double change) const {
  const auto level = level_at(change);
  if (!level || !target) return std::nullopt;
  return gap_of(*this, *level, *target) <= 1e-9;
}

std::vector<Gauge> gauges_of(const Map& map, const Concepts& concepts, const LevelTable& levels,
                             const GapReport& gaps) {
  std::vector<Gauge> gauges;
  for (const GapRow& row : gaps.rows) {
    const Outcome& outcome = *map.get<Outcome>(row.id);
    Gauge gauge;
    gauge.outcome = row.id;
    gauge.number = concepts.find(row.id);
    gauge.scale = row.level.scale;
    gauge.direction = row.level.direction;
    gauge.current = row.level.current;
    gauge.target = row.level.target;
    gauge.marks = marks_of(outcome, row.level, levels);
    if (row.factors.importance && row.factors.impact)
      gauge.worth = 100 * *row.factors.importance / 10 * *row.factors.impact;
    gauges.push_back(std::move(gauge));
  }
  std::ranges::sort(gauges, {}, &Gauge::outcome);
  return gauges;
}

double priority_at(const std::vector<Gauge>& gauges, const std::vector<double>& state) {
  double sum = 0;
  for (const Gauge& gauge : gauges) sum += gauge.priority_at(gauge.number ? state[*gauge.number] : 0);
  return sum;
}

Map moved_map(const Map& map, const std::vector<Gauge>& gauges, const std::vector<double>& state,
              std::optional<Date> as_of) {
  const auto newest = newest_readings(map->readings, as_of);
  return map.with_levels([&](std::vector<Outcome>& outcomes, std::vector<Reading>& readings) {
    for (const Gauge& gauge : gauges) {
      const double change = gauge.number ? state[*gauge.number] : 0;
      if (change == 0 || gauge.scale.width() <= 0) continue;
      Outcome& outcome = outcomes[map.find(gauge.outcome)->index];
      for (Holder& holder : outcome.holders.list) {
        if (holder.current) holder.current = moved(gauge, *holder.current, change);
      }
      const auto read = newest.find(outcome.id);
      const auto level = gauge.level_at(change);
      if (level && read != newest.end()) readings[read->second].value = *level;
      if (outcome.current || read != newest.end()) outcome.current = level;
    }
  });
}

}  // namespace outmap
