#include "render/layout/progress/progress_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/progress/ladder.hpp"

namespace outmap {
namespace {

constexpr double gutter = 20;

std::size_t columns_for(Page page, std::size_t ladders) {
  const std::size_t most = page == Page::slide ? 4 : page == Page::a4_landscape ? 3 : 2;
  return std::clamp<std::size_t>(ladders, 2, most);
}

/// Where each ladder stands; those that have no room are left out.
std::vector<Box> places(const std::vector<double>& heights, std::size_t columns, const Box& body) {
  std::vector<Box> boxes;
  const double width = (body.width - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  double y = body.y;
  for (std::size_t first = 0; first < heights.size(); first += columns) {
    const std::size_t end = std::min(first + columns, heights.size());
    const double tallest = *std::max_element(heights.begin() + static_cast<std::ptrdiff_t>(first),
                                             heights.begin() + static_cast<std::ptrdiff_t>(end));
    if (first > 0 && y + tallest > body.bottom() + 0.5) break;
    for (std::size_t at = first; at < end; ++at)
      boxes.push_back({body.x + static_cast<double>(at - first) * (width + gutter), y, width, tallest});
    y += tallest + gutter;
  }
  return boxes;
}

double height_of(const std::vector<double>& heights, std::size_t columns) {
  const std::vector<Box> boxes = places(heights, columns, {0, 0, 1000, 1e9});
  return boxes.empty() ? 0 : boxes.back().bottom();
}

}  // namespace

Scene lay_out_progress(const ProgressDiagram& diagram, const DiagramOptions& options, const Style& style) {
  std::size_t wanted = diagram.ladders.size();
  if (options.top) wanted = std::min(wanted, static_cast<std::size_t>(*options.top));
  const std::size_t columns = columns_for(options.page, wanted);
  charts::SheetLook look;
  look.page = options.page;
  const double body_width = charts::body_width_px(options.page);
  const double width = (body_width - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  std::vector<progress_picture::Ladder> ladders;
  std::vector<double> heights;
  for (std::size_t at = 0; at < wanted; ++at) {
    ladders.emplace_back(diagram.ladders[at], style, width, options.everything);
    heights.push_back(ladders.back().height_px());
  }
  if (!heights.empty()) look.least_body_px = heights.front();
  for (std::size_t at = 0; at < std::min(columns, heights.size()); ++at)
    look.least_body_px = std::max(look.least_body_px, heights[at]);
  if (options.everything || options.top) look.least_body_px = height_of(heights, columns);
  const std::vector<LegendItem> legend = progress_picture::legend_of(diagram, style);
  ChartWords words = diagram.words;
  charts::Sheet measured("progress", words, style, legend, look);
  const std::vector<Box> boxes = places(heights, columns, measured.body());
  if (boxes.size() < diagram.ladders.size())
    words.note = fmt::format("{} of {} partners shown: those that fell, then the furthest", boxes.size(),
                             diagram.ladders.size());
  charts::Sheet sheet("progress", words, style, legend, look);
  if (diagram.ladders.empty()) sheet.add(charts::nothing_yet(style, diagram.nothing, sheet.body()));
  for (std::size_t at = 0; at < boxes.size(); ++at) sheet.add(ladders[at].draw(boxes[at]));
  return std::move(sheet).finish();
}

}  // namespace outmap
