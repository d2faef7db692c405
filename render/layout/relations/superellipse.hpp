// |x / 1.34 r|^3 + |y / r|^3 = 1: rounder than a box, roomier than an ellipse.
#pragma once

#include <vector>

#include "render/scene.hpp"

namespace outmap::relations {

inline constexpr double superellipse_stretch = 1.34;

/// The outline as 96 points, clockwise on the page from the right.
std::vector<Point> superellipse(Point centre, double radius);

/// Its length in px.
double superellipse_length(double radius);

/// `count` points on it, evenly far apart, clockwise from the top.
std::vector<Point> along_superellipse(Point centre, double radius, std::size_t count);

/// The outline as a smooth closed path.
std::vector<Segment> superellipse_path(Point centre, double radius);

}  // namespace outmap::relations
