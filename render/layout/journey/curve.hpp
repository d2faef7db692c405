// Curves through one reading per column, and the areas between two of them.
#pragma once

#include <optional>
#include <vector>

#include "render/scene.hpp"

namespace outmap::journey_picture {

/// A cubic Bézier curve whose x is linear in its parameter.
struct Bezier {
  Point start;
  Point c1;
  Point c2;
  Point end;

  double y_at(double t) const;
};

/// The parts of `curve` before and after parameter `t` (de Casteljau).
std::vector<Bezier> split(const Bezier& curve, double t);

/// The part of `curve` between two x within its own.
Bezier cut(const Bezier& curve, double from_x, double to_x);

struct Columns {
  double left = 0;   // of the first column
  double width = 0;  // of each
  double air = 8;    // kept free at the outer ends and beside a missing reading

  double center(std::size_t i) const { return left + (static_cast<double>(i) + 0.5) * width; }
};

using Readings = std::vector<std::optional<double>>;  // y by column

/// A curve in pieces of half a column: piece 2i ends in the middle of column i, piece 2i + 1 begins there. Missing
/// readings leave both of their pieces out.
using Curve = std::vector<std::optional<Bezier>>;

/// Monotone cubic interpolation (Fritsch & Carlson 1980, doi:10.1137/0717021, slopes by the harmonic mean), flat at the
/// ends and beside a missing reading: it never rises above or falls below the readings it joins. Linear in the columns.
Curve curve_through(const Readings& y, const Columns& columns);

/// One line for each unbroken run of pieces.
std::vector<std::vector<Segment>> lines_of(const Curve& curve);

/// The area between two curves where the first lies above (smaller y) or below the second.
struct Area {
  bool first_above = true;
  std::vector<Segment> outline;
};

/// The areas between two curves of the same columns, split where they cross; where one has no piece there is none.
std::vector<Area> areas_between(const Curve& first, const Curve& second);

}  // namespace outmap::journey_picture
