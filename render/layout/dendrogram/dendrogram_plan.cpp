#include "render/layout/dendrogram/dendrogram_plan.hpp"

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"

namespace outmap::dendrogram {
namespace {

constexpr double margin = 24;
constexpr double heading_bottom = 124;
constexpr double below_tree = 96;  // axis, legend, footer
constexpr double least_pitch = 17;
constexpr double most_pitch = 72;
constexpr double cluster_gap = 10;
constexpr double mark_room = 20;
constexpr double widest_label = 300;

/// " and 22 more" than those named.
std::string and_more(const TreeBranch& branch, std::size_t named) {
  if (branch.leaves == named) return {};
  return " and " + grouped(static_cast<double>(branch.leaves - named)) + " more";
}

/// A name that is too long is cut, never the count behind it.
std::string fitted_label(const TreeBranch& branch, const Fonts& fonts) {
  std::string whole = label_of(branch);
  if (fonts.width_px(whole, type_size::body_px) <= widest_label) return whole;
  const std::string more = and_more(branch, 1);
  return fit(fonts, branch.name, widest_label - fonts.width_px(more, type_size::body_px), type_size::body_px) + more;
}

double page_width(Page page) { return page == Page::a4_portrait ? 1132 : 1600; }
double page_height(Page page) { return page == Page::slide ? 900 : page == Page::a4_landscape ? 1132 : 1600; }

/// Rows from the top, a gap between clusters; tall pages are not filled by force.
void place_rows(const DendrogramDiagram& diagram, const Fonts& fonts, Plan& plan) {
  const double gaps = cluster_gap * static_cast<double>(diagram.clusters.size() - 1);
  const double room = plan.height - heading_bottom - below_tree - gaps;
  plan.pitch = std::clamp(room / static_cast<double>(diagram.terminals), least_pitch, most_pitch);
  plan.clusters.assign(diagram.clusters.size(), {});
  double top = heading_bottom;
  for (std::size_t at = 0; at < diagram.terminals; ++at) {
    const std::size_t cluster = diagram.branches[at].cluster;
    const bool begins = at == 0 || diagram.branches[at - 1].cluster != cluster;
    if (begins && at > 0) top += cluster_gap;
    if (begins) plan.clusters[cluster].top = top;
    plan.rows.push_back({top + plan.pitch / 2, fitted_label(diagram.branches[at], fonts)});
    top += plan.pitch;
    plan.clusters[cluster].bottom = top;
  }
  plan.tree.y = heading_bottom;
  plan.tree.height = top - heading_bottom;
  plan.height = std::max(plan.height, top + below_tree);
}

double widest_of(const Plan& plan, const Fonts& fonts) {
  double widest = 0;
  for (const RowPlan& row : plan.rows) widest = std::max(widest, fonts.width_px(row.label, type_size::body_px));
  return widest;
}

}  // namespace

std::string label_of(const TreeBranch& branch) {
  if (branch.leaves == 1) return branch.name;
  return branch.name + (branch.leaves == 2 ? " and " : ", ") + branch.second_name + and_more(branch, 2);
}

Plan make_plan(const DendrogramDiagram& diagram, Page page, const Fonts& fonts) {
  Plan plan;
  plan.width = page_width(page);
  plan.height = page_height(page);
  place_rows(diagram, fonts, plan);
  plan.least = std::clamp(std::floor(diagram.branches.back().similarity * 10 - 0.2) / 10, 0.0, 0.9);
  plan.clusters_width = page == Page::a4_portrait ? 260 : 340;
  plan.clusters_x = plan.width - margin - plan.clusters_width;
  plan.labels_x = plan.clusters_x - 16 - widest_of(plan, fonts);
  plan.tree.x = margin + 24;
  plan.tree.width = plan.labels_x - mark_room - plan.tree.x;
  return plan;
}

}  // namespace outmap::dendrogram
