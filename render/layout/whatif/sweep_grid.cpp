// What is closed over two parameters: a cell for each pair of values, and the line round those that meet a target.
#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/whatif/sweep_layout.hpp"
#include "render/theme/colour.hpp"

namespace outmap::whatif_picture {
namespace {

constexpr double grid_heading_px = 34;
constexpr double left_px = 120;
constexpr double grid_axis_px = 52;
constexpr double most_cell_px = 120;
constexpr double cell_gap_px = 2;

class SweepGrid {
 public:
  SweepGrid(const SweepDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box) {
    columns_ = diagram.x.values.size();
    rows_ = diagram.y->values.size();
    const double width = (box.width - left_px) / static_cast<double>(columns_);
    const double height = (box.height - grid_heading_px - grid_axis_px) / static_cast<double>(rows_);
    cell_width_ = std::min(width, most_cell_px * 2);
    cell_height_ = std::min(height, most_cell_px);
    grid_ = {box.x + left_px, box.y + grid_heading_px, cell_width_ * static_cast<double>(columns_),
             cell_height_ * static_cast<double>(rows_)};
    for (const auto& closed : diagram.closed) most_ = std::max(most_, std::abs(closed.value_or(0)));
  }

  std::vector<Shape> run() {
    shapes_.emplace_back(
        charts::part_heading(style_, "Closed of the priority of all gaps, percent", {box_.x, box_.y + 12}, box_.width));
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t column = 0; column < columns_; ++column) shapes_.emplace_back(cell(row, column));
    add_values();
    if (!diagram_.target.empty()) shapes_.emplace_back(target_line());
    return std::move(shapes_);
  }

 private:
  /// The low values of y stand at the bottom.
  double top_of(std::size_t row) const { return grid_.y + cell_height_ * static_cast<double>(rows_ - 1 - row); }
  double left_of(std::size_t column) const { return grid_.x + cell_width_ * static_cast<double>(column); }

  Group cell(std::size_t row, std::size_t column) const {
    const auto closed = diagram_.closed_at(row, column);
    const std::string words = closed ? few_decimals(*closed) : "–";
    Group group{"",
                "",
                "cell",
                "cell",
                few_decimals(diagram_.x.values[column], 2) + " and " + few_decimals(diagram_.y->values[row], 2) +
                    ": closes " + words + " %",
                "",
                {}};
    const double share = closed ? 0.08 + 0.92 * std::abs(*closed) / most_ : 0;
    const Colour full = closed && *closed < -0.05 ? theme_.loss : theme_.gain;
    const Colour ground = closed ? charts::mixed(full, theme_.surface, share) : Colour(theme_.chip);
    const Box box{left_of(column) + cell_gap_px / 2, top_of(row) + cell_gap_px / 2, cell_width_ - cell_gap_px,
                  cell_height_ - cell_gap_px};
    group.shapes.emplace_back(charts::bar(box, ground, 2));
    const Colour dark(theme_.ink), light(theme_.on_strong);
    const Colour ink = contrast_ratio(dark, ground) >= contrast_ratio(light, ground) ? dark : light;
    const double size = box.height >= 30 && box.width >= 60 ? type_size::body_px : type_size::small_px;
    if (style_.fonts.width_px(words, size) + 4 > box.width || box.height < 13) return group;
    const bool clear = contrast_ratio(ink, ground) >= 4.5;
    group.shapes.emplace_back(text_line(
        style_, words, {box.center().x, box.center().y + 0.36 * size},
        {size, Face::regular, clear ? ink : dark, Anchor::middle, clear ? Colour{} : Colour(theme_.surface)}));
    return group;
  }

  void add_values() {
    Group group{"", "", "axis", "axis", "", "", {}};
    const TextLook small{type_size::small_px, Face::regular, theme_.ink_2, Anchor::middle, {}};
    double free_from = -1e9;
    for (std::size_t column = 0; column < columns_; ++column) {
      TextShape text = text_line(style_, few_decimals(diagram_.x.values[column], 2),
                                 {left_of(column) + cell_width_ / 2, grid_.bottom() + 14}, small);
      if (text.at.x - text.width_px / 2 < free_from) continue;
      free_from = text.at.x + text.width_px / 2 + 6;
      group.shapes.emplace_back(std::move(text));
    }
    double free_above = 1e9;
    for (std::size_t row = 0; row < rows_; ++row) {
      const double y = top_of(row) + cell_height_ / 2 + 3.6;
      if (y > free_above) continue;
      free_above = y - 13;
      TextLook look = small;
      look.anchor = Anchor::end;
      group.shapes.emplace_back(text_line(style_, few_decimals(diagram_.y->values[row], 2), {grid_.x - 8, y}, look));
    }
    group.shapes.emplace_back(text_line(
        style_, fit(style_.fonts, "strength of " + diagram_.x.name, box_.right() - grid_.x, type_size::body_px),
        {grid_.x, grid_.bottom() + 34}, {type_size::body_px, Face::regular, theme_.ink_2}));
    const Wrapped name = wrap(style_.fonts, "strength of " + diagram_.y->name, left_px - 48, 5, type_size::body_px);
    const double height = block_height_px(name.lines.size(), type_size::body_px);
    for (Shape& line : text_block(style_, name, box_.x, grid_.center().y - height / 2,
                                  {type_size::body_px, Face::regular, theme_.ink_2, Anchor::start, {}}))
      group.shapes.push_back(std::move(line));
    shapes_.emplace_back(std::move(group));
  }

  bool met(std::size_t row, std::size_t column) const {
    return row < rows_ && column < columns_ && diagram_.met_at(row, column);
  }

  /// Edges between a cell that meets the target and one inside the grid that does not.
  Group target_line() const {
    Group group{"target-line", "", "reference", "target", diagram_.target + " meets its target", "", {}};
    const Stroke stroke{theme_.ink, 3, {}, 1};
    const auto add = [&](Point from, Point to) {
      PathShape line = charts::line(from, to, stroke);
      line.round_caps = true;
      group.shapes.emplace_back(std::move(line));
    };
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t column = 0; column < columns_; ++column) {
        const double x = left_of(column + 1), top = top_of(row);
        if (column + 1 < columns_ && met(row, column) != met(row, column + 1)) add({x, top}, {x, top + cell_height_});
        if (row + 1 < rows_ && met(row, column) != met(row + 1, column))
          add({left_of(column), top}, {left_of(column + 1), top});
      }
    return group;
  }

  const SweepDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  Box grid_;
  std::size_t columns_ = 0, rows_ = 0;
  double cell_width_ = 0, cell_height_ = 0;
  double most_ = 1e-9;
  std::vector<Shape> shapes_;
};

}  // namespace

std::vector<Shape> draw_sweep_grid(const SweepDiagram& diagram, const Style& style, const Box& box) {
  return SweepGrid(diagram, style, box).run();
}

}  // namespace outmap::whatif_picture
