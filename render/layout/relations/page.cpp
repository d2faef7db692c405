#include "render/layout/relations/page.hpp"

#include <cmath>

#include "render/layout/page.hpp"

namespace outmap::relations {

void divide_page(Page page, double scale, Plan& plan) {
  const bool upright = page == Page::a4_portrait;
  const PageSize size = size_of(page);
  plan.width = std::round(size.width * scale);
  plan.height = std::round(size.height * scale);
  const double top = 104;
  const double bottom = plan.height - 40;
  if (upright) {
    plan.panel = {24, bottom - 424, plan.width - 48, 424};
    plan.region = {24, top, plan.width - 48, plan.panel.y - top - 8};
  } else {
    plan.panel = {plan.width - 328, 24, 312, bottom - 24};
    plan.region = {24, top, plan.panel.x - 24 - 12, bottom - top};
  }
}

}  // namespace outmap::relations
