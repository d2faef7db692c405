// How large a picture is: a slide, or a page of A4.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// In px.
struct PageSize {
  double width;
  double height;
};

/// 1600 x 900 for a slide. A page of A4 has about 120 px an inch both ways up, 1400 x 990 and 990 x 1400, so that all
/// pictures print alike: text of 12 px at 7.2 points, of 10 px at 6.
PageSize size_of(Page page);

/// By how much a picture that a page printer counts at 96 px an inch has to shrink to fill its sheet of A4 and no more;
/// 1 for slides.
double paper_scale(Page page, double width_px, double height_px);

}  // namespace outmap
