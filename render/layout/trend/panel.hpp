// One small chart of levels over time.
#pragma once

#include "render/diagrams/trend_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::trend_picture {

/// Name, verdict, readings with their line, target, events; the axis of time is that of the whole picture.
Group draw_panel(const TrendDiagram& diagram, const TrendPanel& panel, const Style& style, const Box& box);

std::vector<LegendItem> legend_of(const TrendDiagram& diagram, std::size_t shown, const Style& style);

/// The number of an event in a ring; 14 px wide.
Group event_mark(const Style& style, const std::string& number, Point center);

}  // namespace outmap::trend_picture
