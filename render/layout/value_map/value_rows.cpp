#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/value_map/value_map_parts.hpp"

namespace outmap::value_map_picture {
namespace {

using charts::bar;
using charts::line;

constexpr double words_px = 78;  // beside the bars, on either side

class Rows {
 public:
  Rows(const ValueMapDiagram& diagram, std::size_t shown, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box), shown_(shown) {
    const std::size_t rows = shown + (shown < diagram.marks.size() ? 1 : 0);
    row_px_ = charts::row_px(rows, box.height, row_heights);
    name_px_ = box.width * 0.42;
    double over = 0;
    double under = 0;
    for (const ValueMark& mark : diagram.marks) {
      over = std::max(over, -mark.advantage);
      under = std::max(under, mark.advantage);
    }
    const double sum = std::max(over + under, 1e-9);
    const double left = box.x + name_px_ + 16 + words_px;
    const double right = box.right() - words_px;
    scale_ = {-over, sum - over, left, right};
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, "Price against fair price", {box_.x, box_.y + 12}, box_.width));
    add(header());
    double y = box_.y + row_heights.header_px;
    for (std::size_t row = 0; row < shown_; ++row, y += row_px_) add(draw_row(diagram_.marks[row], y));
    const double zero = crisp(scale_.px(0));
    shapes_.emplace_back(line({zero, box_.y + row_heights.header_px}, {zero, y}, {theme_.ink_3, 1, {}, 1}));
    if (shown_ < diagram_.marks.size()) add(more(y));
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  TextShape small(const std::string& words, Point at, Anchor anchor, const Colour& colour,
                  Face face = Face::regular) const {
    return charts::small_text(style_, words, at, anchor, colour, face);
  }

  Group header() const {
    Group group{"", "", "heading", "columns", "", "", {}};
    const double zero = scale_.px(0);
    const double y = box_.y + 36;
    const bool left = zero - box_.x - name_px_ > 100;
    if (left) group.shapes.emplace_back(small("over its fair price", {zero - 6, y}, Anchor::end, theme_.ink_2));
    if (box_.right() - zero > 100)
      group.shapes.emplace_back(small("under it: a bargain", {zero + 6, y}, Anchor::start, theme_.ink_2));
    return group;
  }

  Group draw_row(const ValueMark& mark, double y) const {
    const std::string kind = mark.ours ? "offering" : "competitor";
    Group group{"row-" + mark.id, mark.id, kind, mark.ours ? "row ours" : "row", mark.title, "", {}};
    const double middle = y + row_px_ / 2;
    const Face face = mark.ours ? Face::semibold : Face::regular;
    const double price_px = std::max(style_.fonts.width_px(mark.price_words, type_size::body_px),
                                     style_.fonts.width_px(mark.fair_words, type_size::small_px));
    group.shapes.push_back(mark_shape(theme_, mark.ours, {box_.x + 8, middle}, 6));
    group.shapes.emplace_back(
        text_line(style_, fit(style_.fonts, mark.name, name_px_ - 24 - price_px - 12, type_size::body_px, face),
                  {box_.x + 24, middle + 4.3}, {type_size::body_px, face}));
    group.shapes.emplace_back(text_line(style_, mark.price_words, {box_.x + name_px_, middle - 2},
                                        {type_size::body_px, Face::regular, theme_.ink, Anchor::end, {}}));
    group.shapes.emplace_back(small(fit(style_.fonts, mark.fair_words, name_px_ - 24, type_size::small_px),
                                    {box_.x + name_px_, middle + 11}, Anchor::end, theme_.ink_2));
    draw_bar(group, mark, middle);
    return group;
  }

  void draw_bar(Group& group, const ValueMark& mark, double middle) const {
    const double zero = scale_.px(0);
    const double end = scale_.px(mark.advantage);
    const bool under = mark.advantage >= 0;
    const double half = std::min(row_px_ > 50 ? 11.0 : 9.0, row_px_ / 2 - 5);
    const auto [low, high] = std::minmax(zero, end);
    if (high - low > 0.2)
      group.shapes.emplace_back(bar({low, middle - half, high - low, 2 * half}, under ? theme_.gain : theme_.gap_mid));
    group.shapes.emplace_back(small(
        fit(style_.fonts, mark.advantage_words, words_px - 8, type_size::small_px, Face::semibold),
        {under ? high + 6 : low - 6, middle + 3.6}, under ? Anchor::start : Anchor::end, theme_.ink, Face::semibold));
  }

  Group more(double y) const {
    return charts::rest_of_rows(style_, fmt::format("+ {} of less value", diagram_.marks.size() - shown_),
                                {box_.x + 24, y + row_px_ / 2 + 4.3});
  }

  const ValueMapDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  std::size_t shown_;
  double row_px_ = row_heights.most_px;
  double name_px_ = 0;
  charts::AxisScale scale_;
  std::vector<Shape> shapes_;
};

}  // namespace

std::vector<Shape> draw_rows(const ValueMapDiagram& diagram, std::size_t shown, const Style& style, const Box& box) {
  return Rows(diagram, shown, style, box).run();
}

}  // namespace outmap::value_map_picture
