#include "render/layout/trend/trend_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/trend/panel.hpp"

namespace outmap {
namespace {

constexpr double gutter = 28;
constexpr double row_gutter = 20;
constexpr double least_panel_px = 172;
constexpr double most_panel_px = 300;
constexpr double event_row_px = 18;
constexpr std::size_t most_event_rows = 3;

/// Columns and rows of small charts, and the rows of events below them.
struct Grid {
  std::size_t columns = 1;
  std::size_t rows = 0;
  std::size_t shown = 0;
  std::size_t event_rows = 0;
  double panel_px = 0;

  double events_px() const { return event_rows == 0 ? 0 : 14 + event_row_px * static_cast<double>(event_rows); }
  double height_px() const { return static_cast<double>(rows) * (panel_px + row_gutter) - row_gutter + events_px(); }
};

std::size_t columns_for(Page page, std::size_t panels) {
  const std::size_t most = page == Page::slide ? 4 : page == Page::a4_landscape ? 3 : 2;
  if (panels <= 2) return std::max<std::size_t>(1, panels);
  return panels <= 6 ? std::min<std::size_t>(most, 3) : most;
}

std::size_t rows_of(std::size_t count, std::size_t columns) { return (count + columns - 1) / columns; }

/// The events of the first panels take rows below them; the panels share what is left.
Grid grid_for(TrendDiagram& diagram, const DiagramOptions& options, double body_px) {
  Grid grid;
  std::size_t wanted = diagram.panels.size();
  if (options.top) wanted = std::min(wanted, static_cast<std::size_t>(*options.top));
  grid.columns = columns_for(options.page, wanted);
  const bool grows = options.everything || options.top;
  const auto room = static_cast<std::size_t>((body_px - event_row_px * most_event_rows - 14 + row_gutter) /
                                             (least_panel_px + row_gutter));
  grid.rows =
      grows ? rows_of(wanted, grid.columns) : std::min(rows_of(wanted, grid.columns), std::max<std::size_t>(1, room));
  grid.shown = std::min(wanted, grid.rows * grid.columns);
  number_events(diagram, grid.shown);
  const auto told = static_cast<std::size_t>(
      std::ranges::count_if(diagram.events, [](const TrendEvent& event) { return !event.number.empty(); }));
  grid.event_rows = rows_of(told, grid.columns);
  if (!grows) grid.event_rows = std::min(grid.event_rows, most_event_rows);
  const double each =
      (body_px - grid.events_px() + row_gutter) / static_cast<double>(std::max<std::size_t>(1, grid.rows)) - row_gutter;
  grid.panel_px = std::clamp(each, least_panel_px, most_panel_px);
  return grid;
}

/// Widths of columns of words beside one another: what each needs, and where that is too much as much as the others
/// leave.
std::vector<double> shared_widths(std::vector<double> needs, double room) {
  double all = 0;
  for (const double need : needs) all += need;
  if (all <= room) return needs;
  double most =
      room / static_cast<double>(needs.size());  // no column may exceed it: grows by what the small ones leave
  for (std::size_t round = 0; round <= needs.size(); ++round) {
    double small = 0, large = 0;
    for (const double need : needs) (need <= most ? small : large) += need <= most ? need : 1;
    if (large > 0) most = (room - small) / large;
  }
  for (double& need : needs) need = std::min(need, most);
  return needs;
}

/// What happened, in columns under the charts, from left to right; what has no place is counted.
Group draw_events(const TrendDiagram& diagram, const Style& style, const Grid& grid, const Box& box) {
  Group group{"events", "", "events", "events", "What happened meanwhile", "", {}};
  std::vector<const TrendEvent*> told;
  for (const TrendEvent& event : diagram.events)
    if (!event.number.empty()) told.push_back(&event);
  const std::size_t cells = grid.event_rows * grid.columns;
  const std::size_t shown = told.size() <= cells ? told.size() : cells - 1;
  constexpr double mark_px = 20, least_column_px = 80;
  const std::size_t columns = rows_of(std::min(told.size(), cells), grid.event_rows);
  std::vector<double> needs(columns, least_column_px);
  for (std::size_t at = 0; at < shown; ++at) {
    double& need = needs[at / grid.event_rows];
    need = std::max(need, mark_px + style.fonts.width_px(told[at]->text, type_size::small_px) + 1);
  }
  const std::vector<double> widths = shared_widths(needs, box.width - gutter * static_cast<double>(columns - 1));
  double x = box.x;
  for (std::size_t at = 0; at < std::min(told.size(), cells); ++at) {
    if (at > 0 && at % grid.event_rows == 0) x += widths[at / grid.event_rows - 1] + gutter;
    const double y = box.y + 14 + event_row_px * static_cast<double>(at % grid.event_rows) + event_row_px / 2;
    const double width = widths[at / grid.event_rows] - mark_px;
    if (at == shown) {
      group.shapes.emplace_back(text_line(style, fmt::format("+ {} more", told.size() - shown), {x + mark_px, y + 3.6},
                                          {type_size::small_px, Face::italic, style.theme.ink_2}));
      break;
    }
    Group line{"event-" + told[at]->number, told[at]->of, told[at]->kind, "event", told[at]->title, "", {}};
    line.shapes.emplace_back(trend_picture::event_mark(style, told[at]->number, {x + 8, y}));
    line.shapes.emplace_back(text_line(style, fit(style.fonts, told[at]->text, width, type_size::small_px),
                                       {x + mark_px, y + 3.6},
                                       {type_size::small_px, Face::regular, style.theme.ink_2}));
    group.shapes.emplace_back(std::move(line));
  }
  return group;
}

}  // namespace

Scene lay_out_trend(const TrendDiagram& given, const DiagramOptions& options, const Style& style) {
  TrendDiagram diagram = given;
  charts::SheetLook look;
  look.page = options.page;
  const std::size_t most = diagram.panels.size();
  const double body_px =
      charts::Sheet("trend", diagram.words, style, trend_picture::legend_of(diagram, most, style), look).body().height;
  const Grid grid = grid_for(diagram, options, body_px);
  if (options.everything || options.top) look.least_body_px = grid.height_px();
  if (grid.shown < most)
    diagram.words.note = fmt::format("{} of {} shown: outcomes, then stages of journeys, each with what worsened first",
                                     grid.shown, most);
  charts::Sheet sheet("trend", diagram.words, style, trend_picture::legend_of(diagram, grid.shown, style), look);
  const Box& body = sheet.body();
  if (diagram.panels.empty()) sheet.add(charts::nothing_yet(style, diagram.nothing, body));
  const double width =
      (body.width - gutter * static_cast<double>(grid.columns - 1)) / static_cast<double>(grid.columns);
  for (std::size_t at = 0; at < grid.shown; ++at) {
    const Box box{body.x + (width + gutter) * static_cast<double>(at % grid.columns),
                  body.y + (grid.panel_px + row_gutter) * static_cast<double>(at / grid.columns), width, grid.panel_px};
    sheet.add(trend_picture::draw_panel(diagram, diagram.panels[at], style, box));
  }
  if (grid.event_rows > 0)
    sheet.add(draw_events(diagram, style, grid,
                          {body.x, body.y + grid.height_px() - grid.events_px(), body.width, grid.events_px()}));
  return std::move(sheet).finish();
}

}  // namespace outmap
