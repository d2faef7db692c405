// Plane geometry of boxes, hexagons and lines.
#pragma once

#include <vector>

#include "render/scene.hpp"

namespace outmap::relations {

Point operator+(Point a, Point b);
Point operator-(Point a, Point b);
Point operator*(Point a, double factor);
double dot(Point a, Point b);
double cross(Point a, Point b);
double length(Point a);
double distance(Point a, Point b);

Box inflate(const Box& box, double by);
bool overlap(const Box& a, const Box& b);
bool holds(const Box& outer, const Box& inner);
bool holds(const Box& box, Point point);

/// Length of the part of a-b that lies inside `box`.
double length_inside(Point a, Point b, const Box& box);

/// Whether a-b and c-d cross in a point that is no end of either.
bool crosses(Point a, Point b, Point c, Point d);

double distance_to_segment(Point point, Point a, Point b);

/// The corners of a hexagon that fills `box`, its left and right tips in the middle.
std::vector<Point> hexagon(const Box& box);
std::vector<Point> corners(const Box& box);

/// Where the way from `inside`, a point within the convex polygon, to `outside` leaves it.
Point leave(const std::vector<Point>& polygon, Point inside, Point outside);
bool within(const std::vector<Point>& polygon, Point point);

/// Convex hull, counter-clockwise in a system with y down (Andrew 1979, doi:10.1016/0020-0190(79)90072-3).
std::vector<Point> convex_hull(std::vector<Point> points);

/// The closed polygon with each corner replaced by a cubic fillet of at most `radius`.
std::vector<Segment> rounded(const std::vector<Point>& polygon, double radius);

/// The open line with its inner corners replaced by fillets.
std::vector<Segment> rounded_line(const std::vector<Point>& line, double radius);

/// Lines and curves as a fine line of points; curves in `steps` pieces.
std::vector<Point> flatten(const std::vector<Segment>& segments, int steps = 16);

}  // namespace outmap::relations
