#include "render/layout/relations/paint.hpp"
#include "render/layout/relations/scores.hpp"

namespace outmap::relations {
namespace {

Group hull_group(const RelationGroup& from) {
  Group group{"group-" + from.id, from.id, "cluster", "hull", from.name, "", {}};
  for (const std::string& trait : from.traits) group.description += (group.description.empty() ? "" : " · ") + trait;
  if (!from.why.empty()) group.description += (group.description.empty() ? "" : ". ") + from.why;
  return group;
}

/// Number, name, traits and scores, from the heading's upper left corner.
void add_heading(const Painter& painter, const RelationGroup& from, const GroupPlan& plan, const ClusterColour& colour,
                 std::vector<Shape>& shapes) {
  const Theme& theme = painter.style.theme;
  const double indent = from.hull ? 28 : 0;
  if (from.hull)
    shapes.emplace_back(
        number_badge(painter.style, {plan.heading.x + 10, plan.heading.y + 10}, from.number, colour.stroke));
  double top = plan.heading.y;
  for (const std::string& line : plan.name) {
    shapes.emplace_back(
        text_line(painter.style, line, {plan.heading.x + indent, top + 15.4},
                  {type_size::heading_px, Face::semibold, from.hull ? theme.ink : theme.ink_2, Anchor::start, {}}));
    top += 20;
  }
  if (plan.pill_x > 0)
    shapes.emplace_back(act_first(painter.style, {plan.heading.x + plan.pill_x, plan.heading.y + 10}));
  top += 2;
  for (const std::string& line : plan.traits) {
    shapes.emplace_back(text_line(painter.style, line, {plan.heading.x, top + 12.3},
                                  {type_size::body_px, Face::regular, theme.ink_2, Anchor::start, {}}));
    top += 16;
  }
  if (plan.scores) shapes.emplace_back(score_bars(painter.style, from.scores, {plan.heading.x, top + 4}));
}

}  // namespace

std::vector<Shape> paint_hulls(const Painter& painter) {
  std::vector<Shape> shapes;
  for (std::size_t at = 0; at < painter.plan.groups.size(); ++at) {
    const GroupPlan& plan = painter.plan.groups[at];
    const RelationGroup& from = painter.diagram.groups[at];
    if (plan.name.empty()) continue;
    const ClusterColour& colour = colour_of(painter.style.theme, painter.diagram, at);
    Group group = hull_group(from);
    const bool first = from.number == 1;
    if (!plan.hull.empty())
      group.shapes.emplace_back(PathShape{plan.hull,
                                          {colour.tint, Pattern::none, {}, 1},
                                          {colour.stroke, first ? 2.5 : 1.0, {}, first ? 1 : 0.6},
                                          false});
    add_heading(painter, from, plan, colour, group.shapes);
    shapes.emplace_back(std::move(group));
  }
  return shapes;
}

}  // namespace outmap::relations
