// What a reader would call a slip in a picture's layout, found by measuring: for the tests of every diagram.
#pragma once

#include <string>
#include <vector>

#include "render/scene.hpp"

namespace outmap {

struct LayoutCheckOptions {
  double overlap_px = 0.5;  // texts may touch this far
  double smallest_text_px = 9;
  double edge_px = 0;  // least distance of text from the picture's edge
  double least_contrast = 4.5;
};

/// One sentence for each text that lacks its measured width, is set under 9 px, leaves the picture, lies on another
/// text, or contrasts too little with what is under it (contrast.hpp). Lines count from 0.76 of their size above the
/// baseline to 0.24 below. Each kind of fault in reading order; empty for a sound picture. O(n log n) for n lines of
/// text, plus the overlaps, plus texts x shapes for the contrasts.
std::vector<std::string> find_layout_faults(const Scene& scene, const LayoutCheckOptions& options = {});

}  // namespace outmap
