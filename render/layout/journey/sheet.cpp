#include "render/layout/journey/sheet.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double widest_single = 576;  // content from which list items stand side by side
constexpr double narrowest_item = 280;
constexpr int most_sub_columns = 4;
constexpr double remark_air = 2;

double remark_width(const Sheet& sheet) { return sheet.label_width - 2 * 12 + 8; }

}  // namespace

std::string more_text(std::size_t count) { return "+" + std::to_string(count) + " more"; }

const Colour& Sheet::ground(std::size_t i) const {
  if (journey.stages[i].change == Change::gone) return theme().canvas;
  switch (journey.stages[i].emphasis) {
    case Emphasis::focus:
      return theme().focus_column;
    case Emphasis::gain:
      return theme().gain_column;
    default:
      return theme().surface;
  }
}

int Sheet::sub_columns() const {
  if (content() < widest_single) return 1;
  return std::min(most_sub_columns, static_cast<int>((content() + item_air) / (narrowest_item + item_air)));
}

double Sheet::sub_column(int across) const { return (content() - item_air * (across - 1)) / across; }

double Lane::label_height(const Sheet& sheet) const {
  double height = 2 * cell_padding + line_height_px(type_size::body_px) * static_cast<double>(label(sheet).size());
  if (const std::string words = remark(sheet); !words.empty())
    height += remark_air + line_height_px(10) *
                               static_cast<double>(sheet.pen.wrapped(words, remark_width(sheet), 4, 10).lines.size());
  return height;
}

void Lane::draw_label(const Sheet& sheet, double top, Shapes& into) const {
  const double x = sheet.left + 12;
  double y = top + cell_padding;
  for (const std::string& line : label(sheet)) {
    sheet.pen.text(into, {x, y + baseline_px(16, 12)}, line, sheet.pen.bold());
    y += 16;
  }
  if (const std::string words = remark(sheet); !words.empty())
    sheet.pen.lines(into, {x, y + remark_air}, sheet.pen.wrapped(words, remark_width(sheet), 4, 10), sheet.pen.small());
}

Lanes make_lanes() {
  Lanes lanes;
  lanes.push_back(make_goal_lane());
  lanes.push_back(make_touchpoint_lane());
  lanes.push_back(make_band());
  lanes.push_back(make_outcome_lane());
  lanes.push_back(make_pain_lane());
  lanes.push_back(make_initiative_lane());
  lanes.push_back(make_process_lane());
  lanes.push_back(make_evidence_lane());
  return lanes;
}

}  // namespace outmap::journey_picture
