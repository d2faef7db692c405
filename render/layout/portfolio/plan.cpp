#include <fmt/format.h>

#include <algorithm>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/beside.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/portfolio/portfolio_parts.hpp"

namespace outmap::portfolio_picture {
namespace {

using charts::bar;

constexpr double header_px = 48;
constexpr double row_px = 36;
constexpr double most_row_px = 46;
constexpr double three_line_row_px = 42;
constexpr double left_header_px = 36;
constexpr double left_row_px = 24;
constexpr double most_left_row_px = 32;
constexpr double values_px = 96;  // behind the bars

std::string percent(double share) { return share > 0 && share < 0.05 ? "<0.1" : one_decimal(share); }

/// How many rows of each part there is room for; a part that is cut gives one row to the count.
struct Rows {
  std::size_t planned = 0;
  std::size_t left_out = 0;
};

Rows rows_for(const PortfolioDiagram& diagram, double height) {
  const auto count = [](double room, double each) { return static_cast<std::size_t>(std::max(0.0, room / each)); };
  const auto cut = [](std::size_t all, std::size_t room) { return all <= room ? all : room > 0 ? room - 1 : 0; };
  Rows rows;
  const bool any_left = !diagram.left_out.empty();
  const double least_left =
      any_left ? left_header_px + left_row_px * static_cast<double>(std::min<std::size_t>(diagram.left_out.size(), 5))
               : 0;
  rows.planned = cut(diagram.rows.size(), count(height - header_px - least_left + 0.01, row_px));
  const double used = header_px + row_px * static_cast<double>(std::min(diagram.rows.size(), rows.planned + 1));
  if (any_left) rows.left_out = cut(diagram.left_out.size(), count(height - used - left_header_px + 0.01, left_row_px));
  return rows;
}

class Plan {
 public:
  Plan(const PortfolioDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box), rows_(rows_for(diagram, box.height)) {
    bars_x_ = box.x + box.width * 0.56;
    bars_px_ = box.right() - values_px - bars_x_;
    cost_x_ = bars_x_ - 16;
    name_px_ = cost_x_ - 64 - box.x;
    for (const PlanRow& row : diagram.rows) most_ = std::max({most_, row.alone, row.adds});
    if (most_ <= 0) most_ = 1;
    spread();
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, "The plan, and what each brings", {box_.x, box_.y + 12}, bars_x_ - box_.x - 80));
    y_ = box_.y + header_px;
    if (diagram_.rows.empty())
      add(nothing());
    else
      add(header());
    for (std::size_t row = 0; row < rows_.planned; ++row) add(planned(diagram_.rows[row]));
    if (rows_.planned < diagram_.rows.size())
      add(more(diagram_.rows.size() - rows_.planned, "more in the plan", row_px));
    if (diagram_.left_out.empty()) return std::move(shapes_);
    add(charts::part_heading(style_, "Left out, and why", {box_.x, y_ + 24}, box_.width));
    y_ += left_header_px;
    for (std::size_t row = 0; row < rows_.left_out; ++row) add(left_out(diagram_.left_out[row]));
    if (rows_.left_out < diagram_.left_out.size())
      add(more(diagram_.left_out.size() - rows_.left_out, "more left out", left_row_px));
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  /// Where all rows fit, what is left of the height goes between them.
  void spread() {
    const double spare = box_.height / std::max(1.0, plan_px(diagram_));
    if (spare <= 1) return;
    row_px_ = std::min(most_row_px, row_px * spare);
    left_row_px_ = std::min(most_left_row_px, left_row_px * spare);
  }

  TextShape small(const std::string& words, Point at, Anchor anchor, const Colour& colour) const {
    return charts::small_text(style_, words, at, anchor, colour);
  }

  Group header() const {
    Group group{"", "", "heading", "columns", "", "", {}};
    const double y = box_.y + 36;
    group.shapes.emplace_back(small("cost", {cost_x_, y}, Anchor::end, theme_.ink_2));
    group.shapes.emplace_back(small("% of the priority closed", {bars_x_, y}, Anchor::start, theme_.ink_2));
    return group;
  }

  Group nothing() {
    Group group{"", "", "note", "nothing", "", "", {}};
    group.shapes.emplace_back(text_line(style_, "Nothing: the budget pays for none that helps.", {box_.x, y_ + 4.3},
                                        {type_size::body_px, Face::italic, theme_.ink_2}));
    y_ += row_px / 2;
    return group;
  }

  Group planned(const PlanRow& row) {
    Group group{"initiative-" + row.id, row.id, "initiative", "row chosen", row.title, "", {}};
    const double middle = y_ + row_px_ / 2;
    const Wrapped note =
        wrap(style_.fonts, row.note, name_px_, row_px_ >= three_line_row_px ? 2 : 1, type_size::small_px);
    const double baseline = middle + 4.3 - 7.3 * static_cast<double>(note.lines.size());
    const std::string name = fit(style_.fonts, row.name, name_px_, type_size::body_px, Face::semibold);
    group.shapes.emplace_back(text_line(style_, name, {box_.x, baseline}, {type_size::body_px, Face::semibold}));
    for (std::size_t line = 0; line < note.lines.size(); ++line)
      group.shapes.emplace_back(small(note.lines[line], {box_.x, baseline + 13.5 + 12 * static_cast<double>(line)},
                                      Anchor::start, row.harms ? theme_.loss : theme_.ink_2));
    group.shapes.emplace_back(text_line(style_, row.cost_words, {cost_x_, middle + 4.3},
                                        {type_size::body_px, Face::regular, theme_.ink, Anchor::end, {}}));
    add_bar(group, row, middle);
    y_ += row_px_;
    return group;
  }

  void add_bar(Group& group, const PlanRow& row, double middle) const {
    const double alone = bars_px_ * row.alone / most_;
    const double adds = bars_px_ * row.adds / most_;
    if (alone > adds + 1.5) {
      RectShape hollow = bar({bars_x_ + 0.5, middle - 6.5, alone - 0.5, 13}, theme_.surface);
      hollow.stroke = {theme_.gain, 1, {}, 1};
      group.shapes.emplace_back(hollow);
    }
    group.shapes.emplace_back(bar({bars_x_, middle - 7, std::max(1.0, adds), 14}, theme_.gain));
    std::vector<TextRun> runs{{percent(row.adds), Face::semibold, theme_.ink, false}};
    if (row.alone > row.adds + 0.05)
      runs.push_back({" of " + percent(row.alone) + " alone", Face::regular, theme_.ink_2, false});
    group.shapes.emplace_back(text_runs(style_, fit_runs(style_.fonts, runs, values_px - 6, type_size::small_px),
                                        {bars_x_ + std::max(alone, adds) + 6, middle + 3.6},
                                        {type_size::small_px, Face::regular, {}, Anchor::start, {}}));
  }

  Group left_out(const LeftOutRow& row) {
    Group group{"initiative-" + row.id, row.id, "initiative", "row left-out", row.title, "", {}};
    const double baseline = y_ + left_row_px_ / 2 + 4.3;
    const double would = style_.fonts.width_px(row.would, type_size::small_px);
    const double name_px = box_.width * 0.4;
    const double reason_x = box_.x + name_px + 12;
    group.shapes.emplace_back(text_line(style_, fit(style_.fonts, row.name, name_px, type_size::body_px),
                                        {box_.x, baseline}, {type_size::body_px, Face::regular, theme_.ink}));
    group.shapes.emplace_back(
        small(fit(style_.fonts, row.reason, box_.right() - reason_x - would - 16, type_size::small_px),
              {reason_x, baseline - 0.7}, Anchor::start, row.ends ? theme_.loss : theme_.ink_2));
    if (!row.would.empty())
      group.shapes.emplace_back(small(row.would, {box_.right(), baseline - 0.7}, Anchor::end, theme_.ink_2));
    y_ += left_row_px_;
    return group;
  }

  Group more(std::size_t count, const char* words, double height) {
    Group group = charts::rest_of_rows(style_, fmt::format("+ {} {}", count, words), {box_.x, y_ + height / 2 + 4.3});
    y_ += height;
    return group;
  }

  const PortfolioDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  Rows rows_;
  double row_px_ = row_px;
  double left_row_px_ = left_row_px;
  double bars_x_ = 0;
  double bars_px_ = 0;
  double cost_x_ = 0;
  double name_px_ = 0;
  double most_ = 0;
  double y_ = 0;
  std::vector<Shape> shapes_;
};

}  // namespace

std::vector<Shape> draw_plan(const PortfolioDiagram& diagram, const Style& style, const Box& box) {
  return Plan(diagram, style, box).run();
}

double plan_px(const PortfolioDiagram& diagram) {
  return header_px + row_px * static_cast<double>(diagram.rows.size()) +
         (diagram.left_out.empty() ? 0 : left_header_px + left_row_px * static_cast<double>(diagram.left_out.size()));
}

}  // namespace outmap::portfolio_picture
