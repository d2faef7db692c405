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
constexpr double advice_height = 120;
constexpr int no_limit = 1000;

/// From everything to the least that still tells the story.
constexpr std::array<Detail, 13> levels_of_detail{{
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

/// What stands below the sheet: the legend of a compact picture, the footer.
double reserve_below(const Sheet& sheet, const Marks& marks) {
  const double strip = sheet.compact ? legend_height(sheet, marks) : 0;
  return footer_reserve + (strip > 0 ? strip + legend_air : 0);
}

double stacked(double persona, double legend) { return persona + legend + (persona > 0 && legend > 0 ? card_gap : 0); }

/// The least height of the left column, and its height with every need; 0 where there is none.
double left_height(const Sheet& sheet, const Marks& marks) {
  return sheet.compact ? 0 : stacked(persona_height(sheet, left_column), legend_height(sheet, marks));
}
double full_left_height(const Sheet& sheet, const Marks& marks) {
  return sheet.compact ? 0 : stacked(persona_full_height(sheet, left_column), legend_height(sheet, marks));
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

}  // namespace

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

Sheet make_sheet(const JourneyDiagram& journey, const Pen& pen, double page_width) {
  Sheet sheet{journey, pen};
  sheet.page_width = std::max(
      page_width, 2 * page_margin + label_width_of(pen) + least_column * static_cast<double>(journey.stages.size()));
  sheet.left = page_margin + left_column + left_gutter;
  set_columns(sheet);
  if (sheet.column < narrowest_column || !journey.persona) {
    sheet.compact = true;
    sheet.left = page_margin;
    set_columns(sheet);
  }
  sheet.narrow = sheet.content() < narrowest_content;
  return sheet;
}

double legend_height(const Sheet& sheet, const Marks& marks) {
  return sheet.compact ? legend_strip_height(sheet.pen, marks, sheet.right - sheet.left)
                       : legend_card_height(sheet.pen, marks, left_column);
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
  const bool advice = !sheet.journey.advice.empty();
  const double chevrons = sheet.count() > 0 ? chevron_row : 0;
  const double lowest = fitted.page_height - reserve_below(sheet, fitted.marks);
  fitted.bottom = fitted.top + chevrons + (advice ? advice_height : total(fitted.heights));
  fitted.left_bottom = std::max(fitted.bottom, std::min(fitted.top + full_left_height(sheet, fitted.marks), lowest));
  if (advice) fitted.bottom = fitted.left_bottom;
  return fitted;
}

}  // namespace outmap::journey_picture
