// The drawings behind the icons, as data.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace outmap {

/// How a mark of a drawing is painted: `line` stroked; `solid` filled; `ring` stroked, and filled with the ground;
/// `cut` stroked in the ground's colour, on top of a solid.
enum class MarkManner { line, solid, ring, cut };

/// A mark in a 16 x 16 box. The data are absolute path commands M, L, H, V, C, Z, and two of our own: 'O x y r', a
/// circle, and 'R x y w h r', a rectangle with rounded corners.
struct IconMark {
  MarkManner manner;
  std::string_view data;
};

struct IconDrawing {
  std::string_view name;
  std::vector<IconMark> marks;
};

/// All drawings, sorted by name.
std::span<const IconDrawing> icon_drawings();

}  // namespace outmap
