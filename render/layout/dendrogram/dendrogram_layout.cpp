#include "render/layout/dendrogram/dendrogram_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/dendrogram/dendrogram_plan.hpp"

namespace outmap::dendrogram {
namespace {

struct Painter {
  const DendrogramDiagram& diagram;
  const Plan& plan;
  const Style& style;
  std::vector<double> y{};  // by branch
};

/// Five clusters have colours of their own, the rest grey; one cluster alone is grey too.
const ClusterColour& colour_of(const Painter& painter, std::size_t cluster) {
  return painter.style.theme.clusters[std::min<std::size_t>(cluster, 5)];
}

std::vector<double> heights_of(const DendrogramDiagram& diagram, const Plan& plan) {
  std::vector<double> y;
  for (std::size_t at = 0; at < diagram.branches.size(); ++at) {
    const TreeBranch& branch = diagram.branches[at];
    y.push_back(branch.join ? (y[branch.first] + y[branch.second]) / 2 : plan.rows[at].y);
  }
  return y;
}

Shape line(Point from, Point to, const Stroke& stroke) {
  return PathShape{{move_to(from), line_to(to)}, {}, stroke, false};
}

TextShape small(const Painter& painter, const std::string& words, Point at, Anchor anchor, const Colour& colour = {},
                Face face = Face::regular) {
  return text_line(painter.style, words, at,
                   {type_size::small_px, face, colour.empty() ? painter.style.theme.ink_2 : colour, anchor, {}});
}

// --- axis and cut ---------------------------------------------------------------------------------------------------

Group paint_axis(const Painter& painter) {
  const Plan& plan = painter.plan;
  const Theme& theme = painter.style.theme;
  Group axis{"axis", "", "axis", "axis", "Similarity at which two branches join, 0 to 1", "", {}};
  const double bottom = plan.tree.bottom() + 10;
  const double step = plan.least <= 0.6 ? 0.1 : 0.05;
  const int ticks = static_cast<int>(std::lround((1 - plan.least) / step));
  for (int tick = 0; tick <= ticks; ++tick) {
    const double similarity = plan.least + tick * step;
    const double x = crisp(plan.x_of(similarity));
    axis.shapes.emplace_back(line({x, plan.tree.y - 4}, {x, bottom}, {theme.grid, 1, {}, 1}));
    axis.shapes.emplace_back(
        small(painter, fmt::format("{:.{}f}", similarity, step < 0.1 ? 2 : 1), {x, bottom + 13}, Anchor::middle));
  }
  axis.shapes.emplace_back(small(painter, "less alike", {plan.tree.x, bottom + 28}, Anchor::start));
  axis.shapes.emplace_back(small(painter, "similarity at which they join",
                                 {plan.tree.x + plan.tree.width / 2, bottom + 28}, Anchor::middle, theme.ink,
                                 Face::semibold));
  axis.shapes.emplace_back(small(painter, "more alike", {plan.tree.right(), bottom + 28}, Anchor::end));
  return axis;
}

Group paint_cut(const Painter& painter) {
  const Plan& plan = painter.plan;
  const double x = plan.x_of(painter.diagram.cut);
  const std::string words =
      fmt::format("cut at {:.2f}: {} groups", painter.diagram.cut, painter.diagram.clusters.size());
  Group cut{"cut", "", "cut", "cut", words, "", {}};
  cut.shapes.emplace_back(
      line({x, plan.tree.y - 6}, {x, plan.tree.bottom() + 10}, {painter.style.theme.accent, 1.5, {6, 4}, 1}));
  PillLook look;
  look.height_px = 16;
  look.size_px = type_size::small_px;
  look.ground = painter.style.theme.accent;
  look.ink = painter.style.theme.on_strong;
  const double half = pill_width_px(painter.style, words, look) / 2;
  cut.shapes.emplace_back(pill(painter.style, words,
                               {std::clamp(x, plan.tree.x + half - 24, plan.tree.right() - half), plan.tree.y - 14},
                               look));
  return cut;
}

// --- branches -------------------------------------------------------------------------------------------------------

Colour colour_of_branch(const Painter& painter, const TreeBranch& branch) {
  return branch.above_cut ? painter.style.theme.ink_3 : colour_of(painter, branch.cluster).stroke;
}

/// The vertical of a join and the way to each of its two branches.
Group paint_join(const Painter& painter, std::size_t at) {
  const TreeBranch& join = painter.diagram.branches[at];
  Group group{"join-" + std::to_string(at),
              "",
              "join",
              join.above_cut ? "join above-cut" : "join",
              fmt::format("{} elements join at similarity {:.2f}", join.leaves, join.similarity),
              "",
              {}};
  const double x = painter.plan.x_of(join.similarity);
  const Stroke stroke{colour_of_branch(painter, join), join.above_cut ? 1.5 : 2.0, {}, 1};
  const double first = painter.y[join.first];
  const double second = painter.y[join.second];
  std::vector<Point> way;
  for (const std::size_t part : {join.first, join.second}) {
    const TreeBranch& branch = painter.diagram.branches[part];
    const double end = painter.plan.x_of(branch.similarity);
    const Colour colour = join.above_cut ? colour_of_branch(painter, branch) : stroke.colour;
    group.shapes.emplace_back(line({x, painter.y[part]}, {end, painter.y[part]}, {colour, stroke.width, {}, 1}));
  }
  group.shapes.emplace_back(
      line({x, std::min(first, second) - stroke.width / 2}, {x, std::max(first, second) + stroke.width / 2}, stroke));
  return group;
}

/// A square for a customer, a ring for a partner.
Shape mark(const Painter& painter, bool partner, Point at, const Colour& colour) {
  if (partner) return CircleShape{at, 3.5, {painter.style.theme.surface, Pattern::none, {}, 1}, {colour, 1.5, {}, 1}};
  return RectShape{{at.x - 3.5, at.y - 3.5, 7, 7}, 1.5, {colour, Pattern::none, {}, 1}, {}};
}

/// What is not opened: from where the last of its elements join to where the first could.
Shape wedge(const Painter& painter, double similarity, double y, double half, const ClusterColour& colour) {
  const std::vector<Point> corners{
      {painter.plan.x_of(similarity), y}, {painter.plan.tree.right(), y - half}, {painter.plan.tree.right(), y + half}};
  return PathShape{polygon(corners), {colour.tint, Pattern::none, {}, 1}, {colour.stroke, 1.2, {}, 1}, false};
}

Group paint_row(const Painter& painter, std::size_t at) {
  const TreeBranch& branch = painter.diagram.branches[at];
  const RowPlan& row = painter.plan.rows[at];
  const ClusterColour& colour = colour_of(painter, branch.cluster);
  const std::string kind = branch.leaves > 1 ? "branch" : branch.partner ? "partner" : "customer";
  Group group{kind + "-" + (branch.id.empty() ? std::to_string(at) : branch.id),
              branch.id,
              kind,
              "node",
              label_of(branch),
              "",
              {}};
  if (branch.leaves > 1) {
    group.description = fmt::format("all alike by {:.2f} or more on average", branch.similarity);
    group.shapes.emplace_back(
        wedge(painter, branch.similarity, row.y, std::min(9.0, painter.plan.pitch / 2 - 3), colour));
  } else {
    group.shapes.emplace_back(mark(painter, branch.partner, {painter.plan.tree.right() + 8, row.y}, colour.stroke));
  }
  group.shapes.emplace_back(
      text_line(painter.style, row.label, {painter.plan.labels_x, row.y + 4.3}, {type_size::body_px}));
  return group;
}

// --- clusters -------------------------------------------------------------------------------------------------------

/// A to Z, then AA: groups by likeness alone are not the numbered clusters of other pictures.
std::string letter_of(std::size_t at) {
  const std::string last(1, static_cast<char>('A' + at % 26));
  return at < 26 ? last : letter_of(at / 26 - 1) + last;
}

std::string counts_of(const TreeCluster& cluster) {
  if (cluster.members == 1) return "1 element";
  return fmt::format("{} elements, joined at {:.2f}", grouped(static_cast<double>(cluster.members)),
                     cluster.similarity);
}

/// A bar along its rows, number and name, and what else there is room for.
Group paint_cluster(const Painter& painter, std::size_t at) {
  const TreeCluster& cluster = painter.diagram.clusters[at];
  const ClusterPlan& plan = painter.plan.clusters[at];
  const Style& style = painter.style;
  const ClusterColour& colour = colour_of(painter, at);
  Group group{"cluster-" + std::to_string(at + 1),
              "cluster-" + std::to_string(at + 1),
              "cluster",
              "cluster",
              cluster.name + ": " + counts_of(cluster),
              "",
              {}};
  const double x = painter.plan.clusters_x;
  group.shapes.emplace_back(
      RectShape{{x, plan.top + 1, 4, plan.bottom - plan.top - 2}, 2, {colour.stroke, Pattern::none, {}, 1}, {}});
  const double room = plan.bottom - plan.top;
  const double width = painter.plan.clusters_width - 44;
  std::string traits;
  for (const std::string& trait : cluster.traits) traits += (traits.empty() ? "" : " · ") + trait;
  const bool counts = room >= 34;
  const auto lines = static_cast<int>(std::clamp((room - 36) / 13, 0.0, 2.0));
  const Wrapped wrapped =
      lines > 0 && !traits.empty() ? wrap(style.fonts, traits, width, lines, type_size::small_px) : Wrapped{};
  const double height = 16 + (counts ? 14 : 0) + 13 * static_cast<double>(wrapped.lines.size());
  double top = plan.top + (room - height) / 2;
  group.shapes.emplace_back(CircleShape{{x + 21, top + 8}, 8, {colour.stroke, Pattern::none, {}, 1}, {}});
  group.shapes.emplace_back(
      small(painter, letter_of(at), {x + 21, top + 11.6}, Anchor::middle, style.theme.on_strong, Face::semibold));
  group.shapes.emplace_back(text_line(style, fit(style.fonts, cluster.name, width, type_size::body_px, Face::semibold),
                                      {x + 36, top + 12.3}, {type_size::body_px, Face::semibold}));
  top += 17;
  if (counts) group.shapes.emplace_back(small(painter, counts_of(cluster), {x + 36, top + 10}, Anchor::start));
  top += 14;
  for (const std::string& words : wrapped.lines) {
    group.shapes.emplace_back(small(painter, words, {x + 36, top + 10}, Anchor::start));
    top += 13;
  }
  return group;
}

// --- legend and page ------------------------------------------------------------------------------------------------

LegendItem item(Shape symbol, double width, const std::string& label) {
  LegendItem made;
  made.symbol.shapes.push_back(std::move(symbol));
  made.symbol_width_px = width;
  made.label = label;
  return made;
}

Group paint_legend(const Painter& painter) {
  const auto& branches = painter.diagram.branches;
  const auto any = [&](auto test) { return std::any_of(branches.begin(), branches.end(), test); };
  const Theme& theme = painter.style.theme;
  std::vector<LegendItem> items;
  if (any([](const TreeBranch& b) { return !b.join && b.leaves == 1 && !b.partner; }))
    items.push_back(item(mark(painter, false, {8, 8}, theme.ink_3), 16, "customer"));
  if (any([](const TreeBranch& b) { return !b.join && b.leaves == 1 && b.partner; }))
    items.push_back(item(mark(painter, true, {8, 8}, theme.ink_3), 16, "partner"));
  if (any([](const TreeBranch& b) { return !b.join && b.leaves > 1; })) {
    const std::vector<Point> corners{{0, 8}, {28, 2}, {28, 14}};
    items.push_back(
        item(PathShape{polygon(corners), {theme.chip, Pattern::none, {}, 1}, {theme.ink_3, 1.2, {}, 1}, false}, 28,
             "several elements; its tip: where the last of them join"));
  }
  items.push_back(item(line({0, 8}, {28, 8}, {theme.clusters[0].stroke, 2, {}, 1}), 28, "thick: within a group"));
  if (any([](const TreeBranch& b) { return b.above_cut; }))
    items.push_back(item(line({0, 8}, {28, 8}, {theme.ink_3, 1.5, {}, 1}), 28, "thin: groups joining"));
  items.push_back(item(line({0, 8}, {28, 8}, {theme.accent, 1.5, {6, 4}, 1}), 28, "the cut"));
  return legend_flow(painter.style, items, {24, painter.plan.height - 44}, painter.plan.width - 48).group;
}

std::vector<TextRun> finding_runs(const DendrogramDiagram& diagram, const Theme& theme) {
  const std::size_t end = diagram.key_begin + diagram.key_length;
  return {{diagram.finding.substr(0, diagram.key_begin), Face::semibold, {}, false},
          {diagram.finding.substr(diagram.key_begin, diagram.key_length), Face::semibold, theme.accent, false},
          {diagram.finding.substr(end), Face::semibold, {}, false}};
}

}  // namespace

Scene lay_out(const DendrogramDiagram& diagram, const DiagramOptions& options, const Style& style) {
  const Plan plan = make_plan(diagram, options.page, style.fonts);
  const Painter painter{diagram, plan, style, heights_of(diagram, plan)};
  Scene scene;
  scene.id = "dendrogram";
  scene.title = diagram.title;
  scene.description = diagram.question + " " + diagram.finding;
  scene.width_px = plan.width;
  scene.height_px = plan.height;
  scene.ground = style.theme.canvas;
  const HeadingText words{diagram.title, diagram.question, finding_runs(diagram, style.theme), ""};
  scene.shapes.emplace_back(heading(style, words, {HeadingManner::sheet, plan.width, {}}));
  scene.shapes.emplace_back(paint_axis(painter));
  for (std::size_t at = 0; at < diagram.clusters.size(); ++at) scene.shapes.emplace_back(paint_cluster(painter, at));
  for (std::size_t at = diagram.branches.size(); at-- > diagram.terminals;)
    scene.shapes.emplace_back(paint_join(painter, at));
  scene.shapes.emplace_back(paint_cut(painter));
  for (std::size_t at = 0; at < diagram.terminals; ++at) scene.shapes.emplace_back(paint_row(painter, at));
  scene.shapes.emplace_back(paint_legend(painter));
  scene.shapes.emplace_back(footer(style, diagram.counts, diagram.left_out, {plan.width, plan.height, 24, false, 14}));
  return scene;
}

}  // namespace outmap::dendrogram
