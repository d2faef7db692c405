// Which way each edge takes, and the order of nodes and slots in the columns.
#include <algorithm>
#include <cmath>

#include "render/layout/graphviz/order.hpp"
#include "render/layout/outcomes/plan.hpp"

namespace outmap::outcomes {
namespace {

constexpr std::size_t lanes_per_side = 2;

int step_of(const Plan& plan, std::size_t edge) {
  return static_cast<int>(plan.node(plan.edge(edge).to).column) -
         static_cast<int>(plan.node(plan.edge(edge).from).column);
}

/// The links that close loops go round the map; at most two above and two below.
void choose_lanes(Plan& plan) {
  for (std::size_t loop = 0; loop < plan.diagram.loops.size(); ++loop) {
    if (plan.lanes.size() == 2 * lanes_per_side) return;
    const auto& edges = plan.diagram.loops[loop].edges;
    const std::size_t closing = *std::min_element(
        edges.begin(), edges.end(), [&](std::size_t a, std::size_t b) { return step_of(plan, a) < step_of(plan, b); });
    if (step_of(plan, closing) >= 0 || plan.routes[closing].way == Way::lane) continue;
    plan.routes[closing].way = Way::lane;
    Lane lane;
    lane.edge = closing;
    lane.loop = loop;
    plan.lanes.push_back(lane);
  }
}

std::size_t add_slot(Plan& plan, std::size_t column) {
  Cell slot;
  slot.column = column;
  slot.is_slot = true;
  slot.height_px = 12;
  plan.cells.push_back(slot);
  return plan.cells.size() - 1;
}

void choose_ways(Plan& plan) {
  plan.routes.resize(plan.diagram.edges.size());
  choose_lanes(plan);
  for (std::size_t edge = 0; edge < plan.routes.size(); ++edge) {
    Route& route = plan.routes[edge];
    const int step = step_of(plan, edge);
    if (route.way != Way::lane) route.way = step > 0 ? Way::onward : step < 0 ? Way::backward : Way::arc;
    std::size_t left = plan.edge(edge).from;
    std::size_t right = plan.edge(edge).to;
    if (route.way == Way::backward) std::swap(left, right);
    route.cells = {left};
    if (route.way == Way::onward || route.way == Way::backward)
      for (std::size_t column = plan.cells[left].column + 1; column < plan.cells[right].column; ++column)
        route.cells.push_back(add_slot(plan, column));
    route.cells.push_back(right);
  }
}

struct Neighbour {
  std::size_t cell;
  double weight;
};

/// Moves single cells to where they cross least, until no move helps.
class Sifting {
 public:
  explicit Sifting(Plan& plan)
      : plan_(plan), left_(plan.cells.size()), right_(plan.cells.size()), mates_(plan.cells.size()) {
    for (std::size_t edge = 0; edge < plan.routes.size(); ++edge) link(edge);
    index_.resize(plan.cells.size());
    for (const auto& column : plan.order) number(column);
  }

  void run() {
    constexpr int most_sweeps = 12;
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      bool moved = false;
      for (std::size_t column = 0; column < plan_.order.size(); ++column)
        for (std::size_t cell : std::vector<std::size_t>(plan_.order[column]))
          moved = move_to_best(column, cell) || moved;
      if (!moved) return;
    }
  }

  /// Puts `cell` first or last in its column if that costs no more than the crossings of a lane that comes by the
  /// gutter.
  bool try_pin(std::size_t cell, Side side) {
    auto& column = plan_.order[plan_.cells[cell].column];
    const std::size_t goal = side == Side::top ? 0 : column.size() - 1;
    const std::vector<double> costs = costs_by_place(column, cell, {0, column.size() - 1});
    double spared = nothing;
    for (std::size_t place = 0; place < column.size(); ++place)
      if (side == Side::top ? place < index_[cell] : place > index_[cell])
        for (const Neighbour& neighbour : left_[column[place]]) spared += 1 + 0.5 * neighbour.weight;
    if (costs[goal] > costs[index_[cell]] + spared) return false;
    put(column, cell, goal);
    return true;
  }

  double place_of(std::size_t cell) const {
    const auto size = static_cast<double>(plan_.order[plan_.cells[cell].column].size());
    return (static_cast<double>(index_[cell]) + 0.5) / size;
  }

 private:
  static constexpr double nothing = 1e-9;

  void link(std::size_t edge) {
    const Route& route = plan_.routes[edge];
    const double weight = plan_.weight_of(edge);
    if (route.way == Way::lane) return;
    if (route.way == Way::arc) {
      mates_[route.cells[0]].push_back({route.cells[1], weight});
      mates_[route.cells[1]].push_back({route.cells[0], weight});
      return;
    }
    for (std::size_t i = 0; i + 1 < route.cells.size(); ++i) {
      right_[route.cells[i]].push_back({route.cells[i + 1], weight});
      left_[route.cells[i + 1]].push_back({route.cells[i], weight});
    }
  }

  void number(const std::vector<std::size_t>& column) {
    for (std::size_t place = 0; place < column.size(); ++place) index_[column[place]] = place;
  }

  double crossings(const std::vector<Neighbour>& upper, const std::vector<Neighbour>& lower) const {
    double cost = 0;
    for (const Neighbour& a : upper)
      for (const Neighbour& b : lower)
        if (index_[a.cell] > index_[b.cell]) cost += 1 + 0.5 * (a.weight + b.weight);
    return cost;
  }

  double cost_above(std::size_t upper, std::size_t lower) const {
    return crossings(left_[upper], left_[lower]) + crossings(right_[upper], right_[lower]);
  }

  /// Places of a column, both ends included.
  struct Reach {
    std::size_t first;
    std::size_t last;
  };

  /// Where a cell may move to in one step: anywhere in a column that fits a page, near by in one that is far longer.
  static Reach reach_of(std::size_t column_size, std::size_t place) {
    constexpr std::size_t far = 200;
    return {place > far ? place - far : 0, std::min(column_size - 1, place + far)};
  }

  /// What it costs, but for a constant, to have `cell` at each place within reach.
  std::vector<double> costs_by_place(const std::vector<std::size_t>& column, std::size_t cell, Reach reach) const {
    constexpr double per_row_of_an_arc = 0.2;
    const std::size_t here = index_[cell];
    const auto without_cell = [&](std::size_t place) { return column[place < here ? place : place + 1]; };
    std::vector<double> costs(reach.last - reach.first + 1, 0);
    for (std::size_t i = 1; i < costs.size(); ++i) {
      const std::size_t passed = without_cell(reach.first + i - 1);
      costs[i] = costs[i - 1] + cost_above(passed, cell) - cost_above(cell, passed);
    }
    for (const Neighbour& mate : mates_[cell]) {
      if (mate.cell == cell) continue;
      const auto there = static_cast<double>(index_[mate.cell] - (index_[mate.cell] > here ? 1 : 0));
      for (std::size_t i = 0; i < costs.size(); ++i)
        costs[i] +=
            per_row_of_an_arc * (1 + mate.weight) * std::abs(static_cast<double>(reach.first + i) - 0.5 - there);
    }
    return costs;
  }

  bool move_to_best(std::size_t column_index, std::size_t cell) {
    auto& column = plan_.order[column_index];
    const std::size_t here = index_[cell];
    const Reach reach = reach_of(column.size(), here);
    const std::vector<double> costs = costs_by_place(column, cell, reach);
    std::size_t best = here - reach.first;
    for (std::size_t place = 0; place < costs.size(); ++place)
      if (costs[place] < costs[best] - nothing) best = place;
    if (reach.first + best == here) return false;
    put(column, cell, reach.first + best);
    return true;
  }

  void put(std::vector<std::size_t>& column, std::size_t cell, std::size_t place) {
    const std::size_t here = index_[cell];
    const auto at = [&column](std::size_t i) { return column.begin() + static_cast<std::ptrdiff_t>(i); };
    if (here < place) std::rotate(at(here), at(here + 1), at(place + 1));
    if (place < here) std::rotate(at(place), at(here), at(here + 1));
    for (std::size_t i = std::min(here, place); i <= std::max(here, place); ++i) index_[column[i]] = i;
  }

  Plan& plan_;
  std::vector<std::vector<Neighbour>> left_;
  std::vector<std::vector<Neighbour>> right_;
  std::vector<std::vector<Neighbour>> mates_;  // at the other end of arcs
  std::vector<std::size_t> index_;
};

void order_with_dot(Plan& plan) {
  std::vector<OrderNode> nodes;
  for (const Cell& cell : plan.cells) nodes.push_back({static_cast<int>(cell.column), cell.height_px});
  std::vector<OrderEdge> edges;
  for (std::size_t edge = 0; edge < plan.routes.size(); ++edge) {
    const Route& route = plan.routes[edge];
    if (route.way != Way::onward && route.way != Way::backward) continue;
    const int weight = 1 + static_cast<int>(std::lround(10 * plan.weight_of(edge)));
    for (std::size_t i = 0; i + 1 < route.cells.size(); ++i)
      edges.push_back({route.cells[i], route.cells[i + 1], weight});
  }
  plan.order = order_columns(nodes, edges).columns;
  plan.order.resize(plan.diagram.columns.size());
}

/// A lane takes the side that its target is nearer to, and enters from there where the target can stand at that end.
void choose_sides(Plan& plan, Sifting& sifting) {
  std::size_t used[2] = {0, 0};
  std::vector<std::size_t> pinned;
  for (Lane& lane : plan.lanes) {
    const std::size_t target = plan.edge(lane.edge).to;
    Side side = sifting.place_of(target) < 0.5 ? Side::top : Side::bottom;
    const auto index = [](Side s) { return s == Side::top ? 0 : 1; };
    const bool crowded = used[index(side)] > used[1 - index(side)];
    if (used[index(side)] == lanes_per_side || (crowded && std::abs(sifting.place_of(target) - 0.5) < 0.25))
      side = side == Side::top ? Side::bottom : Side::top;
    ++used[index(side)];
    lane.side = side;
    const bool end_is_free = std::none_of(pinned.begin(), pinned.end(), [&](std::size_t cell) {
      return cell != target && plan.cells[cell].column == plan.cells[target].column;
    });
    if (end_is_free && std::find(pinned.begin(), pinned.end(), target) == pinned.end() && sifting.try_pin(target, side))
      pinned.push_back(target);
  }
  for (Lane& lane : plan.lanes) {
    const std::size_t target = plan.edge(lane.edge).to;
    const auto& column = plan.order[plan.cells[target].column];
    lane.enters_column = target == (lane.side == Side::top ? column.front() : column.back());
  }
}

}  // namespace

void put_in_order(Plan& plan) {
  for (const OutcomeNode& node : plan.diagram.nodes) {
    Cell cell;
    cell.column = node.column;
    plan.cells.push_back(cell);
  }
  choose_ways(plan);
  order_with_dot(plan);
  Sifting sifting(plan);
  sifting.run();
  choose_sides(plan, sifting);
}

double crossing_cost(const Plan& plan) {
  struct Link {
    std::size_t column;
    std::size_t left;
    std::size_t right;
    double weight;
  };
  std::vector<std::size_t> index(plan.cells.size(), 0);
  for (const auto& column : plan.order)
    for (std::size_t place = 0; place < column.size(); ++place) index[column[place]] = place;
  std::vector<Link> links;
  for (std::size_t edge = 0; edge < plan.routes.size(); ++edge) {
    const Route& route = plan.routes[edge];
    if (route.way != Way::onward && route.way != Way::backward) continue;
    for (std::size_t i = 0; i + 1 < route.cells.size(); ++i)
      links.push_back(
          {plan.cells[route.cells[i]].column, index[route.cells[i]], index[route.cells[i + 1]], plan.weight_of(edge)});
  }
  double cost = 0;
  for (std::size_t a = 0; a < links.size(); ++a)
    for (std::size_t b = a + 1; b < links.size(); ++b) {
      if (links[a].column != links[b].column) continue;
      const bool cross = (links[a].left < links[b].left && links[a].right > links[b].right) ||
                         (links[a].left > links[b].left && links[a].right < links[b].right);
      if (cross) cost += 1 + 0.5 * (links[a].weight + links[b].weight);
    }
  return cost;
}

}  // namespace outmap::outcomes
