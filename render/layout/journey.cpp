#include "render/layout/journey.hpp"

#include <array>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "render/layout/journey/persona.hpp"
#include "render/layout/journey/sheet.hpp"
#include "render/layout/parts.hpp"

namespace outmap {
using namespace journey_picture;

namespace {

constexpr double left_column = 232;
constexpr double left_gutter = 16;
constexpr double card_gap = 16;
constexpr double least_label = 96;
constexpr double narrowest_column = 168;   // below it the persona becomes a strip
constexpr double narrowest_content = 150;  // below it bars stand on their own row
constexpr double most_air = 16;            // that a lane gets where the band is at its highest
constexpr double growth_step = 8;
constexpr double strip_gap = 16;
constexpr double legend_air = 12;
constexpr double advice_height = 120;
constexpr int no_limit = 1000;

/// From everything to the least that still tells the story.
constexpr std::array<Detail, 13> levels_of_detail{{
    {4, 5, 6, 3, 6, 3, 6, 3, 6, 3, true, 4},
    {3, 3, 4, 2, 4, 3, 4, 2, 4, 2, true, 3},
    {3, 3, 3, 2, 3, 3, 3, 2, 3, 2, true, 2},
    {3, 3, 2, 2, 2, 3, 2, 2, 2, 2, true, 2},
    {2, 2, 2, 1, 2, 3, 2, 2, 2, 2, true, 1},
    {2, 2, 2, 1, 2, 3, 1, 2, 2, 2, true, 1},
    {2, 2, 2, 1, 2, 2, 1, 2, 2, 1, true, 1},
    {2, 2, 2, 1, 2, 2, 1, 2, 1, 2, true, 1},
    {2, 2, 1, 1, 2, 2, 1, 2, 1, 2, true, 1},
    {2, 2, 1, 1, 1, 3, 1, 2, 1, 2, true, 1},
    {2, 0, 1, 1, 1, 3, 1, 2, 1, 2, true, 1},
    {2, 0, 1, 1, 1, 3, 1, 2, 1, 2, true, 0},
    {2, 0, 1, 1, 1, 2, 1, 1, 1, 1, false, 0},
}};
constexpr Detail all_detail{8, 8, no_limit, no_limit, no_limit, 3, no_limit, 3, no_limit, 3, true, no_limit};

struct PageSize {
  double width;
  double height;
};

/// A4 in the proportions of the paper, so wide that body text prints at about 7 points.
PageSize size_of(Page page) {
  switch (page) {
    case Page::a4_landscape:
      return {1400, 990};
    case Page::a4_portrait:
      return {1000, 1414};
    case Page::slide:
      break;
  }
  return {1600, 900};
}

double label_width_of(const Pen& pen) {
  double widest = 0;
  for (const char* word : {"Touchpoints", "opportunities", "line of visibility"})
    widest = std::max(widest, pen.width(word, word[0] == 'l' ? 10 : 12, Face::semibold));
  return std::max(least_label, std::ceil(12 + widest + 6));
}

/// Columns of whole pixels; what rounding leaves over widens the labels.
void set_columns(Sheet& sheet) {
  const double label = label_width_of(sheet.pen);
  const double count = static_cast<double>(std::max<std::size_t>(1, sheet.count()));
  sheet.right = sheet.page_width - page_margin;
  sheet.column = std::floor((sheet.right - sheet.left - label) / count);
  sheet.label_width = sheet.right - sheet.left - sheet.column * count;
}

/// The least width of a stage: with more stages the page grows, in its proportions.
constexpr double least_column = 118;

Sheet make_sheet(const JourneyDiagram& journey, const Pen& pen, double page_width) {
  Sheet sheet{journey, pen};
  sheet.page_width = std::max(
      page_width, 2 * page_margin + label_width_of(pen) + least_column * static_cast<double>(journey.stages.size()));
  sheet.left = page_margin + left_column + left_gutter;
  set_columns(sheet);
  if (sheet.column < narrowest_column) {
    sheet.compact = true;
    sheet.left = page_margin;
    set_columns(sheet);
  }
  sheet.narrow = sheet.content() < narrowest_content;
  return sheet;
}

/// Where everything stands from top to bottom.
struct Fitted {
  Lanes lanes;
  std::vector<double> heights;  // of the lanes; 0: not shown
  Marks marks;
  double top = 0;     // of the chevrons
  double bottom = 0;  // of the sheet
  double page_height = 0;
};

Marks collect_marks(const Sheet& sheet, const Lanes& lanes, const std::vector<double>& heights) {
  Marks marks;
  marks.compare = sheet.journey.compare;
  for (std::size_t i = 0; i < lanes.size(); ++i)
    if (heights[i] > 0) lanes[i]->list_marks(sheet, marks);
  return marks;
}

double total(const std::vector<double>& heights) {
  double sum = 0;
  for (const double height : heights) sum += height;
  return sum;
}

double legend_height(const Sheet& sheet, const Marks& marks) {
  return sheet.compact ? legend_strip_height(sheet.pen, marks, sheet.right - sheet.left)
                       : legend_card_height(sheet.pen, marks, left_column);
}

/// What stands below the sheet: the legend of a compact picture, the footer.
double reserve_below(const Sheet& sheet, const Marks& marks) {
  const double strip = sheet.compact ? legend_height(sheet, marks) : 0;
  return footer_reserve + (strip > 0 ? strip + legend_air : 0);
}

/// The least height of the left column, if there is one.
double left_height(const Sheet& sheet, const Marks& marks) {
  if (sheet.compact) return 0;
  const double persona = persona_height(sheet, left_column);
  const double legend = legend_height(sheet, marks);
  return persona + legend + (persona > 0 && legend > 0 ? card_gap : 0);
}

void measure(const Sheet& sheet, const Detail& detail, Fitted& fitted) {
  fitted.heights.clear();
  for (const std::unique_ptr<Lane>& lane : fitted.lanes) fitted.heights.push_back(lane->measure(sheet, detail));
  fitted.marks = collect_marks(sheet, fitted.lanes, fitted.heights);
}

/// Height that is missing for this detail; negative: to spare.
double missing(const Sheet& sheet, const Fitted& fitted, double page_height) {
  const double room = page_height - reserve_below(sheet, fitted.marks) - fitted.top - chevron_row;
  return total(fitted.heights) - room;
}

/// Gives what is left to the band, then a little to every lane.
void spread(const Sheet& sheet, Fitted& fitted) {
  double spare = -missing(sheet, fitted, fitted.page_height);
  std::size_t shown = 0;
  for (std::size_t i = 0; i < fitted.lanes.size(); ++i) {
    if (fitted.heights[i] <= 0) continue;
    ++shown;
    const double more = std::clamp(fitted.lanes[i]->most_height() - fitted.heights[i], 0.0, std::max(0.0, spare));
    fitted.heights[i] += std::floor(more);
    spare -= std::floor(more);
  }
  if (spare <= 0 || shown == 0) return;
  const double air = std::min(most_air, std::floor(spare / static_cast<double>(shown)));
  for (double& height : fitted.heights)
    if (height > 0) height += air;
}

void fit_lanes(const Sheet& sheet, double page_height, bool everything, Fitted& fitted) {
  fitted.page_height = page_height;
  if (everything) {
    measure(sheet, all_detail, fitted);
  } else {
    for (const Detail& detail : levels_of_detail) {
      if (sheet.narrow && detail.quote_lines == 2) continue;  // two short lines of a quote say nothing
      measure(sheet, detail, fitted);
      if (missing(sheet, fitted, page_height) <= 0) break;
    }
  }
  const double lack = std::max(missing(sheet, fitted, page_height),
                               fitted.top + left_height(sheet, fitted.marks) - (page_height - footer_reserve));
  if (lack > 0) fitted.page_height += std::ceil(lack / growth_step) * growth_step;
  spread(sheet, fitted);
}

Fitted fit_page(const Sheet& sheet, double page_height, bool everything) {
  Fitted fitted;
  fitted.top = content_top + (sheet.compact && sheet.journey.persona ? persona_strip_height + strip_gap : 0);
  fitted.lanes = make_lanes();
  if (sheet.journey.advice.empty()) {
    fit_lanes(sheet, page_height, everything, fitted);
  } else {
    fitted.heights.assign(fitted.lanes.size(), 0);
    fitted.page_height = page_height;
  }
  const double lanes = sheet.journey.advice.empty() ? total(fitted.heights) : advice_height;
  const double chevrons = sheet.count() > 0 ? chevron_row : 0;
  const double persona = sheet.compact ? 0 : persona_full_height(sheet, left_column);
  const double lowest = fitted.page_height - reserve_below(sheet, fitted.marks);
  fitted.bottom = std::max({fitted.top + chevrons + lanes, fitted.top + left_height(sheet, fitted.marks),
                            std::min(fitted.top + persona, lowest)});
  return fitted;
}

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

double width_of(const Pen& pen, const std::vector<FindingPart>& parts, double share_of_cap) {
  double width = 0;
  for (const FindingPart& part : parts) {
    const double own = pen.width(part.text, 15, Face::semibold);
    width += part.max_px > 0 ? std::min(own, part.max_px * share_of_cap) : own;
  }
  return width;
}

Colour colour_of(const Theme& theme, Meaning meaning) {
  switch (meaning) {
    case Meaning::gap:
      return theme.gap;
    case Meaning::gain:
      return theme.gain;
    case Meaning::loss:
      return theme.loss;
    case Meaning::plain:
      break;
  }
  return theme.ink;
}

/// Names are cut so that the sentence fits, more on narrow pages; the sentence itself never is.
std::vector<TextRun> finding_runs(const Sheet& sheet, double room) {
  constexpr double steps[] = {1, 0.85, 0.7, 0.55, 0.45, 0.35};
  double share = steps[0];
  for (const double step : steps) {
    share = step;
    if (width_of(sheet.pen, sheet.journey.finding, share) <= room) break;
  }
  std::vector<TextRun> runs;
  for (const FindingPart& part : sheet.journey.finding) {
    const std::string text =
        part.max_px > 0 ? sheet.pen.fitted(part.text, part.max_px * share, 15, Face::semibold) : part.text;
    const Colour colour = colour_of(sheet.theme(), part.meaning);
    if (!runs.empty() && runs.back().colour == colour)
      runs.back().text += text;
    else
      runs.push_back({text, Face::semibold, colour, false});
  }
  return runs;
}

Group draw_heading(const Sheet& sheet) {
  HeadingLook look;
  look.manner = HeadingManner::sheet;
  look.width_px = sheet.page_width;
  const std::vector<TextRun> finding = finding_runs(sheet, sheet.page_width - 2 * page_margin);
  return heading(sheet.pen.style, {sheet.journey.title, sheet.journey.question, finding, sheet.journey.state}, look);
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string left_out_text(const Sheet& sheet, const Fitted& fitted) {
  LeftOut out;
  for (std::size_t i = 0; i < fitted.lanes.size(); ++i)
    if (sheet.journey.advice.empty()) fitted.lanes[i]->list_left_out(sheet, out);
  std::string text;
  const auto add = [&](std::size_t count, const std::string& one, const std::string& many) {
    if (count > 0) text += (text.empty() ? " · not shown: " : ", ") + counted(count, one, many);
  };
  add(sheet.journey.hidden_stages, "stage", "stages");
  add(out.touchpoints, "touchpoint", "touchpoints");
  add(out.outcomes, "outcome", "outcomes");
  add(out.pains, "pain", "pains");
  add(out.initiatives, "initiative", "initiatives");
  add(out.processes, "process", "processes");
  add(out.quotes, "quote", "quotes");
  add(out.curves, "customer's curve", "customers' curves");
  return text;
}

Group draw_footer(const Sheet& sheet, const Fitted& fitted) {
  const JourneyDiagram& journey = sheet.journey;
  std::string left = journey.map_title;
  if (!journey.date.empty()) left += " · " + journey.date;
  left += " · " + counted(journey.stages.size(), "stage", "stages");
  if (journey.outcome_count > 0) left += ", " + counted(journey.outcome_count, "outcome", "outcomes");
  if (journey.evidence_count > 0)
    left += ", " + counted(journey.evidence_count, "piece of evidence", "pieces of evidence");
  left += left_out_text(sheet, fitted);
  FooterLook look;
  look.width_px = sheet.page_width;
  look.height_px = fitted.page_height;
  look.margin_px = page_margin;
  look.rule = false;
  look.baseline_up_px = 10;
  std::string right = "Levels 0–10, emotion −2 to +2; gap = (wanted − now) × importance";
  const double room = sheet.page_width - 2 * page_margin - page_margin;
  if (sheet.pen.width(left, 10) + sheet.pen.width(right, 10) > room) right = "Levels 0–10, emotion −2 to +2";
  return footer(sheet.pen.style, left, right, look);
}

void draw_left_column(const Sheet& sheet, const Fitted& fitted, double legend, Shapes& into) {
  const double bottom = legend > 0 ? fitted.bottom - legend - card_gap : fitted.bottom;
  draw_persona_card(sheet, {page_margin, fitted.top, left_column, bottom - fitted.top}, into);
}

void draw_legend(const Sheet& sheet, const Fitted& fitted, double legend, Shapes& into) {
  if (sheet.compact)
    draw_legend_strip(sheet.pen, fitted.marks,
                      {sheet.left, fitted.bottom + legend_air - 4, sheet.right - sheet.left, legend}, into);
  else
    draw_legend_card(sheet.pen, fitted.marks, {page_margin, fitted.bottom - legend, left_column, legend}, into);
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
