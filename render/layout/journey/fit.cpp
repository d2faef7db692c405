#include "render/layout/journey/fit.hpp"

#include <array>
#include <cmath>

#include "render/layout/journey/persona.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double left_gutter = 16;
constexpr double least_label = 96;
constexpr double narrowest_column = 168;   // below it the persona becomes a strip
constexpr double narrowest_content = 150;  // below it bars stand on their own row
constexpr double most_air = 16;            // that a lane gets where the band is at its highest
constexpr double growth_step = 8;
constexpr double strip_gap = 16;
constexpr int no_limit = 1000;

/// From everything to the least that still tells the story.
constexpr std::array<Detail, 14> levels_of_detail{{
    {4, 5, 6, 3, 6, 3, 6, 3, 6, 3, true, 4},
    {3, 3, 4, 2, 4, 3, 4, 2, 4, 2, true, 3},
    {3, 3, 3, 2, 3, 3, 3, 2, 3, 2, true, 2},
    {3, 3, 2, 2, 2, 3, 2, 2, 2, 2, true, 1},
    {2, 2, 2, 1, 2, 3, 2, 2, 2, 2, true, 1},
    {2, 2, 2, 1, 2, 3, 1, 2, 2, 2, true, 1},
    {2, 2, 2, 1, 2, 2, 1, 2, 2, 1, true, 1},
    {2, 2, 2, 1, 2, 2, 1, 2, 1, 2, true, 1},
    {2, 2, 1, 1, 2, 2, 1, 2, 1, 2, true, 1},
    {2, 2, 1, 1, 1, 3, 1, 2, 1, 2, true, 1},
    {2, 0, 1, 1, 1, 3, 1, 2, 1, 2, true, 1},
    {2, 0, 1, 1, 1, 3, 1, 2, 1, 2, true, 0},
    {2, 0, 1, 1, 1, 2, 1, 1, 1, 1, false, 0},
    {2, 0, 1, 1, 1, 2, 1, 1, 1, 1, false, 0, true},
}};
constexpr Detail all_detail{8, 8, no_limit, no_limit, no_limit, 3, no_limit, 3, no_limit, 3, true, no_limit};

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

Marks collect_marks(const std::vector<SheetRow>& rows) {
  Marks marks;
  for (const SheetRow& row : rows) {
    marks.compare = row.sheet->journey.compare;
    marks.after = row.sheet->journey.after;
    for (std::size_t i = 0; i < row.lanes.size(); ++i)
      if (row.heights[i] > 0) row.lanes[i]->list_marks(*row.sheet, marks);
    if (shows_bare_shares(*row.sheet)) marks.add(Mark::stage_share);
  }
  return marks;
}

double total(const std::vector<double>& heights) {
  double sum = 0;
  for (const double height : heights) sum += height;
  return sum;
}

/// What stands below the sheet: the legend of a compact picture, the footer.
double reserve_below(const Sheet& sheet, const Marks& marks) {
  const double strip = sheet.compact ? legend_height(sheet, marks) : 0;
  return footer_reserve + (strip > 0 ? strip + legend_air : 0);
}

/// Chevrons and lanes of all rows, and the gaps between them.
double height_of(const std::vector<SheetRow>& rows) {
  double height = row_gap * static_cast<double>(rows.size() - 1);
  for (const SheetRow& row : rows) height += row.sheet->chevron_row() + total(row.heights);
  return height;
}

double stacked(double persona, double legend) { return persona + legend + (persona > 0 && legend > 0 ? card_gap : 0); }

/// The least height of the left column, and its height with every need; 0 where there is none.
double left_height(const Sheet& sheet, const Marks& marks) {
  return sheet.compact ? 0 : stacked(persona_height(sheet, left_column), legend_height(sheet, marks));
}
double full_left_height(const Sheet& sheet, const Marks& marks) {
  return sheet.compact ? 0 : stacked(persona_full_height(sheet, left_column), legend_height(sheet, marks));
}

void measure(const Detail& detail, Fitted& fitted) {
  for (SheetRow& row : fitted.rows) {
    row.heights.clear();
    for (const std::unique_ptr<Lane>& lane : row.lanes) row.heights.push_back(lane->measure(*row.sheet, detail));
  }
  fitted.marks = collect_marks(fitted.rows);
}

/// Height that is missing for this detail; negative: to spare.
double missing(const Sheet& sheet, const Fitted& fitted, double page_height) {
  return height_of(fitted.rows) - (page_height - reserve_below(sheet, fitted.marks) - fitted.top);
}

/// Gives what the row may have to its band, then a little to every lane.
void spread(double spare, SheetRow& row) {
  std::size_t shown = 0;
  for (std::size_t i = 0; i < row.lanes.size(); ++i) {
    if (row.heights[i] <= 0) continue;
    ++shown;
    const double more = std::clamp(row.lanes[i]->most_height() - row.heights[i], 0.0, std::max(0.0, spare));
    row.heights[i] += std::floor(more);
    spare -= std::floor(more);
  }
  if (spare <= 0 || shown == 0) return;
  const double air = std::min(most_air, std::floor(spare / static_cast<double>(shown)));
  for (double& height : row.heights)
    if (height > 0) height += air;
}

void fit_lanes(const Sheet& sheet, double page_height, bool everything, Fitted& fitted) {
  fitted.page_height = page_height;
  if (everything) {
    measure(all_detail, fitted);
  } else {
    for (const Detail& detail : levels_of_detail) {
      if (sheet.narrow && detail.quote_lines == 2) continue;  // two short lines of a quote say nothing
      measure(detail, fitted);
      if (missing(sheet, fitted, page_height) <= 0) break;
    }
  }
  const double lack = std::max(missing(sheet, fitted, page_height),
                               fitted.top + left_height(sheet, fitted.marks) - (page_height - footer_reserve));
  if (lack > 0) fitted.page_height += std::ceil(lack / growth_step) * growth_step;
  const double spare = -missing(sheet, fitted, fitted.page_height) / static_cast<double>(fitted.rows.size());
  for (SheetRow& row : fitted.rows) spread(spare, row);
}

/// A page holds so many stages in a row.
std::size_t most_in_a_row(const Pen& pen, double page_width) {
  return static_cast<std::size_t>((page_width - 2 * page_margin - label_width_of(pen)) / least_column);
}

/// A row of the journey: its stages from `first` to before `end`, and all that is said of the whole.
JourneyDiagram part_of(const JourneyDiagram& journey, std::size_t first, std::size_t end) {
  const auto cut = [&](auto& list) {
    list = {list.begin() + static_cast<std::ptrdiff_t>(first), list.begin() + static_cast<std::ptrdiff_t>(end)};
  };
  JourneyDiagram part = journey;
  cut(part.stages);
  for (EmotionCurve& other : part.others) cut(other.emotion);
  return part;
}

/// Sets rows one below the other.
void place_rows(Fitted& fitted) {
  double y = fitted.top;
  for (SheetRow& row : fitted.rows) {
    row.top = y;
    row.bottom = y + row.sheet->chevron_row() + total(row.heights);
    y = row.bottom + row_gap;
  }
}

}  // namespace

std::vector<JourneyDiagram> rows_of_stages(const JourneyDiagram& journey, const Pen& pen, Page page) {
  const std::size_t count = journey.stages.size();
  const std::size_t most = most_in_a_row(pen, size_of(page).width);
  if (page != Page::a4_portrait || count <= most) return {journey};
  const std::size_t rows = (count + most - 1) / most;
  std::vector<JourneyDiagram> parts;
  for (std::size_t row = 0, first = 0; row < rows; ++row) {
    const std::size_t end = first + count / rows + (row < count % rows ? 1 : 0);
    parts.push_back(part_of(journey, first, end));
    first = end;
  }
  return parts;
}

std::vector<Sheet> make_sheets(const std::vector<JourneyDiagram>& rows, const Pen& pen, double page_width) {
  const JourneyDiagram& longest = rows.front();
  Sheet sheet{longest, pen};
  sheet.page_width = std::max(
      page_width, 2 * page_margin + label_width_of(pen) + least_column * static_cast<double>(longest.stages.size()));
  sheet.left = page_margin + left_column + left_gutter;
  set_columns(sheet);
  if (sheet.column < narrowest_column || !longest.persona || rows.size() > 1) {
    sheet.compact = true;
    sheet.left = page_margin;
    set_columns(sheet);
  }
  sheet.narrow = sheet.content() < narrowest_content;
  std::vector<Sheet> sheets;
  for (const JourneyDiagram& row : rows) {
    sheets.push_back({row, pen, sheet.page_width, sheet.left, sheet.right, sheet.label_width, sheet.column,
                      sheet.compact, sheet.narrow});
    if (!row.stages.empty()) sheets.back().right = sheets.back().column_left(row.stages.size());
    sheets.front().manner = std::max(sheets.front().manner, place_of_chevron_manner(sheets.back()));
  }
  for (Sheet& each : sheets) each.manner = sheets.front().manner;
  return sheets;
}

double legend_height(const Sheet& sheet, const Marks& marks) {
  return sheet.compact ? legend_strip_height(sheet.pen, marks, sheet.right - sheet.left)
                       : legend_card_height(sheet.pen, marks, left_column);
}

Fitted fit_page(const std::vector<Sheet>& sheets, double page_height, bool everything) {
  const Sheet& sheet = sheets.front();
  const bool advice = !sheet.journey.advice.empty();
  Fitted fitted;
  fitted.top = content_top + (sheet.compact && sheet.journey.persona ? persona_strip_height + strip_gap : 0);
  for (const Sheet& each : sheets) fitted.rows.push_back({&each, make_lanes(), {}, 0, 0});
  if (advice) {
    fitted.rows.front().heights.assign(fitted.rows.front().lanes.size(), 0);
    fitted.page_height = page_height;
  } else {
    fit_lanes(sheet, page_height, everything, fitted);
  }
  place_rows(fitted);
  const double lowest = fitted.page_height - reserve_below(sheet, fitted.marks);
  fitted.bottom = advice ? lowest : fitted.rows.back().bottom;
  fitted.left_bottom = std::max(fitted.bottom, std::min(fitted.top + full_left_height(sheet, fitted.marks), lowest));
  return fitted;
}

}  // namespace outmap::journey_picture
