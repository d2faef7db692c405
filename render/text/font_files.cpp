#include "render/text/font_files.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <vector>

#include "render/module.hpp"
#include "render/text/fontconfig_module/fontconfig_abi.h"
#include "render/text/measure.hpp"

namespace outmap {
namespace {

const char* stem_of(Face face) {
  switch (face) {
    case Face::semibold:
      return "Inter-SemiBold";
    case Face::italic:
      return "Inter-Italic";
    case Face::regular:
      break;
  }
  return "Inter-Regular";
}

std::optional<std::string> in_folder(const std::filesystem::path& folder, const char* stem) {
  for (const char* ending : {".otf", ".ttf"}) {
    const auto path = folder / (std::string(stem) + ending);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored)) return path.string();
  }
  return std::nullopt;
}

/// What fontconfig takes for this face, where that is a static face of our family and of that very weight and slant.
std::optional<std::string> from_fontconfig(Face face) {
  try {
    const auto find =
        reinterpret_cast<outmap_fontconfig_function>(module_symbol(OUTMAP_FONTCONFIG_FILE, OUTMAP_FONTCONFIG_SYMBOL));
    std::array<char, 4096> path{};
    if (find(kFontFamily, face == Face::semibold, face == Face::italic, path.data(), path.size()) == 0)
      return std::nullopt;
    return path.data();
  } catch (const ModuleMissing&) {
    return std::nullopt;
  }
}

}  // namespace

std::string find_font_file(Face face) {
  const char* stem = stem_of(face);
  std::vector<std::filesystem::path> folders;
  if (const char* named = std::getenv("OUTMAP_FONT_DIR"); named != nullptr && *named != '\0')
    folders.emplace_back(named);
  folders.emplace_back("/usr/share/fonts/opentype/inter");
  folders.emplace_back("/usr/local/share/fonts/inter");
  for (const auto& folder : folders)
    if (auto found = in_folder(folder, stem)) return *found;
  if (auto found = from_fontconfig(face)) return *found;
  throw FontMissing(
      std::string("the font ") + stem +
      " is not installed, and pictures cannot be measured without it: apt install fonts-inter, or name a folder "
      "that holds it in OUTMAP_FONT_DIR");
}

}  // namespace outmap
