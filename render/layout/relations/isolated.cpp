#include <algorithm>

#include "render/layout/relations/plan.hpp"

namespace outmap::relations {
namespace {

constexpr double row_height = 24;
constexpr std::size_t most_isolated_rows = 2;
constexpr double more_width = 80;  // for "and 12 more"

}  // namespace

void lay_isolated(const RelationsDiagram& diagram, const Fonts& fonts, Box& region, Plan& plan) {
  plan.isolated.clear();
  plan.isolated_more = 0;
  plan.isolated_strip = {};
  if (diagram.isolated.empty()) return;
  const double left = region.x + 8;
  const double right = region.right() - 8;
  double x = left + 132;  // after the words "Tied to nobody yet"
  double top = 0;
  std::size_t row = 1;
  for (std::size_t at = 0; at < diagram.isolated.size(); ++at) {
    const RelationElement& element = diagram.isolated[at];
    const double padding = element.partner ? 28 : 16;
    const std::string name = fit(fonts, element.name, 150, type_size::small_px);
    const double width = fonts.width_px(name, type_size::small_px) + padding;
    if (x + width > right && row < most_isolated_rows) x = left, top += row_height, ++row;
    if (x + width + (row == most_isolated_rows ? more_width : 0) > right) {
      plan.isolated_more = diagram.isolated.size() - at;
      break;
    }
    plan.isolated.push_back({at, {x, top, width, 18}, name});
    x += width + 8;
  }
  const double height = static_cast<double>(row) * row_height + 8;
  plan.isolated_strip = {left, region.bottom() - height + 8, right - left, height - 8};
  for (IsolatedPlan& chip : plan.isolated) chip.box.y += plan.isolated_strip.y;
  region.height -= height;
}

}  // namespace outmap::relations
