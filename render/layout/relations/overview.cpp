#include "render/layout/relations/overview.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/page.hpp"
#include "render/layout/relations/route.hpp"
#include "render/layout/relations/scores.hpp"
#include "render/layout/relations/superellipse.hpp"

namespace outmap::relations {
namespace {

constexpr double least_radius = 74;
constexpr double mark_pitch = 9.5;

std::vector<std::vector<double>> bundle_pulls(const RelationsDiagram& diagram) {
  std::vector<std::vector<double>> pulls(diagram.groups.size(), std::vector<double>(diagram.groups.size(), 0));
  for (const TieBundle& bundle : diagram.bundles) {
    pulls[bundle.from][bundle.to] += bundle.strength;
    pulls[bundle.to][bundle.from] += bundle.strength;
  }
  return pulls;
}

/// Room in proportion to members, but a fair share for the smallest.
std::vector<double> demands_of(const RelationsDiagram& diagram) {
  double most = 0;
  for (const RelationGroup& group : diagram.groups) most = std::max(most, static_cast<double>(group.members.size()));
  std::vector<double> demands;
  for (const RelationGroup& group : diagram.groups)
    demands.push_back(std::sqrt(static_cast<double>(group.members.size()) / most) + 0.5);
  return demands;
}

/// The largest radius that a slot allows.
double room_in(const Box& slot) { return std::min((slot.width / 2 - 14) / superellipse_stretch, slot.height / 2 - 18); }

/// How radii grow with members: slower than areas would, so that small groups keep their words.
double growth(const RelationGroup& group) { return std::pow(static_cast<double>(group.members.size()), 0.3); }

double radius_per_growth(const RelationsDiagram& diagram, const std::vector<Box>& slots) {
  double least = 1e9;
  for (std::size_t at = 0; at < slots.size(); ++at)
    least = std::min(least, std::max(room_in(slots[at]), 30.0) / growth(diagram.groups[at]));
  return least;
}

/// Radius by members, none larger than its slot allows.
void set_sizes(const RelationsDiagram& diagram, const std::vector<Box>& slots, OverviewPlan& plan) {
  const double per_growth = radius_per_growth(diagram, slots);
  for (std::size_t at = 0; at < slots.size(); ++at) {
    BubblePlan bubble;
    bubble.centre = slots[at].center();
    bubble.radius =
        std::min(std::max(room_in(slots[at]), 30.0), std::max(per_growth * growth(diagram.groups[at]), least_radius));
    plan.bubbles.push_back(std::move(bubble));
  }
}

/// The smallest round number of members a mark at which all rims hold their marks.
double members_per_mark(const RelationsDiagram& diagram, const OverviewPlan& plan) {
  for (double ten = 1;; ten *= 10)
    for (const double step : {1.0, 2.0, 5.0}) {
      const double each = ten * step;
      bool fits = true;
      for (std::size_t at = 0; at < plan.bubbles.size(); ++at) {
        const double rim = superellipse_length(plan.bubbles[at].radius - 11);
        fits = fits && std::ceil(static_cast<double>(diagram.groups[at].members.size()) / each) + 2 <= rim / mark_pitch;
      }
      if (fits) return each;
    }
}

/// Those whose loss would cut off most, then the others as they stand: strongest first.
std::vector<std::size_t> marked_first(const RelationsDiagram& diagram, std::vector<std::size_t> members) {
  std::stable_partition(members.begin(), members.end(),
                        [&](std::size_t member) { return diagram.elements[member].articulation; });
  return members;
}

/// The members that are marked and then the strongest as chips, row by row, as many as find room.
std::vector<std::vector<ChipPlan>> chip_rows(const RelationsDiagram& diagram, const RelationGroup& group,
                                             const Fonts& fonts, double width, std::size_t most_rows) {
  std::vector<std::vector<ChipPlan>> rows;
  double used = 0;
  for (const std::size_t member : marked_first(diagram, group.members)) {
    const RelationElement& element = diagram.elements[member];
    const double padding = element.partner ? 28 : 16;
    ChipPlan chip{member, fit(fonts, element.name, std::min(150.0, width - padding), type_size::small_px), 0};
    chip.width = fonts.width_px(chip.name, type_size::small_px) + padding;
    if (rows.empty() || used + 8 + chip.width > width) {
      if (rows.size() == most_rows) break;
      rows.emplace_back();
      used = -8;
    }
    used += 8 + chip.width;
    rows.back().push_back(std::move(chip));
  }
  return rows;
}

void set_words(const RelationsDiagram& diagram, const Fonts& fonts, OverviewPlan& plan) {
  for (std::size_t at = 0; at < plan.bubbles.size(); ++at) {
    BubblePlan& bubble = plan.bubbles[at];
    const RelationGroup& group = diagram.groups[at];
    const double width = 2 * superellipse_stretch * bubble.radius * 0.74 - 24;
    bubble.name = wrap(fonts, group.name, width, 2, type_size::heading_px, Face::semibold).lines;
    const double bars = scores_width(group.scores, ScoreLabels::brief);
    bubble.scores = bars > 0 && bars <= 2 * superellipse_stretch * bubble.radius * 0.94 - 44;
    const double used = static_cast<double>(bubble.name.size()) * 20 + 16 + (bubble.scores ? scores_height : 0) + 8;
    const double left = 2 * (bubble.radius - 26) * 0.94 - used;
    const bool marked = std::any_of(group.members.begin(), group.members.end(),
                                    [&](std::size_t member) { return diagram.elements[member].articulation; });
    const auto rows = static_cast<std::size_t>(std::clamp(std::floor(left / 24), marked ? 1.0 : 0.0, 6.0));
    const bool tied = std::any_of(group.members.begin(), group.members.end(),
                                  [&](std::size_t member) { return diagram.elements[member].ties > 0; });
    if (tied)
      bubble.chips = chip_rows(diagram, group, fonts, 2 * superellipse_stretch * bubble.radius * 0.7 - 20, rows);
    else
      bubble.traits.assign(group.traits.begin(),
                           group.traits.begin() + static_cast<long>(std::min(rows, group.traits.size())));
  }
}

Box box_of(const BubblePlan& bubble, double share) {
  const double across = superellipse_stretch * bubble.radius * share;
  const double up = bubble.radius * share;
  return {bubble.centre.x - across, bubble.centre.y - up, 2 * across, 2 * up};
}

Ends ends_of(const BubblePlan& from, const BubblePlan& to) {
  return {from.centre,
          to.centre,
          box_of(from, 0.8),
          box_of(to, 0.8),
          superellipse(from.centre, from.radius + 4),
          superellipse(to.centre, to.radius + 4)};
}

double disturbance(const std::vector<Point>& line, const TieBundle& bundle, const OverviewPlan& plan) {
  double sum = length_of(line) / 8;
  for (std::size_t at = 0; at < plan.bubbles.size(); ++at) {
    if (at == bundle.from || at == bundle.to) continue;
    const double hidden = length_through(line, box_of(plan.bubbles[at], 1.0));
    if (hidden > 0) sum += 200 + hidden * 2;
  }
  for (const BundlePlan& other : plan.bundles)
    if (!other.points.empty()) sum += 15 * static_cast<double>(crossings_of(line, other.points));
  for (const Point& point : line) sum += holds(plan.region, point) ? 0 : 100;
  return sum;
}

/// Bundles that run beside one another look like one: which number is whose could not be told.
double togetherness(const std::vector<Point>& line, const OverviewPlan& plan) {
  constexpr double too_near_px = 10, per_px = 1.5;
  double sum = 0;
  for (const BundlePlan& other : plan.bundles)
    if (!other.points.empty()) sum += per_px * length_beside(line, other.points, too_near_px);
  return sum;
}

BundlePlan route(const TieBundle& bundle, const OverviewPlan& plan) {
  const Ends ends = ends_of(plan.bubbles[bundle.from], plan.bubbles[bundle.to]);
  std::vector<Box> in_the_way;
  for (std::size_t at = 0; at < plan.bubbles.size(); ++at)
    if (at != bundle.from && at != bundle.to && length_inside(ends.from, ends.to, box_of(plan.bubbles[at], 1.0)) > 0)
      in_the_way.push_back(box_of(plan.bubbles[at], 1.0));
  BundlePlan chosen;
  double least = 0;
  for (Way& way : ways_between(ends, in_the_way, {14, 32})) {
    std::vector<Point> line = flatten(way.path, 8);
    double found = way.cost + disturbance(line, bundle, plan);
    if (!chosen.points.empty() && found >= least) continue;
    found += togetherness(line, plan);
    if (!chosen.points.empty() && found >= least) continue;
    least = found;
    chosen.path = std::move(way.path);
    chosen.points = std::move(line);
  }
  return chosen;
}

double covered(const Box& box, std::size_t own, const OverviewPlan& plan) {
  double sum = holds(plan.region, box.center()) ? 0 : 1000;
  for (const BubblePlan& bubble : plan.bubbles) sum += overlap(box, box_of(bubble, 0.95)) ? 300 : 0;
  for (std::size_t at = 0; at < plan.bundles.size(); ++at) {
    const BundlePlan& other = plan.bundles[at];
    if (at == own || other.points.empty()) continue;
    if (other.has_label && overlap(box, {other.label.x - 28, other.label.y - 12, 56, 24})) sum += 2000;
    sum += std::min(80.0, length_through(other.points, box) * 4);
  }
  return sum;
}

void label(std::size_t at, OverviewPlan& plan) {
  BundlePlan& bundle = plan.bundles[at];
  double least = 1500;
  for (const double share : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82}) {
    const Point centre = point_along(bundle.points, share);
    const double found = covered({centre.x - 24, centre.y - 9, 48, 18}, at, plan) + std::abs(share - 0.5) * 60;
    if (found >= least) continue;
    least = found;
    bundle.label = centre;
    bundle.has_label = true;
  }
}

}  // namespace

OverviewPlan plan_overview(const RelationsDiagram& diagram, const DiagramOptions& options, const Fonts& fonts) {
  Plan page;
  divide_page(options.page, 1, page);
  lay_isolated(diagram, fonts, page.region, page);
  OverviewPlan plan{page.width, page.height, page.region, page.panel, 1, {}, {}, page};
  double largest = 0;
  for (const RelationGroup& group : diagram.groups) largest = std::max(largest, growth(group));
  const Misfit misfit = [&](const std::vector<Box>& boxes) {
    return 300 / (radius_per_growth(diagram, boxes) * largest);
  };
  const std::vector<Box> slots = split_region(plan.region, demands_of(diagram), bundle_pulls(diagram), misfit);
  set_sizes(diagram, slots, plan);
  plan.members_per_mark = members_per_mark(diagram, plan);
  set_words(diagram, fonts, plan);
  plan.bundles.assign(diagram.bundles.size(), {});
  for (std::size_t at = plan.bundles.size(); at-- > 0;) plan.bundles[at] = route(diagram.bundles[at], plan);
  for (std::size_t at = plan.bundles.size(); at-- > 0;) label(at, plan);
  return plan;
}

}  // namespace outmap::relations
