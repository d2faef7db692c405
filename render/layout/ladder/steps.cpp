#include <algorithm>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/labels.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/ladder/ladder_parts.hpp"

namespace outmap::ladder_picture {
namespace {

using charts::line;

constexpr double radius = 7;
constexpr std::size_t most_named = 24;

class Steps {
 public:
  Steps(const LadderDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box) {
    plot_ = charts::plot_box(box);
    double low = diagram.rungs.front().net;
    double high = low;
    for (const LadderRung& rung : diagram.rungs) {
      low = std::min(low, rung.net);
      high = std::max(high, rung.net);
    }
    values_ = charts::round_ticks(std::min(low - diagram.margin / 2, 0.0), high + diagram.margin, 6);
    const double dearest = std::max(diagram.rungs.back().price, 1e-9);
    prices_ = charts::round_ticks(0, dearest * 1.05, 6);
    x_ = {0, std::min(prices_.high(), dearest * 1.12), plot_.x, plot_.right()};
    y_ = {values_.low(), values_.high(), plot_.bottom(), plot_.y};
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, "Price against perceived value", {box_.x, box_.y + 12}, box_.width));
    add(axes());
    add(to_clear());
    add(stairs());
    for (Group& group : rungs()) add(std::move(group));
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  Point at(const LadderRung& rung) const { return {x_.px(rung.price), y_.px(rung.net)}; }

  Group axes() const {
    Group group{"axes", "", "axis", "axis", "", "", {}};
    charts::AxisLook price;
    price.title = "Price";
    price.words = [&](double value) { return money_text(value, diagram_.currency); };
    price.ends_inside = true;
    charts::AxisLook value;
    value.title = "Perceived value";
    value.grid = true;
    group.shapes.emplace_back(charts::left_axis(style_, plot_, y_, values_, value, 14));
    group.shapes.emplace_back(charts::bottom_axis(style_, plot_, x_, prices_, price));
    if (values_.low() < 0)
      group.shapes.emplace_back(
          line({plot_.x, crisp(y_.px(0))}, {plot_.right(), crisp(y_.px(0))}, {theme_.ink_3, 1, {}, 1}));
    return group;
  }

  /// Above each rung, up to the price of the next: what that has to rise over.
  Group to_clear() const {
    Group group{"", "", "ground", "to-clear", "What the next rung has to clear", "", {}};
    for (std::size_t rung = 0; rung + 1 < diagram_.rungs.size(); ++rung) {
      const Point from = at(diagram_.rungs[rung]);
      const double right = at(diagram_.rungs[rung + 1]).x;
      const double top = std::max(plot_.y, y_.px(diagram_.rungs[rung].net + diagram_.margin));
      const bool missed = !diagram_.rungs[rung + 1].fault.empty();
      if (right - from.x > 0.5)
        group.shapes.emplace_back(hurdle(theme_, {from.x, top, right - from.x, from.y - top}, missed));
    }
    return group;
  }

  Group stairs() {
    Group group{"steps", "", "steps", "steps", "From rung to rung", "", {}};
    for (std::size_t rung = 0; rung + 1 < diagram_.rungs.size(); ++rung) {
      const Point from = at(diagram_.rungs[rung]);
      const Point to = at(diagram_.rungs[rung + 1]);
      const bool faulty = !diagram_.rungs[rung + 1].fault.empty();
      const Colour colour = faulty ? theme_.gap : theme_.accent;
      group.shapes.emplace_back(line(from, {to.x, from.y}, {theme_.ink_3, 1.5, {}, 1}));
      group.shapes.emplace_back(line({to.x, from.y}, to, {colour, 2.5, {}, 1}));
      lines_.push_back({from, Point{to.x, from.y}});
      lines_.push_back({Point{to.x, from.y}, to});
    }
    return group;
  }

  std::vector<Group> rungs() const {
    std::vector<charts::LabelledMark> marks;
    for (std::size_t rung = 0; rung < diagram_.rungs.size(); ++rung)
      marks.push_back({at(diagram_.rungs[rung]), radius, rung < most_named ? diagram_.rungs[rung].name : "",
                       diagram_.rungs[rung].fault.empty() ? Face::regular : Face::semibold});
    charts::LabelField field;
    field.room = plot_;
    field.lines = lines_;
    const std::vector<charts::PlacedLabel> placed = charts::place_labels(style_.fonts, marks, field);
    std::vector<Group> groups;
    for (std::size_t rung = 0; rung < diagram_.rungs.size(); ++rung) {
      const LadderRung& shown = diagram_.rungs[rung];
      const bool faulty = !shown.fault.empty();
      Group group{"offering-" + shown.id, shown.id, "offering", faulty ? "rung faulty" : "rung", shown.title, "", {}};
      for (const charts::PlacedLabel& label : placed)
        if (label.mark == rung)
          for (Shape& shape :
               charts::label_shapes(style_, label, {type_size::body_px, marks[rung].face, theme_.ink}, theme_.surface))
            group.shapes.push_back(std::move(shape));
      if (faulty)
        group.shapes.emplace_back(PathShape{
            diamond(at(shown), radius + 1), {theme_.gap, Pattern::none, {}, 1}, {theme_.surface, 1.5, {}, 1}, false});
      else
        group.shapes.emplace_back(charts::disc(at(shown), radius, theme_.accent, {theme_.surface, 1.5, {}, 1}));
      groups.push_back(std::move(group));
    }
    return groups;
  }

  const LadderDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  Box plot_;
  charts::Ticks values_;
  charts::Ticks prices_;
  charts::AxisScale x_;
  charts::AxisScale y_;
  std::vector<std::array<Point, 2>> lines_;
  std::vector<Shape> shapes_;
};

}  // namespace

RectShape hurdle(const Theme& theme, const Box& box, bool missed) {
  RectShape shape = charts::bar(inset(box, 0.5), missed ? theme.gap_tint : theme.chip);
  shape.stroke = {missed ? theme.gap_mid : theme.ink_3, 1, {3, 3}, 1};
  return shape;
}

std::vector<Shape> draw_steps(const LadderDiagram& diagram, const Style& style, const Box& box) {
  return Steps(diagram, style, box).run();
}

}  // namespace outmap::ladder_picture
