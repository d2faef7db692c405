// The faces and sizes in which pictures speak: four sizes, three faces.
#pragma once

namespace outmap {

enum class Face { regular, semibold, italic };

namespace type_size {
inline constexpr double title_px = 22;
inline constexpr double heading_px = 15;
inline constexpr double body_px = 12;
inline constexpr double small_px = 10;
}  // namespace type_size

/// Height of a line of text set at `size_px`: 22 -> 28, 15 -> 20, 12 -> 16, 10 -> 13.
constexpr double line_height_px(double size_px) {
  return size_px >= 22 ? 28 : size_px >= 15 ? 20 : size_px >= 12 ? 16 : 13;
}

/// Distance of the baseline from the top of a line box of `height_px`.
constexpr double baseline_px(double height_px, double size_px) { return height_px / 2 + 0.36 * size_px; }

}  // namespace outmap
