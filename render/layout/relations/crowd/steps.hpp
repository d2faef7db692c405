// The steps of place_crowd().
#pragma once

#include <vector>

#include "render/layout/relations/plan.hpp"

namespace outmap::relations::crowd {

/// Who is tied to whom, by element; a pair as often as it has ties.
using Neighbours = std::vector<std::vector<std::size_t>>;
Neighbours neighbours_of(const RelationsDiagram& diagram);

/// A point for each group, so that tied groups are near: all groups push each other, ties are springs that no number of
/// them makes stronger than a few (Fruchterman and Reingold 1991, doi:10.1002/spe.4380211102). Begins where the ids of
/// the members put it; how large a group is changes nothing. O(groups²).
std::vector<Point> group_centres(const RelationsDiagram& diagram);

/// Splits `region` into an area a group: halves of about equal demand across the longer side, again and again, each
/// group on the side of its centre. O(groups log² groups).
std::vector<Box> split_by_centres(const Box& region, const std::vector<double>& demands,
                                  const std::vector<Point>& centres);

/// Where the members of a group may stand: rows of cells below its heading.
struct Cells {
  std::vector<Point> centres;  // row by row
  std::size_t columns = 0;
};

/// Nothing where the members of `group` do not fit into its area.
Cells cells_of(const RelationsDiagram& diagram, const Plan& plan, std::size_t group);

/// A point for each element, drawn by its ties within its group's area and pushed by its mates: the order in which
/// cells are given out. O(members²) a group.
std::vector<Point> wanted_places(const RelationsDiagram& diagram, const Plan& plan, const Neighbours& neighbours);

/// Gives each member of a group the cell in its row and column of the wanted places, then exchanges members for as long
/// as that takes out crossings, shortens ties or frees them from boxes. Moves the boxes of `plan`.
void seat_members(const RelationsDiagram& diagram, const std::vector<Cells>& cells, const Neighbours& neighbours,
                  const std::vector<Point>& wanted, Plan& plan);

}  // namespace outmap::relations::crowd
