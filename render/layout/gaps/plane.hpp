// The plane of the picture of gaps while it is drawn: scales, marks, and what names have to keep clear of.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "render/layout/charts/labels.hpp"
#include "render/layout/gaps/gaps_parts.hpp"

namespace outmap::gaps_picture {

inline constexpr double dot_radius = 3;  // of outcomes without a number

struct Mark {
  const GapPoint* point;
  Point at;
  Point wanted;
  double radius;
};

class Plane {
 public:
  Plane(const GapsDiagram& diagram, const Style& style, const Box& box);

  std::vector<Shape> run();

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  Point at(double satisfaction, double importance) const { return {x_.px(satisfaction), y_.px(importance)}; }

  double value_y(double px) const;
  double value_x(double px) const;

  void find_marks();

  /// Where a line of equal opportunity runs in the plot: from the left or the lower edge to importance 10, then
  /// straight up.
  std::array<Point, 3> isoline(double opportunity) const;

  bool is_in_plot(double opportunity) const { return x_.px(20 - opportunity) > plot_.x + 1; }

  Group bands();

  void name_bands(Group& group);

  Colour text_on_bands() const { return theme_.gap_text; }

  Group axes();

  Group crosshair();

  bool has_cross() const;

  void add_cross_text(Group& group, const std::string& number, Point where, Anchor anchor);

  bool is_free(const Box& box) const;

  bool is_clear_of_dots(const Box& box) const;

  bool is_clear_of_lines(const Box& box) const;

  Group quadrants();

  /// In the outer corner, else in the first other one that is free of marks, dots and lines, else of marks and dots,
  /// else of marks.
  void name_quadrant(Group& group, const char* name, const Box& box, bool left, bool top, const Colour& colour);

  std::vector<charts::PlacedLabel> labels() const;

  Group group_of(const Mark& mark) const;

  /// The largest first, so that none is hidden; names with their marks.
  std::vector<Group> marks() const;

  /// Between which importance and satisfaction could lie, where they come from answers.
  Group whiskers();

  /// From marks that gave way to where they belong.
  Group tethers() const;

  Group draw_mark(const Mark& mark, std::size_t number, const std::vector<charts::PlacedLabel>& placed) const;

  const GapsDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  AxesBegin begin_;
  Box plot_;
  charts::AxisScale x_;
  charts::AxisScale y_;
  std::vector<Mark> marks_;  // by rank
  std::vector<Mark> dots_;
  std::vector<Box> fixed_;
  std::vector<std::array<Point, 2>> lines_;
  std::vector<Shape> shapes_;
};

}  // namespace outmap::gaps_picture
