#include "render/layout/relations/crowd/crowd.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "render/layout/relations/crowd/steps.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/page.hpp"

namespace outmap::relations {
namespace crowd {

Neighbours neighbours_of(const RelationsDiagram& diagram) {
  Neighbours neighbours(diagram.elements.size());
  for (const RelationTie& tie : diagram.ties) {
    neighbours[tie.from].push_back(tie.to);
    neighbours[tie.to].push_back(tie.from);
  }
  return neighbours;
}

}  // namespace crowd

namespace {

/// Demands are rounded up to steps of 8 %, so that most small edits of a map leave all areas as they are.
constexpr double demand_step = 0.08;

/// The area that a group asks for: cells for a few members more than it has, its heading, its rim.
double demand_of_group(const RelationGroup& group, const Plan& plan, const GroupPlan& own) {
  const Size member = largest(group, plan);
  const double cells = static_cast<double>(room_for(group.members.size())) * (member.width + 32) * (member.height + 26);
  const double rim = 2 * (hull_padding + gutter);
  const double side = std::max(std::sqrt(cells * 1.5), own.heading.width);
  const double demand = (side + rim) * (cells / side + rim + (own.heading.width > 0 ? own.heading.height + 12 : 0));
  return std::exp(std::ceil(std::log(demand) / demand_step) * demand_step);
}

/// The page, as large as the demands together, in steps so large that it seldom changes.
void size_page(const RelationsDiagram& diagram, const DiagramOptions& options, const Fonts& fonts, double demand,
               Plan& plan) {
  for (double scale = 1;; scale *= 1.06) {
    divide_page(options.page, scale, plan);
    if (plan.region.width * plan.region.height >= demand) break;
  }
  lay_isolated(diagram, fonts, plan.region, plan);
}

void put_heading(GroupPlan& group) {
  group.heading.x = std::ceil((group.area.x + gutter + hull_padding) / 4) * 4;
  group.heading.y = std::ceil((group.area.y + gutter + hull_padding) / 4) * 4;
}

/// Areas in which all members find cells: who does not asks for more, and the page grows with it.
std::vector<crowd::Cells> share_page(const RelationsDiagram& diagram, const DiagramOptions& options, const Fonts& fonts,
                                     Plan& plan) {
  std::vector<double> demands;
  for (std::size_t group = 0; group < diagram.groups.size(); ++group)
    demands.push_back(demand_of_group(diagram.groups[group], plan, plan.groups[group]));
  const std::vector<Point> centres = crowd::group_centres(diagram);
  std::vector<crowd::Cells> cells(demands.size());
  for (bool fits = false; !fits;) {
    size_page(diagram, options, fonts, std::accumulate(demands.begin(), demands.end(), 0.0), plan);
    const std::vector<Box> areas = crowd::split_by_centres(plan.region, demands, centres);
    fits = true;
    for (std::size_t group = 0; group < areas.size(); ++group) {
      plan.groups[group].area = areas[group];
      put_heading(plan.groups[group]);
      cells[group] = crowd::cells_of(diagram, plan, group);
      if (!cells[group].centres.empty()) continue;
      demands[group] *= 1.08;
      fits = false;
    }
  }
  return cells;
}

Box around_two(Point one, Point other) {
  return {std::min(one.x, other.x), std::min(one.y, other.y), std::abs(one.x - other.x), std::abs(one.y - other.y)};
}

}  // namespace

void place_crowd(const RelationsDiagram& diagram, const DiagramOptions& options, const Fonts& fonts, Plan& plan) {
  const std::vector<crowd::Cells> cells = share_page(diagram, options, fonts, plan);
  const crowd::Neighbours neighbours = crowd::neighbours_of(diagram);
  const std::vector<Point> wanted = crowd::wanted_places(diagram, plan, neighbours);
  crowd::seat_members(diagram, cells, neighbours, wanted, plan);
}

void route_crowd(const RelationsDiagram& diagram, Plan& plan) {
  constexpr double clearance = 2.5;  // px between a tie's end and its shape
  plan.ties.assign(diagram.ties.size(), {});
  for (std::size_t at = 0; at < diagram.ties.size(); ++at) {
    const ElementPlan& from = plan.elements[diagram.ties[at].from];
    const ElementPlan& to = plan.elements[diagram.ties[at].to];
    const Point begin = leave(outline_of(from, clearance), from.box.center(), to.box.center());
    const Point end = leave(outline_of(to, clearance), to.box.center(), from.box.center());
    TiePlan& tie = plan.ties[at];
    tie.path = {{Segment::Kind::move, begin, {}, {}}, {Segment::Kind::line, end, {}, {}}};
    tie.points = {begin, end};
    tie.bounds = around_two(begin, end);
  }
}

}  // namespace outmap::relations
