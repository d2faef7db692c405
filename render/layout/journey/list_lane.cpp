#include "render/layout/journey/list_lane.hpp"

#include <algorithm>
#include <numeric>

namespace outmap::journey_picture {

namespace {

constexpr double more_air = 4;
constexpr double more_gap = 8;
constexpr double narrowest_short_item = 180;
constexpr std::size_t long_list = 3;

double line_of_more() { return more_air + line_height_px(type_size::small_px); }

}  // namespace

double ListLane::measure(const Sheet& sheet, const Detail& detail) {
  detail_ = detail;
  across_ = sub_columns(sheet);
  rows_.clear();
  any_cut_ = false;
  bool any = false;
  for (const JourneyStage& stage : sheet.journey.stages) {
    any = any || count(stage) > 0;
    any_cut_ = any_cut_ || shown(sheet, stage) < count(stage);
    for (std::size_t item = 0; item < shown(sheet, stage); ++item) {
      const std::size_t row = item / static_cast<std::size_t>(across_);
      if (rows_.size() <= row) rows_.resize(row + 1, 0);
      rows_[row] =
          std::max(rows_[row], item_height(sheet, stage, item, sheet.sub_column(across_), reserve(sheet, stage, item)));
    }
  }
  if (!any || most(detail) == 0) return 0;
  const double more = any_cut_ && !counts_on_last_line(sheet) ? line_of_more() : 0;
  return std::max(label_height(sheet), 2 * cell_padding + height_of_rows() + more);
}

void ListLane::draw(const Sheet& sheet, double top, double, Shapes& into) const {
  draw_label(sheet, top, into);
  const auto across = static_cast<std::size_t>(across_);
  const double width = sheet.sub_column(across_);
  for (std::size_t i = 0; i < sheet.count(); ++i) {
    const JourneyStage& stage = sheet.journey.stages[i];
    double y = top + cell_padding;
    double baseline = y;
    double right = sheet.content_left(i);
    for (std::size_t item = 0; item < shown(sheet, stage); ++item) {
      const std::size_t row = item / across;
      const double x = sheet.content_left(i) + static_cast<double>(item % across) * (width + item_air);
      if (item > 0 && item % across == 0) y += rows_[row - 1] + gap();
      right = x + width;
      const Box box{x, y, width, rows_[row]};
      baseline = draw_item(sheet, stage, item, box, reserve(sheet, stage, item), into);
    }
    if (shown(sheet, stage) == count(stage)) continue;
    Ink ink = sheet.pen.small();
    Point at{sheet.content_left(i), top + cell_padding + height_of_rows() + more_air + baseline_px(13, 10)};
    if (counts_on_last_line(sheet)) {
      at = {right, baseline};
      ink.anchor = Anchor::end;
    }
    sheet.pen.text(into, at, more_text(count(stage) - shown(sheet, stage)), ink);
  }
}

/// Two also in a column of middling width, where a stage has a long list.
int ListLane::sub_columns(const Sheet& sheet) const {
  const int wide = sheet.sub_columns();
  if (wide > 1 || sheet.sub_column(2) < narrowest_short_item) return wide;
  const auto& stages = sheet.journey.stages;
  const bool any_long =
      std::any_of(stages.begin(), stages.end(), [&](const JourneyStage& stage) { return count(stage) >= long_list; });
  return any_long ? 2 : 1;
}

std::size_t ListLane::shown(const Sheet&, const JourneyStage& stage) const {
  return std::min(count(stage), static_cast<std::size_t>(most(detail_) * across_));
}

std::size_t ListLane::cut(const Sheet& sheet) const {
  return std::accumulate(
      sheet.journey.stages.begin(), sheet.journey.stages.end(), std::size_t{0},
      [&](std::size_t sum, const JourneyStage& stage) { return sum + count(stage) - shown(sheet, stage); });
}

double ListLane::reserve(const Sheet& sheet, const JourneyStage& stage, std::size_t item) const {
  const std::size_t visible = shown(sheet, stage);
  if (!counts_on_last_line(sheet) || item + 1 != visible || visible == count(stage)) return 0;
  return more_gap + sheet.pen.width(more_text(count(stage) - visible), type_size::small_px);
}

double ListLane::height_of_rows() const {
  const double gaps = rows_.empty() ? 0 : gap() * static_cast<double>(rows_.size() - 1);
  return std::accumulate(rows_.begin(), rows_.end(), gaps);
}

}  // namespace outmap::journey_picture
