#include "render/layout/journey/list_lane.hpp"

#include <fmt/format.h>

#include <numeric>

namespace outmap::journey_picture {
namespace {

constexpr double more_air = 4;

double line_of_more() { return more_air + line_height_px(type_size::small_px); }

}  // namespace

double ListLane::measure(const Sheet& sheet, const Detail& detail) {
  detail_ = detail;
  rows_.clear();
  any_cut_ = false;
  bool any = false;
  for (const JourneyStage& stage : sheet.journey.stages) {
    any = any || count(stage) > 0;
    any_cut_ = any_cut_ || shown(sheet, stage) < count(stage);
    for (std::size_t item = 0; item < shown(sheet, stage); ++item) {
      const std::size_t row = item / static_cast<std::size_t>(sheet.sub_columns());
      if (rows_.size() <= row) rows_.resize(row + 1, 0);
      rows_[row] = std::max(rows_[row], item_height(sheet, stage, item, sheet.sub_column()));
    }
  }
  if (!any || most(detail) == 0) return 0;
  return std::max(label_height(sheet), 2 * cell_padding + height_of_rows() + (any_cut_ ? line_of_more() : 0));
}

void ListLane::draw(const Sheet& sheet, double top, double, Shapes& into) const {
  draw_label(sheet, top, into);
  const auto across = static_cast<std::size_t>(sheet.sub_columns());
  for (std::size_t i = 0; i < sheet.count(); ++i) {
    const JourneyStage& stage = sheet.journey.stages[i];
    double y = top + cell_padding;
    for (std::size_t item = 0; item < shown(sheet, stage); ++item) {
      const std::size_t row = item / across;
      const double x = sheet.content_left(i) + static_cast<double>(item % across) * (sheet.sub_column() + 16);
      if (item > 0 && item % across == 0) y += rows_[row - 1] + gap();
      draw_item(sheet, stage, item, {x, y, sheet.sub_column(), rows_[row]}, into);
    }
    if (shown(sheet, stage) == count(stage)) continue;
    const double more = top + cell_padding + height_of_rows() + more_air;
    sheet.pen.text(into, {sheet.content_left(i), more + baseline_px(line_height_px(10), 10)},
                   fmt::format("+{} more", count(stage) - shown(sheet, stage)), sheet.pen.small());
  }
}

std::size_t ListLane::shown(const Sheet& sheet, const JourneyStage& stage) const {
  return std::min(count(stage), static_cast<std::size_t>(most(detail_) * sheet.sub_columns()));
}

std::size_t ListLane::cut(const Sheet& sheet) const {
  return std::accumulate(
      sheet.journey.stages.begin(), sheet.journey.stages.end(), std::size_t{0},
      [&](std::size_t sum, const JourneyStage& stage) { return sum + count(stage) - shown(sheet, stage); });
}

double ListLane::height_of_rows() const {
  const double gaps = rows_.empty() ? 0 : gap() * static_cast<double>(rows_.size() - 1);
  return std::accumulate(rows_.begin(), rows_.end(), gaps);
}

}  // namespace outmap::journey_picture
