// A picture told as a list, for those who do not see it.
#pragma once

#include <string>
#include <vector>

#include "render/scene.hpp"

namespace outmap {

/// What the named groups of `scene` say: elements first, in reading order, then the ties between them. Left out is
/// what only helps the eye (axes, headings, legends) and what another line says as well and more of. O(n log n).
std::vector<std::string> picture_words(const Scene& scene);

}  // namespace outmap
