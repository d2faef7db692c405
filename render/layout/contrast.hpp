// Whether text can be read against what is painted under it: for the tests of every diagram.
#pragma once

#include <string>
#include <vector>

#include "render/scene.hpp"

namespace outmap {

/// One sentence for each text that contrasts less than `least` with a colour that lies under its beginning, middle or
/// end: its halo, else the last thing filled there before it was drawn, stripes and dots included. In reading order.
/// O(texts x shapes).
std::vector<std::string> find_pale_text(const Scene& scene, double least);

}  // namespace outmap
