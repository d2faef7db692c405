// The outcome map while it is laid out: cards, slots, routes, and where they come to stand.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/diagram.hpp"
#include "render/diagrams/outcomes_diagram.hpp"
#include "render/layout/shapes.hpp"
#include "render/scene.hpp"

namespace outmap::outcomes {

inline constexpr double unweighed_px = 1.3;  // width of an effect whose weight nobody gave

/// A node's words, wrapped for its column.
struct Card {
  std::vector<std::string> lines;
  std::vector<std::string> note_lines;  // under the name
  bool cut = false;
  double height_px = 46;
  bool one_line = false;  // a dense column: name and number on one line
  bool stacked = false;   // a narrow column: number or cost below the name
};

/// What stands in a column: a node, or the slot through which an edge passes. Cell i is node i; slots follow.
struct Cell {
  std::size_t column = 0;
  bool is_slot = false;
  double height_px = 46;
  double y = 0;  // of its middle
};

enum class Way {
  onward,    // from left to right
  backward,  // from right to left, through slots as well
  arc,       // inside a column: a bow in the gutter at its right
  lane,      // back to an earlier column, above or below all nodes: closes a loop
};

enum class Side { top, bottom };

struct Route {
  Way way = Way::onward;
  std::vector<std::size_t> cells;  // from left to right; of an arc and of a lane: its source and its target
  double out_y = 0;                // where it leaves its source
  double in_y = 0;                 // where it meets its target
  Path line;                       // what is stroked: ends under the head
  Path whole;                      // the same to the tip
  Point tip;
  double direction_deg = 0;  // in which the head points
};

/// The way of a loop's last link round the map.
struct Lane {
  std::size_t edge = 0;
  std::size_t loop = 0;
  Side side = Side::top;
  bool enters_column = false;  // from above or below; else by the gutter
  double y = 0;
  double out_x = 0;  // of the upright piece at its source
  double in_x = 0;   // of the upright piece at its target
};

struct ColumnSpan {
  double x = 0;
  double width = 0;
  double right() const { return x + width; }
};

struct Plan {
  const OutcomesDiagram& diagram;
  const Style& style;
  double page_width = 1600;
  double page_height = 900;
  double band_top = 104;  // of the columns' bands
  double band_bottom = 796;
  double least_gutter = 84;
  double tall_gutter = 70;  // of tall pages, whose columns are narrow
  double top = 0;           // of the room for nodes
  double bottom = 0;
  std::vector<ColumnSpan> columns;
  std::vector<Card> cards;  // by node
  std::vector<Cell> cells;
  std::vector<std::vector<std::size_t>> order;  // cells of each column, from top to bottom
  std::vector<Route> routes;                    // by edge
  std::vector<Lane> lanes;

  double weight_of(std::size_t edge) const;  // |weight|; 0.2 where there is none
  double width_px_of(std::size_t edge) const;
  bool is_tall() const { return page_height > page_width; }
  Box box_of(std::size_t node) const;
  const OutcomeNode& node(std::size_t index) const { return diagram.nodes[index]; }
  const OutcomeEdge& edge(std::size_t index) const { return diagram.edges[index]; }
};

/// A plan in which everything has its column and its order. Its page is a slide until told otherwise.
Plan make_plan(const OutcomesDiagram& diagram, const Style& style);

/// Routes and slots of all edges, the order of every column, the lanes of the loops.
void put_in_order(Plan& plan);

/// Columns' places and widths, cards that fit into them, and the room from top to bottom.
void measure_columns(Plan& plan);

/// The heights at which cells stand.
void place_cells(Plan& plan);

/// Ports and paths of all edges.
void route_edges(Plan& plan);

/// Sum over all crossings of 1 + half the weights of the two edges; arcs and lanes left out.
double crossing_cost(const Plan& plan);

/// Points along a path, at most `step_px` apart.
std::vector<Point> sample(const Path& path, double step_px = 4);

}  // namespace outmap::outcomes
