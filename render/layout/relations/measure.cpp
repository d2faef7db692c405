#include <algorithm>
#include <cmath>

#include "render/layout/relations/plan.hpp"
#include "render/layout/relations/scores.hpp"

namespace outmap::relations {
namespace {

double to_grid(double length) { return std::ceil(length / 4) * 4; }

/// How much room the whole picture leaves to one card.
struct Density {
  double wrap_px = 128;
  double base_area = 5000;
  double share_area = 6400;
  double name_px = type_size::body_px;
};

Density density_of(std::size_t elements) {
  if (elements <= 6) return {180, 9500, 8000, type_size::heading_px};
  if (elements <= 24) return {};
  if (elements <= 40) return {116, 4400, 4800, type_size::body_px};
  return {104, 3400, 2600, type_size::body_px};
}

void size_hexagon(const RelationElement& element, const Density& density, const Fonts& fonts, ElementPlan& plan) {
  plan.hexagon = true;
  plan.name_px = density.name_px;
  const Wrapped name = wrap(fonts, element.name, density.wrap_px, 3, plan.name_px, Face::semibold);
  plan.name = name.lines;
  plan.name_cut = name.cut;
  plan.box.width = to_grid(std::max(64.0, name.width_px + 36));
  plan.box.height = 16 + to_grid(line_height_px(plan.name_px)) * static_cast<double>(name.lines.size()) -
                    (name.lines.size() > 1 ? 4 : 0);
}

void size_card(const RelationElement& element, double most_size, const Density& density, const Fonts& fonts,
               ElementPlan& plan) {
  const double share = most_size > 0 ? std::clamp(element.size / most_size, 0.0, 1.0) : 0;
  const bool large = most_size > 1 && share >= 0.7;
  plan.name_px = large ? type_size::heading_px : density.name_px;
  const Wrapped name = wrap(fonts, element.name, density.wrap_px + (large ? 20 : 0), 3, plan.name_px, Face::semibold);
  plan.name = name.lines;
  plan.name_cut = name.cut;
  if (element.size != 1) plan.size = "size " + grouped_number(element.size);
  double text_height = static_cast<double>(name.lines.size()) * line_height_px(plan.name_px);
  if (!plan.size.empty()) text_height += line_height_px(type_size::small_px);
  if (element.need) text_height += 12;
  const double text_width =
      std::max(name.width_px, plan.size.empty() ? 0 : fonts.width_px(plan.size, type_size::small_px));
  const double area = density.base_area + density.share_area * (most_size > 1 ? share : 0);
  plan.box.width = to_grid(std::max({text_width + 20, 80.0, std::min(std::sqrt(area * 1.9), density.wrap_px + 40)}));
  plan.box.height = to_grid(std::max(text_height + 16, area / plan.box.width));
}

/// Traits side by side, at most two lines, none broken in the middle.
std::vector<std::string> lines_of(const std::vector<std::string>& traits, const Fonts& fonts, double width) {
  std::vector<std::string> lines;
  for (const std::string& trait : traits) {
    const std::string longer = lines.empty() ? trait : lines.back() + " · " + trait;
    if (!lines.empty() && fonts.width_px(longer, type_size::body_px) <= width)
      lines.back() = longer;
    else if (lines.size() < 2)
      lines.push_back(fit(fonts, trait, width, type_size::body_px));
  }
  return lines;
}

/// Where the call to act stands: beside the name, if it is one line.
void place_pill(const RelationsDiagram& diagram, const RelationGroup& group, double name_end, const Fonts& fonts,
                GroupPlan& plan) {
  const bool first = group.number == 1 && group.attention && diagram.clusters > 1;
  if (!first || plan.name.size() > 1) return;
  plan.pill_x = name_end + 10;
  plan.heading.width = std::max(plan.heading.width, plan.pill_x + act_first_width(fonts));
}

void size_heading(const RelationsDiagram& diagram, const RelationGroup& group, const Fonts& fonts, GroupPlan& plan) {
  if (group.name.empty()) return;
  const bool at_rim = diagram.opened != no_index && &group != &diagram.groups[diagram.opened];
  const double scores = at_rim ? 0 : scores_width(group.scores);
  const double width = std::max(250.0, scores);
  const double indent = group.hull ? 28 : 0;
  const Wrapped name = wrap(fonts, group.name, width - indent, 2, type_size::heading_px, Face::semibold);
  plan.name = name.lines;
  plan.heading.width = std::max(name.width_px + indent, scores);
  if (!at_rim) plan.traits = lines_of(group.traits, fonts, width);
  plan.scores = scores > 0;
  for (const std::string& line : plan.traits)
    plan.heading.width = std::max(plan.heading.width, fonts.width_px(line, type_size::body_px));
  place_pill(diagram, group, name.width_px + indent, fonts, plan);
  plan.heading.width = to_grid(plan.heading.width);
  plan.heading.height = to_grid(static_cast<double>(plan.name.size()) * 20 +
                                static_cast<double>(plan.traits.size()) * 16 + 4 + (plan.scores ? scores_height : 0));
}

}  // namespace

void measure(const RelationsDiagram& diagram, const Fonts& fonts, Plan& plan) {
  const Density density = density_of(diagram.elements.size());
  double most_size = 0;
  for (const RelationElement& element : diagram.elements) most_size = std::max(most_size, element.size);
  plan.elements.assign(diagram.elements.size(), {});
  for (std::size_t at = 0; at < diagram.elements.size(); ++at) {
    if (diagram.elements[at].partner)
      size_hexagon(diagram.elements[at], density, fonts, plan.elements[at]);
    else
      size_card(diagram.elements[at], most_size, density, fonts, plan.elements[at]);
  }
  plan.groups.assign(diagram.groups.size(), {});
  for (std::size_t at = 0; at < diagram.groups.size(); ++at)
    size_heading(diagram, diagram.groups[at], fonts, plan.groups[at]);
}

}  // namespace outmap::relations
