// Where everything in a relational map stands, before it is painted. The steps, in order: measure, split the region
// among the groups, place the members, settle them, draw hulls, route ties, put glyphs and labels on them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/diagram.hpp"
#include "render/diagrams/relations_diagram.hpp"

namespace outmap::relations {

/// A card or a hexagon.
struct ElementPlan {
  Box box;
  std::vector<std::string> name;  // lines
  double name_px = type_size::body_px;
  bool name_cut = false;
  std::string size;  // "size 4,200"; empty: a single one
  bool hexagon = false;
};

struct GroupPlan {
  Box area;     // all that belongs to the group
  Box heading;  // empty: none
  std::vector<std::string> name;
  std::vector<std::string> traits;  // lines
  bool scores = false;              // under the traits
  double pill_x = 0;                // from the heading's left: where "act here first" begins; 0: nowhere
  std::vector<Segment> hull;        // closed; empty: none
};

struct TiePlan {
  std::vector<Segment> path;
  std::vector<Point> points;  // the same, as a fine line
  Box bounds;                 // of the points
  bool has_glyph = false;
  Point glyph;
  double glyph_width = 0;
  std::string label;              // derived ties: what is shared, as far as it fits
  Box label_box;                  // width 0: none
  std::size_t boxes_crossed = 0;  // elements other than its own that it runs through
};

/// One who is tied to nobody, as a small chip.
struct IsolatedPlan {
  std::size_t element = 0;  // place in diagram.isolated
  Box box;
  std::string name;
};

struct Plan {
  double width = 0;
  double height = 0;
  Box region;  // for groups and elements
  Box panel;
  std::vector<ElementPlan> elements;
  std::vector<GroupPlan> groups;
  std::vector<TiePlan> ties;
  std::vector<IsolatedPlan> isolated;
  Box isolated_strip;             // below the region; width 0: none
  std::size_t isolated_more = 0;  // who found no room there
};

/// Lengths in px.
inline constexpr double box_gap = 14;        // between two boxes, at least
inline constexpr double hull_padding = 18;   // from a member to its hull
inline constexpr double gutter = 10;         // from a hull to the edge of its area
inline constexpr double least_visible = 36;  // of a tie
inline constexpr double glyph_radius = 8;
inline constexpr double card_radius = 6;

// --- the steps ---------------------------------------------------------------------------------------

/// Puts those who are tied to nobody in at most two rows below the region, which gives them the room.
void lay_isolated(const RelationsDiagram& diagram, const Fonts& fonts, Box& region, Plan& plan);

/// Sizes of cards (area = base + share x size, never smaller than the text) and hexagons, headings of groups.
void measure(const RelationsDiagram& diagram, const Fonts& fonts, Plan& plan);

/// How badly a division of the region suits what stands in it; about 0 to 5.
using Misfit = std::function<double(const std::vector<Box>&)>;

/// How far the boxes are from 1.5 : 1, the worst counting most.
double unshapeliness(const std::vector<Box>& boxes);

/// Splits plan.region into one area a group: rows of rectangles whose areas follow `demands`, shapes near 1.5 : 1; then
/// groups swap slots while that shortens the way between tied groups. O(2^groups) up to nine groups, else a few row
/// counts.
std::vector<Box> split_region(const Box& region, const std::vector<double>& demands,
                              const std::vector<std::vector<double>>& pulls, const Misfit& misfit = unshapeliness);

struct Size {
  double width = 0;
  double height = 0;
};

/// As wide as the widest member of the group and as high as the highest, after measure().
Size largest(const RelationGroup& group, const Plan& plan);

/// So many members does a group plan for: a few more than it has, so that one more moves little.
constexpr std::size_t room_for(std::size_t members) { return members <= 3 ? members : (members + 3) / 3 * 3; }

/// Whether the members of a group find cells in its area beside the heading.
bool has_room(const RelationsDiagram& diagram, const Plan& plan, std::size_t group);

/// Places every member in a cell of its group's area, which has room, ties short and clear of boxes, and settles it
/// there. Deterministic; never an overlap. About n² x ties steps.
void place_members(const RelationsDiagram& diagram, Plan& plan);

/// Moves each heading to where it makes its group's hull smallest, clear of members and ties.
void place_headings(const RelationsDiagram& diagram, Plan& plan);

/// Padded convex hulls with rounded corners.
void draw_hulls(const RelationsDiagram& diagram, Plan& plan);

/// The outline of an element as it is painted, or `by` px outside it, as a convex polygon.
std::vector<Point> outline_of(const ElementPlan& element, double by);

/// Ties: straight where nothing is in the way, else bowed, else round corners; trimmed at both shapes.
void route_ties(const RelationsDiagram& diagram, Plan& plan);

/// Glyphs where they cover nothing, and what is shared on derived ties.
void label_ties(const RelationsDiagram& diagram, const Fonts& fonts, Plan& plan);

/// Whether a tie's mark says how many further kinds of relation it carries: not where most do, and nothing else could
/// be read.
bool tells_further_types(const RelationsDiagram& diagram);

/// All steps. The page keeps its shape and grows where the elements need more room. From 150 elements on, those of
/// crowd/crowd.hpp take the place of the others: straight ties, without marks on them.
Plan plan_relations(const RelationsDiagram& diagram, const DiagramOptions& options, const Fonts& fonts);

}  // namespace outmap::relations
