#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "render/layout/icons.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/legend.hpp"
#include "render/layout/relations/overview.hpp"
#include "render/layout/relations/scores.hpp"
#include "render/layout/relations/superellipse.hpp"

namespace outmap::relations {
namespace {

double width_of_bundle(int step) { return step == 0 ? 1.8 : step == 1 ? 3.6 : 6; }

std::string counted(std::size_t count, const char* one, const char* many) {
  return grouped_number(static_cast<double>(count)) + " " + (count == 1 ? one : many);
}

std::string counts_of(const RelationGroup& group) {
  if (group.partners == 0) return counted(group.customers, "customer", "customers");
  if (group.customers == 0) return counted(group.partners, "partner", "partners");
  return counted(group.customers, "customer", "customers") + " · " + counted(group.partners, "partner", "partners");
}

struct Marks {
  std::size_t high = 0;
  std::size_t others = 0;
  std::size_t partners = 0;
};

/// So many marks each; what there is has at least one.
Marks marks_of(const RelationGroup& group, double each) {
  const auto share = [each](std::size_t count) {
    return count == 0
               ? std::size_t{0}
               : std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(static_cast<double>(count) / each)));
  };
  return {share(group.high_need), share(group.customers - group.high_need), share(group.partners)};
}

Shape square_mark(Point at, const Colour& colour) {
  return RectShape{{at.x - 2.5, at.y - 2.5, 5, 5}, 1, {colour, Pattern::none, {}, 1}, {}};
}

Shape round_mark(const Style& style, Point at, const Colour& colour) {
  return CircleShape{at, 2.7, {style.theme.surface, Pattern::none, {}, 1}, {colour, 1, {}, 1}};
}

void add_marks(const Style& style, const RelationGroup& group, const BubblePlan& bubble, double each,
               const Colour& colour, std::vector<Shape>& shapes) {
  const Marks marks = marks_of(group, each);
  const std::size_t all = marks.high + marks.others + marks.partners;
  const std::vector<Point> places = along_superellipse(bubble.centre, bubble.radius - 11, all);
  for (std::size_t at = 0; at < places.size(); ++at) {
    if (at >= marks.high + marks.others)
      shapes.emplace_back(round_mark(style, places[at], colour));
    else
      shapes.emplace_back(square_mark(places[at], at < marks.high ? style.theme.gap : colour));
  }
}

/// Badge and name, centred; returns where the next line begins.
double add_name(const Style& style, const RelationGroup& group, std::size_t number, const BubblePlan& bubble,
                double top, const Colour& colour, std::vector<Shape>& shapes) {
  const double badge = group.hull ? 28 : 0;
  for (std::size_t line = 0; line < bubble.name.size(); ++line) {
    const double width = style.fonts.width_px(bubble.name[line], type_size::heading_px, Face::semibold);
    const double x = bubble.centre.x - width / 2 + (line == 0 ? badge / 2 : 0);
    if (line == 0 && group.hull) shapes.emplace_back(number_badge(style, {x - 18, top + 10}, number, colour));
    shapes.emplace_back(text_line(style, bubble.name[line], {x, top + 15.4},
                                  {type_size::heading_px, Face::semibold, {}, Anchor::start, {}}));
    top += 20;
  }
  return top;
}

/// Rows of chips of the strongest members, each row centred; returns the y below.
double add_chips(const Painter& painter, const BubblePlan& bubble, double top, const ClusterColour& colour,
                 std::vector<Shape>& shapes) {
  for (const std::vector<ChipPlan>& row : bubble.chips) {
    double x = -8;
    for (const ChipPlan& chip : row) x += chip.width + 8;
    x = bubble.centre.x - x / 2;
    for (const ChipPlan& chip : row) {
      shapes.emplace_back(
          paint_chip(painter, painter.diagram.elements[chip.element], chip.name, {x, top, chip.width, 18}, colour));
      x += chip.width + 8;
    }
    top += 24;
  }
  return top;
}

Group paint_bubble(const Painter& painter, const OverviewPlan& plan, std::size_t at) {
  const RelationGroup& group = painter.diagram.groups[at];
  const BubblePlan& bubble = plan.bubbles[at];
  const Style& style = painter.style;
  const ClusterColour& colour = colour_of(style.theme, painter.diagram, at);
  Group shapes{"group-" + group.id, group.id, "cluster", "hull", group.name + ": " + counts_of(group), "", {}};
  for (const std::string& trait : group.traits) shapes.description += (shapes.description.empty() ? "" : " · ") + trait;
  const bool first = group.number == 1;
  Stroke line{colour.stroke, first ? 2.5 : 1, {}, first ? 1 : 0.7};
  if (!group.hull) line.dash = {4, 3};
  shapes.shapes.emplace_back(
      PathShape{superellipse_path(bubble.centre, bubble.radius), {colour.tint, Pattern::none, {}, 1}, line, false});
  add_marks(style, group, bubble, plan.members_per_mark, colour.stroke, shapes.shapes);
  const double height = static_cast<double>(bubble.name.size()) * 20 + 16 + (bubble.scores ? scores_height : 0) +
                        static_cast<double>(bubble.chips.size()) * 24 + static_cast<double>(bubble.traits.size()) * 18 +
                        (bubble.chips.empty() && bubble.traits.empty() ? 0 : 4);
  double top = add_name(style, group, group.number, bubble, bubble.centre.y - height / 2, colour.stroke, shapes.shapes);
  shapes.shapes.emplace_back(text_line(style, counts_of(group), {bubble.centre.x, top + 10.5},
                                       {type_size::small_px, Face::regular, style.theme.ink_2, Anchor::middle, {}}));
  top += 16;
  if (bubble.scores) {
    const double width = scores_width(group.scores, ScoreLabels::brief);
    shapes.shapes.emplace_back(score_bars(style, group.scores, {bubble.centre.x - width / 2, top}, ScoreLabels::brief));
    top += scores_height;
  }
  top = add_chips(painter, bubble, top + 4, colour, shapes.shapes);
  for (const std::string& trait : bubble.traits) {
    const std::string words =
        fit(style.fonts, trait, 2 * superellipse_stretch * bubble.radius * 0.7, type_size::body_px);
    shapes.shapes.emplace_back(text_line(style, words, {bubble.centre.x, top + 12.3},
                                         {type_size::body_px, Face::regular, {}, Anchor::middle, {}}));
    top += 18;
  }
  return shapes;
}

std::string words_for(const RelationsDiagram& diagram, const TieBundle& bundle) {
  if (bundle.derived)
    return fmt::format("{} – {}: {} alike{}", diagram.groups[bundle.from].name, diagram.groups[bundle.to].name,
                       counted(bundle.count, "pair", "pairs"),
                       bundle.shared.empty() ? "" : ", mostly in " + bundle.shared);
  return fmt::format("{} – {}: {} declared, mostly {}, strength {:.4g}", diagram.groups[bundle.from].name,
                     diagram.groups[bundle.to].name, counted(bundle.count, "tie", "ties"), words_for_type(bundle.type),
                     bundle.strength);
}

Group paint_bundle(const Painter& painter, const OverviewPlan& plan, std::size_t at) {
  const TieBundle& bundle = painter.diagram.bundles[at];
  const std::string& from = painter.diagram.groups[bundle.from].id;
  const std::string& to = painter.diagram.groups[bundle.to].id;
  Group group{"bundle-" + from + "--" + to,
              from + " " + to,
              "tie",
              bundle.derived ? "tie derived bundle" : "tie declared bundle",
              words_for(painter.diagram, bundle),
              "",
              {}};
  const Colour& colour = painter.style.theme.ink_3;
  if (bundle.derived)
    group.shapes.emplace_back(
        PathShape{plan.bundles[at].path, {}, {colour, 1.4 + bundle.step, {0.1, 5.0 + bundle.step}, 0.9}, true});
  else
    group.shapes.emplace_back(
        PathShape{plan.bundles[at].path, {}, {colour, width_of_bundle(bundle.step), {}, 0.8}, false});
  return group;
}

Group paint_count(const Painter& painter, const TieBundle& bundle, Point centre) {
  const Style& style = painter.style;
  const std::string count = grouped_number(static_cast<double>(bundle.count));
  const double width = 26 + style.fonts.width_px(count, type_size::small_px, Face::semibold);
  const Box box{centre.x - width / 2, centre.y - 9, width, 18};
  Group group;
  group.kind = "label";
  group.role = "label";
  Stroke rim{style.theme.ink_3, 1, {}, 1};
  if (bundle.derived) rim.dash = {1.5, 2.5};  // where it hides the dots of its line
  group.shapes.emplace_back(RectShape{box, 9, {style.theme.surface, Pattern::none, {}, 1}, rim});
  group.shapes.emplace_back(type_glyph(style, painter.letters, bundle.type, {box.x + 9, centre.y}, style.theme.ink_2));
  group.shapes.emplace_back(text_line(style, count, {box.x + 20, centre.y + 3.6},
                                      {type_size::small_px, Face::semibold, {}, Anchor::start, {}}));
  return group;
}

/// "one mark per customer", "one mark per 20 customers".
std::string one_mark(double each, const std::string& one, const std::string& many, const std::string& which) {
  const std::string whom = each > 1 ? grouped_number(each) + " " + many : one;
  return "one mark per " + whom + (which.empty() ? "" : " " + which);
}

std::vector<std::size_t> named_in(const OverviewPlan& plan) {
  std::vector<std::size_t> named;
  for (const BubblePlan& bubble : plan.bubbles)
    for (const std::vector<ChipPlan>& row : bubble.chips)
      for (const ChipPlan& chip : row) named.push_back(chip.element);
  return named;
}

LegendRow mark_row(const Style& style, const Colour& colour, bool round, const std::string& words) {
  LegendRow row;
  const Point place{38, 8};
  row.symbol.push_back(round ? round_mark(style, place, colour) : square_mark(place, colour));
  row.lines.push_back(words);
  return row;
}

void add_group_rows(const Painter& painter, std::vector<LegendRow>& rows) {
  const RelationsDiagram& diagram = painter.diagram;
  const Style& style = painter.style;
  const double each = painter.members_per_mark;
  std::size_t high = 0;
  std::size_t customers = 0;
  std::size_t partners = 0;
  for (const RelationGroup& group : diagram.groups)
    high += group.high_need, customers += group.customers, partners += group.partners;
  rows.push_back({{PathShape{superellipse_path({38, 12}, 16),
                             {style.theme.clusters[5].tint, Pattern::none, {}, 1},
                             {style.theme.ink_3, 1, {}, 1},
                             false}},
                  {diagram.groups.size() > 5 ? "cluster; colour for the first five" : "cluster; larger = more members"},
                  34});
  if (high > 0)
    rows.push_back(
        mark_row(style, style.theme.gap, false, one_mark(each, "customer", "customers", "with unmet need from 40 %")));
  if (customers > high)
    rows.push_back(mark_row(style, style.theme.ink_3, false,
                            high > 0 ? one_mark(each, "other customer", "other customers", "")
                                     : one_mark(each, "customer", "customers", "")));
  if (partners > 0) rows.push_back(mark_row(style, style.theme.ink_3, true, one_mark(each, "partner", "partners", "")));
}

template <class Test>
bool names_any(const Painter& painter, Test test) {
  return std::any_of(painter.named.begin(), painter.named.end(),
                     [&](std::size_t at) { return test(painter.diagram.elements[at]); });
}

void add_chip_rows(const Painter& painter, std::vector<LegendRow>& rows) {
  const Style& style = painter.style;
  const auto add = [&](bool partner, bool internal, const char* words) {
    rows.push_back({{element_shape(style, {8, 0, 60, 16}, {partner, internal},
                                   {style.theme.ink_3, partner ? style.theme.surface : Colour{}})},
                    {words},
                    22});
  };
  if (names_any(painter, [](const RelationElement& e) { return !e.partner; }))
    add(false, false, "strongest customers by ties");
  if (names_any(painter, [](const RelationElement& e) { return e.partner && !e.internal; }))
    add(true, false, "strongest partners by ties");
  if (names_any(painter, [](const RelationElement& e) { return e.internal; }))
    add(true, true, "own staff as a partner");
}

void add_bundle_rows(const Painter& painter, std::vector<LegendRow>& rows) {
  const RelationsDiagram& diagram = painter.diagram;
  const Style& style = painter.style;
  const auto any_bundle = [&](bool derived) {
    return std::any_of(diagram.bundles.begin(), diagram.bundles.end(),
                       [&](const TieBundle& bundle) { return bundle.derived == derived; });
  };
  if (any_bundle(false)) {
    LegendRow row;
    for (int step = 0; step < 3; ++step)
      row.symbol.push_back(PathShape{{move_to({step * 27.0, 8}), line_to({step * 27.0 + 22, 8})},
                                     {},
                                     {style.theme.ink_3, width_of_bundle(step), {}, 0.8},
                                     false});
    row.lines = {"relations, thicker = stronger;", "their number and main type"};
    row.height = 32;
    rows.push_back(std::move(row));
  }
  if (any_bundle(true))
    rows.push_back({{PathShape{{move_to({1, 8}), line_to({74, 8})}, {}, {style.theme.ink_3, 1.6, {0.1, 4.6}, 1}, true}},
                    {"derived only: pairs that are alike"}});
}

}  // namespace

std::vector<LegendRow> overview_legend_rows(const Painter& painter) {
  std::vector<LegendRow> rows;
  add_group_rows(painter, rows);
  add_chip_rows(painter, rows);
  add_bundle_rows(painter, rows);
  if (names_any(painter, [](const RelationElement& e) { return e.articulation; }))
    rows.push_back({{icon("articulation-point", {29, 0}, 16, painter.style.theme.loss, painter.style.theme.surface)},
                    {words_for_articulation(painter.diagram)}});
  return rows;
}

Scene paint_overview(const RelationsDiagram& diagram, const OverviewPlan& plan, const Style& style) {
  const Painter painter{diagram, plan.page, style, letters_for(diagram), plan.members_per_mark, named_in(plan)};
  Scene scene = empty_scene(painter);
  for (std::size_t at = 0; at < plan.bundles.size(); ++at) scene.shapes.emplace_back(paint_bundle(painter, plan, at));
  for (std::size_t at = 0; at < plan.bubbles.size(); ++at) scene.shapes.emplace_back(paint_bubble(painter, plan, at));
  for (std::size_t at = 0; at < plan.bundles.size(); ++at)
    if (plan.bundles[at].has_label)
      scene.shapes.emplace_back(paint_count(painter, diagram.bundles[at], plan.bundles[at].label));
  add_frame(painter, scene);
  return scene;
}

}  // namespace outmap::relations
