#include "render/layout/journey/legend.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/icons.hpp"
#include "render/layout/journey/band.hpp"
#include "render/layout/journey/marks.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double padding = 12;
constexpr double slot = 26;
constexpr double icon_slot = 16;
constexpr double symbol_middle = 8;  // of a row of 16
constexpr double group_gap = 4;
constexpr double title_height = 22;
constexpr double widest_label = 180;

using Items = std::vector<LegendItem>;

LegendItem item(double width, std::string label) {
  LegendItem made;
  made.symbol_width_px = width;
  made.label = std::move(label);
  return made;
}

void add_sample_line(const Stroke& stroke, bool round, Shapes& into) {
  add_line(into, {0, symbol_middle}, {slot, symbol_middle}, stroke, round);
}

void add_sample_area(const Fill& fill, const Colour& edge, Shapes& into) {
  add_rect(into, {0, 3, slot, 10}, 0, fill);
  add_rect(into, crisp(Box{0, 3, slot, 10}), 0, {}, Pen::stroke(edge));
}

/// In the order of Mark; what a comparison names otherwise, and other customers, follow in label_of.
constexpr std::array<std::string_view, 18> labels{
    "Value now",   "Value now",   "Value wanted",  "Value planned",      "Gap",
    "Gained",      "Surplus",     "Lost",          "Moment of truth",    "New",
    "Not needed",  "Unserved",    "Level, target", "Importance 5 of 10", "Over target",
    "Under limit", "Emotion now", "Share of gap"};

bool is_customer(Mark mark) { return mark >= Mark::other_customer_1; }

std::size_t place_of_customer(Mark mark) {
  return static_cast<std::size_t>(mark) - static_cast<std::size_t>(Mark::other_customer_1);
}

std::string label_of(Mark mark, const Marks& marks) {
  if (is_customer(mark)) return "Emotion of " + marks.other_customers[place_of_customer(mark)];
  if (mark == Mark::value_planned) return "Value " + marks.after;
  if (marks.compare && mark == Mark::gap) return "Gap left";
  if (marks.compare && mark == Mark::stage_share) return "Share closed";
  return std::string(labels[static_cast<std::size_t>(mark)]);
}

void add_plus(const Pen& pen, Shapes& into) {
  const Stroke stroke = Pen::stroke(pen.theme.gain, 1.5);
  add_line(into, {slot / 2 - 4, symbol_middle}, {slot / 2 + 4, symbol_middle}, stroke, true);
  add_line(into, {slot / 2, symbol_middle - 4}, {slot / 2, symbol_middle + 4}, stroke, true);
}

void add_other(const Pen& pen, std::size_t k, Shapes& into) {
  add_sample_line(other_customer_line(pen.theme, k), true, into);
  add_other_customer_point(pen.theme, k, {slot / 2, symbol_middle}, pen.theme.surface, into);
}

/// Two dots and a half of five: a dot stands for two.
void add_sample_dots(const Pen& pen, Shapes& into) {
  for (int i = 0; i < 5; ++i)
    add_circle(into, {2 + 4.6 * i, symbol_middle}, 2, solid(i < 2 ? pen.theme.ink_2 : pen.theme.track));
  add_half_disc({2 + 4.6 * 2, symbol_middle}, 2, solid(pen.theme.ink_2), into);
}

void add_sample_word(const Pen& pen, std::string_view word, Shapes& into) {
  pen.text(into, {slot / 2, symbol_middle + 4}, word, {12, Face::semibold, pen.theme.gain, Anchor::middle, ""});
}

void add_sample_share(const Pen& pen, Shapes& into) {
  Ink ink = pen.small();
  ink.anchor = Anchor::middle;
  pen.text(into, {slot / 2, symbol_middle + 3.6}, "9 %", ink);
}

/// Lines of the band, each with its point.
void draw_curve_symbol(const Pen& pen, Mark mark, Shapes& into) {
  const Theme& theme = pen.theme;
  const Point center{slot / 2, symbol_middle};
  if (mark == Mark::value_ghost) {
    add_sample_line(Pen::stroke(theme.ink_3, 1.5), true, into);
    return add_circle(into, center, 3.5, solid(theme.surface), Pen::stroke(theme.ink_3, 1.5));
  }
  if (mark == Mark::value_wanted) {
    add_sample_line(Pen::stroke(theme.ink, 1.5, {6, 4}), false, into);
    return add_circle(into, center, 3.5, solid(theme.surface), Pen::stroke(theme.ink, 1.5));
  }
  if (mark == Mark::emotion_ghost) {
    add_sample_line(Pen::stroke(theme.ink_3, 1, {2, 3}), false, into);
    return add_ghost_face(pen, center, -1, theme.surface, into);
  }
  add_sample_line(Pen::stroke(theme.ink, 2.5), true, into);
  add_circle(into, center, 4, solid(theme.ink), Pen::stroke(theme.surface, 1));
}

void draw_symbol(const Pen& pen, Mark mark, Shapes& into) {
  const Theme& theme = pen.theme;
  switch (mark) {
    case Mark::gap:
      return add_sample_area(gap_area(theme), theme.gap, into);
    case Mark::gained:
    case Mark::surplus:
      return add_sample_area(gain_area(theme), theme.gain, into);
    case Mark::lost:
      return add_sample_area(loss_area(theme), theme.loss, into);
    case Mark::moment_of_truth:
      return add_diamond({slot / 2, symbol_middle}, 6, solid(theme.accent), {}, into);
    case Mark::new_touchpoint:
      return add_plus(pen, into);
    case Mark::not_needed:
      return add_rect(into, {0.5, 3.5, slot - 1, 9}, 3, {}, Pen::stroke(theme.ink_3, 1, {3, 3}));
    case Mark::unserved:
      return add_icon(pen, "warning", {slot / 2 - icon_px / 2, symbol_middle - icon_px / 2}, theme.gap, into);
    case Mark::level:
      into.emplace_back(level_bar(pen.style, {0, symbol_middle - 4, slot, 8}, {4.0, 8.0, {}, 0, 10, false}));
      return;
    case Mark::importance:
      return add_sample_dots(pen, into);
    case Mark::over_target:
    case Mark::under_limit:
      return add_sample_word(pen, mark == Mark::over_target ? "≥" : "≤", into);
    case Mark::stage_share:
      return add_sample_share(pen, into);
    default:
      return is_customer(mark) ? add_other(pen, place_of_customer(mark), into) : draw_curve_symbol(pen, mark, into);
  }
}

/// Customers have long names: apart from the other marks, they leave these their columns.
Items mark_items(const Pen& pen, const Marks& marks, bool customers) {
  Items items;
  for (const Mark mark : marks.marks) {
    if (is_customer(mark) != customers) continue;
    LegendItem made = item(slot, pen.fitted(label_of(mark, marks), widest_label, 10));
    draw_symbol(pen, mark, made.symbol.shapes);
    items.push_back(std::move(made));
  }
  return items;
}

Items status_items(const Pen& pen, const Marks& marks) {
  Items items;
  const auto add = [&](std::optional<InitiativeStatus> status) {
    LegendItem made = item(icon_slot, std::string(name_of_status(status)));
    add_status(pen, {icon_slot / 2, symbol_middle}, status, made.symbol.shapes);
    items.push_back(std::move(made));
  };
  for (const std::optional<InitiativeStatus>& status : marks.statuses)
    if (status) add(status);
  if (marks.statuses.contains(std::nullopt)) add(std::nullopt);
  return items;
}

Items owner_items(const Pen& pen, const Marks& marks) {
  Items items;
  for (const OwnerMark owner : marks.owners) {
    LegendItem made = item(icon_slot, owner == OwnerMark::own_unit ? "Own unit" : "Partner");
    add_owner_mark(pen, {icon_slot / 2, symbol_middle}, owner == OwnerMark::own_unit, made.symbol.shapes);
    items.push_back(std::move(made));
  }
  return items;
}

Items channel_items(const Pen& pen, const Marks& marks) {
  Items items;
  for (const std::string& channel : marks.channels) {
    LegendItem made = item(icon_slot, pen.fitted(capitalised(channel), widest_label, 10));
    made.symbol.shapes.emplace_back(channel_icon(pen.style, channel, {1, 1}, icon_px, pen.theme.ink_2));
    items.push_back(std::move(made));
  }
  return items;
}

Items evidence_items(const Pen& pen, const Marks& marks) {
  Items items;
  const auto add = [&](std::string_view icon_name, std::string_view label) {
    LegendItem made = item(icon_slot, std::string(label));
    add_icon(pen, icon_name, {1, 1}, pen.theme.evidence, made.symbol.shapes);
    items.push_back(std::move(made));
  };
  for (const std::optional<EvidenceMethod>& method : marks.methods)
    if (method) add(icon_of_method(method), name_of_method(method));
  if (marks.methods.contains(std::nullopt)) add(icon_of_method({}), name_of_method({}));
  return items;
}

/// Apart from the icons, whose columns its long symbol would widen.
Items few_answers_items(const Pen& pen, const Marks& marks) {
  if (!marks.few_answers) return {};
  LegendItem made = item(std::ceil(pen.width(few_answers_words, 10)), "Few answers");
  Ink ink = pen.small();
  ink.colour = pen.theme.evidence;
  pen.text(made.symbol.shapes, {0, symbol_middle + 3.6}, few_answers_words, ink);
  return {made};
}

std::vector<Items> groups_of(const Pen& pen, const Marks& marks) {
  std::vector<Items> groups;
  for (Items items :
       {mark_items(pen, marks, false), mark_items(pen, marks, true), status_items(pen, marks), owner_items(pen, marks),
        channel_items(pen, marks), evidence_items(pen, marks), few_answers_items(pen, marks)})
    if (!items.empty()) groups.push_back(std::move(items));
  return groups;
}

LegendLook look_of_card() {
  LegendLook look;
  look.symbol_gap_px = 5;
  look.item_gap_px = 12;
  return look;
}

/// Lays the groups below each other; returns the height.
double set_groups(const Pen& pen, const Marks& marks, const Box& box, Shapes* into) {
  double y = box.y;
  for (const Items& items : groups_of(pen, marks)) {
    const bool wide = items.front().symbol_width_px > icon_slot;
    Legend legend = legend_columns(pen.style, items, {box.x, y}, box.width, wide ? 2 : 3, look_of_card());
    y += legend.height_px + group_gap;
    if (into) into->emplace_back(std::move(legend.group));
  }
  return y - box.y - group_gap;
}

Legend strip(const Pen& pen, const Marks& marks, const Box& box) {
  Items all;
  for (Items& items : groups_of(pen, marks))
    for (LegendItem& each : items) all.push_back(std::move(each));
  return legend_balanced(pen.style, all, {box.x, box.y}, box.width, 16);
}

Group legend_group() {
  Group group;
  group.id = group.kind = group.role = "legend";
  group.title = "Legend";
  return group;
}

bool empty(const Pen& pen, const Marks& marks) { return groups_of(pen, marks).empty(); }

}  // namespace

double legend_card_height(const Pen& pen, const Marks& marks, double width) {
  if (empty(pen, marks)) return 0;
  return 2 * padding + title_height + set_groups(pen, marks, {0, 0, width - 2 * padding, 0}, nullptr);
}

void draw_legend_card(const Pen& pen, const Marks& marks, const Box& box, Shapes& into) {
  if (empty(pen, marks)) return;
  Group group = legend_group();
  group.shapes.emplace_back(card(pen.style, crisp(box)));
  pen.text(group.shapes, {box.x + padding, box.y + padding + baseline_px(16, 12)}, "Legend", pen.bold());
  set_groups(pen, marks, {box.x + padding, box.y + padding + title_height, box.width - 2 * padding, 0}, &group.shapes);
  into.emplace_back(std::move(group));
}

double legend_strip_height(const Pen& pen, const Marks& marks, double width) {
  return empty(pen, marks) ? 0 : strip(pen, marks, {0, 0, width, 0}).height_px;
}

void draw_legend_strip(const Pen& pen, const Marks& marks, const Box& box, Shapes& into) {
  if (empty(pen, marks)) return;
  Group group = legend_group();
  group.shapes.emplace_back(strip(pen, marks, box).group);
  into.emplace_back(std::move(group));
}

}  // namespace outmap::journey_picture
