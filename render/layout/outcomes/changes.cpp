// How far a scenario moves a node: the chip on it, and its colours.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/outcomes/draw.hpp"
#include "render/theme/colour.hpp"

namespace outmap::outcomes {
namespace {

constexpr double little = 0.15;  // of a full change
constexpr double much = 0.4;
constexpr double low_chip_px = 28;

/// A share of the full colour: more of it where the change is greater.
double strength_of(double share) {
  const double size = std::abs(share);
  return size < little ? 0.22 : size < much ? 0.48 : 1;
}

Colour legible_on(const Theme& theme, const Colour& ground) {
  const Colour ink(theme.ink);
  return contrast_ratio(ink, ground) >= 4.5 ? ink : Colour(theme.on_strong);
}

PathShape triangle(Point center, bool up, const Colour& colour) {
  constexpr double half = 4;
  const double sign = up ? 1 : -1;
  const std::array<Point, 3> corners{{{center.x - half, center.y + sign * half * 0.85},
                                      {center.x + half, center.y + sign * half * 0.85},
                                      {center.x, center.y - sign * half * 0.85}}};
  return PathShape{polygon(corners), {colour}, {}, false};
}

/// What stands over or before the number: what is set, up, down, or nothing moved.
void add_direction(Group& group, const OutcomeChange& change, Point middle, const Colour& ink) {
  if (!change.share) return;
  if (std::abs(*change.share) < 0.005)
    group.shapes.emplace_back(RectShape{{middle.x - 4, middle.y - 0.75, 8, 1.5}, 0, {ink}, {}});
  else
    group.shapes.emplace_back(triangle(middle, *change.share > 0, ink));
}

}  // namespace

ChangeLook change_look(const Theme& theme, const OutcomeChange& change) {
  using Effect = OutcomeChange::Effect;
  if (change.held) return {theme.accent, theme.on_strong, theme.accent_tint, {theme.accent, 1.5, {}, 1}};
  if (change.effect == Effect::none || !change.share)
    return {theme.chip, theme.ink, theme.surface, {theme.ink_3, 1, {}, 1}};
  if (change.effect == Effect::neutral) return {theme.chevron, theme.ink, theme.surface, {theme.ink_2, 1.5, {}, 1}};
  const bool better = change.effect == Effect::better;
  const Colour full = better ? theme.gain : theme.loss;
  const Colour tint = better ? theme.gain_tint : theme.loss_tint;
  ChangeLook look;
  look.chip = mix(full, theme.surface, strength_of(*change.share));
  look.ink = legible_on(theme, look.chip);
  look.ground = tint;
  look.stroke = {full, better ? 1.5 : 2.5, {}, 1};
  return look;
}

Group draw_change(const Style& style, const OutcomeChange& change, const Box& box) {
  const ChangeLook look = change_look(style.theme, change);
  Group group;
  group.role = "change";
  group.shapes.emplace_back(RectShape{box, 4, {look.chip}, {}});
  const Point middle = box.center();
  const TextLook text{type_size::small_px, Face::semibold, look.ink, Anchor::middle, {}};
  if (box.height < low_chip_px) {
    const double width = style.fonts.width_px(change.words, type_size::small_px, Face::semibold);
    const bool arrow = change.share && !change.held && width + 14 <= box.width;
    group.shapes.emplace_back(text_line(style, change.words, {middle.x + (arrow ? 6 : 0), middle.y + 3.6}, text));
    if (arrow) add_direction(group, change, {middle.x + 6 - width / 2 - 8, middle.y}, look.ink);
    return group;
  }
  const bool alone = change.words.empty() || (change.held && !change.says_how_far);
  if (change.held && !alone)
    group.shapes.emplace_back(text_line(style, "set", {middle.x, middle.y - 3},
                                        {type_size::small_px, Face::regular, look.ink, Anchor::middle, {}}));
  else if (!change.held)
    add_direction(group, change, {middle.x, alone ? middle.y : middle.y - 8}, look.ink);
  if (!change.words.empty())
    group.shapes.emplace_back(text_line(style, change.words, {middle.x, middle.y + (alone ? 3.6 : 10.5)}, text));
  return group;
}

}  // namespace outmap::outcomes
