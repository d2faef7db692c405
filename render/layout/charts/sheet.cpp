#include "render/layout/charts/sheet.hpp"

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/page.hpp"

namespace outmap::charts {
namespace {

constexpr double margin = 40;
constexpr double heading_bottom = 124;
constexpr double footer_height = 44;

HeadingText heading_text(const ChartWords& words, const Theme& theme) {
  HeadingText text{words.title, words.question, {}, ""};
  for (const TonedText& part : words.finding)
    text.finding.push_back(
        {part.text, Face::semibold, part.tone == Tone::plain ? Colour(theme.ink) : colour_of(theme, part.tone), false});
  return text;
}

}  // namespace

Sheet::Sheet(std::string id, const ChartWords& words, const Style& style, const std::vector<LegendItem>& legend,
             const SheetLook& look)
    : style_(style), words_(words) {
  const PageSize size = size_of(look.page);
  legend_ = legend_balanced(style, legend, {0, 0}, size.width - 2 * margin);
  const double below = footer_height + legend_.height_px + (legend.empty() ? 0 : 16);
  scene_.id = std::move(id);
  scene_.title = words.title;
  scene_.description = words.question + " " + text_of(words.finding);
  scene_.width_px = size.width;
  scene_.height_px = std::max(size.height, heading_bottom + look.least_body_px + below);
  scene_.ground = style.theme.surface;
  body_ = {margin, heading_bottom, size.width - 2 * margin, scene_.height_px - heading_bottom - below};
  HeadingLook heading_look;
  heading_look.width_px = size.width;
  heading_look.bar = colour_of(style.theme, words.bar);
  add(heading(style, heading_text(words, style.theme), heading_look));
}

Scene Sheet::finish() && {
  if (legend_.height_px > 0) {
    legend_.group.id = "legend";
    move_by(legend_.group, margin, scene_.height_px - footer_height - legend_.height_px);
    add(std::move(legend_.group));
  }
  add(footer(style_, words_.source, words_.note, {scene_.width_px, scene_.height_px, margin, true, 16}));
  return std::move(scene_);
}

double body_width_px(Page page) { return size_of(page).width - 2 * margin; }

Group nothing_yet(const Style& style, const NothingYet& words, const Box& body) {
  constexpr double padding = 32;
  constexpr double above_px = 98;  // the plus sign and the heading
  const Theme& theme = style.theme;
  Group group{"nothing-yet", "", "note", "nothing-yet", words.what + ". " + words.advice, "", {}};
  const double width = std::min(body.width, 560.0);
  const Wrapped advice = wrap(style.fonts, words.advice, width - 2 * padding, 3, type_size::body_px);
  const double height = above_px + block_height_px(advice.lines.size(), type_size::body_px) + padding;
  // A little above the middle, where the eye looks first.
  const Point middle{body.center().x, body.y + std::max(height, 0.9 * body.height) / 2};
  const double top = middle.y - height / 2;
  group.shapes.emplace_back(
      RectShape{{middle.x - width / 2, top, width, height}, 12, {theme.canvas}, {theme.ink_3, 1, {5, 4}, 1}});
  const Point plus{middle.x, top + 44};
  group.shapes.emplace_back(CircleShape{plus, 14, {theme.accent_tint}, {}});
  const Stroke stroke{theme.accent, 2, {}, 1};
  group.shapes.emplace_back(line({plus.x - 5, plus.y}, {plus.x + 5, plus.y}, stroke));
  group.shapes.emplace_back(line({plus.x, plus.y - 5}, {plus.x, plus.y + 5}, stroke));
  group.shapes.emplace_back(
      text_line(style, fit(style.fonts, words.what, width - 2 * padding, type_size::heading_px, Face::semibold),
                {middle.x, top + 86}, {type_size::heading_px, Face::semibold, theme.ink, Anchor::middle, {}}));
  for (Shape& shape : text_block(style, advice, middle.x, top + above_px,
                                 {type_size::body_px, Face::regular, theme.ink_2, Anchor::middle, {}}))
    group.shapes.push_back(std::move(shape));
  return group;
}

Group part_heading(const Style& style, const std::string& words, Point at, double width_px) {
  Group group{"", "", "heading", "part-heading", "", "", {}};
  const std::string shown = fit(style.fonts, words, width_px, type_size::heading_px, Face::semibold);
  if (shown != words) group.title = words;
  group.shapes.emplace_back(
      text_line(style, shown, at, {type_size::heading_px, Face::semibold, {}, Anchor::start, {}}));
  return group;
}

Colour colour_of(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::gap:
      return theme.gap;
    case Tone::gain:
      return theme.gain;
    case Tone::loss:
      return theme.loss;
    case Tone::accent:
      return theme.accent;
    case Tone::plain:
      break;
  }
  return theme.ink_3;
}

Colour text_colour_of(const Theme& theme, Tone tone) {
  if (tone == Tone::gap) return theme.gap_text;
  return tone == Tone::plain ? Colour(theme.ink) : colour_of(theme, tone);
}

LegendItem legend_item(std::vector<Shape> symbol, double width_px, std::string label) {
  LegendItem item;
  item.symbol.shapes = std::move(symbol);
  item.symbol_width_px = width_px;
  item.label = std::move(label);
  return item;
}

}  // namespace outmap::charts
