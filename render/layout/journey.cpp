#include "render/layout/journey.hpp"

#include <cmath>

#include "render/layout/journey/fit.hpp"
#include "render/layout/journey/frame.hpp"
#include "render/layout/journey/persona.hpp"

namespace outmap {
using namespace journey_picture;

namespace {

void draw_ground(const Sheet& sheet, const Fitted& fitted, double top, Shapes& into) {
  const Theme& theme = sheet.theme();
  Group ground;
  ground.kind = ground.role = "sheet";
  const Box box{sheet.left, top, sheet.right - sheet.left, fitted.bottom - top};
  add_rect(ground.shapes, box, 6, solid(theme.surface));
  for (std::size_t i = 0; i < sheet.count(); ++i)
    if (const Colour& tint = sheet.ground(i); tint != theme.surface)
      add_rect(ground.shapes, {sheet.column_left(i), top, sheet.column, box.height}, 0, solid(tint));
  for (std::size_t i = 0; i < sheet.count() && sheet.journey.advice.empty(); ++i)
    add_line(ground.shapes, {sheet.column_left(i) + 0.5, top}, {sheet.column_left(i) + 0.5, fitted.bottom},
             Pen::stroke(theme.grid));
  double y = top;
  for (const double height : fitted.heights) {
    if (height > 0 && y > top)
      add_line(ground.shapes, {sheet.left, y + 0.5}, {sheet.right, y + 0.5}, Pen::stroke(theme.hairline));
    y += height;
  }
  add_rect(ground.shapes, {box.x + 0.5, box.y - 0.5, box.width - 1, box.height}, 6, {}, Pen::stroke(theme.hairline));
  into.emplace_back(std::move(ground));
}

void draw_lanes(const Sheet& sheet, const Fitted& fitted, double top, Shapes& into) {
  double y = top;
  for (std::size_t i = 0; i < fitted.lanes.size(); ++i) {
    if (fitted.heights[i] <= 0) continue;
    Group lane;
    lane.id = "lane-" + std::string(fitted.lanes[i]->name());
    lane.kind = lane.role = "lane";
    fitted.lanes[i]->draw(sheet, y, fitted.heights[i], lane.shapes);
    into.emplace_back(std::move(lane));
    y += fitted.heights[i];
  }
}

void draw_advice(const Sheet& sheet, double top, double bottom, Shapes& into) {
  const double width = std::min(640.0, sheet.right - sheet.left - 2 * page_margin);
  const Wrapped& words = sheet.pen.wrapped(sheet.journey.advice, width, 3, 15);
  double y = (top + bottom) / 2 - 10 * static_cast<double>(words.lines.size());
  for (const std::string& line : words.lines) {
    sheet.pen.text(into, {(sheet.left + sheet.right) / 2, y + baseline_px(20, 15)}, line,
                   {15, Face::regular, sheet.theme().ink_2, Anchor::middle, ""});
    y += 20;
  }
}

void draw_left_column(const Sheet& sheet, const Fitted& fitted, double legend, Shapes& into) {
  const double bottom = legend > 0 ? fitted.left_bottom - legend - card_gap : fitted.left_bottom;
  draw_persona_card(sheet, {page_margin, fitted.top, left_column, bottom - fitted.top}, into);
}

void draw_legend(const Sheet& sheet, const Fitted& fitted, double legend, Shapes& into) {
  if (sheet.compact)
    draw_legend_strip(sheet.pen, fitted.marks,
                      {sheet.left, fitted.bottom + legend_air - 4, sheet.right - sheet.left, legend}, into);
  else
    draw_legend_card(sheet.pen, fitted.marks, {page_margin, fitted.left_bottom - legend, left_column, legend}, into);
}

}  // namespace

Scene lay_out_journey(const JourneyDiagram& journey, const DiagramOptions& options, const Style& style) {
  const Pen pen(style);
  const PageSize page = size_of(options.page);
  const Sheet sheet = make_sheet(journey, pen, page.width);
  const double page_height = std::round(page.height * sheet.page_width / page.width);
  const Fitted fitted = fit_page(sheet, page_height, options.everything);
  const double legend = legend_height(sheet, fitted.marks);
  const double sheet_top = fitted.top + (sheet.count() > 0 ? chevron_row : 0);

  Scene scene;
  scene.id = "journey";
  scene.title = journey.title;
  scene.description = journey.finding_text() + " " + journey.question;
  scene.width_px = sheet.page_width;
  scene.height_px = fitted.page_height;
  scene.ground = style.theme.canvas;
  scene.shapes.emplace_back(draw_heading(sheet));
  if (sheet.compact)
    draw_persona_strip(sheet, {page_margin, content_top, sheet.right - page_margin, persona_strip_height},
                       scene.shapes);
  else
    draw_left_column(sheet, fitted, legend, scene.shapes);
  draw_ground(sheet, fitted, sheet_top, scene.shapes);
  draw_chevrons(sheet, fitted.top, scene.shapes);
  draw_lanes(sheet, fitted, sheet_top, scene.shapes);
  if (!journey.advice.empty()) draw_advice(sheet, sheet_top, fitted.bottom, scene.shapes);
  draw_legend(sheet, fitted, legend, scene.shapes);
  scene.shapes.emplace_back(draw_footer(sheet, fitted));
  return scene;
}

}  // namespace outmap
