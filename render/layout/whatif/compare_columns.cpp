#include "render/layout/whatif/compare_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/whatif/panel.hpp"

namespace outmap::whatif_picture {
namespace {

constexpr double least_column_px = 96;
constexpr double most_column_px = 560;
constexpr double roomy_px = 170;  // from here on headings are large
constexpr std::size_t most_losers_compared = 3;
constexpr double likelihood_px = 30;
constexpr double closed_px = 56;
constexpr double line_px = 16;
constexpr double ground_px = 12;  // on either side of a column
constexpr double unsettled_row_px = 26;

class Columns {
 public:
  Columns(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid)
      : comparison_(comparison), style_(style), theme_(style.theme), grid_(grid), roomy_(grid.width_px >= roomy_px) {
    for (std::size_t at = 0; at < grid.count; ++at) {
      names_.push_back(
          wrap(style.fonts, scenario(at).name, grid.width_px, roomy_ ? 2 : 3, name_size(), Face::semibold));
      name_lines_ = std::max(name_lines_, names_.back().lines.size());
      const std::size_t losers = std::min(scenario(at).losers.size(), most_losers_compared + 1);
      loser_lines_ = std::max({loser_lines_, losers, std::size_t{1}});
    }
    for (const ComparedScenario& one : comparison.scenarios)
      for (const auto& value : {one.closed, one.closed_low, one.closed_high}) {
        low_ = std::min(low_, value.value_or(0));
        high_ = std::max(high_, value.value_or(0));
      }
  }

  double run(std::vector<Shape>& shapes) {
    names_top_ = grid_.body.y + likelihood_px;
    closed_top_ = names_top_ + static_cast<double>(name_lines_) * line_height_px(name_size()) + 10;
    targets_top_ = closed_top_ + closed_px;
    losers_top_ = targets_top_ + 26;
    money_top_ = losers_top_ + static_cast<double>(loser_lines_) * line_px + 10;
    bottom_ = money_top_ + (roomy_ ? 24 : 34);
    add_labels(shapes);
    add_likelihoods(shapes);
    for (std::size_t at = 0; at < grid_.count; ++at) shapes.emplace_back(column(at));
    return bottom_;
  }

 private:
  const ComparedScenario& scenario(std::size_t at) const { return comparison_.scenarios[at]; }
  double name_size() const { return roomy_ ? type_size::heading_px : type_size::body_px; }
  TextLook small(const Colour& colour, Anchor anchor = Anchor::start) const {
    return {type_size::small_px, Face::regular, colour, anchor, {}};
  }
  TextLook body(const Colour& colour, Face face = Face::regular, Anchor anchor = Anchor::start) const {
    return {type_size::body_px, face, colour, anchor, {}};
  }

  void add_labels(std::vector<Shape>& shapes) const {
    Group group{"", "", "heading", "row-names", "", "", {}};
    const double room = grid_.first_x - grid_.body.x - 16;
    const auto label = [&](const char* words, double baseline) {
      group.shapes.emplace_back(text_line(style_, fit(style_.fonts, words, room, type_size::body_px, Face::semibold),
                                          {grid_.body.x, baseline}, body(theme_.ink, Face::semibold)));
    };
    const auto small_label = [&](const char* words, double baseline) {
      group.shapes.emplace_back(text_line(style_, fit(style_.fonts, words, room, type_size::small_px),
                                          {grid_.body.x, baseline}, small(theme_.ink_2)));
    };
    label("How likely", grid_.body.y + 9);
    label("Priority closed", closed_top_ + 20);
    label("Targets met", targets_top_ + 15);
    label("Who loses", losers_top_ + 12);
    small_label("in % of the scales of what they want", losers_top_ + 25);
    label("Money", money_top_ + 12);
    shapes.emplace_back(std::move(group));
  }

  /// A line over the columns of one likelihood, with its word.
  void add_likelihoods(std::vector<Shape>& shapes) const {
    std::size_t begin = 0;
    while (begin < grid_.count) {
      std::size_t end = begin + 1;
      while (end < grid_.count && scenario(end).likelihood == scenario(begin).likelihood) ++end;
      Group group{"", "", "heading", "likelihood", scenario(begin).likelihood, "", {}};
      const double left = grid_.x_of(begin);
      const double right = grid_.x_of(end - 1) + grid_.width_px;
      const std::string& word = scenario(begin).likelihood;
      group.shapes.emplace_back(
          charts::bar({left - ground_px, grid_.body.y + 13, right - left + 2 * ground_px, 2}, theme_.accent));
      group.shapes.emplace_back(text_line(style_,
                                          fit(style_.fonts, word.empty() ? "likelihood not given" : word, right - left,
                                              type_size::body_px, Face::semibold),
                                          {left, grid_.body.y + 9}, body(theme_.ink_2, Face::semibold)));
      shapes.emplace_back(std::move(group));
      begin = end;
    }
  }

  Group column(std::size_t at) const {
    const ComparedScenario& one = scenario(at);
    Group group{"scenario-" + std::to_string(at + 1),
                "",
                "scenario",
                one.best ? "scenario best" : "scenario",
                one.name + (one.closed_words.empty() ? ": " + one.trouble : ": closes " + one.closed_words),
                "",
                {}};
    const double x = grid_.x_of(at);
    for (Shape& line :
         text_block(style_, names_[at], x, names_top_, {name_size(), Face::semibold, theme_.ink, Anchor::start, {}}))
      group.shapes.push_back(std::move(line));
    if (one.trouble.empty()) {
      add_closed(group, one, x);
      add_targets(group, one, x);
      add_losers(group, one, x);
    } else {
      add_trouble(group, one, x);
    }
    const double money_size = roomy_ ? type_size::body_px : type_size::small_px;
    const Wrapped money = wrap(style_.fonts, one.money, grid_.width_px, roomy_ ? 1 : 2, money_size);
    for (Shape& line :
         text_block(style_, money, x, money_top_, {money_size, Face::regular, theme_.ink, Anchor::start, {}}))
      group.shapes.push_back(std::move(line));
    return group;
  }

  void add_trouble(Group& group, const ComparedScenario& one, double x) const {
    const Wrapped words =
        wrap(style_.fonts, "No levels: it " + one.trouble, grid_.width_px, 5, type_size::body_px, Face::regular);
    for (Shape& line : text_block(style_, words, x, closed_top_ + 4, body(theme_.loss)))
      group.shapes.push_back(std::move(line));
  }

  /// The percent, and a bar of it from 0, all columns on one scale.
  void add_closed(Group& group, const ComparedScenario& one, double x) const {
    const bool closes = one.closed.value_or(0) >= 0;
    const Colour colour = closes ? theme_.gain : theme_.loss;
    const double size = roomy_ ? type_size::title_px : type_size::heading_px;
    group.shapes.emplace_back(
        text_line(style_, one.closed_words, {x, closed_top_ + 22},
                  {size, Face::semibold, one.closed ? colour : Colour(theme_.ink_2), Anchor::start, {}}));
    if (!one.closed || high_ - low_ <= 0) return;
    const charts::AxisScale scale{low_, high_, x, x + grid_.width_px};
    const double y = closed_top_ + 32;
    const double zero = scale.px(0);
    group.shapes.emplace_back(charts::bar({x, y, grid_.width_px, 10}, theme_.track, 1));
    const double left = std::min(zero, scale.px(*one.closed));
    group.shapes.emplace_back(
        bar_after(theme_, {left, y, std::max(1.0, std::abs(scale.px(*one.closed) - zero)), 10}, !closes));
    if (low_ < 0)
      group.shapes.emplace_back(charts::line({crisp(zero), y - 3}, {crisp(zero), y + 13}, {theme_.ink, 1, {}, 1}));
    if (one.closed_low && one.closed_high && *one.closed_high - *one.closed_low > 0.1) {
      const double from = scale.px(*one.closed_low), to = scale.px(*one.closed_high);
      const Stroke stroke{theme_.ink, 1.5, {}, 1};
      group.shapes.emplace_back(charts::line({from, y + 5}, {to, y + 5}, stroke));
      for (const double end : {from, to}) group.shapes.emplace_back(charts::line({end, y + 2}, {end, y + 8}, stroke));
    }
  }

  void add_targets(Group& group, const ComparedScenario& one, double x) const {
    std::vector<TextRun> runs{{std::to_string(one.met), Face::semibold, theme_.ink, false},
                              {fmt::format(" of {}, {} new", one.targets,
                                           one.newly_met == 0         ? "none"
                                           : one.newly_met == one.met ? "all"
                                                                      : std::to_string(one.newly_met)),
                               Face::regular, theme_.ink_2, false}};
    if (one.targets == 0) runs = {{"no targets", Face::regular, theme_.ink_2, false}};
    group.shapes.emplace_back(
        text_runs(style_, fit_runs(style_.fonts, runs, grid_.width_px, type_size::body_px), {x, targets_top_ + 15}));
  }

  void add_losers(Group& group, const ComparedScenario& one, double x) const {
    double y = losers_top_ + 12;
    if (one.losers.empty()) group.shapes.emplace_back(text_line(style_, "nobody", {x, y}, body(theme_.ink_2)));
    const std::size_t shown = one.losers.size() <= most_losers_compared + 1 ? one.losers.size() : most_losers_compared;
    for (std::size_t at = 0; at < shown; ++at, y += line_px) {
      const WhatIfPerson& loser = one.losers[at];
      const double change = style_.fonts.width_px(loser.change, type_size::body_px, Face::semibold);
      group.shapes.emplace_back(
          text_line(style_, fit(style_.fonts, loser.name, grid_.width_px - change - 8, type_size::body_px), {x, y},
                    body(theme_.ink)));
      group.shapes.emplace_back(
          text_line(style_, loser.change, {x + grid_.width_px, y}, body(theme_.loss, Face::semibold, Anchor::end)));
    }
    if (shown < one.losers.size())
      group.shapes.emplace_back(text_line(
          style_,
          fmt::format("{} more {}", one.losers.size() - shown, one.losers.size() - shown == 1 ? "loses" : "lose"),
          {x, y}, body(theme_.ink_2, Face::italic)));
  }

  const WhatIfComparison& comparison_;
  const Style& style_;
  const Theme& theme_;
  const CompareGrid& grid_;
  bool roomy_;
  std::vector<Wrapped> names_;
  std::size_t name_lines_ = 1, loser_lines_ = 1;
  double low_ = 0, high_ = 100;  // percent of the priority: all of it closed at the right end
  double names_top_ = 0, closed_top_ = 0, targets_top_ = 0, losers_top_ = 0, money_top_ = 0, bottom_ = 0;
};

}  // namespace

CompareGrid compare_grid(const Box& body, std::size_t scenarios) {
  CompareGrid grid;
  grid.body = body;
  const double names = std::clamp(body.width * 0.2, 150.0, 250.0);
  const double room = body.width - names - 2 * ground_px;
  const auto most = static_cast<std::size_t>((room + CompareGrid::gap_px) / (least_column_px + CompareGrid::gap_px));
  grid.count = std::min(scenarios, std::max<std::size_t>(1, most));
  const auto count = static_cast<double>(grid.count);
  grid.width_px = std::min(most_column_px, (room - CompareGrid::gap_px * (count - 1)) / count);
  grid.first_x = body.x + names + ground_px;
  return grid;
}

Group draw_column_grounds(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid,
                          double bottom) {
  const Theme& theme = style.theme;
  Group group;
  group.role = "grounds";
  const double top = grid.body.y + 18;
  for (std::size_t at = 0; at < grid.count; ++at) {
    const bool on_paper = theme.canvas == theme.surface;  // no ground to tell columns apart by
    const Stroke stroke = comparison.scenarios[at].best ? Stroke{theme.gain, 1.5, {}, 1}
                          : on_paper                    ? Stroke{theme.hairline, 1, {}, 1}
                                                        : Stroke{};
    group.shapes.emplace_back(RectShape{
        {grid.x_of(at) - ground_px, top, grid.width_px + 2 * ground_px, bottom - top}, 6, {theme.canvas}, stroke});
  }
  return group;
}

double unsettled_px(const WhatIfComparison& comparison) {
  return comparison.unsettled.empty() ? 0 : 8 + unsettled_row_px * static_cast<double>(comparison.unsettled.size());
}

Group draw_unsettled(const WhatIfComparison& comparison, const Style& style, const Box& box) {
  const Theme& theme = style.theme;
  Group group{"unsettled", "", "note", "unsettled", "Scenarios without levels", "", {}};
  double y = box.bottom() - unsettled_row_px * static_cast<double>(comparison.unsettled.size());
  for (const ComparedScenario& one : comparison.unsettled) {
    group.shapes.emplace_back(RectShape{{box.x, y, box.width, unsettled_row_px - 4}, 6, {theme.loss_tint}, {}});
    std::vector<TextRun> runs{
        {"‘" + one.name + "’", Face::semibold, theme.ink, false},
        {one.likelihood.empty() ? " " : " (" + one.likelihood + ") ", Face::regular, theme.ink_2, false},
        {one.trouble, Face::semibold, theme.loss, false},
        {". No level follows from it, so it cannot stand beside the others.", Face::regular, theme.ink, false}};
    group.shapes.emplace_back(
        text_runs(style, fit_runs(style.fonts, runs, box.width - 24, type_size::body_px), {box.x + 12, y + 15.3}));
    y += unsettled_row_px;
  }
  return group;
}

double draw_columns(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid,
                    std::vector<Shape>& shapes) {
  return Columns(comparison, style, grid).run(shapes);
}

}  // namespace outmap::whatif_picture
