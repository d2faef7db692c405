#include "render/layout/outcomes/heads.hpp"

#include <cmath>
#include <numbers>

namespace outmap::outcomes {
namespace {

constexpr double bar_off_outline_px = 4.5;
constexpr double bar_thickness_px = 3;

double arrow_length_px(double width_px) { return 6 + 1.1 * width_px; }
double arrow_width_px(double width_px) { return 5 + 1.5 * width_px; }

/// The point `back` px behind the tip and `aside` px to its right, seen along the direction.
Point behind(Point tip, double direction_deg, double back, double aside) {
  const double angle = direction_deg * std::numbers::pi / 180;
  const double dx = std::round(std::cos(angle));
  const double dy = std::round(std::sin(angle));
  return {tip.x - dx * back - dy * aside, tip.y - dy * back + dx * aside};
}

}  // namespace

double head_trim_px(const Plan& plan, std::size_t edge) {
  return plan.edge(edge).lowers() ? bar_off_outline_px : arrow_length_px(plan.width_px_of(edge)) - 1;
}

PathShape head_at(Point tip, double direction_deg, double width_px, bool is_bar, const Colour& colour) {
  PathShape head;
  head.fill.colour = colour;
  const double half = is_bar ? (11 + 1.5 * width_px) / 2 : arrow_width_px(width_px) / 2;
  std::vector<Point> corners;
  if (is_bar) {
    const double near = bar_off_outline_px - bar_thickness_px / 2;
    const double far = bar_off_outline_px + bar_thickness_px / 2;
    corners = {behind(tip, direction_deg, near, -half), behind(tip, direction_deg, near, half),
               behind(tip, direction_deg, far, half), behind(tip, direction_deg, far, -half)};
  } else {
    const double length = arrow_length_px(width_px);
    corners = {tip, behind(tip, direction_deg, length, half), behind(tip, direction_deg, length, -half)};
  }
  head.segments = polygon(corners);
  return head;
}

PathShape edge_head(const Plan& plan, std::size_t edge, const Colour& colour) {
  const Route& route = plan.routes[edge];
  return head_at(route.tip, route.direction_deg, plan.width_px_of(edge), plan.edge(edge).lowers(), colour);
}

}  // namespace outmap::outcomes
