// The themes, one file each. A new one is a function here, its file, and a row in theme.cpp.
#pragma once

#include "render/theme/theme.hpp"

namespace outmap {

const Theme& light_theme();
const Theme& dark_theme();
const Theme& print_theme();

}  // namespace outmap
