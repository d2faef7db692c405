// Where the font's files are on this machine.
#pragma once

#include <string>

#include "render/text/style.hpp"

namespace outmap {

inline constexpr const char* kFontFamily = "Inter";

/// The file of a face of our own family: in the folder named by OUTMAP_FONT_DIR, where the package puts it, or else
/// where fontconfig says (slow where its cache is cold, so asked last). Of another family: where fontconfig says; a
/// family without a semibold face gives its bold one, without an italic its upright one. Throws FontMissing.
std::string find_font_file(Face face, const std::string& family = kFontFamily);

}  // namespace outmap
