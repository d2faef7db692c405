// The outcomes under the columns of scenarios.
#include <fmt/format.h>

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/whatif/compare_columns.hpp"
#include "render/layout/whatif/panel.hpp"

namespace outmap::whatif_picture {
namespace {

constexpr double compare_heading_px = 34;
constexpr double most_compare_row_px = 72;
constexpr double two_line_row_px = 46;
constexpr double least_compare_row_px = 30;
constexpr double compare_note_px = 20;
constexpr double level_px = 42;  // right of the bars
constexpr double mark_px = 14;

class ComparedRows {
 public:
  ComparedRows(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid, double top)
      : comparison_(comparison), style_(style), theme_(style.theme), grid_(grid), top_(top) {
    const double room = grid.body.bottom() - top - compare_heading_px;
    const std::size_t all = comparison.outcomes.size();
    const auto fits = [&](std::size_t rows) {
      return least_compare_row_px * static_cast<double>(rows) +
                 (rows < all || comparison.unchanged > 0 ? compare_note_px : 0) <=
             room;
    };
    shown_ = all;
    while (shown_ > 0 && !fits(shown_)) --shown_;
    row_px_ = std::clamp((room - compare_note_px) / std::max(1.0, static_cast<double>(shown_)), least_compare_row_px,
                         most_compare_row_px);
    names_px_ = grid.first_x - grid.body.x - 20;
  }

  double run(std::vector<Shape>& shapes) const {
    Group heading{"", "", "heading", "rows", "", "", {}};
    heading.shapes.emplace_back(charts::line({grid_.body.x, crisp(top_ + 4)}, {grid_.body.right(), crisp(top_ + 4)},
                                             {theme_.hairline, 1, {}, 1}));
    heading.shapes.emplace_back(text_line(
        style_, fit(style_.fonts, "Outcomes before and after", grid_.body.width, type_size::heading_px, Face::semibold),
        {grid_.body.x, top_ + 25}, {type_size::heading_px, Face::semibold}));
    shapes.emplace_back(std::move(heading));
    for (std::size_t at = 0; at < shown_; ++at) shapes.emplace_back(row(at));
    add_rest(shapes);
    return top_of(shown_);
  }

 private:
  double top_of(std::size_t at) const { return top_ + compare_heading_px + row_px_ * static_cast<double>(at); }

  Group row(std::size_t at) const {
    const ComparedOutcome& outcome = comparison_.outcomes[at];
    Group group{"outcome-row-" + outcome.id, outcome.id, "outcome", "row", outcome.name + ": " + outcome.today, "", {}};
    const double middle = top_of(at) + row_px_ / 2;
    const Wrapped name =
        wrap(style_.fonts, outcome.name, names_px_, row_px_ >= two_line_row_px ? 2 : 1, type_size::body_px);
    const double first = middle - 1.5 - (name.lines.size() > 1 ? 8 : 0);
    for (std::size_t line = 0; line < name.lines.size(); ++line)
      group.shapes.emplace_back(text_line(style_, name.lines[line],
                                          {grid_.body.x, first + 14 * static_cast<double>(line)},
                                          {type_size::body_px, Face::regular}));
    const double below = name.lines.size() > 1 ? 18 : 11;
    group.shapes.emplace_back(text_line(style_, fit(style_.fonts, outcome.today, names_px_, type_size::small_px),
                                        {grid_.body.x, middle + below},
                                        {type_size::small_px, Face::regular, theme_.ink_2, Anchor::start, {}}));
    for (std::size_t column = 0; column < grid_.count; ++column)
      if (comparison_.scenarios[column].trouble.empty())
        group.shapes.emplace_back(cell(outcome.cells[column], grid_.x_of(column), middle));
    return group;
  }

  /// Bars, the level after, and a mark where it reaches its target.
  Group cell(const WhatIfRow& told, double x, double middle) const {
    Group group;
    group.role = "cell";
    group.title = told.title;
    if (told.fate == OutcomeFate::gone) {
      group.shapes.emplace_back(
          text_line(style_, "gone", {x, middle + 4.3}, {type_size::body_px, Face::italic, theme_.loss}));
      return group;
    }
    const double bars = std::max(20.0, grid_.width_px - level_px - mark_px);
    if (told.before || told.after) group.shapes.emplace_back(before_and_after(style_, told, {x, middle - 8, bars, 15}));
    const bool moved = told.fate != OutcomeFate::still && told.fate != OutcomeFate::unknown;
    const std::size_t arrow = told.levels.find("→ ");
    std::string level = arrow == std::string::npos ? told.levels : told.levels.substr(arrow + std::string("→ ").size());
    level = level.substr(0, level.find("\u00a0"));  // the unit stands beside the name
    const double right = x + grid_.width_px - mark_px;
    if (!level.empty())
      group.shapes.emplace_back(text_line(style_,
                                          fit(style_.fonts, level, level_px - 4, type_size::small_px, Face::semibold),
                                          {right - 2, middle + 3.6},
                                          {type_size::small_px,
                                           moved ? Face::semibold : Face::regular,
                                           moved ? colour_of(theme_, told) : Colour(theme_.ink_2),
                                           Anchor::end,
                                           {}}));
    const bool met = told.verdict.find(" met") != std::string::npos;
    if (met || told.verdict.find(" missed") != std::string::npos)
      group.shapes.emplace_back(verdict_mark(theme_, met, {x + grid_.width_px - mark_px / 2, middle}));
    return group;
  }

  std::string names_at_end() const {
    std::string names;
    for (std::size_t at = 0; at < shown_; ++at) {
      const ComparedOutcome& outcome = comparison_.outcomes[at];
      if (outcome.at_end) names += (names.empty() ? "" : ", ") + outcome.name;
    }
    return names;
  }

  void add_rest(std::vector<Shape>& shapes) const {
    const std::size_t more = comparison_.outcomes.size() - shown_;
    std::string words;
    if (more > 0) words = fmt::format("+ {} more that {}", more, more == 1 ? "moves" : "move");
    if (comparison_.unchanged > 0)
      words += (words.empty() ? "" : "; ") + fmt::format("{} {} that no scenario moves", comparison_.unchanged,
                                                         comparison_.unchanged == 1 ? "outcome" : "outcomes");
    if (const std::string ends = names_at_end(); !ends.empty())
      words += (words.empty() ? "" : "; ") + ("where a scale ends no further gain can show: " + ends);
    if (words.empty()) return;
    Group group{"", "", "note", "rest", "", "", {}};
    group.shapes.emplace_back(text_line(
        style_, fit(style_.fonts, words, grid_.body.width, type_size::small_px, Face::italic),
        {grid_.body.x, top_of(shown_) + 14}, {type_size::small_px, Face::italic, theme_.ink_2, Anchor::start, {}}));
    shapes.emplace_back(std::move(group));
  }

  const WhatIfComparison& comparison_;
  const Style& style_;
  const Theme& theme_;
  const CompareGrid& grid_;
  double top_;
  double row_px_ = most_compare_row_px;
  double names_px_ = 0;
  std::size_t shown_ = 0;
};

}  // namespace

double draw_rows(const WhatIfComparison& comparison, const Style& style, const CompareGrid& grid, double top,
                 std::vector<Shape>& shapes) {
  return ComparedRows(comparison, style, grid, top).run(shapes);
}

double least_compared_px(const WhatIfComparison& comparison) {
  return compare_heading_px + compare_note_px + least_compare_row_px * static_cast<double>(comparison.outcomes.size());
}

}  // namespace outmap::whatif_picture
