#include "model/analysis/gaps.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

#include "model/analysis/gap_rows.hpp"
#include "model/analysis/rounding.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;

struct Crosshairs {
  Number importance;
  Number satisfaction;
};

Number middle_of(std::vector<double> values, Crosshair crosshair) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);  // summing in order of value: the order of the file must not change the last digit
  const std::size_t n = values.size();
  if (crosshair == Crosshair::median) return (values[(n - 1) / 2] + values[n / 2]) / 2;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(n);
}

/// Over the outcomes as wholes that have both numbers.
Crosshairs find_crosshairs(const std::vector<GapRow>& rows, Crosshair crosshair) {
  if (crosshair == Crosshair::middle) return {5.0, 5.0};
  std::vector<double> importances, satisfactions;
  for (const GapRow& row : rows) {
    if (row.holder || !row.level.importance || !row.level.satisfaction) continue;
    importances.push_back(*row.level.importance);
    satisfactions.push_back(*row.level.satisfaction);
  }
  return {middle_of(std::move(importances), crosshair), middle_of(std::move(satisfactions), crosshair)};
}

class BestCompetitors {
 public:
  explicit BestCompetitors(const Map& map) {
    std::unordered_map<std::string_view, Direction> directions;
    for (const Outcome& outcome : map->outcomes) directions.emplace(outcome.id, outcome.direction);
    for (const Competitor& competitor : map->competitors) {
      for (const IdNumber& level : competitor.levels) {
        const auto direction = directions.find(level.id);
        if (direction != directions.end()) consider(level, direction->second);
      }
    }
  }

  Number lead(const Outcome& outcome, Number current) const {
    const auto best = best_.find(outcome.id);
    if (!current || best == best_.end()) return std::nullopt;
    return outcome.direction == Direction::more ? *current - best->second : best->second - *current;
  }

 private:
  void consider(const IdNumber& level, Direction direction) {
    const auto [best, is_first] = best_.emplace(level.id, level.value);
    if (is_first) return;
    best->second =
        direction == Direction::more ? std::max(best->second, level.value) : std::min(best->second, level.value);
  }

  std::unordered_map<std::string_view, double> best_;
};

class RowMaker {
 public:
  RowMaker(const Map& map, const LevelTable& levels, double alpha) : table_(levels), best_(map) {
    alpha_ = table_.reach().has_money() ? std::clamp(alpha, 0.0, 1.0) : 1.0;
  }
  double alpha() const { return alpha_; }

  GapRow whole(const Outcome& outcome) const {
    GapRow row = scored(outcome, table_.whole(outcome));
    const Reach& reach = table_.reach();
    prioritise(row, table_.gap_to_close(outcome), reach.reach(outcome), reach.value_share(outcome), alpha_);
    return row;
  }

  GapRow of(const Outcome& outcome, const Holder& holder) const {
    GapRow row = scored(outcome, table_.of(outcome, holder));
    row.holder = holder.id;
    const Reach& reach = table_.reach();
    prioritise(row, row.level.normalised_gap, reach.reach(holder.id), reach.value_share(holder.id), alpha_);
    return row;
  }

 private:
  GapRow scored(const Outcome& outcome, const OutcomeLevel& level) const {
    GapRow row;
    row.id = outcome.id;
    row.level = level;
    row.versus_best = best_.lead(outcome, level.current);
    score(row);
    return row;
  }

  const LevelTable& table_;
  BestCompetitors best_;
  double alpha_;
};

}  // namespace

std::string_view to_text(Band band) {
  constexpr std::array<std::string_view, 5> names{"extreme", "high", "solid", "appropriate", "over-served"};
  return names[static_cast<std::size_t>(band)];
}

std::string_view to_text(Quadrant quadrant) {
  constexpr std::array<std::string_view, 4> names{"concentrate-here", "keep-up", "low-priority", "possible-overkill"};
  return names[static_cast<std::size_t>(quadrant)];
}

std::string_view to_text(Crosshair crosshair) {
  constexpr std::array<std::string_view, 3> names{"mean", "median", "middle"};
  return names[static_cast<std::size_t>(crosshair)];
}

double opportunity_score(double importance, double satisfaction) {
  return importance + std::max(importance - satisfaction, 0.0);
}

Band opportunity_band(double importance, double satisfaction) {
  const double opportunity = opportunity_score(importance, satisfaction);
  if (satisfaction > importance + rounding_error) return Band::over_served;
  if (opportunity > 15 + rounding_error) return Band::extreme;
  if (opportunity > 12 + rounding_error) return Band::high;
  if (opportunity >= 10 - rounding_error) return Band::solid;
  return Band::appropriate;
}

GapReport find_gaps(const Map& map, const GapOptions& options) {
  return find_gaps(map, LevelTable(map, as_of(map, options.as_of)), options);
}

GapReport find_gaps(const Map& map, const LevelTable& levels, const GapOptions& options) {
  GapReport report;
  report.as_of = levels.day();
  report.crosshair = options.crosshair;
  const RowMaker rows(map, levels, options.alpha);
  report.alpha = rows.alpha();
  for (const Outcome& outcome : map->outcomes) {
    report.rows.push_back(rows.whole(outcome));
    if (options.by != GapBy::holder) continue;
    for (const Holder& holder : outcome.holders.list) report.rows.push_back(rows.of(outcome, holder));
  }
  const Crosshairs cross = find_crosshairs(report.rows, options.crosshair);
  report.importance_cross = cross.importance;
  report.satisfaction_cross = cross.satisfaction;
  for (GapRow& row : report.rows) place(row, cross.importance, cross.satisfaction);
  std::ranges::sort(report.rows, ranks_before);
  return report;
}

}  // namespace outmap
