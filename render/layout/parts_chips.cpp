#include <algorithm>

#include "render/layout/icons.hpp"
#include "render/layout/parts.hpp"

namespace outmap {
namespace {

constexpr double kIcon_px = 14;
constexpr double kIconGap_px = 6;
constexpr double kTruth_px = 16;
constexpr double kAdded_px = 14;

const Colour& or_else(const Colour& wanted, const Colour& otherwise) { return wanted.empty() ? otherwise : wanted; }

/// Everything of a chip but its text.
double chip_fixed_px(const ChipLook& look) {
  return 2 * look.padding_px + (look.icon.empty() ? 0 : kIcon_px + kIconGap_px) +
         (look.moment_of_truth ? kTruth_px : 0) + (look.added ? kAdded_px : 0);
}

RectShape chip_ground(const Style& style, const Box& box, const ChipLook& look) {
  const Theme& theme = style.theme;
  RectShape rect{box, look.radius, {or_else(look.ground, theme.chip)}, look.stroke};
  if (look.moment_of_truth) {
    rect.fill.colour = or_else(look.ground, theme.accent_tint);
    rect.stroke = {theme.accent, 1.5, {}, 1};
  }
  if (look.struck) {
    rect.fill = {};
    rect.stroke = {theme.ink_3, 1, {3, 3}, 1};
  }
  if (!rect.stroke.colour.empty()) rect.box = inset(box, rect.stroke.width / 2);
  return rect;
}

PathShape plus_mark(Point center, const Colour& colour) {
  PathShape plus;
  plus.segments = {move_to({center.x - 3.5, center.y}), line_to({center.x + 3.5, center.y}),
                   move_to({center.x, center.y - 3.5}), line_to({center.x, center.y + 3.5})};
  plus.stroke = {colour, 1.75, {}, 1};
  plus.round_caps = true;
  return plus;
}

}  // namespace

double chip_width_px(const Style& style, std::string_view text, const ChipLook& look) {
  return chip_fixed_px(look) + style.fonts.width_px(text, look.size_px, look.face);
}

Group chip(const Style& style, std::string_view text, Point at, const ChipLook& look, double max_width_px) {
  const Theme& theme = style.theme;
  Group group;
  group.role = "chip";
  const std::string shown = fit(style.fonts, text, max_width_px - chip_fixed_px(look), look.size_px, look.face);
  const double text_px = style.fonts.width_px(shown, look.size_px, look.face);
  const double middle = at.y + look.height_px / 2;
  group.shapes.emplace_back(chip_ground(style, {at.x, at.y, chip_fixed_px(look) + text_px, look.height_px}, look));
  double x = at.x + look.padding_px;
  const Colour& ink = or_else(look.ink, theme.ink);
  if (!look.icon.empty()) {
    const Point corner{x, middle - kIcon_px / 2};
    const Colour& drawn = look.struck ? theme.ink_2 : ink;
    group.shapes.emplace_back(look.unknown_as_initial && !has_icon(look.icon)
                                  ? channel_icon(style, look.icon, corner, kIcon_px, drawn)
                                  : icon(look.icon, corner, kIcon_px, drawn));
    x += kIcon_px + kIconGap_px;
  }
  if (!shown.empty()) {
    TextRun run{shown, look.face, look.struck ? theme.ink_2 : ink, look.struck};
    group.shapes.emplace_back(
        text_runs(style, {run}, {x, middle + 0.36 * look.size_px}, {look.size_px, look.face, {}, Anchor::start, {}}));
  }
  x += text_px;
  if (look.added) {
    group.shapes.emplace_back(plus_mark({x + kAdded_px - 4, middle}, theme.gain));
    x += kAdded_px;
  }
  if (look.moment_of_truth) {
    PathShape mark;
    mark.segments = diamond({x + kTruth_px - 5, middle}, 5);
    mark.fill.colour = theme.accent;
    group.shapes.emplace_back(mark);
  }
  if (shown != text) group.title = std::string(text);
  return group;
}

double pill_width_px(const Style& style, std::string_view text, const PillLook& look) {
  return std::max(look.height_px, style.fonts.width_px(text, look.size_px, look.face) + 2 * look.padding_px);
}

Group pill(const Style& style, std::string_view text, Point center, const PillLook& look) {
  Group group;
  group.role = "pill";
  const double width_px = pill_width_px(style, text, look);
  Box box{center.x - width_px / 2, center.y - look.height_px / 2, width_px, look.height_px};
  if (!look.stroke.colour.empty()) box = inset(box, look.stroke.width / 2);
  group.shapes.emplace_back(RectShape{box, box.height / 2, {or_else(look.ground, style.theme.surface)}, look.stroke});
  group.shapes.emplace_back(
      text_line(style, text, {center.x, center.y + 0.36 * look.size_px},
                {look.size_px, look.face, or_else(look.ink, style.theme.ink), Anchor::middle, {}}));
  return group;
}

PathShape chevron(const Style& style, const Box& box, const ChevronLook& look) {
  const double middle = box.y + box.height / 2;
  std::vector<Point> corners{{box.x, box.y},
                             {box.right() - look.tip_px, box.y},
                             {box.right(), middle},
                             {box.right() - look.tip_px, box.bottom()},
                             {box.x, box.bottom()}};
  if (look.notched) corners.push_back({box.x + look.tip_px, middle});
  PathShape shape;
  shape.segments = polygon(corners);
  shape.fill.colour = or_else(look.ground, style.theme.chevron);
  shape.stroke = look.stroke;
  return shape;
}

}  // namespace outmap
