#include "render/layout/page.hpp"

#include <algorithm>

namespace outmap {
namespace {

constexpr double kPx_per_mm = 96 / 25.4;
constexpr double kA4_long_mm = 297;
constexpr double kA4_short_mm = 210;

}  // namespace

PageSize size_of(Page page) {
  switch (page) {
    case Page::a4_landscape:
      return {1400, 990};
    case Page::a4_portrait:
      return {990, 1400};
    case Page::slide:
      break;
  }
  return {1600, 900};
}

double paper_scale(Page page, double width_px, double height_px) {
  if (page == Page::slide) return 1;
  const bool upright = page == Page::a4_portrait;
  const double width_mm = upright ? kA4_short_mm : kA4_long_mm;
  const double height_mm = upright ? kA4_long_mm : kA4_short_mm;
  return std::min(width_mm * kPx_per_mm / width_px, height_mm * kPx_per_mm / height_px);
}

}  // namespace outmap
