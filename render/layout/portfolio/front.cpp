#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/labels.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/portfolio/portfolio_parts.hpp"

namespace outmap::portfolio_picture {
namespace {

using charts::line;

constexpr double left_room = 44;
constexpr double top_room = 56;     // heading, the axis's name, the budget
constexpr double bottom_room = 38;  // ticks and the axis's name
constexpr double corner_radius = 4.5;
constexpr double plan_radius = 8;

class Front {
 public:
  Front(const PortfolioDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box) {
    plot_ = {box.x + left_room, box.y + top_room, box.width - left_room - 8, box.height - top_room - bottom_room};
    const double dearest = std::max({diagram.steps.back().cost, diagram.budget, 1e-9});
    cost_ticks_ = charts::round_ticks(0, dearest * 1.02, 6);
    share_ticks_ = charts::round_ticks(0, std::min(1.0, diagram.steps.back().share * 1.12), 5);
    x_ = {0, std::min(cost_ticks_.high(), dearest * 1.06), plot_.x, plot_.right()};
    y_ = {0, std::min(share_ticks_.high(), diagram.steps.back().share * 1.16), plot_.bottom(), plot_.y};
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, "What each budget closes at most", {box_.x, box_.y + 12}, box_.width));
    add(ground());
    add(axes());
    add(bounds_of_steps());
    add(stairs());
    add(budget_line());
    add(half_line());
    for (Group& group : steps()) add(std::move(group));
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  Point at(const PlanStep& step) const { return {x_.px(step.cost), y_.px(step.share)}; }

  /// Corners of the stairs up to a cost: each plan holds until the next one can be paid.
  std::vector<Point> corners_up_to(double cost) const {
    std::vector<Point> corners{{x_.px(0), y_.px(0)}};
    for (const PlanStep& step : diagram_.steps) {
      if (step.cost > cost) break;
      corners.push_back({x_.px(step.cost), corners.back().y});
      corners.push_back(at(step));
    }
    corners.push_back({x_.px(cost), corners.back().y});
    return corners;
  }

  Group area(double cost, const Colour& colour) const {
    Group group;
    group.role = "area";
    std::vector<Point> corners = corners_up_to(cost);
    corners.push_back({corners.back().x, y_.px(0)});
    group.shapes.emplace_back(PathShape{polygon(corners), {colour, Pattern::none, {}, 1}, {}, false});
    return group;
  }

  Group ground() const {
    Group group{"", "", "ground", "ground", "", "", {}};
    group.shapes.emplace_back(area(x_.high, theme_.canvas == theme_.surface ? theme_.chip : theme_.canvas));
    group.shapes.emplace_back(area(std::min(diagram_.budget, x_.high), theme_.accent_tint));
    return group;
  }

  Group axes() const {
    Group group{"axes", "", "axis", "axis", "", "", {}};
    charts::AxisLook cost;
    cost.title = "Cost of the plan";
    cost.words = [&](double value) { return money_text(value, diagram_.currency); };
    cost.ends_inside = true;
    charts::AxisLook share;
    share.title = "Priority closed";
    share.words = [](double value) { return few_decimals(100 * value) + "\u00a0%"; };
    share.grid = true;
    group.shapes.emplace_back(charts::left_axis(style_, plot_, y_, share_ticks_, share, 14));
    group.shapes.emplace_back(charts::bottom_axis(style_, plot_, x_, cost_ticks_, cost));
    return group;
  }

  Group stairs() const {
    Group group{"front", "", "front", "front", "What each budget closes at most", "", {}};
    group.shapes.emplace_back(PathShape{polyline(corners_up_to(x_.high)), {}, {theme_.accent, 2, {}, 1}, false});
    return group;
  }

  /// Above a front that is not whole: what no plan for the cost closes more than.
  Group bounds_of_steps() const {
    Group group{"", "", "bounds", "bounds", "", "", {}};
    if (diagram_.whole) return group;
    for (const PlanStep& step : diagram_.steps)
      if (step.bound_share > step.share + 1e-9)
        group.shapes.emplace_back(line(at(step), {x_.px(step.cost), y_.px(std::min(step.bound_share, y_.high))},
                                       {theme_.ink_3, 1, {2, 3}, 1}));
    return group;
  }

  Group budget_line() {
    Group group{"budget", "", "budget", "budget", diagram_.budget_words, "", {}};
    const double x = crisp(x_.px(diagram_.budget));
    group.shapes.emplace_back(line({x, plot_.bottom()}, {x, plot_.y - 4}, {theme_.accent, 1.5, {6, 4}, 1}));
    PillLook look;
    look.size_px = type_size::small_px;
    look.ground = theme_.accent;
    look.ink = theme_.on_strong;
    const double half = pill_width_px(style_, diagram_.budget_words, look) / 2;
    const double title_right =
        plot_.x + style_.fonts.width_px("Priority closed", type_size::body_px) + 12;  // the axis's name
    const double middle = std::clamp(x, std::min(title_right + half, plot_.right() - half), plot_.right() - half);
    group.shapes.emplace_back(pill(style_, diagram_.budget_words, {middle, plot_.y - 13}, look));
    fixed_.push_back({x - 0.5, plot_.y, 1, plot_.height});
    return group;
  }

  /// From the plan, and from what half of its cost would buy, to the upright axis.
  Group half_line() {
    Group group{"half", "", "reading", "reading", "", "", {}};
    std::optional<double> taken;
    const auto read = [&](const PlanStep& step, const std::string& words, Face face) {
      if (step.share <= 0) return;
      const Point from = at(step);
      const double level = crisp(from.y);
      group.shapes.emplace_back(line({plot_.x, level}, {from.x, level}, {theme_.ink_3, 1, {2, 3}, 1}));
      lines_.push_back({Point{plot_.x, level}, Point{from.x, level}});
      const TextShape text = text_line(style_, words, {plot_.x + 6, level - 4},
                                       {type_size::small_px, face, theme_.ink, Anchor::start, {}});
      const bool room = from.x - plot_.x > text.width_px + 12 && (!taken || std::abs(*taken - level) > 16);
      if (!room) return;
      taken = level;
      group.shapes.emplace_back(text);
      fixed_.push_back(text_box(text));
    };
    for (const PlanStep& step : diagram_.steps)
      if (step.chosen) read(step, "the plan: " + percent_text(step.share), Face::semibold);
    if (!diagram_.half) return group;
    const PlanStep& half = diagram_.steps[*diagram_.half];
    read(half, "half the money: " + percent_text(half.share), Face::regular);
    return group;
  }

  std::vector<charts::PlacedLabel> labels(const std::vector<std::size_t>& shown) {
    std::vector<charts::LabelledMark> marks;
    for (const std::size_t step : shown)
      marks.push_back({at(diagram_.steps[step]), diagram_.steps[step].chosen ? plan_radius : corner_radius,
                       diagram_.steps[step].corner ? diagram_.steps[step].name : ""});
    const std::vector<Point> corners = corners_up_to(x_.high);
    for (std::size_t corner = 1; corner < corners.size(); ++corner)
      lines_.push_back({corners[corner - 1], corners[corner]});
    charts::LabelField field;
    field.room = plot_;
    field.fixed = fixed_;
    field.lines = lines_;
    return charts::place_labels(style_.fonts, marks, field, {type_size::body_px, 230, 12});
  }

  std::vector<Group> steps() {
    std::vector<std::size_t> shown;
    for (const bool named : {true, false})
      for (std::size_t step = 0; step < diagram_.steps.size(); ++step)
        if ((diagram_.steps[step].corner || diagram_.steps[step].chosen) && diagram_.steps[step].corner == named)
          shown.push_back(step);
    const std::vector<charts::PlacedLabel> placed = labels(shown);
    std::vector<Group> groups;
    for (std::size_t mark = 0; mark < shown.size(); ++mark) {
      const PlanStep& step = diagram_.steps[shown[mark]];
      Group group{"step-" + std::to_string(shown[mark] + 1),
                  "",
                  "plan",
                  step.chosen ? "step chosen" : "step",
                  step.title,
                  "",
                  {}};
      for (const charts::PlacedLabel& label : placed)
        if (label.mark == mark)
          for (Shape& shape :
               charts::label_shapes(style_, label, {type_size::body_px, Face::regular, theme_.ink}, theme_.surface))
            group.shapes.push_back(std::move(shape));
      group.shapes.emplace_back(step.chosen
                                    ? charts::disc(at(step), plan_radius, theme_.accent, {theme_.surface, 2, {}, 1})
                                    : charts::disc(at(step), corner_radius, theme_.surface, {theme_.accent, 2, {}, 1}));
      groups.push_back(std::move(group));
    }
    return groups;
  }

  const PortfolioDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  Box plot_;
  charts::Ticks cost_ticks_;
  charts::Ticks share_ticks_;
  charts::AxisScale x_;
  charts::AxisScale y_;
  std::vector<Box> fixed_;
  std::vector<std::array<Point, 2>> lines_;
  std::vector<Shape> shapes_;
};

}  // namespace

std::vector<Shape> draw_front(const PortfolioDiagram& diagram, const Style& style, const Box& box) {
  return Front(diagram, style, box).run();
}

}  // namespace outmap::portfolio_picture
