// The stages' headings, and how names and shares are set on them.
#pragma once

#include <cstddef>

#include "render/layout/shapes.hpp"

namespace outmap::journey_picture {

struct Sheet;

/// How name and share are set: the same for all stages of a picture.
struct ChevronManner {
  double name_px;
  int name_lines;
  bool stacked;     // name over share
  bool long_share;  // '38 % of gap', else '38 %'
  double height = 34;
};

/// The manners in their order from the roomiest to the tightest.
const ChevronManner& chevron_manner(std::size_t place);

/// The place of the roomiest manner that holds every name of the sheet whole.
std::size_t place_of_chevron_manner(const Sheet& sheet);

/// Whether a stage tells its share as a bare percentage, which the legend then explains.
bool shows_bare_shares(const Sheet& sheet);

void draw_chevrons(const Sheet& sheet, double top, std::vector<Shape>& into);

}  // namespace outmap::journey_picture
