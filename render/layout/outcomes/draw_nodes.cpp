#include <algorithm>
#include <cmath>

#include "render/layout/icons.hpp"
#include "render/layout/outcomes/cards.hpp"
#include "render/layout/outcomes/draw.hpp"

namespace outmap::outcomes {
namespace {

bool is_unmeasured(const OutcomeNode& node) { return node.gap && !node.gap->share; }

Colour fill_of(const Theme& theme, const OutcomeNode& node) {
  if (node.change) return change_look(theme, *node.change).ground;
  switch (node.role) {
    case OutcomeNodeRole::initiative:
      return theme.accent_tint;
    case OutcomeNodeRole::factor:
    case OutcomeNodeRole::other:
      return theme.chip;
    case OutcomeNodeRole::stage:
      return theme.chevron;
    case OutcomeNodeRole::outcome:
      return node.gap && node.gap->share ? Colour(theme.gap_steps[gap_step(*node.gap->share)]) : Colour(theme.surface);
    default:
      return theme.surface;
  }
}

Stroke stroke_of(const Theme& theme, const OutcomeNode& node) {
  if (node.change) return change_look(theme, *node.change).stroke;
  Stroke stroke{theme.ink_2, 1.5, {}, 1};
  switch (node.role) {
    case OutcomeNodeRole::initiative:
      stroke.colour = theme.accent;
      break;
    case OutcomeNodeRole::factor:
    case OutcomeNodeRole::other:
      stroke.colour = theme.ink_3;
      break;
    case OutcomeNodeRole::outcome:
      stroke = node.pressing ? Stroke{theme.ink, 3, {}, 1} : Stroke{mix(theme.gap, theme.ink_3, 0.35), 1, {}, 1};
      break;
    case OutcomeNodeRole::value:
    case OutcomeNodeRole::value_kind:
      stroke.colour = theme.ink;
      break;
    default:
      break;
  }
  if (is_unmeasured(node) && node.role == OutcomeNodeRole::outcome) stroke.dash = {5, 3};
  if (!node.call_out.empty()) stroke = {theme.gap, 2.5, {}, 1};
  return stroke;
}

Path stage_shape(const Box& box) {
  const double tip = 8;
  const std::vector<Point> corners{{box.x, box.y},
                                   {box.right() - tip, box.y},
                                   {box.right(), box.center().y},
                                   {box.right() - tip, box.bottom()},
                                   {box.x, box.bottom()}};
  return polygon(corners);
}

Colour ink_on(const Theme& theme, const OutcomeNode& node) {
  return !node.change && node.role == OutcomeNodeRole::outcome && node.gap && node.gap->share
             ? Colour(theme.gap_step_text[gap_step(*node.gap->share)])
             : Colour(theme.ink);
}

/// Writes one node's words and marks into its group.
class NodeDrawing {
 public:
  NodeDrawing(const Plan& plan, std::size_t index)
      : style_(plan.style),
        node_(plan.node(index)),
        card_(plan.cards[index]),
        box_(plan.box_of(index)),
        ink_(ink_on(style_.theme, node_)) {
    group_.id = node_.element.empty() ? node_.id : std::string(singular(node_.kind)) + "-" + node_.id;
    std::replace(group_.id.begin(), group_.id.end(), ':', '-');
    group_.data_id = node_.element;
    group_.kind = node_.element.empty() ? "value" : std::string(singular(node_.kind));
    group_.role = "node " + group_.kind + (node_.call_out.empty() ? "" : " hinge");
    group_.title = node_.title;
  }

  Group run() {
    group_.shapes.emplace_back(silhouette(style_, node_, box_));
    if (node_.change) {
      draw_with_change();
      return std::move(group_);
    }
    switch (node_.role) {
      case OutcomeNodeRole::initiative:
      case OutcomeNodeRole::offering:
        draw_with_note_beside();
        break;
      case OutcomeNodeRole::touchpoint:
        draw_touchpoint();
        break;
      case OutcomeNodeRole::outcome:
      case OutcomeNodeRole::value:
        if (node_.gap)
          draw_outcome();
        else
          draw_from_left();
        break;
      case OutcomeNodeRole::value_kind:
        draw_from_left();
        break;
      default:
        draw_centred();
        break;
    }
    return std::move(group_);
  }

 private:
  void write(const std::string& text, Point at, const TextLook& look) {
    if (!text.empty()) group_.shapes.emplace_back(text_line(style_, text, at, look));
  }

  TextLook name_look(Anchor anchor = Anchor::start) const {
    return {type_size::body_px, is_heavy(node_) ? Face::semibold : Face::regular, ink_, anchor, {}};
  }
  TextLook small_look(Anchor anchor, const Colour& colour) const {
    return {type_size::small_px, Face::regular, colour, anchor, {}};
  }

  double name_height() const { return static_cast<double>(card_.lines.size()) * card::line_px; }

  /// Writes the name's lines with the first line box at `top`.
  void write_name(double x, double top, Anchor anchor = Anchor::start) {
    double y = top + card::line_px / 2 + 0.36 * type_size::body_px;
    for (const std::string& line : card_.lines) {
      write(line, {x, y}, name_look(anchor));
      y += card::line_px;
    }
  }

  static double baseline(double middle, double size_px) { return middle + 0.36 * size_px; }

  void draw_with_note_beside() {
    if (card_.stacked) return draw_from_left();
    write_name(box_.x + card::padding_px, box_.center().y - name_height() / 2);
    write(node_.note, {box_.right() - card::padding_px, baseline(box_.center().y, type_size::small_px)},
          small_look(Anchor::end, style_.theme.ink_2));
  }

  /// The name at the left, at the right the chip of the change; in a narrow column below the name.
  void draw_with_change() {
    const bool hexagon = node_.role == OutcomeNodeRole::partner;
    const bool round = node_.role == OutcomeNodeRole::touchpoint;
    const double inset = hexagon ? 16 : round ? 12 : card::padding_px - 2;
    if (card_.stacked) {
      const double top = box_.center().y - (name_height() + card::change_line_px) / 2;
      write_name(box_.x + inset + 2, top);
      group_.shapes.emplace_back(
          draw_change(style_, *node_.change, {box_.x + inset + 2, top + name_height() + 2, card::change_px + 10, 18}));
      return;
    }
    write_name(box_.x + inset + 2, box_.center().y - name_height() / 2);
    const double height = std::min(34.0, box_.height - (card_.one_line ? 8 : 12));
    const double right = box_.right() - (hexagon ? 12 : round ? 11 : 6);
    group_.shapes.emplace_back(draw_change(
        style_, *node_.change, {right - card::change_px, box_.center().y - height / 2, card::change_px, height}));
  }

  void draw_touchpoint() {
    if (node_.channel.empty()) return draw_centred();
    const double icon_x = box_.x + card::padding_px + 4;
    group_.shapes.emplace_back(channel_icon(style_, node_.channel, {icon_x, box_.center().y - card::icon_px / 2 - 1},
                                            card::icon_px + 2, style_.theme.ink_2));
    const double below = note_height();
    const double top = box_.center().y - (name_height() + below) / 2;
    write_name(icon_x + card::icon_slot_px, top);
    write_call_out({icon_x + card::icon_slot_px, top + name_height()}, Anchor::start);
  }

  double note_height() const { return node_.call_out.empty() || card_.one_line ? 0 : card::note_line_px; }

  void write_call_out(Point top_left, Anchor anchor) {
    if (note_height() == 0) return;
    const double room = box_.width - 2 * card::padding_px - (node_.role == OutcomeNodeRole::touchpoint ? 30 : 0);
    TextLook look = small_look(anchor, style_.theme.gap);
    look.face = Face::semibold;
    const bool whole = style_.fonts.width_px(node_.call_out, type_size::small_px, Face::semibold) <= room;
    const std::string said = whole ? node_.call_out : node_.call_out.substr(0, node_.call_out.find(" runs"));
    write(fit(style_.fonts, said, room, type_size::small_px, Face::semibold),
          {top_left.x, baseline(top_left.y + card::note_line_px / 2, type_size::small_px)}, look);
  }

  void draw_centred() {
    const double top = box_.center().y - (name_height() + note_height()) / 2;
    write_name(box_.center().x, top, Anchor::middle);
    write_call_out({box_.center().x, top + name_height()}, Anchor::middle);
  }

  void draw_from_left() {
    const double below = static_cast<double>(card_.note_lines.size()) * card::note_line_px;
    const double top = box_.center().y - (name_height() + below) / 2;
    write_name(box_.x + card::padding_px, top);
    double middle = top + name_height() + card::note_line_px / 2;
    for (const std::string& line : card_.note_lines) {
      write(line, {box_.x + card::padding_px, baseline(middle, type_size::small_px)},
            small_look(Anchor::start, style_.theme.ink_2));
      middle += card::note_line_px;
    }
  }

  void draw_outcome() {
    const double right = box_.right() - card::padding_px;
    if (card_.one_line) {
      write_name(box_.x + card::padding_px, box_.center().y - name_height() / 2 - 1);
      if (node_.gap->words.empty())
        write(node_.gap->caption, {right, baseline(box_.center().y - 1, type_size::body_px)},
              {type_size::small_px, Face::semibold, ink_, Anchor::end, {}});
      else
        write_number({right, baseline(box_.center().y - 1, type_size::body_px)}, type_size::body_px);
      draw_bar({box_.x + card::padding_px, box_.bottom() - 5, box_.width - 2 * card::padding_px, 2}, 2);
      return;
    }
    if (card_.stacked) return draw_narrow_outcome();
    const double top = box_.y + (box_.height - 14 - name_height()) / 2;
    write_name(box_.x + card::padding_px, top);
    const double middle = box_.y + (box_.height - 12) / 2;
    if (node_.gap->words.empty()) {
      write(node_.gap->caption, {right, baseline(middle, type_size::small_px)}, small_look(Anchor::end, ink_));
    } else {
      write_number({right, middle - 1}, type_size::heading_px);
      write(node_.gap->caption, {right, middle + 11}, small_look(Anchor::end, ink_));
    }
    draw_bar({box_.x + card::padding_px, box_.bottom() - 12, box_.width - 2 * card::padding_px, 5}, 5);
  }

  /// Number and caption below the name.
  void draw_narrow_outcome() {
    const double left = box_.x + card::padding_px;
    const double top = box_.y + (box_.height - 14 - name_height() - card::number_line_px) / 2;
    write_name(left, top);
    const double base = top + name_height() + 15;
    double x = left;
    if (!node_.gap->words.empty()) {
      const double number = style_.fonts.width_px(node_.gap->words, type_size::heading_px, Face::semibold);
      x += number + unit_px(style_, node_);
      write_number({x, base}, type_size::heading_px);
      x += card::unit_gap_px;
    }
    write(node_.gap->caption, {x, base}, small_look(Anchor::start, ink_));
    draw_bar({left, box_.bottom() - 12, box_.width - 2 * card::padding_px, 5}, 5);
  }

  void write_number(Point right, double size_px) {
    write(node_.gap->words, {right.x - unit_px(style_, node_), right.y},
          {size_px, Face::semibold, ink_, Anchor::end, {}});
    write(node_.gap->unit, right, small_look(Anchor::end, ink_));
  }

  void draw_bar(const Box& box, double overhang) {
    const Theme& theme = style_.theme;
    const Colour ground = fill_of(theme, node_);
    const bool on_strong = ink_ != Colour(theme.ink);
    const Colour track = on_strong                                ? mix(ink_, ground, 0.42)
                         : node_.role == OutcomeNodeRole::outcome ? mix(theme.surface, ground, 0.75)
                                                                  : Colour(theme.track);
    group_.shapes.emplace_back(RectShape{box, box.height / 2, {track}, {}});
    if (node_.gap->now && *node_.gap->now > 0)
      group_.shapes.emplace_back(RectShape{
          {box.x, box.y, std::max(2.0, box.width * *node_.gap->now), box.height}, box.height / 2, {ink_}, {}});
    if (node_.gap->target) {
      const double x = box.x + box.width * *node_.gap->target;
      group_.shapes.emplace_back(
          RectShape{{x - 1, box.y - overhang / 1.6, 2, box.height + overhang * 1.25}, 0, {ink_}, {}});
    }
  }

  const Style& style_;
  const OutcomeNode& node_;
  const Card& card_;
  Box box_;
  Colour ink_;
  Group group_;
};

}  // namespace

std::size_t gap_step(double share) {
  constexpr double rounding = 1e-9;
  if (share <= rounding) return 0;
  for (std::size_t step = 1; step < 5; ++step)
    if (share <= 0.1 * static_cast<double>(step) + rounding) return step;
  return 5;
}

Shape silhouette(const Style& style, const OutcomeNode& node, const Box& box) {
  const Fill fill{fill_of(style.theme, node)};
  const Stroke stroke = stroke_of(style.theme, node);
  PathShape path;
  path.fill = fill;
  path.stroke = stroke;
  switch (node.role) {
    case OutcomeNodeRole::partner:
      path.segments = hexagon(box, card::shoulder_px);
      return path;
    case OutcomeNodeRole::stage:
      path.segments = stage_shape(box);
      return path;
    case OutcomeNodeRole::touchpoint:
      return RectShape{box, box.height / 2, fill, stroke};
    case OutcomeNodeRole::process:
      return RectShape{box, 0, fill, stroke};
    default:
      return RectShape{box, 6, fill, stroke};
  }
}

std::vector<Shape> draw_nodes(const Plan& plan) {
  std::vector<Shape> shapes;
  for (const auto& column : plan.order)
    for (std::size_t cell : column)
      if (!plan.cells[cell].is_slot) shapes.emplace_back(NodeDrawing(plan, cell).run());
  return shapes;
}

namespace {

double heading_room_px(const ColumnSpan& span) { return span.width + 8; }

/// Captions stand under all names of columns or under none.
bool captions_fit(const Plan& plan) {
  const Fonts& fonts = plan.style.fonts;
  for (std::size_t at = 0; at < plan.columns.size(); ++at) {
    const OutcomeColumn& column = plan.diagram.columns[at];
    const double room = heading_room_px(plan.columns[at]);
    if (fonts.width_px(column.name, type_size::body_px, Face::semibold) > room ||
        fonts.width_px(column.caption, type_size::small_px) > room)
      return false;
  }
  return true;
}

/// The column's name, on two lines where one is too narrow.
void draw_heading(Group& group, const Plan& plan, const ColumnSpan& span, const OutcomeColumn& column, bool caption) {
  const Wrapped name =
      wrap(plan.style.fonts, column.name, heading_room_px(span), 2, type_size::body_px, Face::semibold);
  double y = plan.band_top + 22;
  for (const std::string& line : name.lines) {
    group.shapes.emplace_back(text_line(plan.style, line, {span.x, y},
                                        {type_size::body_px, Face::semibold, plan.style.theme.ink, Anchor::start, {}}));
    y += 14;
  }
  if (caption)
    group.shapes.emplace_back(
        text_line(plan.style, column.caption, {span.x, y},
                  {type_size::small_px, Face::regular, plan.style.theme.ink_2, Anchor::start, {}}));
}

}  // namespace

Group draw_columns(const Plan& plan) {
  constexpr double around = 10;
  Group group;
  group.id = "columns";
  group.kind = "columns";
  group.role = "columns";
  const bool captions = captions_fit(plan);
  for (std::size_t column = 0; column < plan.columns.size(); ++column) {
    const ColumnSpan& span = plan.columns[column];
    group.shapes.emplace_back(
        RectShape{{span.x - around, plan.band_top, span.width + 2 * around, plan.band_bottom - plan.band_top},
                  12,
                  {plan.style.theme.canvas},
                  {}});
    draw_heading(group, plan, span, plan.diagram.columns[column], captions);
  }
  return group;
}

}  // namespace outmap::outcomes
