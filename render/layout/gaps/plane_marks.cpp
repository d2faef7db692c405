// The marks of the plane: discs and squares with their names, intervals, and ties to where they belong.
#include <algorithm>
#include <cmath>

#include "render/layout/gaps/plane.hpp"

namespace outmap::gaps_picture {

using charts::line;

std::vector<charts::PlacedLabel> Plane::labels() const {
  std::vector<charts::LabelledMark> wanted;
  for (const Mark& mark : marks_)
    wanted.push_back({mark.at, mark.radius, mark.point->name,
                      mark.point->standing == GapStanding::head ? Face::semibold : Face::regular});
  charts::LabelField field;
  field.room = {plot_.x, y_.high_px - 8, plot_.width, plot_.bottom() - y_.high_px + 8};
  field.fixed = fixed_;
  field.lines = lines_;
  for (const Mark& dot : dots_) field.dots.push_back(dot.at);
  return charts::place_labels(style_.fonts, wanted, field);
}

Group Plane::group_of(const Mark& mark) const {
  return {"outcome-" + mark.point->id,
          mark.point->id,
          "outcome",
          mark.point->standing == GapStanding::head ? "mark head" : "mark",
          mark.point->title,
          "",
          {}};
}

std::vector<Group> Plane::marks() const {
  std::vector<Group> groups;
  const std::vector<charts::PlacedLabel> placed = labels();
  std::vector<std::size_t> order(marks_.size());
  for (std::size_t mark = 0; mark < order.size(); ++mark) order[mark] = mark;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return marks_[a].radius > marks_[b].radius; });
  for (const std::size_t mark : order) groups.push_back(draw_mark(marks_[mark], mark, placed));
  return groups;
}

Group Plane::whiskers() {
  Group group{"whiskers", "", "whiskers", "whiskers", "Intervals of 95 %", "", {}};
  const Stroke stroke{charts::mixed(theme_.ink_3, theme_.surface, 0.75), 1, {}, 1};
  const auto add_whisker = [&](Point from, Point to, Point cap) {
    group.shapes.emplace_back(line(from, to, stroke));
    for (const Point end : {from, to})
      group.shapes.emplace_back(line({end.x - cap.x, end.y - cap.y}, {end.x + cap.x, end.y + cap.y}, stroke));
    lines_.push_back({from, to});
  };
  for (const Mark& mark : marks_) {
    if (!mark.point->has_whiskers()) continue;
    const auto& across = mark.point->satisfaction_between;
    const auto& up = mark.point->importance_between;
    if (across)
      add_whisker({std::max(plot_.x, x_.px(across->low)), mark.at.y}, {x_.px(across->high), mark.at.y}, {0, 3});
    if (up) add_whisker({mark.at.x, std::min(plot_.bottom(), y_.px(up->low))}, {mark.at.x, y_.px(up->high)}, {3, 0});
  }
  return group;
}

Group Plane::tethers() const {
  Group group{"tethers", "", "tethers", "tethers", "", "", {}};
  for (const Mark& mark : marks_) {
    if (std::hypot(mark.at.x - mark.wanted.x, mark.at.y - mark.wanted.y) <= mark.radius) continue;
    group.shapes.emplace_back(line(mark.wanted, mark.at, {theme_.ink_3, 1, {2, 2}, 1}));
    group.shapes.emplace_back(charts::disc(mark.wanted, 2, theme_.ink_3));
  }
  return group;
}

Group Plane::draw_mark(const Mark& mark, std::size_t number, const std::vector<charts::PlacedLabel>& placed) const {
  Group group = group_of(mark);
  for (const charts::PlacedLabel& label : placed) {
    if (label.mark != number) continue;
    const bool head = mark.point->standing == GapStanding::head;
    const bool quiet = mark.point->standing == GapStanding::met || mark.point->standing == GapStanding::unknown;
    TextLook look{type_size::body_px, head ? Face::semibold : Face::regular, quiet ? theme_.ink_2 : theme_.ink};
    for (Shape& shape : charts::label_shapes(style_, label, look, theme_.surface))
      group.shapes.push_back(std::move(shape));
  }
  group.shapes.emplace_back(rank_mark(style_, *mark.point, mark.at, mark.radius));
  return group;
}

Group rank_mark(const Style& style, const GapPoint& point, Point center, double radius_px) {
  const Theme& theme = style.theme;
  Group group;
  group.role = "rank";
  const bool head = point.standing == GapStanding::head;
  const bool below = head || point.standing == GapStanding::below;
  const Colour colour = below ? theme.gap : theme.ink_2;
  const Colour fill = head ? theme.gap : theme.surface;
  Stroke stroke{head ? theme.surface : colour, head ? 1.0 : 1.5, {}, 1};
  if (point.few_answers) stroke = {colour, 1.5, {3, 2}, 1};
  if (point.standing == GapStanding::met) {
    const double half = radius_px * std::sqrt(std::acos(-1.0)) / 2;
    RectShape square = charts::bar({center.x - half, center.y - half, 2 * half, 2 * half}, fill, 2);
    square.stroke = stroke;
    group.shapes.emplace_back(square);
  } else {
    group.shapes.emplace_back(charts::disc(center, radius_px, fill, stroke));
  }
  group.shapes.emplace_back(
      text_line(style, std::to_string(point.rank), {center.x, center.y + 3.6},
                {type_size::small_px, Face::semibold, head ? theme.on_strong : colour, Anchor::middle, {}}));
  return group;
}

}  // namespace outmap::gaps_picture
