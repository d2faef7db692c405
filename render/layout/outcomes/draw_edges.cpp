#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <set>
#include <string>

#include "render/layout/outcomes/draw.hpp"
#include "render/layout/outcomes/heads.hpp"

namespace outmap::outcomes {
namespace {

constexpr double casing_px = 3;
constexpr double ribbon_px = 14;
constexpr double wider_ribbon_px = 8;  // for each more loop on the same link
constexpr double ribbon_share = 0.2;
constexpr double quiet_share = 0.71;  // of the full colour, in edges that carry neither the finding nor a loop

int channel(const Colour& colour, std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); }

std::set<std::size_t> looped_edges(const Plan& plan) {
  std::set<std::size_t> edges;
  for (const OutcomeLoop& loop : plan.diagram.loops) edges.insert(loop.edges.begin(), loop.edges.end());
  return edges;
}

/// The first loop on this link, whose ribbon lies uppermost.
const OutcomeLoop* loop_over(const Plan& plan, std::size_t edge) {
  for (const OutcomeLoop& loop : plan.diagram.loops)
    if (std::find(loop.edges.begin(), loop.edges.end(), edge) != loop.edges.end()) return &loop;
  return nullptr;
}

Colour edge_colour(const Plan& plan, std::size_t edge) {
  const Theme& theme = plan.style.theme;
  const OutcomeEdge& link = plan.edge(edge);
  if (!link.weight) return mix(theme.ink_3, theme.surface, plain_share);
  const Colour full = effect_colour(theme, link);
  return link.strong || loop_over(plan, edge) ? full : mix(full, theme.surface, quiet_share);
}

std::vector<double> dash_of(const Plan& plan, std::size_t edge) {
  if (!plan.edge(edge).weight) return {unweighed_dash.begin(), unweighed_dash.end()};
  if (!plan.edge(edge).doubtful()) return {};
  const double width = plan.width_px_of(edge);
  return {2.2 * width + 4, width + 3};
}

PathShape stroked(const Path& path, const Colour& colour, double width, std::vector<double> dash = {}) {
  PathShape shape;
  shape.segments = path;
  shape.stroke = {colour, width, std::move(dash), 1};
  return shape;
}

Group draw_edge(const Plan& plan, std::size_t edge) {
  const OutcomeEdge& link = plan.edge(edge);
  const OutcomeLoop* loop = loop_over(plan, edge);
  const Theme& theme = plan.style.theme;
  const Colour ground =
      loop ? mix(loop_colour(plan.style, loop->reinforcing), theme.surface, ribbon_share) : theme.surface;
  const Colour colour = edge_colour(plan, edge);
  const double width = plan.width_px_of(edge);
  Group group;
  group.id = "edge-" + plan.node(link.from).id + "-" + plan.node(link.to).id;
  group.data_id = plan.node(link.from).id + ">" + plan.node(link.to).id;
  group.kind = "influence";
  group.role = std::string("edge ") +
               (!link.weight       ? "plain"
                : *link.weight < 0 ? "minus"
                                   : "plus") +
               (!link.weight ? ""
                : link.helps ? " helps"
                             : " harms") +
               (link.strong ? " strong" : "") + (loop ? " in-loop" : "") + (link.doubtful() ? " doubtful" : "");
  group.title = link.title;
  group.shapes.emplace_back(stroked(plan.routes[edge].line, ground, width + casing_px));
  group.shapes.emplace_back(stroked(plan.routes[edge].line, colour, width, dash_of(plan, edge)));
  group.shapes.emplace_back(edge_head(plan, edge, colour));
  return group;
}

}  // namespace

Colour mix(const Colour& colour, const Colour& into, double share) {
  char text[8];
  int parts[3];
  for (std::size_t i = 0; i < 3; ++i)
    parts[i] =
        static_cast<int>(std::lround(channel(colour, 1 + 2 * i) * share + channel(into, 1 + 2 * i) * (1 - share)));
  std::snprintf(text, sizeof text, "#%02X%02X%02X", static_cast<unsigned>(parts[0]) & 255U,
                static_cast<unsigned>(parts[1]) & 255U, static_cast<unsigned>(parts[2]) & 255U);
  return text;
}

Colour loop_colour(const Style& style, bool reinforcing) { return style.theme.clusters[reinforcing ? 0 : 3].stroke; }

std::vector<Shape> draw_ribbons(const Plan& plan) {
  std::vector<Shape> shapes;
  std::vector<int> loops_on(plan.diagram.edges.size(), 0);
  for (const OutcomeLoop& loop : plan.diagram.loops) {
    Group group;
    group.id = "ribbon-" + loop.code;
    group.kind = "loop";
    group.role = std::string("ribbon ") + (loop.reinforcing ? "reinforcing" : "balancing");
    group.title = loop.code + " " + loop.name + ", " + loop.remark;
    const Colour colour = mix(loop_colour(plan.style, loop.reinforcing), plan.style.theme.surface, ribbon_share);
    for (std::size_t edge : loop.edges)
      group.shapes.emplace_back(
          stroked(plan.routes[edge].whole, colour, ribbon_px + wider_ribbon_px * loops_on[edge]++));
    shapes.insert(shapes.begin(), std::move(group));
  }
  return shapes;
}

Group draw_edges(const Plan& plan) {
  const auto looped = looped_edges(plan);
  std::vector<std::size_t> order(plan.diagram.edges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t edge) {
    const OutcomeEdge& link = plan.edge(edge);
    return std::pair(link.strong || looped.count(edge) > 0, link.weight ? std::abs(*link.weight) : -1.0);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  Group group;
  group.id = "influences";
  group.kind = "influences";
  group.role = "edges";
  for (std::size_t edge : order) group.shapes.emplace_back(draw_edge(plan, edge));
  return group;
}

}  // namespace outmap::outcomes
