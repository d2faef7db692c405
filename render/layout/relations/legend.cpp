#include "render/layout/relations/legend.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "render/layout/icons.hpp"

namespace outmap::relations {
namespace {

template <class Test>
bool any_element(const RelationsDiagram& diagram, Test test) {
  return std::any_of(diagram.elements.begin(), diagram.elements.end(), test);
}

template <class Test>
bool any_tie(const RelationsDiagram& diagram, Test test) {
  return std::any_of(diagram.ties.begin(), diagram.ties.end(), test);
}

Shape line_at(double x, double y, double width, const Stroke& stroke, bool round_caps = false) {
  return PathShape{{move_to({x, y}), line_to({x + width, y})}, {}, stroke, round_caps};
}

TextShape small_text(const Style& style, const std::string& words, Point at, const Colour& colour,
                     Face face = Face::regular, Anchor anchor = Anchor::start) {
  return text_line(style, words, at, {type_size::small_px, face, colour, anchor, {}});
}

LegendRow customer_row(const Painter& painter) {
  const Style& style = painter.style;
  const bool sized = any_element(painter.diagram, [](const RelationElement& e) { return !e.partner && e.size != 1; });
  const bool needs = any_element(painter.diagram, [](const RelationElement& e) { return !e.partner && e.need; });
  const bool high =
      any_element(painter.diagram, [](const RelationElement& e) { return !e.partner && e.need >= high_need; });
  LegendRow row;
  row.height = needs ? 42 : 32;
  const double height = row.height - 8;
  row.symbol.push_back(element_shape(style, {0, 0, 76, height}, {}, {style.theme.ink_3, {}}));
  row.symbol.push_back(small_text(style, "Customer", {8, 15.5}, style.theme.ink, Face::semibold));
  if (needs) row.symbol.push_back(need_bar(style, {8, 22, 60, 5}, high ? 0.6 : 0.3));
  if (sized) row.lines.push_back("card: grows with size, and its name");
  if (needs)
    row.lines.push_back(std::string("bar = unmet need") + (high ? "; orange from 40 %" : ", share of the scale"));
  if (row.lines.empty()) row.lines.push_back("customer");
  return row;
}

LegendRow partner_row(const Style& style, bool internal) {
  LegendRow row;
  row.height = 32;
  row.symbol.push_back(element_shape(style, {0, 0, 76, 24}, {true, internal}, {style.theme.ink_3, style.theme.chip}));
  row.symbol.push_back(small_text(style, internal ? "Own staff" : "Partner", {38, 15.5}, style.theme.ink,
                                  Face::semibold, Anchor::middle));
  row.lines.push_back(internal ? "own staff as a partner" : "boundary partner");
  return row;
}

void add_element_rows(const Painter& painter, std::vector<LegendRow>& rows) {
  const RelationsDiagram& diagram = painter.diagram;
  if (any_element(diagram, [](const RelationElement& e) { return !e.partner; })) rows.push_back(customer_row(painter));
  if (any_element(diagram, [](const RelationElement& e) { return e.partner && !e.internal; }))
    rows.push_back(partner_row(painter.style, false));
  if (any_element(diagram, [](const RelationElement& e) { return e.internal; }))
    rows.push_back(partner_row(painter.style, true));
}

LegendRow strength_row(const Painter& painter) {
  std::set<int> steps;
  for (const RelationTie& tie : painter.diagram.ties)
    if (!tie.derived) steps.insert(tie.step);
  LegendRow row;
  const double width = steps.size() == 1 ? 74 : steps.size() == 2 ? 34 : 22;
  double x = 0;
  for (const int step : steps) {
    row.symbol.push_back(line_at(x, 8, width, {painter.style.theme.ink_3, width_of(step), {}, 1}));
    x += width + (steps.size() == 2 ? 8 : 5);
  }
  row.lines.push_back(steps.size() > 1 ? "declared tie, thicker = stronger" : "declared tie");
  return row;
}

std::string words_for_derived(const RelationsDiagram& diagram) {
  const bool others = any_tie(diagram, [](const RelationTie& tie) {
    return tie.derived && !tie.types.empty() && tie.types.front().type != "similar-need";
  });
  return others ? "derived: alike; with what both share" : "derived: both have the same needs";
}

void add_tie_rows(const Painter& painter, std::vector<LegendRow>& rows) {
  const RelationsDiagram& diagram = painter.diagram;
  const Theme& theme = painter.style.theme;
  if (any_tie(diagram, [](const RelationTie& tie) { return !tie.derived; })) rows.push_back(strength_row(painter));
  if (any_tie(diagram, [](const RelationTie& tie) { return tie.arrow_from || tie.arrow_to; })) {
    rows.push_back(
        {{line_at(0, 8, 66, {theme.ink_3, 2, {}, 1}), arrow_head({74, 8}, 0, 9, 9, theme.ink_3)}, {"directed tie"}});
  }
  if (any_tie(diagram, [](const RelationTie& tie) { return tie.derived; }))
    rows.push_back({{line_at(1, 8, 73, {theme.ink_2, 1.6, {0.1, 4.6}, 1}, true)}, {words_for_derived(diagram)}});
  const bool inside = any_tie(diagram, [&](const RelationTie& tie) {
    return diagram.elements[tie.from].group == diagram.elements[tie.to].group &&
           diagram.groups[diagram.elements[tie.from].group].hull;
  });
  const bool between = any_tie(diagram, [&](const RelationTie& tie) {
    return diagram.elements[tie.from].group != diagram.elements[tie.to].group;
  });
  if (inside && between)
    rows.push_back(
        {{line_at(0, 8, 34, {theme.clusters[0].stroke, 3, {}, 0.75}), line_at(40, 8, 34, {theme.ink_3, 2.4, {}, 0.8})},
         {"coloured within a cluster, grey between"}});
  const bool several = any_tie(diagram, [](const RelationTie& tie) { return tie.types.size() > 1; });
  if (several && tells_further_types(diagram))
    rows.push_back(
        {{small_text(painter.style, "+1", {30, 12}, theme.ink_2, Face::semibold)}, {"and further kinds of relation"}});
  else if (several)
    rows.push_back({{CircleShape{{38, 8}, 7.5, {theme.surface, Pattern::none, {}, 1}, {theme.ink_2, 1, {}, 1}}},
                    {"main kind of relation; most have several"}});
}

void add_badge_rows(const Painter& painter, std::vector<LegendRow>& rows) {
  const Theme& theme = painter.style.theme;
  if (any_element(painter.diagram, [](const RelationElement& e) { return e.center; }))
    rows.push_back({{element_shape(painter.style, {20, 1, 36, 15}, {false, false, true}, {theme.ink_3, {}})},
                    {"centre: strongest ties in its cluster"},
                    22});
  if (any_element(painter.diagram, [](const RelationElement& e) { return e.bridge && !e.articulation; }))
    rows.push_back({{icon("bridge", {29, 0}, 16, theme.ink, theme.surface)}, {"bridge: ties its cluster to others"}});
  if (any_element(painter.diagram, [](const RelationElement& e) { return e.articulation; }))
    rows.push_back({{icon("articulation-point", {29, 0}, 16, theme.loss, theme.surface)},
                    {words_for_articulation(painter.diagram)}});
}

}  // namespace

std::string words_for_articulation(const RelationsDiagram& diagram) {
  const auto marked = std::count_if(diagram.elements.begin(), diagram.elements.end(),
                                    [](const RelationElement& element) { return element.articulation; });
  return marked > 1 ? "the " + std::to_string(marked) + " whose loss would cut off most"
                    : "whose loss would cut off most";
}

std::vector<LegendRow> legend_rows(const Painter& painter) {
  std::vector<LegendRow> rows;
  add_element_rows(painter, rows);
  add_tie_rows(painter, rows);
  add_badge_rows(painter, rows);
  return rows;
}

std::vector<std::string> types_of(const RelationsDiagram& diagram) {
  std::map<std::string, double> strengths;
  for (const RelationTie& tie : diagram.ties)
    if (!tie.types.empty()) strengths[tie.types.front().type] += tie.strength;
  for (const TieBundle& bundle : diagram.bundles) strengths[bundle.type] += bundle.strength;
  for (const RelationGroup& group : diagram.groups)
    if (group.hull && !group.types.empty()) strengths[group.types.front().type] += group.types.front().share;
  std::vector<std::pair<std::string, double>> sorted(strengths.begin(), strengths.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
  std::vector<std::string> types;
  for (const auto& entry : sorted) types.push_back(entry.first);
  return types;
}

double lay_legend(const Painter& painter, const std::vector<LegendRow>& rows, Point at, double width,
                  std::vector<Shape>* shapes) {
  const Theme& theme = painter.style.theme;
  double y = at.y;
  for (const LegendRow& row : rows) {
    if (shapes) {
      for (Shape shape : row.symbol) {
        move_by(shape, at.x, y);
        shapes->push_back(std::move(shape));
      }
      double baseline = y + (row.height - 8) / 2 - (static_cast<double>(row.lines.size()) - 1) * 7 + 3.6;
      if (row.height <= 20) baseline = y + 11.6;
      for (const std::string& words : row.lines) {
        shapes->push_back(small_text(painter.style, fit(painter.style.fonts, words, width - 88, type_size::small_px),
                                     {at.x + 88, baseline}, theme.ink_2));
        baseline += 14;
      }
    }
    y += row.height;
  }
  std::vector<std::string> types = types_of(painter.diagram);
  types.resize(std::min<std::size_t>(types.size(), 10));
  for (std::size_t number = 0; number < types.size(); ++number) {
    const double x = at.x + (number % 2 ? width / 2 : 0);
    const double centre = y + 8 + static_cast<double>(number / 2) * 20;
    if (!shapes) continue;
    shapes->push_back(type_glyph(painter.style, painter.letters, types[number], {x + 8, centre}, theme.ink_2));
    const std::string words =
        fit(painter.style.fonts, words_for_type(types[number]), width / 2 - 28, type_size::small_px);
    shapes->push_back(small_text(painter.style, words, {x + 22, centre + 3.6}, theme.ink_2));
  }
  return y - at.y + static_cast<double>((types.size() + 1) / 2) * 20;
}

}  // namespace outmap::relations
