// Where the font's files are on this machine.
#pragma once

#include <string>

#include "render/text/style.hpp"

namespace outmap {

inline constexpr const char* kFontFamily = "Inter";

/// The file of a face: in the folder named by OUTMAP_FONT_DIR, where the package puts it, or else where fontconfig says
/// (slow where its cache is cold, so asked last). Throws FontMissing.
std::string find_font_file(Face face);

}  // namespace outmap
