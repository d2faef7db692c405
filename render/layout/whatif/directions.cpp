// What a scenario without levels tells all the same: which way it pushes.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/layout/charts/sheet.hpp"
#include "render/layout/shapes.hpp"
#include "render/layout/whatif/panel.hpp"

namespace outmap::whatif_picture {
namespace {

using Effect = OutcomeChange::Effect;

constexpr double direction_heading_px = 48;
constexpr double direction_row_px = 26;

bool is_wanted(const OutcomeNode& node) {
  return node.role == OutcomeNodeRole::outcome || node.role == OutcomeNodeRole::value ||
         node.role == OutcomeNodeRole::value_kind;
}

/// What people want and the firm lives from; the worse first.
std::vector<const OutcomeNode*> pushed(const OutcomesDiagram& map) {
  std::vector<const OutcomeNode*> nodes;
  for (const Effect effect : {Effect::worse, Effect::better})
    for (const OutcomeNode& node : map.nodes)
      if (is_wanted(node) && node.change && node.change->share && node.change->effect == effect) nodes.push_back(&node);
  return nodes;
}

Group direction_row(const Style& style, const OutcomeNode& node, const Box& box) {
  const bool better = node.change->effect == Effect::better;
  const bool up = *node.change->share > 0;
  const Colour colour = better ? style.theme.gain : style.theme.loss;
  Group group{"direction-" + node.id, node.element, "outcome", "row", node.title, "", {}};
  const double middle = box.center().y;
  const double sign = up ? 1 : -1;
  const std::array<Point, 3> corners{
      {{box.x, middle + sign * 4}, {box.x + 9, middle + sign * 4}, {box.x + 4.5, middle - sign * 4}}};
  group.shapes.emplace_back(PathShape{polygon(corners), {colour}, {}, false});
  const std::string word = better ? "better" : "worse";
  const double word_px = style.fonts.width_px(word, type_size::body_px, Face::semibold);
  group.shapes.emplace_back(text_line(style, fit(style.fonts, node.name, box.width - word_px - 28, type_size::body_px),
                                      {box.x + 16, middle + 4.3}, {type_size::body_px}));
  group.shapes.emplace_back(text_line(style, word, {box.right(), middle + 4.3},
                                      {type_size::body_px, Face::semibold, colour, Anchor::end, {}}));
  return group;
}

}  // namespace

void draw_directions(const WhatIfDiagram& diagram, const Style& style, const Box& box, std::vector<Shape>& shapes) {
  const std::vector<const OutcomeNode*> nodes = pushed(diagram.map);
  const auto room = static_cast<std::size_t>(std::max(0.0, (box.height - direction_heading_px) / direction_row_px));
  if (diagram.directions.empty() || nodes.empty() || room < 2) return;
  Group heading = charts::part_heading(style, "Which way it pushes", {box.x, box.y + 14}, box.width);
  heading.shapes.emplace_back(text_line(style, diagram.directions, {box.x, box.y + 32},
                                        {type_size::small_px, Face::regular, style.theme.ink_2, Anchor::start, {}}));
  shapes.emplace_back(std::move(heading));
  const std::size_t shown = nodes.size() <= room ? nodes.size() : room - 1;
  double y = box.y + direction_heading_px;
  for (std::size_t at = 0; at < shown; ++at, y += direction_row_px)
    shapes.emplace_back(direction_row(style, *nodes[at], {box.x, y, box.width, direction_row_px}));
  if (shown == nodes.size()) return;
  Group more{"", "", "note", "rest", "", "", {}};
  more.shapes.emplace_back(text_line(style, fmt::format("{} more", nodes.size() - shown), {box.x + 16, y + 17},
                                     {type_size::body_px, Face::italic, style.theme.ink_2, Anchor::start, {}}));
  shapes.emplace_back(std::move(more));
}

}  // namespace outmap::whatif_picture
