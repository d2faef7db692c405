#include <algorithm>
#include <array>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/labels.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/value_map/value_map_parts.hpp"

namespace outmap::value_map_picture {
namespace {

using charts::line;

constexpr double radius = 7;
constexpr std::size_t most_named = 24;

class Plane {
 public:
  Plane(const ValueMapDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box) {
    plot_ = charts::plot_box(box);
    double low_x = 1, high_x = 1, low_y = 1, high_y = 1;
    for (const ValueMark& mark : diagram.marks) {
      low_x = std::min(low_x, mark.quality);
      high_x = std::max(high_x, mark.quality);
      low_y = std::min(low_y, mark.price);
      high_y = std::max(high_y, mark.price);
    }
    const double room_x = std::max(0.02, 0.12 * (high_x - low_x));
    const double room_y = std::max(0.02, 0.06 * (high_y - low_y));
    x_ = {std::max(0.0, low_x - room_x), high_x + room_x, plot_.x, plot_.right()};
    y_ = {std::min(low_y, std::max(0.0, low_y - room_y)) - (low_y <= room_y ? room_y : 0), high_y + room_y,
          plot_.bottom(), plot_.y};
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, "Quality against price", {box_.x, box_.y + 12}, box_.width));
    add(ground());
    add(axes());
    add(fair_line());
    for (Group& group : marks()) add(std::move(group));
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  double fair(double quality) const { return 1 + diagram_.slope * (quality - 1); }

  /// Where the fair-value line enters and leaves the plot.
  std::array<Point, 2> ends() const {
    double from = x_.low;
    double to = x_.high;
    if (fair(from) < y_.low) from = 1 + (y_.low - 1) / diagram_.slope;
    if (fair(to) > y_.high) to = 1 + (y_.high - 1) / diagram_.slope;
    return {{{x_.px(from), y_.px(std::clamp(fair(from), y_.low, y_.high))},
             {x_.px(to), y_.px(std::clamp(fair(to), y_.low, y_.high))}}};
  }

  /// The side of better value, below and right of the line.
  Group ground() {
    Group group{"", "", "ground", "ground", "", "", {}};
    const auto [from, to] = ends();
    std::vector<Point> corners{from, to};
    if (to.x < plot_.right() - 0.01) corners.push_back({plot_.right(), plot_.y});
    corners.push_back({plot_.right(), plot_.bottom()});
    if (from.x <= plot_.x + 0.01) corners.push_back({plot_.x, plot_.bottom()});
    group.shapes.emplace_back(PathShape{polygon(corners), {theme_.gain_tint, Pattern::none, {}, 1}, {}, false});
    const TextShape better = text_line(style_, "better value", {plot_.right() - 10, plot_.bottom() - 10},
                                       {type_size::body_px, Face::semibold, theme_.gain, Anchor::end, {}});
    const TextShape worse = text_line(style_, "worse value", {plot_.x + 10, plot_.y + 18},
                                      {type_size::body_px, Face::semibold, theme_.gap_text, Anchor::start, {}});
    for (const TextShape& text : {better, worse}) {
      fixed_.push_back(text_box(text));
      group.shapes.emplace_back(text);
    }
    return group;
  }

  Group axes() {
    Group group{"axes", "", "axis", "axis", "", "", {}};
    charts::AxisLook quality;
    quality.title = "Relative quality";
    charts::AxisLook price;
    price.title = "Relative price";
    group.shapes.emplace_back(charts::left_axis(style_, plot_, y_, charts::round_ticks(y_.low, y_.high, 6), price, 14));
    group.shapes.emplace_back(charts::bottom_axis(style_, plot_, x_, charts::round_ticks(x_.low, x_.high, 6), quality));
    const std::array<std::array<Point, 2>, 2> means{{{{{crisp(x_.px(1)), plot_.y}, {crisp(x_.px(1)), plot_.bottom()}}},
                                                     {{{plot_.x, crisp(y_.px(1))}, {plot_.right(), crisp(y_.px(1))}}}}};
    for (const auto& [from, to] : means) {
      group.shapes.emplace_back(line(from, to, {theme_.ink_3, 1, {2, 3}, 1}));
      lines_.push_back({from, to});
    }
    return group;
  }

  Group fair_line() {
    Group group{"fair-value", "", "line", "fair-value", "The price that each quality is worth", "", {}};
    const auto [from, to] = ends();
    group.shapes.emplace_back(line(from, to, {theme_.ink, 1.5, {}, 1}));
    lines_.push_back({from, to});
    return group;
  }

  std::vector<Group> marks() const {
    std::vector<charts::LabelledMark> wanted;
    for (std::size_t mark = 0; mark < diagram_.marks.size(); ++mark) {
      const ValueMark& shown = diagram_.marks[mark];
      wanted.push_back({{x_.px(shown.quality), y_.px(shown.price)},
                        radius,
                        mark < most_named ? shown.name : "",
                        shown.ours ? Face::semibold : Face::regular});
    }
    charts::LabelField field;
    field.room = plot_;
    field.fixed = fixed_;
    field.lines = lines_;
    const std::vector<charts::PlacedLabel> placed = charts::place_labels(style_.fonts, wanted, field);
    std::vector<Group> groups;
    for (std::size_t mark = 0; mark < diagram_.marks.size(); ++mark) {
      const ValueMark& shown = diagram_.marks[mark];
      const std::string kind = shown.ours ? "offering" : "competitor";
      Group group{kind + "-" + shown.id, shown.id, kind, shown.ours ? "mark ours" : "mark", shown.title, "", {}};
      for (const charts::PlacedLabel& label : placed)
        if (label.mark == mark)
          for (Shape& shape :
               charts::label_shapes(style_, label, {type_size::body_px, wanted[mark].face, theme_.ink}, theme_.surface))
            group.shapes.push_back(std::move(shape));
      group.shapes.push_back(mark_shape(theme_, shown.ours, wanted[mark].center, radius));
      groups.push_back(std::move(group));
    }
    return groups;
  }

  const ValueMapDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  Box plot_;
  charts::AxisScale x_;
  charts::AxisScale y_;
  std::vector<Box> fixed_;
  std::vector<std::array<Point, 2>> lines_;
  std::vector<Shape> shapes_;
};

}  // namespace

std::vector<Shape> draw_plane(const ValueMapDiagram& diagram, const Style& style, const Box& box) {
  return Plane(diagram, style, box).run();
}

Shape mark_shape(const Theme& theme, bool ours, Point center, double radius) {
  if (ours) return charts::disc(center, radius, theme.accent, {theme.surface, 1.5, {}, 1});
  const double half = radius * 0.86;
  RectShape square = charts::bar({center.x - half, center.y - half, 2 * half, 2 * half}, theme.surface, 1.5);
  square.stroke = {theme.ink, 1.8, {}, 1};
  return square;
}

}  // namespace outmap::value_map_picture
