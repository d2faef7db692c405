// The parts of the page: heading, region, panel, footer.
#pragma once

#include "render/layout/relations/plan.hpp"

namespace outmap::relations {

/// Sets width, height, region and panel; `scale` enlarges the page in its own shape, the panel keeps its width. The
/// panel stands at the right, on an upright page below.
void divide_page(Page page, double scale, Plan& plan);

}  // namespace outmap::relations
