#include "render/layout/relations/plan.hpp"

#include <algorithm>
#include <cmath>

#include "render/layout/relations/crowd/crowd.hpp"
#include "render/layout/relations/page.hpp"
#include "render/layout/shapes.hpp"

namespace outmap::relations {
namespace {

/// Demands are rounded to steps of 12 %, so that most small edits of a map leave the areas of its groups as they are.
constexpr double demand_step = 0.12;

double demand_of(const RelationGroup& group, const Plan& plan, const GroupPlan& own) {
  const Size member = largest(group, plan);
  const double cells = static_cast<double>(room_for(group.members.size())) * (member.width + 36) * (member.height + 30);
  const double heading = (own.heading.width + 16) * (own.heading.height + 16);
  const double rim = 2 * (hull_padding + gutter);
  const double side = std::sqrt(cells + heading);
  const double demand = (side * 1.2 + rim) * (side / 1.2 + rim);
  return std::exp(std::round(std::log(demand) / demand_step) * demand_step);
}

std::vector<std::vector<double>> pulls_of(const RelationsDiagram& diagram) {
  std::vector<std::vector<double>> pulls(diagram.groups.size(), std::vector<double>(diagram.groups.size(), 0));
  for (const RelationTie& tie : diagram.ties) {
    const std::size_t one = diagram.elements[tie.from].group;
    const std::size_t other = diagram.elements[tie.to].group;
    if (one == other) continue;
    pulls[one][other] += 1;
    pulls[other][one] += 1;
  }
  return pulls;
}

void put_headings(Plan& plan) {
  for (GroupPlan& group : plan.groups) {
    group.heading.x = std::ceil((group.area.x + gutter + hull_padding) / 4) * 4;
    group.heading.y = std::ceil((group.area.y + gutter + hull_padding) / 4) * 4;
  }
}

/// Whether all groups found room; those that lack it ask for more in the next round.
bool try_page(const RelationsDiagram& diagram, Plan& plan, std::vector<double> demands) {
  const auto pulls = pulls_of(diagram);
  for (int round = 0; round < 4; ++round) {
    const std::vector<Box> areas = split_region(plan.region, demands, pulls);
    for (std::size_t at = 0; at < areas.size(); ++at) plan.groups[at].area = areas[at];
    put_headings(plan);
    bool fits = true;
    for (std::size_t at = 0; at < areas.size(); ++at)
      if (!has_room(diagram, plan, at)) demands[at] *= 1.15, fits = false;
    if (fits) return true;
  }
  return false;
}

Box common(const Box& one, const Box& other) {
  const double x = std::max(one.x, other.x);
  const double y = std::max(one.y, other.y);
  return {x, y, std::min(one.right(), other.right()) - x, std::min(one.bottom(), other.bottom()) - y};
}

/// All that stands in the region, moved to its middle: a small map is not left in a corner.
void centre_in_region(Plan& plan) {
  Box all;
  for (const ElementPlan& element : plan.elements) all = united(all, element.box);
  for (const GroupPlan& group : plan.groups) all = united(all, group.heading);
  if (all.width == 0) return;
  const double x = std::round((plan.region.center().x - all.center().x) / 4) * 4;
  const double y = std::round((plan.region.center().y - all.center().y) / 4) * 4;
  for (ElementPlan& element : plan.elements) element.box.x += x, element.box.y += y;
  for (GroupPlan& group : plan.groups) {
    for (Box* box : {&group.heading, &group.area}) box->x += x, box->y += y;
    group.area = common(group.area, plan.region);
  }
}

}  // namespace

Size largest(const RelationGroup& group, const Plan& plan) {
  Size size;
  for (const std::size_t member : group.members) {
    size.width = std::max(size.width, plan.elements[member].box.width);
    size.height = std::max(size.height, plan.elements[member].box.height);
  }
  return size;
}

Plan plan_relations(const RelationsDiagram& diagram, const DiagramOptions& options, const Fonts& fonts) {
  Plan plan;
  measure(diagram, fonts, plan);
  if (is_crowd(diagram)) {
    place_crowd(diagram, options, fonts, plan);
    draw_hulls(diagram, plan);
    route_crowd(diagram, plan);
    return plan;
  }
  std::vector<double> demands;
  for (std::size_t at = 0; at < diagram.groups.size(); ++at)
    demands.push_back(demand_of(diagram.groups[at], plan, plan.groups[at]));
  for (double scale = 1;; scale *= 1.08) {
    divide_page(options.page, scale, plan);
    lay_isolated(diagram, fonts, plan.region, plan);
    if (try_page(diagram, plan, demands)) break;
  }
  place_members(diagram, plan);
  place_headings(diagram, plan);
  centre_in_region(plan);
  draw_hulls(diagram, plan);
  route_ties(diagram, plan);
  label_ties(diagram, fonts, plan);
  return plan;
}

}  // namespace outmap::relations
