// The data of SVG paths.
#pragma once

#include <string>
#include <vector>

#include "render/scene.hpp"

namespace outmap {

/// absolute: "M1 2L11 2C…"; relative: every point from the one before it, "M1 2h10c…", a third shorter.
enum class PathForm { absolute, relative };

/// The value of `d`, with numbers of so many decimals. Relative steps go from rounded point to rounded point, so that
/// rounding does not add up along the path. Linear.
std::string path_data(const std::vector<Segment>& segments, int decimals, PathForm form = PathForm::absolute);

/// One straight line: it encloses nothing, so that no fill is seen.
bool is_straight(const std::vector<Segment>& segments);

}  // namespace outmap
