// Where the font's files are on this machine.
#pragma once

#include <optional>
#include <string>

#include "render/text/style.hpp"

namespace outmap {

inline constexpr const char* kFontFamily = "Inter";

/// The file of a face of our own family: in the folder named by OUTMAP_FONT_DIR, where the package puts it, or else
/// where fontconfig says (slow where its cache is cold, so asked last). Of another family: where fontconfig says; a
/// family without a semibold face gives its bold one, without an italic its upright one. Throws FontMissing.
std::string find_font_file(Face face, const std::string& family = kFontFamily);

/// An installed font that draws what the family lacks.
struct StandInFont {
  std::string family;
  std::string path;
  unsigned index = 0;  // of the face in its file
  unsigned place = 0;  // in fontconfig's order of preference
  bool bold = false;
  bool italic = false;
};

/// The font that fontconfig takes for this character in text of this family: nothing where no static font has it, or
/// fontconfig is not there.
std::optional<StandInFont> find_stand_in(Face face, const std::string& family, char32_t code_point);

}  // namespace outmap
