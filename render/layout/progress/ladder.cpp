#include "render/layout/progress/ladder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"

namespace outmap::progress_picture {
namespace {

using charts::bar;
using charts::line;

constexpr double padding = 14;
constexpr double step_px = 15;  // one of the three steps of a rung
constexpr double rung_px = 3 * step_px;
constexpr double rail_px = 5;      // between a rail and the rung
constexpr double caption_px = 22;  // over the rungs of a part
constexpr double row_one_px = 24;
constexpr double row_two_px = 36;
constexpr double date_px = 74;  // at the right: what moved, and when it was read
constexpr std::size_t most_rungs = 5;

/// The steps of a rung: reached, gained since, lost since, open.
void draw_steps(const Theme& theme, const MarkerSteps& marker, Point at, Group& group) {
  const double height = 12;
  if (marker.now == 0) {
    RectShape never = bar(inset({at.x, at.y - height / 2, rung_px, height}, 0.75), theme.surface);
    never.stroke = {theme.ink_3, 1, {3, 3}, 1};
    group.shapes.emplace_back(never);
    return;
  }
  for (int step = 1; step <= 3; ++step) {
    const Box box{at.x + (step - 1) * step_px, at.y - height / 2, step_px, height};
    RectShape cell = bar(inset(box, 0.75), theme.surface);
    cell.stroke = {theme.ink_3, 1, {}, 1};
    const bool gained = step <= marker.now && step > marker.before;
    const bool lost = step > marker.now && step <= marker.before;
    if (step <= marker.now) cell.fill = {theme.gain, Pattern::none, {}, 1};
    if (gained) cell.fill = {theme.gain_tint, Pattern::stripes, theme.gain, 1};
    if (lost) cell.fill = {theme.loss_tint, Pattern::cross, theme.loss, 1};
    if (step <= marker.now) cell.stroke.colour = theme.gain;
    if (lost) cell.stroke.colour = theme.loss;
    group.shapes.emplace_back(cell);
  }
}

PathShape move_mark(const Theme& theme, MarkerMove move, Point center) {
  const bool up = move == MarkerMove::up;
  return arrow_head({center.x, center.y + (up ? -4.0 : 4.0)}, up ? -90 : 90, 8, 9, up ? theme.gain : theme.loss);
}

}  // namespace

Ladder::Ladder(const PartnerLadder& ladder, const Style& style, double width_px, bool everything)
    : ladder_(ladder), style_(style), width_px_(width_px) {
  challenge_ = wrap(style.fonts, ladder.challenge, width_px - 2 * padding, 2, type_size::small_px);
  const double name_px = width_px - 2 * padding - rung_px - 2 * rail_px - 10 - date_px;
  for (const LadderPart& part : ladder.parts) {
    Part made{&part, {}, 0};
    const bool cut = !everything && part.markers.size() > most_rungs;
    const std::size_t shown = cut ? most_rungs - 1 : part.markers.size();
    for (std::size_t marker = 0; marker < shown; ++marker)
      made.rows.push_back(
          {&part.markers[marker], wrap(style.fonts, part.markers[marker].name, name_px, 2, type_size::body_px)});
    made.more = part.markers.size() - shown;
    parts_.push_back(std::move(made));
  }
}

double Ladder::row_px(const Row& row) const { return row.name.lines.size() > 1 ? row_two_px : row_one_px; }

double Ladder::part_px(const Part& part) const {
  double height = caption_px + (part.more > 0 || part.rows.empty() ? row_one_px : 0);
  for (const Row& row : part.rows) height += row_px(row);
  return height + 4;
}

double Ladder::header_px() const {
  return 52 + (challenge_.lines.empty() ? 0 : 13.0 * static_cast<double>(challenge_.lines.size()) + 6);
}

double Ladder::height_px() const {
  double height = padding + header_px() + padding;
  for (const Part& part : parts_) height += part_px(part);
  return height;
}

Group Ladder::draw(const Box& box) const {
  Group group{"partner-" + ladder_.partner, ladder_.partner, "partner", "ladder", ladder_.title, ladder_.challenge, {}};
  group.shapes.emplace_back(card(style_, box));
  draw_header(group, box);
  const double x = box.x + padding;
  double y = box.y + padding + header_px();
  double bottom = y;
  for (const Part& part : parts_) bottom += part_px(part);
  for (const double rail : {x, x + rung_px + 2 * rail_px})
    group.shapes.emplace_back(line({crisp(rail), y}, {crisp(rail), bottom}, {style_.theme.ink_3, 2, {}, 1}));
  for (const Part& part : parts_) {
    draw_part(group, part, x, box.right() - padding, y);
    y += part_px(part);
  }
  return group;
}

void Ladder::draw_header(Group& group, const Box& box) const {
  const Theme& theme = style_.theme;
  const double x = box.x + padding;
  const double right = box.right() - padding;
  const std::string reached = ladder_.reached ? percent_text(*ladder_.reached) : "–";
  const double reached_px = style_.fonts.width_px(reached, type_size::heading_px, Face::semibold);
  group.shapes.emplace_back(text_line(
      style_, fit(style_.fonts, ladder_.name, right - x - reached_px - 16, type_size::heading_px, Face::semibold),
      {x, box.y + padding + 13}, {type_size::heading_px, Face::semibold}));
  group.shapes.emplace_back(text_line(style_, reached, {right, box.y + padding + 13},
                                      {type_size::heading_px, Face::semibold, theme.gain, Anchor::end, {}}));
  const Box track{x, box.y + padding + 24, right - x, 8};
  group.shapes.emplace_back(share_bar(style_, track, ladder_.reached.value_or(0), theme.gain));
  if (ladder_.reached_before && ladder_.reached)
    group.shapes.emplace_back(
        bar({track.x + track.width * *ladder_.reached_before - 1, track.y - 3, 2, 14}, theme.ink));
  double baseline = box.y + padding + 52;
  for (const std::string& words : challenge_.lines) {
    group.shapes.emplace_back(
        text_line(style_, words, {x, baseline}, {type_size::small_px, Face::regular, theme.ink_2}));
    baseline += 13;
  }
}

void Ladder::draw_part(Group& group, const Part& part, double x, double right, double y) const {
  const Theme& theme = style_.theme;
  const double words_x = x + rung_px + 2 * rail_px + 10;
  group.shapes.emplace_back(line({x, crisp(y)}, {right, crisp(y)}, {theme.hairline, 1, {}, 1}));
  group.shapes.emplace_back(
      text_line(style_, part.part->name, {words_x, y + 15}, {type_size::small_px, Face::semibold, theme.ink_2}));
  if (!part.part->count.empty())
    group.shapes.emplace_back(text_line(style_, part.part->count, {right, y + 15},
                                        {type_size::small_px, Face::regular, theme.ink_2, Anchor::end, {}}));
  y += caption_px;
  for (const Row& row : part.rows) {
    group.shapes.emplace_back(draw_rung(row, x, right, y));
    y += row_px(row);
  }
  const std::string rest = part.rows.empty() ? "no marker yet" : fmt::format("+ {} more", part.more);
  if (part.rows.empty() || part.more > 0)
    group.shapes.emplace_back(
        text_line(style_, rest, {words_x, y + 15}, {type_size::body_px, Face::italic, theme.ink_2}));
}

Group Ladder::draw_rung(const Row& row, double x, double right, double y) const {
  const Theme& theme = style_.theme;
  const MarkerSteps& marker = *row.marker;
  Group group{"marker-" + marker.id, marker.id, "marker", "rung", marker.title, "", {}};
  const double middle = y + row_px(row) / 2;
  draw_steps(theme, marker, {x + rail_px, middle}, group);
  double baseline = middle + 4.3 - (row.name.lines.size() > 1 ? 7 : 0);
  for (const std::string& words : row.name.lines) {
    group.shapes.emplace_back(text_line(style_, words, {x + rung_px + 2 * rail_px + 10, baseline},
                                        {type_size::body_px, Face::regular, marker.now > 0 ? theme.ink : theme.ink_2}));
    baseline += 14;
  }
  const std::string when = marker.now > 0 ? marker.when : "never read";
  group.shapes.emplace_back(text_line(style_, when, {right, middle + 3.6},
                                      {type_size::small_px, Face::regular, theme.ink_2, Anchor::end, {}}));
  if (marker.move == MarkerMove::up || marker.move == MarkerMove::down)
    group.shapes.emplace_back(move_mark(theme, marker.move, {right - date_px + 14, middle}));
  return group;
}

std::vector<LegendItem> legend_of(const ProgressDiagram& diagram, const Style& style) {
  const Theme& theme = style.theme;
  std::vector<LegendItem> items;
  if (diagram.ladders.empty()) return items;
  const auto any = [&](auto test) {
    for (const PartnerLadder& ladder : diagram.ladders)
      for (const LadderPart& part : ladder.parts)
        if (std::ranges::any_of(part.markers, test)) return true;
    return false;
  };
  const auto sample = [&](const MarkerSteps& marker, const char* words) {
    Group group;
    draw_steps(theme, marker, {0, 8}, group);
    items.push_back(charts::legend_item(std::move(group.shapes), rung_px, words));
  };
  MarkerSteps marker;
  marker.now = marker.before = 2;
  if (any([](const MarkerSteps& each) { return each.now > 0; }))
    sample(marker, "seen: low, medium, high (here: medium)");
  marker.now = 3;
  marker.before = 1;
  if (any([](const MarkerSteps& each) { return each.now > each.before; }))
    sample(marker, "striped: gained since the start");
  marker.now = 1;
  marker.before = 2;
  if (any([](const MarkerSteps& each) { return each.now < each.before; })) sample(marker, "crossed: lost again");
  marker.now = marker.before = 0;
  if (any([](const MarkerSteps& each) { return each.now == 0; }))
    sample(marker, "never read: counts as nothing reached");
  if (any([](const MarkerSteps& each) { return each.move == MarkerMove::up; }))
    items.push_back(charts::legend_item({move_mark(theme, MarkerMove::up, {6, 8})}, 12, "moved up"));
  if (any([](const MarkerSteps& each) { return each.move == MarkerMove::down; }))
    items.push_back(charts::legend_item({move_mark(theme, MarkerMove::down, {6, 8})}, 12, "moved down"));
  if (diagram.compared)
    items.push_back(charts::legend_item({bar({0, 5, 24, 6}, theme.gain, 3), bar({13, 1, 2, 14}, theme.ink)}, 26,
                                        "reached, and where it stood at the start"));
  return items;
}

}  // namespace outmap::progress_picture
