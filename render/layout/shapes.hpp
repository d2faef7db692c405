// Building and moving shapes: path pieces, rounded polygons, smooth curves, bounding boxes.
#pragma once

#include <span>
#include <vector>

#include "render/scene.hpp"

namespace outmap {

using Path = std::vector<Segment>;

Segment move_to(Point to);
Segment line_to(Point to);
Segment cubic_to(Point c1, Point c2, Point to);
Segment close_path();

/// An open line through the points; a closed polygon.
Path polyline(std::span<const Point> points);
Path polygon(std::span<const Point> points);

/// The polygon with its corners rounded by cubic fillets of at most `radius` px, less where an edge is shorter than two
/// radii.
Path rounded_polygon(std::span<const Point> points, double radius);

/// A hexagon that fills `box`, its shoulders `shoulder` px wide: boundary partners.
Path hexagon(const Box& box, double shoulder);

/// A diamond of half-diagonal `radius`: moments of truth.
Path diamond(Point center, double radius);

/// The arc of a circle from `from_deg` to `to_deg`, clockwise on the page when rising, 0 = east, one cubic per 90
/// degrees at most.
Path arc(Point center, double radius, double from_deg, double to_deg);

/// A smooth curve through points with rising x that never overshoots them: monotone cubic Hermite interpolation with
/// harmonic mean slopes, level at both ends, as Bézier pieces whose control points lie a third of the way (so x is
/// linear in t). Method: Fritsch and Butland 1984, doi:10.1137/0905021, after Fritsch and Carlson 1980,
/// doi:10.1137/0717021. Linear time.
Path monotone_curve(std::span<const Point> points);

/// Slopes of that curve at the points.
std::vector<double> monotone_slopes(std::span<const Point> points);

/// Half-pixel grid for one-pixel lines, so that they are crisp.
double crisp(double value);

Box inset(const Box& box, double by);
Box around(const Box& box, double by);
bool overlaps(const Box& one, const Box& other, double by_more_than = 0);
bool contains(const Box& outer, const Box& inner, double slack = 0);
/// The smallest box around both; a box of no size is left out.
Box united(const Box& one, const Box& other);

/// Where a line of text is: from 0.76 of its size above the baseline to 0.24 below.
Box text_box(const TextShape& text);

/// The box of a path, its curves followed exactly.
Box bounds(const Path& path);
/// The box of everything drawn in a shape, outlines included by half their width.
Box bounds(const Shape& shape);
Box bounds(const std::vector<Shape>& shapes);

void move_by(Shape& shape, double dx, double dy);
void move_by(Group& group, double dx, double dy);
void move_by(Path& path, double dx, double dy);
/// Scales path, circles, boxes, line widths and text sizes about (0, 0).
void scale_by(Shape& shape, double factor);

}  // namespace outmap
