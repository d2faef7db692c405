#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/plan.hpp"
#include "render/layout/relations/route.hpp"

namespace outmap::relations {
namespace {

constexpr std::array<double, 11> along_the_way{0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8};

/// Width of the pill that says that a tie is of several kinds.
double glyph_width(const RelationTie& tie, bool tells) { return tells && tie.types.size() > 1 ? 36 : 2 * glyph_radius; }

Box box_at(Point centre, double width, double height) {
  return {centre.x - width / 2, centre.y - height / 2, width, height};
}

/// What a box at this place would cover; above 100: something that must stay legible.
double covered(const Box& box, std::size_t own, const Plan& plan) {
  double sum = 0;
  for (const ElementPlan& element : plan.elements) sum += overlap(box, inflate(element.box, 3)) ? 1000 : 0;
  for (const GroupPlan& group : plan.groups)
    sum += group.heading.width > 0 && overlap(box, inflate(group.heading, 6)) ? 500 : 0;
  if (!holds(plan.region, box)) sum += 1000;
  for (std::size_t at = 0; at < plan.ties.size(); ++at) {
    if (at == own) continue;
    const TiePlan& other = plan.ties[at];
    if (other.has_glyph && overlap(box, box_at(other.glyph, other.glyph_width + 4, 20))) sum += 460;
    if (other.label_box.width > 0 && overlap(box, other.label_box)) sum += 1000;
    sum += std::min(60.0, length_through(other.points, box) * 3);
  }
  return sum;
}

struct Spot {
  Point at;
  double cost = 1e9;
};

Spot best_spot(std::size_t tie, double width, double height, const Plan& plan) {
  Spot best;
  const double whole = length_of(plan.ties[tie].points);
  for (const double share : along_the_way) {
    if (std::min(share, 1 - share) * whole < height / 2 + 4) continue;
    const double aside = std::abs(share - 0.5) * 40;
    if (aside >= best.cost) continue;
    const Point at = point_along(plan.ties[tie].points, share);
    const double found = covered(box_at(at, width, height), tie, plan) + aside;
    if (found < best.cost) best = {at, found};
  }
  return best;
}

void place_glyph(const RelationTie& tie, bool tells, std::size_t at, Plan& plan) {
  const Spot spot = best_spot(at, glyph_width(tie, tells), 2 * glyph_radius, plan);
  if (spot.cost > 450) return;
  plan.ties[at].has_glyph = true;
  plan.ties[at].glyph = spot.at;
  plan.ties[at].glyph_width = glyph_width(tie, tells);
}

void place_label(const RelationTie& tie, std::size_t at, const Fonts& fonts, Plan& plan) {
  const std::string text = fit(fonts, tie.shared, 150, type_size::small_px);
  const double width = fonts.width_px(text, type_size::small_px) + 34;
  const Spot spot = best_spot(at, width, 18, plan);
  if (spot.cost > 250) return;
  plan.ties[at].label = text;
  plan.ties[at].label_box = box_at(spot.at, width, 18);
}

}  // namespace

bool tells_further_types(const RelationsDiagram& diagram) {
  return std::count_if(diagram.ties.begin(), diagram.ties.end(),
                       [](const RelationTie& tie) { return tie.types.size() > 1; }) <= 20;
}

void label_ties(const RelationsDiagram& diagram, const Fonts& fonts, Plan& plan) {
  const bool tells = tells_further_types(diagram);
  for (std::size_t at = diagram.ties.size(); at-- > 0;)
    if (!diagram.ties[at].derived) place_glyph(diagram.ties[at], tells, at, plan);
  for (std::size_t at = diagram.ties.size(); at-- > 0;)
    if (diagram.ties[at].derived) place_label(diagram.ties[at], at, fonts, plan);
}

}  // namespace outmap::relations
