#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/layout/parts.hpp"

namespace outmap {
namespace {

constexpr double kDot_px = 3;
constexpr double kDotPitch_px = 8.5;

/// The left half of a disc, for odd importances.
PathShape left_half(Point center, double radius, const Colour& colour) {
  PathShape half;
  half.segments = arc(center, radius, 90, 270);
  half.segments.push_back(close_path());
  half.fill.colour = colour;
  return half;
}

/// A stretch of a bar between two levels.
class LevelScale {
 public:
  LevelScale(const Box& box, const Level& level) : box_(box), level_(level) {}

  double x(double value) const {
    const double span = level_.scale_max - level_.scale_min;
    const double share = span > 0 ? (value - level_.scale_min) / span : 0;
    return box_.x + std::clamp(share, 0.0, 1.0) * box_.width;
  }
  Box between(double low, double high) const { return {x(low), box_.y, std::max(0.0, x(high) - x(low)), box_.height}; }

 private:
  const Box& box_;
  const Level& level_;
};

void add_stretch(Group& group, const Box& box, const Fill& fill, const Colour& outline) {
  if (box.width < 0.25) return;
  RectShape rect{box, 0, fill, {}};
  if (!outline.empty() && box.width > 1) {
    rect.box = inset(box, 0.5);
    rect.stroke = {outline, 1, {}, 1};
  }
  group.shapes.emplace_back(rect);
}

PathShape closed(Path path, const Colour& fill) {
  PathShape shape;
  shape.segments = std::move(path);
  shape.fill.colour = fill;
  return shape;
}

}  // namespace

Group importance_dots(const Style& style, Point at, std::optional<double> importance) {
  Group group;
  group.role = "importance";
  if (!importance) return group;
  const int steps = static_cast<int>(std::lround(std::clamp(*importance, 0.0, 10.0)));
  for (int dot = 0; dot < 5; ++dot) {
    const Point center{at.x + kDot_px + 1.5 + dot * kDotPitch_px, at.y};
    const int filled = std::clamp(steps - 2 * dot, 0, 2);
    group.shapes.emplace_back(CircleShape{center, kDot_px, {filled == 2 ? style.theme.ink_2 : style.theme.track}, {}});
    if (filled == 1) group.shapes.emplace_back(left_half(center, kDot_px, style.theme.ink_2));
  }
  return group;
}

Group level_bar(const Style& style, const Box& box, const Level& level) {
  const Theme& theme = style.theme;
  const LevelScale scale(box, level);
  Group group;
  group.role = "level-bar";
  group.shapes.emplace_back(RectShape{box, std::min(2.0, box.height / 4), {theme.track}, {}});
  if (level.now) {
    const double now = *level.now;
    const double after = level.planned.value_or(now);
    const double target = level.target.value_or(after);
    const bool less = level.less_is_better;
    // What counts against us lies between the level after everything planned and the target, on the worse side of the
    // target.
    const double gap_low = less ? target : after;
    const double gap_high = less ? after : target;
    const bool improves = less ? after < now : after > now;
    const double change_low = std::min(now, after);
    const double change_high = std::max(now, after);
    double solid = less ? std::min({now, after, std::max(target, level.scale_min)}) : std::min(now, after);
    if (less && gap_high <= gap_low) solid = change_low;
    group.shapes.reserve(6);
    add_stretch(group, scale.between(level.scale_min, solid), {theme.level_now}, {});
    const double gap_end = less && !improves && after != now ? std::min(gap_high, now) : gap_high;
    add_stretch(group, scale.between(gap_low, gap_end), {theme.gap_tint, Pattern::stripes, theme.gap, 1}, theme.gap);
    if (improves)
      add_stretch(group, scale.between(change_low, change_high), {theme.gain, Pattern::dots, theme.gain_tint, 1},
                  theme.gain);
    if (!improves && after != now)
      add_stretch(group, scale.between(change_low, change_high), {theme.loss_tint, Pattern::cross, theme.loss, 1},
                  theme.loss);
  }
  if (level.target)
    group.shapes.emplace_back(
        RectShape{{scale.x(*level.target) - 1, box.y + box.height / 2 - (box.height + 6) / 2, 2, box.height + 6},
                  0,
                  {theme.ink},
                  {}});
  return group;
}

Group share_bar(const Style& style, const Box& box, double share, const Colour& colour) {
  Group group;
  group.role = "share-bar";
  const double radius = box.height / 2;
  group.shapes.emplace_back(RectShape{box, radius, {style.theme.track}, {}});
  const double width_px = std::clamp(share, 0.0, 1.0) * box.width;
  if (width_px > 0.25)
    group.shapes.emplace_back(
        RectShape{{box.x, box.y, width_px, box.height}, std::min(radius, width_px / 2), {colour}, {}});
  return group;
}

RectShape card(const Style& style, const Box& box, const CardLook& look) {
  RectShape rect{box, look.radius, {look.ground.empty() ? style.theme.surface : look.ground}, look.stroke};
  if (rect.stroke.colour.empty()) rect.stroke = {style.theme.hairline, 1, {}, 1};
  rect.box = inset(box, rect.stroke.width / 2);
  return rect;
}

PathShape arrow_head(Point tip, double direction_deg, double length_px, double width_px, const Colour& colour) {
  const double angle = direction_deg * std::numbers::pi / 180;
  const double dx = std::cos(angle);
  const double dy = std::sin(angle);
  const Point base{tip.x - length_px * dx, tip.y - length_px * dy};
  const Point corners[] = {tip,
                           {base.x - width_px / 2 * dy, base.y + width_px / 2 * dx},
                           {base.x + width_px / 2 * dy, base.y - width_px / 2 * dx}};
  return closed(polygon(corners), colour);
}

PathShape pain_mark(const Style& style, Point center) {
  return arrow_head({center.x, center.y + 3.75}, 90, 7.5, 9, style.theme.loss);
}

Group emotion_face(const Style& style, Point center, double radius, double emotion) {
  const bool low = emotion < 0;
  const Colour& ground = low ? style.theme.ink : style.theme.surface;
  const Colour& line = low ? style.theme.surface : style.theme.ink;
  Group group;
  group.role = "face";
  group.shapes.emplace_back(CircleShape{center, radius, {ground}, {style.theme.ink, 1.5, {}, 1}});
  for (const double side : {-1.0, 1.0})
    group.shapes.emplace_back(
        CircleShape{{center.x + side * 0.34 * radius, center.y - 0.2 * radius}, 0.12 * radius, {line}, {}});
  const double bend = std::clamp(emotion, -2.0, 2.0) / 2 * 0.5 * radius;
  const double y = center.y + 0.38 * radius - bend / 2;
  PathShape mouth;
  mouth.segments = {move_to({center.x - 0.45 * radius, y}),
                    cubic_to({center.x - 0.15 * radius, y + 0.9 * bend}, {center.x + 0.15 * radius, y + 0.9 * bend},
                             {center.x + 0.45 * radius, y})};
  mouth.stroke = {line, 1.5, {}, 1};
  mouth.round_caps = true;
  group.shapes.emplace_back(mouth);
  return group;
}

}  // namespace outmap
