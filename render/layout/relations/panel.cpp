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

constexpr double list_indent = 28;

/// What clusters are ranked by, in whole numbers: attention, or where nothing is known of them, members.
double rank_value(const RelationsDiagram& diagram, const RelationGroup& group) {
  return diagram.scored ? group.attention.value_or(0) : static_cast<double>(group.customers + group.partners);
}

double full_bar(const RelationsDiagram& diagram) {
  double most = diagram.scored ? 100 : 1;
  for (const RelationGroup& group : diagram.groups)
    if (group.number > 0) most = std::max(most, rank_value(diagram, group));
  return most;
}

bool is_ranked(const RelationsDiagram& diagram, const RelationGroup& group) {
  return group.number > 0 && (group.attention || !diagram.scored);
}

void add_main_type(Column& column, const RelationGroup& group) {
  if (group.types.empty()) return;
  const Theme& theme = column.painter.style.theme;
  const TieTypeShare& first = group.types.front();
  column.shapes.emplace_back(type_glyph(column.painter.style, column.painter.letters, first.type,
                                        {column.x + list_indent + 8, column.y + 9}, theme.ink_2));
  column.y += 2;
  column.text(fmt::format("{}{}: {:.0f} % of {}", words_for_type(first.type), first.derived ? " (derived)" : "",
                          100 * first.share, first.derived ? "tie weight" : "its tie weight"),
              type_size::small_px, Face::regular, theme.ink_2, list_indent + 22);
}

/// Number, name and rank value, and the value as a bar below.
void add_title(Column& column, std::size_t at) {
  const RelationsDiagram& diagram = column.painter.diagram;
  const RelationGroup& group = diagram.groups[at];
  const Style& style = column.painter.style;
  const Colour& colour = colour_of(style.theme, diagram, at).stroke;
  if (group.number > 0)
    column.shapes.emplace_back(number_badge(style, {column.x + 10, column.y + 9}, group.number, colour));
  const bool ranked = is_ranked(diagram, group);
  const TextShape value =
      text_line(style, ranked ? grouped_number(rank_value(diagram, group)) : "",
                {column.x + column.width, column.y + 13}, {type_size::heading_px, Face::semibold, {}, Anchor::end, {}});
  if (ranked) column.shapes.emplace_back(value);
  const std::string name = fit(style.fonts, group.name.empty() ? "All" : group.name,
                               column.width - list_indent - value.width_px - 12, type_size::body_px, Face::semibold);
  column.shapes.emplace_back(text_line(style, name, {column.x + list_indent, column.y + 12.4},
                                       {type_size::body_px, Face::semibold, {}, Anchor::start, {}}));
  column.y += 18;
  if (!ranked) return;
  column.shapes.emplace_back(share_bar(style, {column.x + list_indent, column.y, column.width - list_indent, 4},
                                       rank_value(diagram, group) / full_bar(diagram), colour));
  column.y += 8;
}

/// One sentence of why, or what its members have in common.
void add_why(Column& column, const RelationGroup& group) {
  const Style& style = column.painter.style;
  std::string words = group.why;
  const double size = words.empty() ? type_size::small_px : type_size::body_px;
  for (std::size_t at = 0; group.why.empty() && at < group.traits.size(); ++at)
    words += (at == 0 ? "" : ", ") + group.traits[at];
  if (words.empty()) return;
  if (!group.why.empty()) words += ".";
  const Wrapped lines = wrap(style.fonts, words, column.width - list_indent, 3, size);
  for (const std::string& line : lines.lines)
    column.text(line, size, Face::regular, group.why.empty() ? style.theme.ink_2 : style.theme.ink, list_indent);
}

void add_group(Column& column, std::size_t at) {
  const RelationGroup& group = column.painter.diagram.groups[at];
  const Style& style = column.painter.style;
  const std::string counts = counts_of(group, column.painter.diagram.sized);
  Group shapes{"list-" + group.id, group.id, "cluster", "list", group.name + ": " + counts, "", {}};
  Column own{column.painter, column.x, column.width, column.y};
  add_title(own, at);
  add_why(own, group);
  own.text(counts, type_size::small_px, Face::regular, style.theme.ink_2, list_indent);
  add_main_type(own, group);
  shapes.shapes = std::move(own.shapes);
  column.shapes.emplace_back(std::move(shapes));
  column.y = own.y + column.gap;
}

constexpr double line_height = 24;

void add_group_line(Column& column, std::size_t at) {
  const RelationsDiagram& diagram = column.painter.diagram;
  const RelationGroup& group = diagram.groups[at];
  const Style& style = column.painter.style;
  const Colour& colour = colour_of(style.theme, diagram, at).stroke;
  const bool ranked = is_ranked(diagram, group);
  if (group.number > 0)
    column.shapes.emplace_back(number_badge(style, {column.x + 10, column.y + 9}, group.number, colour));
  const double right = column.x + column.width;
  const std::string value =
      ranked ? grouped_number(rank_value(diagram, group)) : counts_of(group, column.painter.diagram.sized);
  const TextShape number = text_line(style, value, {right, column.y + 13.4},
                                     {ranked ? type_size::body_px : type_size::small_px,
                                      ranked ? Face::semibold : Face::regular,
                                      ranked ? style.theme.ink : style.theme.ink_2,
                                      Anchor::end,
                                      {}});
  const double bar = ranked ? 64 : 0;
  if (ranked)
    column.shapes.emplace_back(share_bar(style, {right - 40 - bar, column.y + 7, bar, 4},
                                         rank_value(diagram, group) / full_bar(diagram), colour));
  const double room = column.width - list_indent - (ranked ? bar + 52 : number.width_px + 12);
  column.shapes.emplace_back(text_line(style, fit(style.fonts, group.name, room, type_size::body_px),
                                       {column.x + list_indent, column.y + 13.4}, {}));
  column.shapes.emplace_back(number);
  column.y += line_height;
}

/// Without the gap below.
double height_of_group(const Painter& painter, std::size_t at, double width) {
  Column trial{painter, 0, width};
  trial.gap = 0;
  add_group(trial, at);
  return trial.y;
}

void add_list_heading(Column& column) {
  const RelationsDiagram& diagram = column.painter.diagram;
  const Theme& theme = column.painter.style.theme;
  if (diagram.opened != no_index) {
    column.text("This cluster and its neighbours", type_size::heading_px, Face::semibold, theme.ink);
    column.text("With their rank among all " + std::to_string(diagram.clusters) + " clusters", type_size::small_px,
                Face::regular, theme.ink_2);
    column.y += 10;
    return;
  }
  const bool ranked = diagram.scored && diagram.groups.size() > 1;
  column.text(ranked                      ? "Where to act first"
              : diagram.groups.size() > 1 ? "Clusters"
                                          : "The cluster",
              type_size::heading_px, Face::semibold, theme.ink);
  if (diagram.groups.size() > 1)
    column.text(ranked ? "By the mean of unmet need, collaboration and value" : "Most members first",
                type_size::small_px, Face::regular, theme.ink_2);
  column.y += 10;
}

/// The opened cluster in full, and a line for each that it is tied to.
void add_opened(Column& column) {
  const RelationsDiagram& diagram = column.painter.diagram;
  add_group(column, diagram.opened);
  for (std::size_t at = 0; at < diagram.groups.size(); ++at)
    if (at != diagram.opened) add_group_line(column, at);
}

/// Clusters in full while there is room for one line for each that follows.
void add_groups(Column& column, double bottom) {
  const auto& groups = column.painter.diagram.groups;
  add_list_heading(column);
  if (column.painter.diagram.opened != no_index) return add_opened(column);
  double together = 0;
  for (std::size_t at = 0; at < groups.size(); ++at) together += height_of_group(column.painter, at, column.width);
  const double spare = bottom - column.y - together;
  const double least = 4 * static_cast<double>(groups.size());
  column.gap = spare < least ? 9 : std::min(spare / static_cast<double>(groups.size()), 16.0);
  bool full = true;
  for (std::size_t at = 0; at < groups.size(); ++at) {
    const double after = static_cast<double>(groups.size() - at - 1) * line_height;
    full = full && column.y + height_of_group(column.painter, at, column.width) + after <= bottom;
    if (full) {
      add_group(column, at);
    } else if (column.y + line_height + (at + 1 < groups.size() ? 16 : -8) <= bottom) {  // the last may come close
      add_group_line(column, at);
    } else {
      column.text("and " + std::to_string(groups.size() - at) + " more", type_size::small_px, Face::regular,
                  column.painter.style.theme.ink_2, list_indent);
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
                     [](const RelationGroup& group) { return group.number > 0; });
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
