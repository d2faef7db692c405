#include <fmt/format.h>

#include <algorithm>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/ladder/ladder_parts.hpp"

namespace outmap::ladder_picture {
namespace {

using charts::bar;
using charts::line;

constexpr double net_px = 44;  // at the right: what remains

class Rungs {
 public:
  Rungs(const LadderDiagram& diagram, std::size_t shown, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box), shown_(shown) {
    const std::size_t rows = shown + (shown < diagram.rungs.size() ? 1 : 0);
    row_px_ = charts::row_px(rows, box.height, row_heights);
    name_px_ = box.width * 0.4;
    double gives = 0;
    double takes = 0;
    for (const LadderRung& rung : diagram.rungs) {
      gives = std::max(gives, rung.parts.worth.value_or(0) + rung.parts.benefits.value_or(0));
      takes = std::max(takes, rung.parts.costs.value_or(0) + rung.parts.drawbacks.value_or(0));
    }
    const double left = box.x + name_px_ + 20;
    const double right = box.right() - net_px;
    // What is given grows to the right of the zero line, what is taken to its left.
    scale_ = {-std::max(takes, 1e-9), std::max(gives, 1e-9), left, right};
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, "What each gives and takes", {box_.x, box_.y + 12}, name_px_ + 60));
    add(header());
    double y = box_.y + row_heights.header_px;
    for (std::size_t row = shown_; row-- > 0; y += row_px_) add(rung(diagram_.rungs[row], y));
    const double zero = crisp(scale_.px(0));
    shapes_.emplace_back(line({zero, box_.y + row_heights.header_px}, {zero, y}, {theme_.ink_3, 1, {}, 1}));
    if (shown_ < diagram_.rungs.size()) add(more(y));
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  TextShape small(const std::string& words, Point at, Anchor anchor, const Colour& colour) const {
    return charts::small_text(style_, words, at, anchor, colour);
  }

  Group header() const {
    Group group{"", "", "heading", "columns", "", "", {}};
    const double y = box_.y + 40;
    const double zero = scale_.px(0);
    group.shapes.emplace_back(small("takes", {zero - 6, y}, Anchor::end, theme_.ink_2));
    group.shapes.emplace_back(small("gives", {zero + 6, y}, Anchor::start, theme_.ink_2));
    group.shapes.emplace_back(small("remains", {box_.right(), y}, Anchor::end, theme_.ink_2));
    return group;
  }

  Group rung(const LadderRung& rung, double y) const {
    const bool faulty = !rung.fault.empty();
    Group group{"rung-" + rung.id, rung.id, "offering", faulty ? "row faulty" : "row", rung.title, "", {}};
    const double middle = y + row_px_ / 2;
    const std::string price = rung.price_words;
    const double price_px = style_.fonts.width_px(price, type_size::body_px);
    group.shapes.emplace_back(
        text_line(style_, fit(style_.fonts, rung.name, name_px_ - price_px - 12, type_size::body_px, Face::semibold),
                  {box_.x, middle - 2}, {type_size::body_px, Face::semibold}));
    group.shapes.emplace_back(text_line(style_, price, {box_.x + name_px_, middle + 4.3},
                                        {type_size::body_px, Face::regular, theme_.ink, Anchor::end, {}}));
    const std::string note = faulty ? rung.fault : rung.step;
    group.shapes.emplace_back(small(fit(style_.fonts, note, name_px_ - price_px - 12, type_size::small_px),
                                    {box_.x, middle + 12}, Anchor::start, faulty ? theme_.gap : theme_.ink_2));
    draw_parts(group, rung, middle);
    group.shapes.emplace_back(
        text_line(style_, few_decimals(rung.net), {box_.right(), middle + 4.3},
                  {type_size::body_px, Face::semibold, faulty ? theme_.gap : theme_.ink, Anchor::end, {}}));
    return group;
  }

  void draw_parts(Group& group, const LadderRung& rung, double middle) const {
    const double half = std::min(row_px_ > 80 ? 14.0 : 11.0, row_px_ / 2 - 6);
    const auto stretch = [&](double from, double to, ValuePart part) {
      const auto [low, high] = std::minmax({scale_.px(from), scale_.px(to)});
      if (high - low > 0.1)
        group.shapes.emplace_back(bar({low, middle - half, high - low, 2 * half}, colour_of(theme_, part)));
    };
    const double worth = rung.parts.worth.value_or(0);
    const double costs = rung.parts.costs.value_or(0);
    stretch(0, worth, ValuePart::worth);
    stretch(worth, worth + rung.parts.benefits.value_or(0), ValuePart::benefits);
    stretch(0, -costs, ValuePart::costs);
    stretch(-costs, -costs - rung.parts.drawbacks.value_or(0), ValuePart::drawbacks);
    const double net = std::clamp(rung.net, scale_.low, scale_.high);
    group.shapes.emplace_back(bar({scale_.px(net) - 2.25, middle - half - 4, 4.5, 2 * half + 8}, theme_.surface));
    group.shapes.emplace_back(bar({scale_.px(net) - 1.25, middle - half - 4, 2.5, 2 * half + 8}, theme_.ink));
  }

  Group more(double y) const {
    return charts::rest_of_rows(style_, fmt::format("+ {} dearer rungs", diagram_.rungs.size() - shown_),
                                {box_.x, y + row_px_ / 2 + 4.3});
  }

  const LadderDiagram& diagram_;
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

std::vector<Shape> draw_rungs(const LadderDiagram& diagram, std::size_t shown, const Style& style, const Box& box) {
  return Rungs(diagram, shown, style, box).run();
}

Colour colour_of(const Theme& theme, ValuePart part) {
  switch (part) {
    case ValuePart::worth:
      return theme.gain;
    case ValuePart::benefits:
      return charts::mixed(theme.gain, theme.surface, 0.5);
    case ValuePart::costs:
      return theme.level_now;
    case ValuePart::drawbacks:
      break;
  }
  return charts::mixed(theme.level_now, theme.surface, 0.5);
}

}  // namespace outmap::ladder_picture
