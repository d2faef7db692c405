#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/layout/outcomes/draw.hpp"

namespace outmap::outcomes {
namespace {

constexpr double pill_height_px = 30;
constexpr double ring_px = 11;
constexpr double badge_px = 11;

const Lane* lane_of_loop(const Plan& plan, std::size_t loop) {
  for (const Lane& lane : plan.lanes)
    if (lane.loop == loop) return &lane;
  return nullptr;
}

struct PillText {
  std::string name;
  std::string remark;
  double name_px = 0;
  double width_px = 0;
};

/// Name and remark as far as the lane has room for them.
PillText pill_text(const Plan& plan, const Lane& lane) {
  const Fonts& fonts = plan.style.fonts;
  const OutcomeLoop& loop = plan.diagram.loops[lane.loop];
  constexpr double around_px = 34 + 12;
  constexpr double apart_px = 10;
  const double room = std::abs(lane.out_x - lane.in_x) - 60 - around_px;
  PillText text;
  text.name = fit(fonts, loop.name, std::max(40.0, room), type_size::body_px, Face::semibold);
  text.name_px = fonts.width_px(text.name, type_size::body_px, Face::semibold);
  const double remark_px = fonts.width_px(loop.remark, type_size::small_px);
  text.width_px = text.name_px + around_px;
  if (text.name_px + apart_px + remark_px > room) return text;
  text.remark = loop.remark;
  text.width_px += apart_px + remark_px;
  return text;
}

Box pill_box(const Plan& plan, const Lane& lane) {
  const double width = pill_text(plan, lane).width_px;
  return {(lane.out_x + lane.in_x - width) / 2, lane.y - pill_height_px / 2, width, pill_height_px};
}

/// An open ring that turns the way the loop runs on the page, its code inside.
void draw_ring(Group& group, const Plan& plan, Point center, double radius, const std::string& code, bool clockwise,
               const Colour& colour) {
  const double from = -55;
  const double swept = 290;
  PathShape ring;
  ring.segments =
      clockwise ? arc(center, radius, from, from + swept) : arc(center, radius, 180 - from - swept, 180 - from);
  ring.stroke = {colour, 1.5, {}, 1};
  group.shapes.emplace_back(ring);
  const double end_deg = clockwise ? from + swept : 180 - from - swept;
  const double end = end_deg * std::numbers::pi / 180;
  const Point tip{center.x + radius * std::cos(end), center.y + radius * std::sin(end)};
  const double heading = end_deg + (clockwise ? 90 : -90);
  const double heading_rad = heading * std::numbers::pi / 180;
  group.shapes.emplace_back(
      arrow_head({tip.x + 4 * std::cos(heading_rad), tip.y + 4 * std::sin(heading_rad)}, heading, 7, 7, colour));
  group.shapes.emplace_back(text_line(plan.style, code, {center.x, center.y + 0.36 * type_size::small_px},
                                      {type_size::small_px, Face::semibold, colour, Anchor::middle, {}}));
}

Group loop_group(const OutcomeLoop& loop) {
  Group group;
  group.id = "loop-" + loop.code;
  group.kind = "loop";
  group.role = std::string("loop ") + (loop.reinforcing ? "reinforcing" : "balancing");
  group.title = loop.code + " " + loop.name + ", " + loop.remark;
  return group;
}

Group draw_pill(const Plan& plan, const Lane& lane) {
  const OutcomeLoop& loop = plan.diagram.loops[lane.loop];
  const Colour colour = loop_colour(plan.style, loop.reinforcing);
  const PillText text = pill_text(plan, lane);
  const Box box = pill_box(plan, lane);
  Group group = loop_group(loop);
  group.shapes.emplace_back(RectShape{box, box.height / 2, {plan.style.theme.surface}, {colour, 1.5, {}, 1}});
  draw_ring(group, plan, {box.x + 19, lane.y}, ring_px, loop.code, lane.side == Side::bottom, colour);
  const double x = box.x + 36;
  group.shapes.emplace_back(text_line(plan.style, text.name, {x, lane.y + 0.36 * type_size::body_px},
                                      {type_size::body_px, Face::semibold, colour, Anchor::start, {}}));
  if (!text.remark.empty())
    group.shapes.emplace_back(
        text_line(plan.style, text.remark, {x + text.name_px + 10, lane.y + 0.36 * type_size::small_px},
                  {type_size::small_px, Face::regular, plan.style.theme.ink_2, Anchor::start, {}}));
  return group;
}

/// The middle of the way of the link that closes a loop without a lane.
Point badge_place(const Plan& plan, std::size_t loop) {
  const auto& edges = plan.diagram.loops[loop].edges;
  const auto back =
      std::find_if(edges.begin(), edges.end(), [&](std::size_t edge) { return plan.routes[edge].way != Way::onward; });
  const auto points = sample(plan.routes[back == edges.end() ? edges.front() : *back].whole);
  return points[points.size() / 2];
}

Group draw_badge(const Plan& plan, std::size_t index) {
  const OutcomeLoop& loop = plan.diagram.loops[index];
  const Colour colour = loop_colour(plan.style, loop.reinforcing);
  const Point place = badge_place(plan, index);
  Group group = loop_group(loop);
  group.shapes.emplace_back(CircleShape{place, badge_px + 3, {plan.style.theme.surface}, {}});
  draw_ring(group, plan, place, badge_px, loop.code, true, colour);
  return group;
}

}  // namespace

std::vector<Box> loop_name_boxes(const Plan& plan) {
  std::vector<Box> boxes;
  for (std::size_t loop = 0; loop < plan.diagram.loops.size(); ++loop) {
    const Lane* lane = lane_of_loop(plan, loop);
    if (lane) {
      boxes.push_back(pill_box(plan, *lane));
    } else {
      const Point place = badge_place(plan, loop);
      boxes.push_back({place.x - badge_px - 3, place.y - badge_px - 3, 2 * badge_px + 6, 2 * badge_px + 6});
    }
  }
  return boxes;
}

std::vector<Shape> draw_loop_names(const Plan& plan) {
  std::vector<Shape> shapes;
  for (std::size_t loop = 0; loop < plan.diagram.loops.size(); ++loop) {
    const Lane* lane = lane_of_loop(plan, loop);
    shapes.emplace_back(lane ? draw_pill(plan, *lane) : draw_badge(plan, loop));
  }
  return shapes;
}

}  // namespace outmap::outcomes
