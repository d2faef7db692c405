#include "render/layout/whatif/whatif_layout.hpp"

#include <algorithm>
#include <cmath>

#include "render/layout/charts/sheet.hpp"
#include "render/layout/outcomes/draw.hpp"
#include "render/layout/outcomes/plan.hpp"
#include "render/layout/page.hpp"
#include "render/layout/whatif/legend.hpp"
#include "render/layout/whatif/panel.hpp"

namespace outmap {
namespace whatif_picture {
namespace {

constexpr double margin = 24;
constexpr double body_top = 104;
constexpr double foot_note_px = 16;
constexpr double narrow_gutter = 56;
constexpr double tall_gutter = 46;
constexpr double upright_map = 800;

const std::string method =
    "Percent on a node: how far it moves from today, as a share of its scale or of its whole activity. A link is as "
    "thick as what it passes on: its weight × the change of its cause.";

HeadingText heading_text(const ChartWords& words, const Theme& theme) {
  HeadingText text{words.title, words.question, {}, ""};
  for (const TonedText& part : words.finding)
    text.finding.push_back({part.text, Face::semibold,
                            part.tone == Tone::plain ? Colour(theme.ink) : charts::colour_of(theme, part.tone), false});
  return text;
}

/// Where the parts of the page stand.
struct Places {
  PageSize page{};
  double map_width = 0;
  double map_bottom = 0;  // of the columns' bands
  double foot_height = 0;
  bool upright = false;
};

Places places_for(const WhatIfDiagram& diagram, const DiagramOptions& options, const Legend& legend) {
  Places places;
  places.page = size_of(options.page);
  places.upright = options.page == Page::a4_portrait;
  places.foot_height = legend.height_px + 10 + foot_note_px + 28;
  if (options.everything) {
    const double needed = body_top + 230 + least_rows_px(diagram) + places.foot_height + 18;
    places.page.height = std::max(places.page.height, needed + (places.upright ? upright_map : 0));
  }
  places.map_width = places.upright ? places.page.width : options.page == Page::a4_landscape ? 1048 : 1224;
  places.map_bottom = places.upright ? upright_map : places.page.height - places.foot_height - 18;
  return places;
}

/// A mark in the middle of every link that makes worse: never colour alone.
void mark_harm(const outcomes::Plan& plan, std::vector<Shape>& shapes) {
  for (std::size_t at = 0; at < plan.diagram.edges.size(); ++at) {
    const OutcomeEdge& link = plan.edge(at);
    if (!link.strong || link.helps) continue;
    const std::vector<Point> points = outcomes::sample(plan.routes[at].whole);
    const Point middle = points[points.size() / 2];
    const std::vector<Point> corners{
        {middle.x - 5, middle.y - 4}, {middle.x + 5, middle.y - 4}, {middle.x, middle.y + 4.5}};
    shapes.emplace_back(
        PathShape{polygon(corners), {plan.style.theme.loss}, {plan.style.theme.surface, 1.5, {}, 1}, false});
  }
}

void draw_map(const outcomes::Plan& plan, Scene& scene) {
  scene.shapes.emplace_back(outcomes::draw_columns(plan));
  for (Shape& shape : outcomes::draw_ribbons(plan)) scene.shapes.emplace_back(std::move(shape));
  scene.shapes.emplace_back(outcomes::draw_edges(plan));
  Group harm{"", "", "marks", "harm", "", "", {}};
  mark_harm(plan, harm.shapes);
  if (!harm.shapes.empty()) scene.shapes.emplace_back(std::move(harm));
  for (Shape& shape : outcomes::draw_nodes(plan)) scene.shapes.emplace_back(std::move(shape));
  for (Shape& shape : outcomes::draw_loop_names(plan)) scene.shapes.emplace_back(std::move(shape));
}

void draw_panel(const WhatIfDiagram& diagram, const Style& style, const Places& places, double map_bottom,
                Scene& scene) {
  const double bottom = scene.height_px - places.foot_height - 18;
  if (places.upright) {
    const double top = map_bottom + 20;
    const double width = scene.width_px - 2 * margin;
    const double people = std::floor(width * 0.38);
    draw_people(diagram, style, {margin, top, people, bottom - top}, scene.shapes);
    if (diagram.projected)
      draw_outcome_rows(diagram, style, {margin + people + 32, top, width - people - 32, bottom - top}, scene.shapes);
    else
      draw_directions(diagram, style, {margin + people + 32, top, width - people - 32, bottom - top}, scene.shapes);
    return;
  }
  const double x = places.map_width + 16;
  const double width = scene.width_px - margin - x;
  const double below = draw_people(diagram, style, {x, body_top, width, bottom - body_top}, scene.shapes);
  const Box rest{x, below + 16, width, bottom - below - 16};
  if (diagram.projected)
    draw_outcome_rows(diagram, style, rest, scene.shapes);
  else
    draw_directions(diagram, style, rest, scene.shapes);
}

void draw_foot(const WhatIfDiagram& diagram, const Style& style, Legend legend, const Places& places, Scene& scene) {
  double y = scene.height_px - places.foot_height;
  legend.group.id = "legend";
  legend.group.kind = "legend";
  legend.group.role = "legend";
  move_by(legend.group, margin, y);
  y += legend.height_px + 10;
  scene.shapes.emplace_back(std::move(legend.group));
  Group note{"", "", "note", "note", method, "", {}};
  note.shapes.emplace_back(text_line(style, fit(style.fonts, method, scene.width_px - 2 * margin, type_size::small_px),
                                     {margin, y + 6},
                                     {type_size::small_px, Face::regular, style.theme.ink_2, Anchor::start, {}}));
  scene.shapes.emplace_back(std::move(note));
  scene.shapes.emplace_back(
      footer(style, diagram.words.source, diagram.words.note, {scene.width_px, scene.height_px, margin, false, 10}));
}

}  // namespace
}  // namespace whatif_picture

Scene lay_out_whatif(const WhatIfDiagram& diagram, const DiagramOptions& options, const Style& style) {
  using namespace whatif_picture;
  Legend legend = draw_legend(diagram, style, size_of(options.page).width - 2 * margin);
  const Places places = places_for(diagram, options, legend);
  outcomes::Plan plan = outcomes::make_plan(diagram.map, style);
  plan.page_width = places.map_width;
  plan.page_height = places.page.height;
  plan.band_top = body_top;
  plan.band_bottom = places.map_bottom;
  plan.least_gutter = narrow_gutter;
  plan.tall_gutter = tall_gutter;
  if (!diagram.map.nodes.empty()) {
    outcomes::measure_columns(plan);
    outcomes::place_cells(plan);
    outcomes::route_edges(plan);
  }
  Scene scene;
  scene.id = "whatif";
  scene.title = diagram.words.title;
  scene.description = diagram.words.question + " " + text_of(diagram.words.finding);
  scene.width_px = places.page.width;
  scene.height_px = plan.page_height;
  scene.ground = style.theme.surface;
  HeadingLook look;
  look.manner = HeadingManner::sheet;
  look.width_px = scene.width_px;
  look.bar = charts::colour_of(style.theme, diagram.words.bar);
  scene.shapes.emplace_back(heading(style, heading_text(diagram.words, style.theme), look));
  if (diagram.map.nodes.empty())
    scene.shapes.emplace_back(charts::nothing_yet(
        style, {"Nothing moves", "The map has no influence that leads from what the scenario changes to anything."},
        {margin, body_top, places.map_width - 2 * margin, places.map_bottom - body_top}));
  else
    draw_map(plan, scene);
  draw_panel(diagram, style, places, plan.band_bottom, scene);
  draw_foot(diagram, style, std::move(legend), places, scene);
  return scene;
}

}  // namespace outmap
