#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/analysis/gaps.hpp"
#include "model/text/numbers.hpp"
#include "render/diagrams/scenario_words.hpp"
#include "render/diagrams/sweep_diagram.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_lines = 7;

class SweepBuilder {
 public:
  SweepBuilder(const Map& today, const WhatIfReport& report, const DiagramOptions& options)
      : today_(today),
        map_(report.map ? *report.map : today),
        report_(report),
        options_(options),
        day_(as_of(today, options.as_of)),
        levels_(map_, day_) {}

  SweepDiagram run() {
    take_points();
    diagram_.x = axis_of(0);
    if (report_.scenario.sweep.size() > 1) diagram_.y = axis_of(1);
    arrange();
    if (diagram_.y)
      find_target_line();
    else
      find_lines();
    tell();
    return std::move(diagram_);
  }

 private:
  const std::vector<Sweep>& sweeps() const { return report_.scenario.sweep; }

  /// Points at which all parameters but the first two have their first value.
  void take_points() {
    for (const SweepPoint& point : report_.sweep) {
      bool first = true;
      for (std::size_t at = 2; at < point.act.size(); ++at)
        first = first && std::abs(point.act[at].value - sweeps()[at].from) < 1e-12;
      if (first) points_.push_back(&point);
    }
  }

  SweepAxis axis_of(std::size_t at) const {
    SweepAxis axis;
    axis.id = sweeps()[at].act;
    axis.name = std::string(map_.name_of(axis.id));
    for (const SweepPoint* point : points_)
      if (std::ranges::count(axis.values, point->act[at].value) == 0) axis.values.push_back(point->act[at].value);
    std::ranges::sort(axis.values);
    return axis;
  }

  static std::size_t place_of(const SweepAxis& axis, double value) {
    return static_cast<std::size_t>(std::ranges::find(axis.values, value) - axis.values.begin());
  }

  /// By y and then x, both rising.
  void arrange() {
    const std::size_t rows = diagram_.y ? diagram_.y->values.size() : 1;
    grid_.assign(rows * diagram_.x.values.size(), nullptr);
    for (const SweepPoint* point : points_) {
      const std::size_t row = diagram_.y ? place_of(*diagram_.y, point->act[1].value) : 0;
      grid_[row * diagram_.x.values.size() + place_of(diagram_.x, point->act[0].value)] = point;
    }
    for (const SweepPoint* point : grid_)
      diagram_.closed.push_back(point ? point->gap_closed_pct : std::optional<double>());
  }

  static std::optional<double> level_at(const SweepPoint* point, const Id& id) {
    if (point == nullptr) return std::nullopt;
    for (const IdNumber& level : point->levels)
      if (level.id == id) return level.value;
    return std::nullopt;
  }

  static bool meets(const OutcomeLevel& told, double level) {
    if (!told.target) return false;
    return told.direction == Direction::more ? level >= *told.target - 1e-9 : level <= *told.target + 1e-9;
  }

  void find_lines() {
    std::vector<std::pair<double, SweepLine>> found;
    for (const Outcome& outcome : map_->outcomes) {
      const OutcomeLevel told = levels_.whole(outcome);
      if (told.scale.width() <= 0) continue;
      SweepLine line = line_of(outcome, told);
      double low = 1, high = 0;
      for (const auto& place : line.places)
        if (place) low = std::min(low, *place), high = std::max(high, *place);
      if (high - low >= 0.005) found.emplace_back(high - low, std::move(line));
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
    const std::size_t most = options_.everything ? found.size()
                             : options_.top      ? static_cast<std::size_t>(std::max(1, *options_.top))
                                                 : most_lines;
    for (auto& [moved, line] : found)
      if (diagram_.lines.size() < most) diagram_.lines.push_back(std::move(line));
    diagram_.more_lines = found.size() - diagram_.lines.size();
  }

  SweepLine line_of(const Outcome& outcome, const OutcomeLevel& told) const {
    SweepLine line;
    line.id = outcome.id;
    line.name = outcome.name;
    line.target = share_of_way(told.target, told);
    std::optional<double> first, last;
    for (std::size_t at = 0; at < grid_.size(); ++at) {
      const auto level = level_at(grid_[at], outcome.id);
      line.places.push_back(share_of_way(level, told));
      if (!level) continue;
      if (!first) first = level;
      last = level;
      if (!meets(told, *level))
        line.met_from.reset();
      else if (!line.met_from)
        line.met_from = at;
    }
    if (first && last)
      line.levels =
          few_decimals(*first) + " → " + few_decimals(*last) + (outcome.unit.empty() ? "" : "\u00a0" + outcome.unit);
    if (told.target) line.levels += ", target " + few_decimals(*told.target);
    line.title = line.name + ": " + line.levels;
    if (line.met_from && *line.met_from > 0)
      line.title += ", met from " + few_decimals(diagram_.x.values[*line.met_from], 2) + " on";
    return line;
  }

  /// The outcome of highest priority that meets its target in some cells and not in others.
  void find_target_line() {
    const GapReport gaps = find_gaps(today_, {.as_of = options_.as_of});
    for (const GapRow& row : gaps.rows) {
      const Outcome* outcome = map_.get<Outcome>(row.id);
      if (outcome == nullptr) continue;
      const OutcomeLevel told = levels_.whole(*outcome);
      std::vector<bool> met;
      for (const SweepPoint* point : grid_) {
        const auto level = level_at(point, row.id);
        met.push_back(level && meets(told, *level));
      }
      const auto count = static_cast<std::size_t>(std::ranges::count(met, true));
      if (count == 0 || count == met.size()) continue;
      diagram_.met = std::move(met);
      diagram_.target = outcome->name;
      return;
    }
  }

  void tell() {
    ChartWords& words = diagram_.words;
    words.title = "What if: " + scenario_words::name_of(report_, 1);
    words.question =
        diagram_.y
            ? fmt::format("How much is closed at each strength of ‘{}’ and ‘{}’?", diagram_.x.name, diagram_.y->name)
            : fmt::format("What does each strength of ‘{}’ bring, and from where on is it enough?", diagram_.x.name);
    words.source = today_->title + " · what-if, sweep";
    if (day_) words.source += " · " + to_words(*day_);
    words.note = "Strength: from −1, gone, to 1, fully on · levels as a share of each scale";
    if (sweeps().size() > 2) words.note = "the other parameters stay at their first value · " + words.note;
    if (diagram_.more_lines > 0)
      words.note = fmt::format("{} more {} · ", diagram_.more_lines,
                               diagram_.more_lines == 1 ? "outcome moves" : "outcomes move") +
                   words.note;
    find();
    diagram_.nothing = {"Nothing to show at any strength",
                        "The scenario does not settle, or nothing in the map follows from what is tried."};
  }

  void find() {
    auto& finding = diagram_.words.finding;
    std::optional<std::size_t> best;
    for (std::size_t at = 0; at < diagram_.closed.size(); ++at)
      if (diagram_.closed[at] && (!best || *diagram_.closed[at] > *diagram_.closed[*best] + 1e-9)) best = at;
    if (!best) {
      finding.push_back({"No levels follow at any strength", Tone::loss});
      diagram_.words.bar = Tone::loss;
      return;
    }
    diagram_.words.bar = Tone::gain;
    const std::size_t columns = diagram_.x.values.size();
    std::string where = few_decimals(diagram_.x.values[*best % columns], 2);
    if (diagram_.y) where += " and " + few_decimals(diagram_.y->values[*best / columns], 2);
    finding.push_back(
        {fmt::format("Closes most, {}, at {}", scenario_words::percent(*diagram_.closed[*best]), where), Tone::gain});
    for (const SweepLine& line : diagram_.lines) {
      if (!line.met_from || *line.met_from == 0) continue;
      finding.push_back({fmt::format("; ‘{}’ meets its target from {} on", line.name,
                                     few_decimals(diagram_.x.values[*line.met_from], 2)),
                         Tone::plain});
      return;
    }
    if (!diagram_.target.empty())
      finding.push_back({fmt::format("; ‘{}’ meets its target inside the thick line", diagram_.target), Tone::plain});
  }

  const Map& today_;
  const Map& map_;
  const WhatIfReport& report_;
  const DiagramOptions& options_;
  std::optional<Date> day_;
  LevelTable levels_;
  std::vector<const SweepPoint*> points_;
  std::vector<const SweepPoint*> grid_;
  SweepDiagram diagram_;
};

}  // namespace

SweepDiagram build_sweep(const Map& map, const WhatIfReport& report, const DiagramOptions& options) {
  return SweepBuilder(map, report, options).run();
}

}  // namespace outmap
