#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "render/layout/relations/legend.hpp"

namespace outmap::relations {
namespace {

/// The lines of a column from the top down.
struct Column {
  const Painter& painter;
  double x = 0;
  double width = 0;
  double y = 0;
  std::vector<Shape> shapes{};
  double gap = 11;  // below each group

  void text(const std::string& words, double size_px, Face face, const Colour& colour, double indent = 0) {
    const double line = line_height_px(size_px);
    shapes.emplace_back(text_line(painter.style, fit(painter.style.fonts, words, width - indent, size_px, face),
                                  {x + indent, y + baseline_px(line, size_px)},
                                  {size_px, face, colour, Anchor::start, {}}));
    y += line;
  }
};

std::string counts_of(const RelationGroup& group, bool sized) {
  std::string words;
  if (sized && group.customers > 0) words = "size " + grouped_number(group.size);
  const auto add = [&](std::size_t count, const char* one, const char* many) {
    if (count == 0) return;
    words +=
        (words.empty() ? "" : " · ") + grouped_number(static_cast<double>(count)) + " " + (count == 1 ? one : many);
  };
  add(group.customers, "customer", "customers");
  add(group.partners, "partner", "partners");
  return words;
}

void add_main_type(Column& column, const RelationGroup& group) {
  if (group.types.empty()) return;
  double all = 0;
  for (const TypeShare& type : group.types) all += type.strength;
  const Theme& theme = column.painter.style.theme;
  column.shapes.emplace_back(type_glyph(column.painter.style, column.painter.letters, group.types.front().type,
                                        {column.x + 36, column.y + 9}, theme.ink_2));
  column.y += 2;
  column.text(fmt::format("mostly {} ties: {:.0f} % of strength", words_for_type(group.types.front().type),
                          100 * group.types.front().strength / all),
              type_size::small_px, Face::regular, theme.ink_2, 50);
}

void add_group(Column& column, std::size_t at) {
  const RelationGroup& group = column.painter.diagram.groups[at];
  const Style& style = column.painter.style;
  Group shapes{"list-" + group.id,
               group.id,
               "cluster",
               "list",
               group.name + ": " + counts_of(group, column.painter.diagram.sized),
               "",
               {}};
  Column own{column.painter, column.x, column.width, column.y};
  if (group.hull)
    own.shapes.emplace_back(number_badge(style, {own.x + 10, own.y + 9}, at + 1,
                                         colour_of(style.theme, column.painter.diagram, at).stroke));
  own.text(group.name.empty() ? "All" : group.name, type_size::body_px, Face::semibold, style.theme.ink, 28);
  own.text(counts_of(group, column.painter.diagram.sized), type_size::small_px, Face::regular, style.theme.ink_2, 28);
  if (group.high_need > 0)
    own.text(fmt::format("high unmet need: {} of {} customers", group.high_need, group.customers), type_size::small_px,
             Face::regular, style.theme.gap, 28);
  std::string shared;
  for (const std::string& trait : group.traits) shared += (shared.empty() ? "share " : ", ") + trait;
  if (!shared.empty()) {
    const Wrapped lines = wrap(style.fonts, shared, column.width - 28, 2, type_size::small_px);
    for (const std::string& line : lines.lines)
      own.text(line, type_size::small_px, Face::regular, style.theme.ink_2, 28);
  }
  add_main_type(own, group);
  shapes.shapes = std::move(own.shapes);
  column.shapes.emplace_back(std::move(shapes));
  column.y = own.y + column.gap;
}

void add_group_line(Column& column, std::size_t at) {
  const RelationGroup& group = column.painter.diagram.groups[at];
  const Style& style = column.painter.style;
  const std::string count = counts_of(group, column.painter.diagram.sized);
  if (group.hull)
    column.shapes.emplace_back(number_badge(style, {column.x + 10, column.y + 9}, at + 1,
                                            colour_of(style.theme, column.painter.diagram, at).stroke));
  const TextShape number = text_line(style, count, {column.x + column.width, column.y + 13},
                                     {type_size::small_px, Face::regular, style.theme.ink_2, Anchor::end, {}});
  const std::string name = fit(style.fonts, group.name, column.width - 40 - number.width_px, type_size::body_px);
  column.shapes.emplace_back(text_line(style, name, {column.x + 28, column.y + 13.4}, {}));
  column.shapes.emplace_back(number);
  column.y += 25;
}

/// Without the gap below.
double height_of_group(const Painter& painter, std::size_t at, double width) {
  Column trial{painter, 0, width};
  trial.gap = 0;
  add_group(trial, at);
  return trial.y;
}

/// Groups in full while there is room for one line for each that follows.
void add_groups(Column& column, double bottom) {
  const auto& groups = column.painter.diagram.groups;
  const Theme& theme = column.painter.style.theme;
  column.text("Groups", type_size::heading_px, Face::semibold, theme.ink);
  column.text(column.painter.diagram.sized ? "Largest total size first" : "Most members first", type_size::small_px,
              Face::regular, theme.ink_2);
  column.y += 10;
  double together = 0;
  for (std::size_t at = 0; at < groups.size(); ++at) together += height_of_group(column.painter, at, column.width);
  if (!groups.empty())
    column.gap = std::clamp((bottom - column.y - together) / static_cast<double>(groups.size()), 3.0, 11.0);
  bool full = true;
  for (std::size_t at = 0; at < groups.size(); ++at) {
    const double after = static_cast<double>(groups.size() - at - 1) * 25;
    full = full && column.y + height_of_group(column.painter, at, column.width) + after <= bottom;
    if (full) {
      add_group(column, at);
    } else if (column.y + 25 + (at + 1 < groups.size() ? 16 : 0) <= bottom) {
      add_group_line(column, at);
    } else {
      column.text("and " + std::to_string(groups.size() - at) + " more", type_size::small_px, Face::regular,
                  theme.ink_2, 28);
      return;
    }
  }
}

/// Where there are no groups: who holds most ties.
void add_most_tied(Column& column, double bottom) {
  const RelationsDiagram& diagram = column.painter.diagram;
  const Style& style = column.painter.style;
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < diagram.elements.size(); ++at)
    if (diagram.elements[at].ties > 0) order.push_back(at);
  if (order.empty()) return;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return diagram.elements[one].strength > diagram.elements[other].strength;
  });
  column.text("Most connected", type_size::heading_px, Face::semibold, style.theme.ink);
  column.text("By the sum of the strengths of their ties", type_size::small_px, Face::regular, style.theme.ink_2);
  column.y += 10;
  const double most = diagram.elements[order.front()].strength;
  for (std::size_t at = 0; at < std::min<std::size_t>(order.size(), 8) && column.y + 36 <= bottom; ++at) {
    const RelationElement& element = diagram.elements[order[at]];
    const TextShape number =
        text_line(style, fmt::format("{:.4g}", element.strength), {column.x + column.width, column.y + 12},
                  {type_size::body_px, Face::semibold, {}, Anchor::end, {}});
    column.shapes.emplace_back(
        text_line(style, fit(style.fonts, element.name, column.width - number.width_px - 12, type_size::body_px),
                  {column.x, column.y + 12}, {}));
    column.shapes.emplace_back(number);
    column.shapes.emplace_back(
        share_bar(style, {column.x, column.y + 18, column.width, 4}, element.strength / most, style.theme.level_now));
    column.y += 36;
  }
}

bool has_groups(const RelationsDiagram& diagram) {
  return std::any_of(diagram.groups.begin(), diagram.groups.end(),
                     [](const RelationGroup& group) { return group.hull; });
}

void add_legend(Column& column, const std::vector<LegendRow>& rows) {
  column.text("How to read it", type_size::body_px, Face::semibold, column.painter.style.theme.ink);
  column.y += 8;
  column.y += lay_legend(column.painter, rows, {column.x, column.y}, column.width, &column.shapes);
}

}  // namespace

Group paint_panel(const Painter& painter) {
  const Box& box = painter.plan.panel;
  const Theme& theme = painter.style.theme;
  Group panel{"panel", "", "panel", "panel", "", "", {}};
  panel.shapes.emplace_back(RectShape{box, 12, {theme.surface, Pattern::none, {}, 1}, {theme.hairline, 1, {}, 1}});
  const std::vector<LegendRow> rows = painter.diagram.overview ? overview_legend_rows(painter) : legend_rows(painter);
  const bool wide = box.width > 600;
  const double width = wide ? box.width / 2 - 32 : box.width - 32;
  const double legend_height = 24 + lay_legend(painter, rows, {0, 0}, width, nullptr);
  const bool any = !painter.diagram.elements.empty();
  Column list{painter, box.x + 16, width, box.y + 18};
  const double bottom = wide ? box.bottom() - 12 : box.bottom() - legend_height - 36;
  if (has_groups(painter.diagram))
    add_groups(list, bottom);
  else
    add_most_tied(list, bottom);
  Column legend{painter, wide ? box.x + box.width / 2 + 16 : list.x, width, wide ? box.y + 20 : list.y + 20};
  if (!wide && any && !list.shapes.empty())
    list.shapes.emplace_back(PathShape{
        {move_to({list.x, list.y + 4}), line_to({list.x + width, list.y + 4})}, {}, {theme.hairline, 1, {}, 1}, false});
  if (!wide && list.shapes.empty()) legend.y = box.y + 20;
  if (any) add_legend(legend, rows);
  panel.shapes.insert(panel.shapes.end(), list.shapes.begin(), list.shapes.end());
  panel.shapes.insert(panel.shapes.end(), legend.shapes.begin(), legend.shapes.end());
  return panel;
}

}  // namespace outmap::relations
