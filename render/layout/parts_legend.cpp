#include <algorithm>
#include <cmath>

#include "render/layout/parts.hpp"

namespace outmap {
namespace {

/// The symbol's own box is 16 px high.
constexpr double kSymbol_px = 16;

class LegendSetter {
 public:
  LegendSetter(const Style& style, const LegendLook& look) : style_(style), look_(look) {
    legend_.group.kind = "legend";
    legend_.group.role = "legend";
  }

  double label_px(const LegendItem& item) const { return style_.fonts.width_px(item.label, look_.size_px); }

  void set(const LegendItem& item, Point at, double slot_px, double label_room_px) {
    Group entry;
    entry.role = "legend-item";
    Group symbol = item.symbol;
    move_by(symbol, at.x + (slot_px - item.symbol_width_px) / 2, at.y + (look_.row_px - kSymbol_px) / 2);
    entry.shapes.emplace_back(std::move(symbol));
    const std::string label = fit(style_.fonts, item.label, label_room_px, look_.size_px);
    if (label != item.label) entry.title = item.label;
    const double x = at.x + slot_px + look_.symbol_gap_px;
    entry.shapes.emplace_back(text_line(
        style_, label, {x, at.y + baseline_px(look_.row_px, look_.size_px)},
        {look_.size_px, Face::regular, look_.ink.empty() ? style_.theme.ink_2 : look_.ink, Anchor::start, {}}));
    right_ = std::max(right_, x + style_.fonts.width_px(label, look_.size_px));
    bottom_ = std::max(bottom_, at.y + look_.row_px);
    legend_.group.shapes.emplace_back(std::move(entry));
  }

  double item_px(const LegendItem& item) const { return item.symbol_width_px + look_.symbol_gap_px + label_px(item); }

  Legend finish(Point at) {
    legend_.width_px = std::max(0.0, right_ - at.x);
    legend_.height_px = std::max(0.0, bottom_ - at.y);
    return std::move(legend_);
  }

 private:
  const Style& style_;
  const LegendLook& look_;
  Legend legend_;
  double right_ = -1e9;
  double bottom_ = -1e9;
};

struct Column {
  double slot_px = 0;
  double label_px = 0;
};

/// Slots and labels of `count` columns, items dealt row by row.
std::vector<Column> measure_columns(const LegendSetter& setter, const std::vector<LegendItem>& items,
                                    std::size_t count) {
  double slot_px = 0;
  for (const LegendItem& item : items) slot_px = std::max(slot_px, item.symbol_width_px);
  std::vector<Column> columns(count, {slot_px, 0});
  for (std::size_t i = 0; i < items.size(); ++i)
    columns[i % count].label_px = std::max(columns[i % count].label_px, setter.label_px(items[i]));
  return columns;
}

double total_px(const std::vector<Column>& columns, const LegendLook& look) {
  double total = -look.item_gap_px / 2;
  for (const Column& column : columns)
    total += column.slot_px + look.symbol_gap_px + column.label_px + look.item_gap_px / 2;
  return total;
}

/// Where each item begins when they are set one after the other, in as many rows as they need.
std::vector<Point> flow(const LegendSetter& setter, const std::vector<LegendItem>& items, double width_px,
                        const LegendLook& look) {
  std::vector<Point> places;
  Point here;
  for (const LegendItem& item : items) {
    const double item_px = setter.item_px(item);
    if (here.x > 0 && here.x + item_px > width_px) here = {0, here.y + look.row_px};
    places.push_back(here);
    here.x += item_px + look.item_gap_px;
  }
  return places;
}

}  // namespace

std::size_t legend_rows(const Style& style, const std::vector<LegendItem>& items, double width_px,
                        const LegendLook& look) {
  const std::vector<Point> places = flow(LegendSetter(style, look), items, width_px, look);
  return places.empty() ? 0 : 1 + static_cast<std::size_t>(std::lround(places.back().y / look.row_px));
}

Legend legend_flow(const Style& style, const std::vector<LegendItem>& items, Point at, double width_px,
                   const LegendLook& look) {
  LegendSetter setter(style, look);
  const std::vector<Point> places = flow(setter, items, width_px, look);
  for (std::size_t i = 0; i < items.size(); ++i)
    setter.set(items[i], {at.x + places[i].x, at.y + places[i].y}, items[i].symbol_width_px,
               width_px - items[i].symbol_width_px - look.symbol_gap_px);
  return setter.finish(at);
}

Legend legend_balanced(const Style& style, const std::vector<LegendItem>& items, Point at, double width_px,
                       double row_px) {
  constexpr double step_px = 20;
  LegendLook look;
  look.row_px = row_px;
  for (const double gap : {24.0, 20.0, 16.0, 12.0}) {
    look.item_gap_px = gap;
    if (legend_rows(style, items, width_px, look) <= 1) return legend_flow(style, items, at, width_px, look);
  }
  look.item_gap_px = 20;
  const std::size_t rows = legend_rows(style, items, width_px, look);
  double narrowest_px = width_px;
  while (narrowest_px - step_px > width_px / 2 && legend_rows(style, items, narrowest_px - step_px, look) <= rows)
    narrowest_px -= step_px;
  return legend_flow(style, items, at, narrowest_px, look);
}

Legend legend_columns(const Style& style, const std::vector<LegendItem>& items, Point at, double width_px,
                      int most_columns, const LegendLook& look) {
  LegendSetter setter(style, look);
  if (items.empty()) return setter.finish(at);
  std::size_t count = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1, most_columns)), 1, items.size());
  std::vector<Column> columns = measure_columns(setter, items, count);
  while (count > 1 && total_px(columns, look) > width_px) columns = measure_columns(setter, items, --count);
  const double spare_px = std::max(0.0, width_px - total_px(columns, look));
  const double gap_px =
      look.item_gap_px / 2 + (count > 1 ? std::min(spare_px / static_cast<double>(count - 1), look.item_gap_px) : 0);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t row = i / count;
    Point here{at.x, at.y + look.row_px * static_cast<double>(row)};
    for (std::size_t column = 0; column < i % count; ++column)
      here.x += columns[column].slot_px + look.symbol_gap_px + columns[column].label_px + gap_px;
    const double slot_px = columns[i % count].slot_px;
    setter.set(items[i], here, slot_px, width_px - (here.x - at.x) - slot_px - look.symbol_gap_px);
  }
  return setter.finish(at);
}

}  // namespace outmap
