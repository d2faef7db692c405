#include "render/layout/relations/paint.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "render/layout/icons.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/route.hpp"

namespace outmap::relations {

const ClusterColour& colour_of(const Theme& theme, const RelationsDiagram& diagram, std::size_t group) {
  const std::size_t number = group < diagram.groups.size() ? diagram.groups[group].number : 0;
  return theme.clusters[number == 0 ? 5 : std::min<std::size_t>(number - 1, 5)];
}

double width_of(int step) { return step == 0 ? 2 : step == 1 ? 3.2 : 4.6; }

TypeLetters letters_for(const RelationsDiagram& diagram) {
  std::set<std::string> types;
  for (const RelationTie& tie : diagram.ties)
    for (const TypeShare& type : tie.types) types.insert(type.type);
  for (const TieBundle& bundle : diagram.bundles) types.insert(bundle.type);
  for (const RelationGroup& group : diagram.groups)
    for (const TieTypeShare& type : group.types) types.insert(type.type);
  TypeLetters letters;
  std::set<std::string> taken;
  for (const std::string& type : types) {
    if (type.empty() || tie_icon_name(type) != "other") continue;
    for (const char letter : type + "abcdefghijklmnopqrstuvwxyz") {
      if (static_cast<unsigned char>(letter) >= 128 || !std::isalnum(static_cast<unsigned char>(letter))) continue;
      const std::string upper(1, static_cast<char>(std::toupper(static_cast<unsigned char>(letter))));
      if (!taken.insert(upper).second) continue;
      letters[type] = upper;
      break;
    }
  }
  return letters;
}

Group type_glyph(const Style& style, const TypeLetters& letters, const std::string& type, Point centre,
                 const Colour& colour) {
  const auto letter = letters.find(type);
  if (letter == letters.end())
    return icon(tie_icon_name(type), {centre.x - 8, centre.y - 8}, 16, colour, style.theme.surface);
  Group glyph;
  glyph.shapes.emplace_back(CircleShape{centre, 7.5, {style.theme.surface, Pattern::none, {}, 1}, {colour, 1, {}, 1}});
  glyph.shapes.emplace_back(text_line(style, letter->second, {centre.x, centre.y + 3.6},
                                      {type_size::small_px, Face::semibold, style.theme.ink_2, Anchor::middle, {}}));
  return glyph;
}

Group number_badge(const Style& style, Point centre, std::size_t number, const Colour& colour) {
  Group badge;
  badge.shapes.emplace_back(CircleShape{centre, 10, {colour, Pattern::none, {}, 1}, {}});
  badge.shapes.emplace_back(text_line(style, std::to_string(number), {centre.x, centre.y + 4.3},
                                      {type_size::body_px, Face::semibold, style.theme.on_strong, Anchor::middle, {}}));
  return badge;
}

Group need_bar(const Style& style, const Box& box, double need) {
  return share_bar(style, box, std::clamp(need, 0.0, 1.0), need >= high_need ? style.theme.gap : style.theme.level_now);
}

namespace {

bool within_group(const Painter& painter, const RelationTie& tie) {
  return painter.diagram.elements[tie.from].group == painter.diagram.elements[tie.to].group;
}

Colour colour_of_tie(const Painter& painter, const RelationTie& tie) {
  const std::size_t group = painter.diagram.elements[tie.from].group;
  if (within_group(painter, tie) && painter.diagram.groups[group].hull)
    return colour_of(painter.style.theme, painter.diagram, group).stroke;
  return painter.style.theme.ink_3;  // lighter than what clusters are made of
}

double degrees(Point way) { return std::atan2(way.y, way.x) * 180 / 3.14159265358979323846; }

void add_arrows(const RelationTie& tie, const TiePlan& plan, const Colour& colour, std::vector<Shape>& shapes) {
  const std::size_t last = plan.points.size() - 1;
  const double size = 7 + width_of(tie.step);
  const auto behind = [&](std::size_t tip, std::size_t step) {
    std::size_t at = tip;
    while (at != (step == 1 ? last : 0) && distance(plan.points[tip], plan.points[at]) < size)
      at += step == 1 ? 1 : -1UL;
    return plan.points[at];
  };
  if (tie.arrow_to)
    shapes.emplace_back(
        arrow_head(plan.points[last], degrees(plan.points[last] - behind(last, 0)), size, size, colour));
  if (tie.arrow_from)
    shapes.emplace_back(arrow_head(plan.points[0], degrees(plan.points[0] - behind(0, 1)), size, size, colour));
}

Group paint_tie(const Painter& painter, std::size_t at) {
  const RelationTie& tie = painter.diagram.ties[at];
  const TiePlan& plan = painter.plan.ties[at];
  const std::string& from = painter.diagram.elements[tie.from].id;
  const std::string& to = painter.diagram.elements[tie.to].id;
  Group group{"tie-" + from + "--" + to, from + " " + to, "tie", "", words_for_tie(painter.diagram, tie), "", {}};
  group.role = std::string("tie ") + (tie.derived ? "derived" : "declared");
  if (!tie.types.empty() && !tie.types.front().type.empty()) group.role += " " + tie.types.front().type;
  const Colour colour = colour_of_tie(painter, tie);
  const std::size_t home = painter.diagram.elements[tie.from].group;
  if (tie.derived) {
    const double whole = length_of(plan.points);  // a dot at both ends
    const double pitch = whole / std::max(1.0, std::round(whole / 4.7));
    group.shapes.emplace_back(PathShape{plan.path, {}, {colour, 1.6, {0.1, pitch - 0.1}, 0.9}, true});
    return group;
  }
  const bool inside = within_group(painter, tie) && painter.diagram.groups[home].hull;
  const double width = width_of(tie.step) * (inside ? 1 : 0.8);
  const Colour ground =
      inside ? colour_of(painter.style.theme, painter.diagram, home).tint : painter.style.theme.canvas;
  if (inside) group.shapes.emplace_back(PathShape{plan.path, {}, {ground, width + 4, {}, 1}, false});
  group.shapes.emplace_back(PathShape{plan.path, {}, {colour, width, {}, inside ? 0.75 : 0.8}, false});
  return group;
}

/// Name, size and need, set from the top of a card or in the middle of a hexagon.
void add_words(const Painter& painter, std::size_t at, std::vector<Shape>& shapes) {
  const ElementPlan& plan = painter.plan.elements[at];
  const RelationElement& element = painter.diagram.elements[at];
  const double line = line_height_px(plan.name_px);
  double height = static_cast<double>(plan.name.size()) * line + (plan.size.empty() ? 0 : 13);
  const bool bar = element.need && !plan.hexagon;
  if (bar) height += 12;
  double top = plan.box.y + (plan.box.height - height) / 2;
  const double x = plan.hexagon ? plan.box.center().x : plan.box.x + 10;
  const Anchor anchor = plan.hexagon ? Anchor::middle : Anchor::start;
  for (const std::string& text : plan.name) {
    shapes.emplace_back(text_line(painter.style, text, {x, top + baseline_px(line, plan.name_px)},
                                  {plan.name_px, Face::semibold, {}, anchor, {}}));
    top += line;
  }
  if (!plan.size.empty()) {
    shapes.emplace_back(text_line(painter.style, plan.size, {x, top + baseline_px(13, type_size::small_px)},
                                  {type_size::small_px, Face::regular, painter.style.theme.ink_2, anchor, {}}));
    top += 13;
  }
  if (bar) shapes.emplace_back(need_bar(painter.style, {x, top + 4, plan.box.width - 20, 5}, *element.need));
}

void add_outline(const Box& box, bool hexagonal, const Stroke& stroke, std::vector<Shape>& shapes) {
  const Box wider = inflate(box, 4);
  if (hexagonal)
    shapes.emplace_back(PathShape{outmap::hexagon(wider, 14), {}, stroke, false});
  else
    shapes.emplace_back(RectShape{wider, 9, {}, stroke});
}

std::string description_of(const RelationsDiagram& diagram, const RelationElement& element) {
  std::string words = element.partner ? (element.internal ? "Own staff" : "Boundary partner") : "Customer";
  if (!element.partner && element.size != 1) words += ", size " + grouped_number(element.size);
  words += ", " + std::to_string(element.ties) + (element.ties == 1 ? " tie" : " ties");
  if (element.need) words += ", unmet need " + std::to_string(std::lround(*element.need * 100)) + " %";
  if (element.group != no_index && diagram.groups[element.group].hull)
    words += ", cluster " + diagram.groups[element.group].name;
  if (element.center) words += "; centre of its cluster";
  if (element.bridge) words += "; ties its cluster to others";
  if (element.articulation) words += "; its loss would cut off others";
  return words;
}

Group paint_element(const Painter& painter, std::size_t at) {
  const RelationElement& element = painter.diagram.elements[at];
  const ElementPlan& plan = painter.plan.elements[at];
  const Theme& theme = painter.style.theme;
  const std::string kind = element.partner ? "partner" : "customer";
  Group group{kind + "-" + element.id, element.id, kind, "node", element.name, "", {}};
  if (element.focus) group.role += " focus";
  if (element.articulation) group.role += " articulation-point";
  if (element.bridge) group.role += " bridge";
  if (element.center) group.role += " center";
  group.description = description_of(painter.diagram, element);
  const ClusterColour& colour = colour_of(theme, painter.diagram, element.group);
  if (element.articulation)
    add_outline(plan.box, plan.hexagon, {theme.loss, 2, {}, 1}, group.shapes);
  else if (element.focus)
    add_outline(plan.box, plan.hexagon, {theme.accent, 2.5, {}, 1}, group.shapes);
  group.shapes.emplace_back(
      element_shape(painter.style, plan.box, {plan.hexagon, element.internal, element.center}, colour));
  if (plan.hexagon && !element.internal)
    group.shapes.emplace_back(
        PathShape{outmap::hexagon(plan.box, 12), {colour.stroke, Pattern::none, {}, 0.14}, {}, false});
  add_words(painter, at, group.shapes);
  return group;
}

/// The corner of an element's box with the fewest ties near.
Point quiet_corner(const Painter& painter, std::size_t at) {
  const Box box = inflate(painter.plan.elements[at].box, painter.plan.elements[at].hexagon ? -2 : 0);
  Point best = corners(box)[1];
  double least = 1e9;
  for (const Point& corner : {corners(box)[1], corners(box)[0], corners(box)[2], corners(box)[3]}) {
    double near = 0;
    for (const TiePlan& tie : painter.plan.ties) {
      for (std::size_t on = 1; on < tie.points.size(); ++on)
        near += distance_to_segment(corner, tie.points[on - 1], tie.points[on]) < 16 ? 1 : 0;
      near += tie.has_glyph && distance(corner, tie.glyph) < 20 ? 3 : 0;
      near += tie.label_box.width > 0 && holds(inflate(tie.label_box, 10), corner) ? 3 : 0;
    }
    if (near < least) least = near, best = corner;
  }
  return best;
}

Group badge(const Painter& painter, std::size_t at, const char* name, const Colour& colour, const std::string& words) {
  const RelationElement& element = painter.diagram.elements[at];
  const Point corner = quiet_corner(painter, at);
  Group group{std::string(name) + "-" + element.id, element.id, "badge", name, element.name + ": " + words, "", {}};
  group.shapes.emplace_back(icon(name, {corner.x - 9, corner.y - 9}, 18, colour, painter.style.theme.surface));
  return group;
}

Group paint_label(const Painter& painter, const RelationTie& tie, const TiePlan& plan) {
  const Theme& theme = painter.style.theme;
  Group group;
  group.kind = "label";
  group.role = "label derived";
  const Box& box = plan.label_box;
  group.shapes.emplace_back(
      RectShape{box, box.height / 2, {theme.surface, Pattern::none, {}, 1}, {theme.hairline, 1, {}, 1}});
  group.shapes.emplace_back(type_glyph(painter.style, painter.letters, tie.types.front().type,
                                       {box.x + 9, box.y + box.height / 2}, theme.ink_2));
  group.shapes.emplace_back(text_line(painter.style, plan.label, {box.x + 22, box.y + box.height / 2 + 3.6},
                                      {type_size::small_px, Face::regular, theme.ink, Anchor::start, {}}));
  return group;
}

Group paint_glyph(const Painter& painter, const RelationTie& tie, const TiePlan& plan) {
  const Theme& theme = painter.style.theme;
  Group group;
  group.kind = "glyph";
  group.role = "glyph";
  Point centre = plan.glyph;
  const Colour colour = colour_of_tie(painter, tie);
  if (plan.glyph_width > 20) {
    const Box pill{centre.x - 18, centre.y - 8, 36, 16};
    group.shapes.emplace_back(RectShape{pill, 8, {theme.surface, Pattern::none, {}, 1}, {colour, 1, {}, 1}});
    group.shapes.emplace_back(text_line(painter.style, "+" + std::to_string(tie.types.size() - 1),
                                        {centre.x + 1, centre.y + 3.6},
                                        {type_size::small_px, Face::semibold, theme.ink_2, Anchor::start, {}}));
    centre.x -= 10;
  }
  group.shapes.emplace_back(type_glyph(painter.style, painter.letters, tie.types.front().type, centre, colour));
  return group;
}

}  // namespace

Shape element_shape(const Style& style, const Box& box, const ElementLook& look, const ClusterColour& colour) {
  Stroke line{colour.stroke, look.center ? 3.0 : 1.5, {}, 1};
  if (look.internal) line.dash = {4, 3};
  if (!look.hexagon) return RectShape{box, card_radius, {style.theme.surface, Pattern::none, {}, 1}, line};
  return PathShape{
      outmap::hexagon(box, 12), {look.internal ? style.theme.surface : colour.tint, Pattern::none, {}, 1}, line, false};
}

std::vector<Shape> paint_ties(const Painter& painter) {
  std::vector<Shape> shapes;
  for (std::size_t at = 0; at < painter.plan.ties.size(); ++at) shapes.emplace_back(paint_tie(painter, at));
  for (std::size_t at = 0; at < painter.plan.ties.size(); ++at) {  // on all lines: none hides a direction
    const RelationTie& tie = painter.diagram.ties[at];
    if (!tie.derived) add_arrows(tie, painter.plan.ties[at], colour_of_tie(painter, tie), shapes);
  }
  return shapes;
}

std::vector<Shape> paint_elements(const Painter& painter) {
  std::vector<Shape> shapes;
  for (const RelationGroup& group : painter.diagram.groups)
    for (const std::size_t member : group.members) shapes.emplace_back(paint_element(painter, member));
  return shapes;
}

std::vector<Shape> paint_marks(const Painter& painter) {
  std::vector<Shape> shapes;
  for (std::size_t at = 0; at < painter.plan.ties.size(); ++at) {
    const TiePlan& plan = painter.plan.ties[at];
    if (plan.has_glyph) shapes.emplace_back(paint_glyph(painter, painter.diagram.ties[at], plan));
    if (plan.label_box.width > 0) shapes.emplace_back(paint_label(painter, painter.diagram.ties[at], plan));
  }
  for (std::size_t at = 0; at < painter.diagram.elements.size(); ++at)
    if (painter.diagram.elements[at].bridge && !painter.diagram.elements[at].articulation)
      shapes.emplace_back(badge(painter, at, "bridge", painter.style.theme.ink, "ties its cluster to others"));
  for (std::size_t at = 0; at < painter.diagram.elements.size(); ++at)
    if (painter.diagram.elements[at].articulation)
      shapes.emplace_back(
          badge(painter, at, "articulation-point", painter.style.theme.loss, "its loss would cut off others"));
  return shapes;
}

namespace {

/// Plain ink, the key part in the accent.
std::vector<TextRun> finding_runs(const RelationsDiagram& diagram, const Theme& theme) {
  const std::size_t end = diagram.key_begin + diagram.key_length;
  std::vector<TextRun> runs;
  const auto add = [&](const std::string& text, const Colour& colour) {
    if (!text.empty()) runs.push_back({text, Face::semibold, colour, false});
  };
  add(diagram.finding.substr(0, diagram.key_begin), {});
  add(diagram.finding.substr(diagram.key_begin, diagram.key_length), theme.accent);
  add(diagram.finding.substr(end), {});
  return runs;
}

}  // namespace

Scene empty_scene(const Painter& painter) {
  const RelationsDiagram& diagram = painter.diagram;
  Scene scene;
  scene.id = "relations";
  scene.title = diagram.title;
  scene.description = diagram.question + " " + diagram.finding;
  scene.width_px = painter.plan.width;
  scene.height_px = painter.plan.height;
  scene.ground = painter.style.theme.canvas;
  const bool below = painter.plan.panel.y > painter.plan.region.y;
  const HeadingText words{diagram.title, diagram.question, finding_runs(diagram, painter.style.theme), ""};
  scene.shapes.emplace_back(
      heading(painter.style, words, {HeadingManner::sheet, below ? painter.plan.width : painter.plan.panel.x, {}}));
  return scene;
}

void add_frame(const Painter& painter, Scene& scene) {
  if (!painter.diagram.isolated.empty()) scene.shapes.emplace_back(paint_isolated(painter));
  scene.shapes.emplace_back(paint_panel(painter));
  const FooterLook look{painter.plan.width, painter.plan.height, 24, false, 14};
  scene.shapes.emplace_back(footer(painter.style, painter.diagram.counts, painter.diagram.left_out, look));
}

Scene paint_relations(const RelationsDiagram& diagram, const Plan& plan, const Style& style) {
  const Painter painter{diagram, plan, style, letters_for(diagram), 1};
  Scene scene = empty_scene(painter);
  for (const auto paint : {paint_hulls, paint_ties, paint_elements, paint_marks}) {
    std::vector<Shape> shapes = paint(painter);
    scene.shapes.insert(scene.shapes.end(), shapes.begin(), shapes.end());
  }
  add_frame(painter, scene);
  return scene;
}

}  // namespace outmap::relations
