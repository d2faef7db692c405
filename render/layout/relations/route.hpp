// Ways for a tie between two shapes.
#pragma once

#include <cstddef>
#include <vector>

#include "render/scene.hpp"

namespace outmap::relations {

/// The two shapes that a tie joins. Polygons are convex, already 2 px wider than the shape.
struct Ends {
  Point from;
  Point to;
  Box from_box;
  Box to_box;
  std::vector<Point> from_shape;
  std::vector<Point> to_shape;
};

/// A way and what it costs beside what it disturbs.
struct Way {
  std::vector<Segment> path;
  double cost = 0;
};

/// The straight way, level and upright ones, and where something is in the way also bows to both sides and ways round
/// the corners of what is, at each of the distances `clear_px`. All trimmed at both shapes.
std::vector<Way> ways_between(const Ends& ends, const std::vector<Box>& in_the_way,
                              const std::vector<double>& clear_px = {14});

double length_of(const std::vector<Point>& line);
double length_through(const std::vector<Point>& line, const Box& box);
/// How much of `line` runs beside `other`, closer than `within_px`: what looks like one line. O(length x points).
double length_beside(const std::vector<Point>& line, const std::vector<Point>& other, double within_px);
std::size_t crossings_of(const std::vector<Point>& line, const std::vector<Point>& other);
Point point_along(const std::vector<Point>& line, double share);

}  // namespace outmap::relations
