// The outcomes before and after, the worst news first.
#include <fmt/format.h>

#include <algorithm>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/whatif/panel.hpp"

namespace outmap::whatif_picture {
namespace {

constexpr double heading_px = 34;
constexpr double axis_px = 18;
constexpr double note_px = 18;
constexpr double most_row_px = 84;
constexpr double told_row_px = 50;  // from here on there is room for the verdict
constexpr double least_row_px = 34;

class OutcomeRows {
 public:
  OutcomeRows(const WhatIfDiagram& diagram, const Style& style, const Box& box, std::vector<Shape>& shapes)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box), shapes_(shapes) {
    const std::size_t all = diagram.rows.size();
    const double room = box.height - heading_px - (diagram.axis ? axis_px : 0);
    const auto needed = [&](std::size_t rows) {
      return least_row_px * static_cast<double>(rows) + (rows < all || diagram.unchanged > 0 ? note_px : 0);
    };
    shown_ = all;
    while (shown_ > 1 && needed(shown_) > room) --shown_;
    const double left = room - (shown_ < all || diagram.unchanged > 0 ? note_px : 0);
    row_px_ = std::clamp(left / std::max<double>(1, static_cast<double>(shown_)), least_row_px, most_row_px);
    // A verdict in words is worth more than one more row without.
    const auto told = static_cast<std::size_t>(left / told_row_px);
    if (row_px_ < told_row_px && told >= 4 && all <= 2 * told) {
      shown_ = std::min(all, static_cast<std::size_t>((room - note_px) / told_row_px));
      row_px_ = told_row_px;
    }
  }

  void run() {
    add_heading();
    if (diagram_.rows.empty()) return add_note("No outcome moves.");
    const double bottom = top_of(shown_);
    if (diagram_.axis) add_axis(bottom);
    for (std::size_t at = 0; at < shown_; ++at) add_row(diagram_.rows[at], top_of(at));
    y_ = bottom + (diagram_.axis ? axis_px : 0);
    add_rest();
  }

 private:
  double top_of(std::size_t at) const { return box_.y + heading_px + row_px_ * static_cast<double>(at); }

  void add_heading() {
    Group group = charts::part_heading(style_, "Outcomes before and after", {box_.x, box_.y + 14}, box_.width - 110);
    group.shapes.emplace_back(text_line(style_, fit(style_.fonts, diagram_.scale, 104, type_size::small_px),
                                        {box_.right(), box_.y + 14},
                                        {type_size::small_px, Face::regular, theme_.ink_2, Anchor::end, {}}));
    shapes_.emplace_back(std::move(group));
    y_ = box_.y + heading_px;
  }

  void add_axis(double bottom) {
    const charts::Ticks ticks = charts::round_ticks(diagram_.axis->min, diagram_.axis->max, 5);
    const charts::AxisScale scale{diagram_.axis->min, diagram_.axis->max, box_.x, box_.right()};
    Group group{"", "", "axis", "axis", "", "", {}};
    for (const double value : ticks.values) {
      if (value < diagram_.axis->min - 1e-9 || value > diagram_.axis->max + 1e-9) continue;
      const Anchor anchor = value <= diagram_.axis->min   ? Anchor::start
                            : value >= diagram_.axis->max ? Anchor::end
                                                          : Anchor::middle;
      group.shapes.emplace_back(text_line(style_, charts::tick_text(value, ticks.step), {scale.px(value), bottom + 10},
                                          {type_size::small_px, Face::regular, theme_.ink_2, anchor, {}}));
    }
    shapes_.emplace_back(std::move(group));
  }

  void add_row(const WhatIfRow& row, double top) {
    Group group{"outcome-row-" + row.id, row.id, "outcome", "row", row.title, "", {}};
    const double levels = style_.fonts.width_px(row.levels, type_size::body_px);
    group.shapes.emplace_back(text_line(
        style_,
        fit(style_.fonts, row.name, box_.width - levels - (levels > 0 ? 12 : 0), type_size::body_px, Face::semibold),
        {box_.x, top + 11}, {type_size::body_px, Face::semibold}));
    if (levels > 0)
      group.shapes.emplace_back(text_line(style_, row.levels, {box_.right(), top + 11},
                                          {type_size::body_px, Face::regular, theme_.ink, Anchor::end, {}}));
    const bool told = row_px_ >= told_row_px;
    const double bars = std::min(20.0, row_px_ - (told ? 37 : 22));
    if (row.before || row.after)
      group.shapes.emplace_back(before_and_after(style_, row, {box_.x, top + 18, box_.width, bars}));
    if (told) add_verdict(group, row, top + 18 + (row.before || row.after ? bars + 13 : 9));
    shapes_.emplace_back(std::move(group));
  }

  void add_verdict(Group& group, const WhatIfRow& row, double baseline) {
    if (row.verdict.empty()) return;
    const bool met = row.fate == OutcomeFate::met;
    const bool marked = row.target.has_value() || row.fate == OutcomeFate::gone;
    const bool reached = met || (row.target && row.verdict.find(" met") != std::string::npos);
    if (marked) group.shapes.emplace_back(verdict_mark(theme_, reached, {box_.x + 5, baseline - 3.6}));
    const double x = box_.x + (marked ? 14 : 0);
    const Colour colour = !marked ? Colour(theme_.ink_2) : reached ? Colour(theme_.gain) : Colour(theme_.loss);
    group.shapes.emplace_back(text_line(style_, fit(style_.fonts, row.verdict, box_.right() - x, type_size::small_px),
                                        {x, baseline},
                                        {type_size::small_px, Face::regular, colour, Anchor::start, {}}));
  }

  void add_rest() {
    const std::size_t more = diagram_.rows.size() - shown_;
    std::string words;
    if (more > 0) words = fmt::format("+ {} more that {}", more, more == 1 ? "moves" : "move");
    if (diagram_.unchanged > 0)
      words += (words.empty() ? "" : "; ") + fmt::format("{} {} as {}", diagram_.unchanged,
                                                         diagram_.unchanged == 1 ? "outcome stays" : "outcomes stay",
                                                         diagram_.unchanged == 1 ? "it is" : "they are");
    if (!words.empty()) add_note(words);
  }

  void add_note(const std::string& words) {
    Group group{"", "", "note", "rest", "", "", {}};
    group.shapes.emplace_back(text_line(style_, fit(style_.fonts, words, box_.width, type_size::small_px, Face::italic),
                                        {box_.x, y_ + 12},
                                        {type_size::small_px, Face::italic, theme_.ink_2, Anchor::start, {}}));
    shapes_.emplace_back(std::move(group));
  }

  const WhatIfDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  std::vector<Shape>& shapes_;
  std::size_t shown_ = 0;
  double row_px_ = most_row_px;
  double y_ = 0;
};

}  // namespace

void draw_outcome_rows(const WhatIfDiagram& diagram, const Style& style, const Box& box, std::vector<Shape>& shapes) {
  OutcomeRows(diagram, style, box, shapes).run();
}

double least_rows_px(const WhatIfDiagram& diagram) {
  return heading_px + axis_px + note_px + told_row_px * static_cast<double>(diagram.rows.size());
}

}  // namespace outmap::whatif_picture
