// Ports and paths: curves only in gutters, straight lines only in slots and along the outline of the own node.
#include <algorithm>
#include <cmath>
#include <span>

#include "render/layout/outcomes/cards.hpp"
#include "render/layout/outcomes/heads.hpp"
#include "render/layout/outcomes/plan.hpp"

namespace outmap::outcomes {
namespace {

constexpr double beyond = 1e6;

struct Port {
  std::size_t edge;
  bool out;    // the edge's beginning
  double key;  // order from top to bottom
};

class Ports {
 public:
  explicit Ports(Plan& plan) : plan_(plan), left_(plan.diagram.nodes.size()), right_(plan.diagram.nodes.size()) {
    for (std::size_t edge = 0; edge < plan.routes.size(); ++edge) {
      const Route& route = plan.routes[edge];
      if (route.way == Way::onward || route.way == Way::backward) add_through(edge, route);
      if (route.way == Way::arc) add_arc(edge);
    }
    for (const Lane& lane : plan.lanes) add_lane(lane);
  }

  void spread() {
    for (std::size_t node = 0; node < left_.size(); ++node) {
      spread(left_[node], node);
      spread(right_[node], node);
    }
  }

 private:
  void add_through(std::size_t edge, const Route& route) {
    const bool onward = route.way == Way::onward;
    right_[route.cells.front()].push_back({edge, onward, plan_.cells[route.cells[1]].y});
    left_[route.cells.back()].push_back({edge, !onward, plan_.cells[route.cells[route.cells.size() - 2]].y});
  }

  /// Bows nest: of those that go the same way the farther one starts nearer to the middle.
  void add_arc(std::size_t edge) {
    const std::size_t from = plan_.edge(edge).from;
    const std::size_t to = plan_.edge(edge).to;
    const double drop = plan_.cells[to].y - plan_.cells[from].y;
    const bool down = drop > 0 || from == to;
    const double key = down ? beyond - std::abs(drop) : -beyond + std::abs(drop);
    right_[from].push_back({edge, true, from == to ? beyond : key});
    right_[to].push_back(
        {edge, false, from == to ? beyond + 1 : (down ? -beyond + std::abs(drop) : beyond - std::abs(drop))});
  }

  void add_lane(const Lane& lane) {
    const double key = lane.side == Side::top ? -2 * beyond : 2 * beyond;
    right_[plan_.edge(lane.edge).from].push_back({lane.edge, true, key});
    if (!lane.enters_column) left_[plan_.edge(lane.edge).to].push_back({lane.edge, false, key});
  }

  void spread(std::vector<Port>& ports, std::size_t node) {
    constexpr double widest_pitch = 11;
    std::stable_sort(ports.begin(), ports.end(), [](const Port& a, const Port& b) { return a.key < b.key; });
    const double height = plan_.cells[node].height_px;
    const double usable = std::max(4.0, height - std::clamp(0.4 * height, 8.0, 18.0));
    const auto gaps = static_cast<double>(ports.size()) - 1;
    const double pitch = gaps > 0 ? std::min(widest_pitch, usable / gaps) : 0;
    double y = plan_.cells[node].y - pitch * gaps / 2;
    for (const Port& port : ports) {
      (port.out ? plan_.routes[port.edge].out_y : plan_.routes[port.edge].in_y) = y;
      y += pitch;
    }
  }

  Plan& plan_;
  std::vector<std::vector<Port>> left_;
  std::vector<std::vector<Port>> right_;
};

/// How far the outline lies inside the column's edge at this height.
double outline_inset(const Plan& plan, std::size_t node, double y) {
  const double half = plan.cells[node].height_px / 2;
  const double off = std::min(std::abs(y - plan.cells[node].y), half);
  switch (plan.node(node).role) {
    case OutcomeNodeRole::partner:
      return card::shoulder_px * off / half;
    case OutcomeNodeRole::touchpoint:
      return half - std::sqrt(half * half - off * off);
    default:
      return 0;
  }
}

Segment gutter_curve(Point from, Point to) {
  const double middle = (from.x + to.x) / 2;
  return cubic_to({middle, from.y}, {middle, to.y}, to);
}

/// Goes to `stop`, in front of `tip`: straight along the node where the outline leaves room, else by a shorter last
/// curve.
void finish(Path& path, Point corner, Point from, double stop_x, bool rightwards) {
  const bool room = rightwards ? stop_x > corner.x : stop_x < corner.x;
  if (room) {
    path.push_back(gutter_curve(from, corner));
    path.push_back(line_to({stop_x, corner.y}));
  } else {
    path.push_back(gutter_curve(from, {stop_x, corner.y}));
  }
}

/// The path from left to right or from right to left, its end `trim` px before the tip.
Path through_path(const Plan& plan, const Route& route, std::size_t edge, double trim) {
  const bool rightwards = route.way == Way::onward;
  const double sign = rightwards ? 1 : -1;
  std::vector<std::size_t> cells = route.cells;
  if (!rightwards) std::reverse(cells.begin(), cells.end());
  const auto near_edge = [&](std::size_t cell) {  // where an edge comes into the column
    const ColumnSpan& column = plan.columns[plan.cells[cell].column];
    return rightwards ? column.x : column.right();
  };
  const auto far_edge = [&](std::size_t cell) {
    const ColumnSpan& column = plan.columns[plan.cells[cell].column];
    return rightwards ? column.right() : column.x;
  };
  const std::size_t from = plan.edge(edge).from;
  const std::size_t to = plan.edge(edge).to;
  const double start_inset = outline_inset(plan, from, route.out_y);
  Point at{far_edge(from), route.out_y};
  Path path{move_to({at.x - sign * start_inset, at.y})};
  if (start_inset > 0) path.push_back(line_to(at));
  for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
    const Point slot{near_edge(cells[i]), plan.cells[cells[i]].y};
    path.push_back(gutter_curve(at, slot));
    at = {far_edge(cells[i]), slot.y};
    path.push_back(line_to(at));
  }
  const Point corner{near_edge(to), route.in_y};
  finish(path, corner, at, corner.x + sign * (outline_inset(plan, to, route.in_y) - trim), rightwards);
  return path;
}

double bow_px(const Plan& plan, const Route& route) {
  const std::size_t column = plan.cells[route.cells[0]].column;
  const double drop = std::abs(route.in_y - route.out_y);
  const double gutter = column + 1 < plan.columns.size() ? plan.columns[column + 1].x - plan.columns[column].right()
                                                         : plan.page_width - plan.columns[column].right();
  return std::min(22 + 0.22 * drop, gutter * 0.62);
}

Path arc_path(const Plan& plan, const Route& route, double trim) {
  const double right = plan.columns[plan.cells[route.cells[0]].column].right();
  const double bow = bow_px(plan, route);
  const double start = right - outline_inset(plan, route.cells[0], route.out_y);
  const double stop = right - outline_inset(plan, route.cells[1], route.in_y) + trim;
  Path path{move_to({start, route.out_y})};
  if (start < right) path.push_back(line_to({right, route.out_y}));
  path.push_back(cubic_to({right + bow, route.out_y}, {std::max(right + bow, stop), route.in_y},
                          {std::max(right, stop), route.in_y}));
  if (stop < right) path.push_back(line_to({stop, route.in_y}));
  return path;
}

/// An open polyline with its corners rounded.
Path rounded_line(std::span<const Point> points, double radius) {
  constexpr double kappa = 0.5523;
  Path path{move_to(points.front())};
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const Point corner = points[i];
    const auto toward = [&](Point other) {
      const double length = std::max(1e-9, std::hypot(other.x - corner.x, other.y - corner.y));
      const double r = std::min(radius, length / 2);
      return Point{(other.x - corner.x) / length * r, (other.y - corner.y) / length * r};
    };
    const Point back = toward(points[i - 1]);
    const Point on = toward(points[i + 1]);
    path.push_back(line_to({corner.x + back.x, corner.y + back.y}));
    path.push_back(cubic_to({corner.x + back.x * (1 - kappa), corner.y + back.y * (1 - kappa)},
                            {corner.x + on.x * (1 - kappa), corner.y + on.y * (1 - kappa)},
                            {corner.x + on.x, corner.y + on.y}));
  }
  path.push_back(line_to(points.back()));
  return path;
}

Path lane_path(const Plan& plan, const Lane& lane, const Route& route, double trim) {
  constexpr double corner_px = 14;
  const std::size_t from = plan.edge(lane.edge).from;
  const double start = plan.columns[plan.cells[from].column].right() - outline_inset(plan, from, route.out_y);
  std::vector<Point> points{{start, route.out_y}, {lane.out_x, route.out_y}, {lane.out_x, lane.y}, {lane.in_x, lane.y}};
  if (lane.enters_column) {
    points.push_back({lane.in_x, route.tip.y - (lane.side == Side::top ? trim : -trim)});
  } else {
    points.push_back({lane.in_x, route.in_y});
    points.push_back({route.tip.x - trim, route.in_y});
  }
  return rounded_line(points, corner_px);
}

const Lane& lane_of(const Plan& plan, std::size_t edge) {
  return *std::find_if(plan.lanes.begin(), plan.lanes.end(), [&](const Lane& lane) { return lane.edge == edge; });
}

void aim(Plan& plan, std::size_t edge) {
  Route& route = plan.routes[edge];
  const std::size_t to = plan.edge(edge).to;
  const ColumnSpan& column = plan.columns[plan.cells[to].column];
  if (route.way == Way::lane && lane_of(plan, edge).enters_column) {
    const Lane& lane = lane_of(plan, edge);
    const Box box = plan.box_of(to);
    route.tip = {lane.in_x, lane.side == Side::top ? box.y : box.bottom()};
    route.direction_deg = lane.side == Side::top ? 90 : 270;
    return;
  }
  const double inset = outline_inset(plan, to, route.in_y);
  const bool from_left = route.way == Way::onward || route.way == Way::lane;
  route.tip = {from_left ? column.x + inset : column.right() - inset, route.in_y};
  route.direction_deg = from_left ? 0 : 180;
}

Path path_of(const Plan& plan, std::size_t edge, double trim) {
  const Route& route = plan.routes[edge];
  if (route.way == Way::arc) return arc_path(plan, route, trim);
  if (route.way == Way::lane) return lane_path(plan, lane_of(plan, edge), route, trim);
  return through_path(plan, route, edge, trim);
}

}  // namespace

void route_edges(Plan& plan) {
  Ports(plan).spread();
  for (std::size_t edge = 0; edge < plan.routes.size(); ++edge) {
    aim(plan, edge);
    plan.routes[edge].line = path_of(plan, edge, head_trim_px(plan, edge));
    plan.routes[edge].whole = path_of(plan, edge, 0);
  }
}

}  // namespace outmap::outcomes
