// The page of a chart: heading above, legend and footer below, the chart in the body between.
#pragma once

#include <string>
#include <vector>

#include "render/diagrams/chart_words.hpp"
#include "render/layout/parts.hpp"

namespace outmap::charts {

struct SheetLook {
  Page page = Page::slide;
  double least_body_px = 0;  // the page grows in height where its body would be lower
};

/// Heading, legend and footer are measured first; what lies between is `body()`. Margins of 40 px.
class Sheet {
 public:
  /// `style` must outlive the sheet.
  Sheet(std::string id, const ChartWords& words, const Style& style, const std::vector<LegendItem>& legend,
        const SheetLook& look = {});

  /// Where the chart goes.
  const Box& body() const { return body_; }
  double width_px() const { return scene_.width_px; }

  void add(Shape shape) { scene_.shapes.push_back(std::move(shape)); }

  /// The scene, with legend and footer last.
  Scene finish() &&;

 private:
  const Style& style_;
  ChartWords words_;
  Scene scene_;
  Legend legend_;
  Box body_;
};

/// Width of the body of a sheet.
double body_width_px(Page page);

/// A card in place of a chart: what is missing and what to add.
Group nothing_yet(const Style& style, const NothingYet& words, const Box& body);

/// A heading of 15 px over a part of the chart, its baseline at `at`; cut to `width_px`.
Group part_heading(const Style& style, const std::string& words, Point at, double width_px);

Colour colour_of(const Theme& theme, Tone tone);

/// The same, legible as text on the tint of the tone.
Colour text_colour_of(const Theme& theme, Tone tone);

/// A legend entry of one or more shapes drawn in a box of `width_px` x 16 px at (0, 0).
LegendItem legend_item(std::vector<Shape> symbol, double width_px, std::string label);

}  // namespace outmap::charts
