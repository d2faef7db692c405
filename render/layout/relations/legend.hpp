// How to read a relational map: one row for each mark that occurs in it.
#pragma once

#include <vector>

#include "render/layout/relations/paint.hpp"

namespace outmap::relations {

struct LegendRow {
  std::vector<Shape> symbol;       // in a box of 76 px by `height`, from (0, 0)
  std::vector<std::string> lines;  // beside it
  double height = 20;
};

/// Rows for cards and hexagons, ties, badges; never for what does not occur.
std::vector<LegendRow> legend_rows(const Painter& painter);

/// What the mark of an articulation point says.
std::string words_for_articulation(const RelationsDiagram& diagram);

/// The same for an overview of groups.
std::vector<LegendRow> overview_legend_rows(const Painter& painter);

/// Types of relation that occur, strongest overall first.
std::vector<std::string> types_of(const RelationsDiagram& diagram);

/// Rows one under the other, then the types in two columns; returns the height. Draws nothing where `shapes` is null.
double lay_legend(const Painter& painter, const std::vector<LegendRow>& rows, Point at, double width,
                  std::vector<Shape>* shapes);

}  // namespace outmap::relations
