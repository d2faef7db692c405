#include "render/layout/journey.hpp"

#include <cmath>

#include "render/layout/journey/fit.hpp"
#include "render/layout/journey/frame.hpp"
#include "render/layout/journey/persona.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

void draw_ground(const SheetRow& row, Shapes& into) {
  const Sheet& sheet = *row.sheet;
  const double top = row.top + sheet.chevron_row();
  const Theme& theme = sheet.theme();
  Group ground;
  ground.kind = ground.role = "sheet";
  const Box box{sheet.left, top, sheet.right - sheet.left, row.bottom - top};
  add_rect(ground.shapes, box, 6, solid(theme.surface));
  for (std::size_t i = 0; i < sheet.count(); ++i)
    if (const Colour& tint = sheet.ground(i); tint != theme.surface)
      add_rect(ground.shapes, {sheet.column_left(i), top, sheet.column, box.height}, 0, solid(tint));
  for (std::size_t i = 0; i < sheet.count(); ++i)
    add_line(ground.shapes, {sheet.column_left(i) + 0.5, top}, {sheet.column_left(i) + 0.5, row.bottom},
             Pen::stroke(theme.grid));
  double y = top;
  for (const double height : row.heights) {
    if (height > 0 && y > top)
      add_line(ground.shapes, {sheet.left, y + 0.5}, {sheet.right, y + 0.5}, Pen::stroke(theme.hairline));
    y += height;
  }
  add_rect(ground.shapes, {box.x + 0.5, box.y - 0.5, box.width - 1, box.height}, 6, {}, Pen::stroke(theme.hairline));
  into.emplace_back(std::move(ground));
}

void draw_lanes(const SheetRow& row, Shapes& into) {
  double y = row.top + row.sheet->chevron_row();
  for (std::size_t i = 0; i < row.lanes.size(); ++i) {
    if (row.heights[i] <= 0) continue;
    Group lane;
    lane.id = "lane-" + std::string(row.lanes[i]->name());
    lane.kind = lane.role = "lane";
    row.lanes[i]->draw(*row.sheet, y, row.heights[i], lane.shapes);
    into.emplace_back(std::move(lane));
    y += row.heights[i];
  }
}

/// In place of the lanes: what to add.
void draw_advice(const Sheet& sheet, double top, double bottom, Shapes& into) {
  into.emplace_back(card(sheet.pen.style, {sheet.left, top, sheet.right - sheet.left, bottom - top}));
  const double width = std::min(640.0, sheet.right - sheet.left - 2 * page_margin);
  const Wrapped& words = sheet.pen.wrapped(sheet.journey.advice, width, 3, 15);
  double y = (top + bottom) / 2 - 10 * static_cast<double>(words.lines.size());
  for (const std::string& line : words.lines) {
    sheet.pen.text(into, {(sheet.left + sheet.right) / 2, y + baseline_px(20, 15)}, line,
                   {15, Face::regular, sheet.theme().ink_2, Anchor::middle, ""});
    y += 20;
  }
}

void draw_row(const SheetRow& row, Shapes& into) {
  const bool lanes = row.sheet->journey.advice.empty();
  if (lanes) draw_ground(row, into);
  draw_chevrons(*row.sheet, row.top, into);
  if (lanes) draw_lanes(row, into);
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

}  // namespace outmap::journey_picture

namespace outmap {

Scene lay_out_journey(const JourneyDiagram& journey, const DiagramOptions& options, const Style& style) {
  using namespace journey_picture;
  const Pen pen(style);
  const PageSize page = size_of(options.page);
  const std::vector<JourneyDiagram> rows = rows_of_stages(journey, pen, options.page);
  const std::vector<Sheet> sheets = make_sheets(rows, pen, page.width);
  const Sheet& sheet = sheets.front();
  const double page_height = std::round(page.height * sheet.page_width / page.width);
  const Fitted fitted = fit_page(sheets, page_height, options.everything);
  const double legend = legend_height(sheet, fitted.marks);

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
  for (const SheetRow& row : fitted.rows) draw_row(row, scene.shapes);
  if (!journey.advice.empty()) draw_advice(sheet, fitted.top + sheet.chevron_row(), fitted.bottom, scene.shapes);
  draw_legend(sheet, fitted, legend, scene.shapes);
  scene.shapes.emplace_back(draw_footer(journey, sheet, fitted));
  return scene;
}

}  // namespace outmap
