// Axes of charts: from values to px, round ticks, the axis itself.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/layout/parts.hpp"

namespace outmap::charts {

/// A straight scale: `low` stands at `low_px`, `high` at `high_px`; for an upright axis low_px is the greater.
struct AxisScale {
  double low = 0;
  double high = 1;
  double low_px = 0;
  double high_px = 1;

  double px(double value) const {
    return high == low ? low_px : low_px + (value - low) / (high - low) * (high_px - low_px);
  }
};

struct Ticks {
  double step = 1;
  std::vector<double> values;  // rising; the first at or below `low`, the last at or above `high`

  double low() const { return values.front(); }
  double high() const { return values.back(); }
};

/// Round numbers from at or below `low` to at or above `high`: multiples of the smallest of {1, 2, 2.5, 5, 10} x 10^k
/// that gives at most `most_intervals` intervals, two or more. Where low and high are the same, one interval round
/// them.
Ticks round_ticks(double low, double high, int most_intervals);

/// The tick's number with as many decimals as its step needs: "0.5", "−2", "1,500".
std::string tick_text(double value, double step);

struct AxisLook {
  std::string title{};                         // in words, with the unit
  std::function<std::string(double)> words{};  // of a tick; empty: tick_text
  bool grid = false;                           // a line across the plot at each tick
  bool line = true;
  bool ends_inside = false;  // the first and the last label stay between the ends of the axis
};

/// An axis below `plot`: ticks, labels, title centred under them (38 px in all).
Group bottom_axis(const Style& style, const Box& plot, const AxisScale& scale, const Ticks& ticks,
                  const AxisLook& look = {});

/// An axis at the left of `plot`; its title stands over it, `title_up_px` above the plot.
Group left_axis(const Style& style, const Box& plot, const AxisScale& scale, const Ticks& ticks,
                const AxisLook& look = {}, double title_up_px = 8);

/// A straight line.
PathShape line(Point from, Point to, const Stroke& stroke);

/// A dot, a filled box, a filled polygon.
CircleShape disc(Point center, double radius, const Colour& fill, const Stroke& stroke = {});
RectShape bar(const Box& box, const Colour& fill, double radius = 0);

/// `share` of one colour in the other, both "#RRGGBB".
Colour mixed(const Colour& colour, const Colour& into, double share);

}  // namespace outmap::charts
