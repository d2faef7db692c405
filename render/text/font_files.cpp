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

/// What fontconfig takes for this face, where that is a static face of this family and of that very weight and slant.
std::optional<std::string> from_fontconfig(const std::string& family, int weight, bool italic) {
  try {
    const auto find =
        reinterpret_cast<outmap_fontconfig_function>(module_symbol(OUTMAP_FONTCONFIG_FILE, OUTMAP_FONTCONFIG_SYMBOL));
    std::array<char, 4096> path{};
    if (find(family.c_str(), weight, italic, path.data(), path.size()) == 0) return std::nullopt;
    return path.data();
  } catch (const ModuleMissing&) {
    return std::nullopt;
  }
}

constexpr int regular_weight = 400;
constexpr int semibold_weight = 600;
constexpr int bold_weight = 700;

std::string find_brand_font(Face face, const std::string& family) {
  if (face == Face::semibold) {
    for (const int weight : {semibold_weight, bold_weight})
      if (auto found = from_fontconfig(family, weight, false)) return *found;
  }
  if (face == Face::italic) {
    if (auto found = from_fontconfig(family, regular_weight, true)) return *found;
  }
  if (auto found = from_fontconfig(family, regular_weight, false)) return *found;
  throw FontMissing("the font '" + family + "' is not installed, or only as a variable font: install a font file for " +
                    "each of its weights, or take the line 'font' out of the brand");
}

int weight_of(Face face) { return face == Face::semibold ? semibold_weight : regular_weight; }

}  // namespace

std::optional<StandInFont> find_stand_in(Face face, const std::string& family, char32_t code_point) {
  try {
    static const auto find =
        reinterpret_cast<outmap_fallback_function>(module_symbol(OUTMAP_FONTCONFIG_FILE, OUTMAP_FALLBACK_SYMBOL));
    outmap_fallback_font font{};
    if (find(family.c_str(), weight_of(face), face == Face::italic, code_point, &font) == 0) return std::nullopt;
    return StandInFont{font.family, font.path, font.index, font.place, font.bold != 0, font.italic != 0};
  } catch (const ModuleMissing&) {
    return std::nullopt;
  }
}

std::string find_font_file(Face face, const std::string& family) {
  if (family != kFontFamily) return find_brand_font(face, family);
  const char* stem = stem_of(face);
  std::vector<std::filesystem::path> folders;
  if (const char* named = std::getenv("OUTMAP_FONT_DIR"); named != nullptr && *named != '\0')
    folders.emplace_back(named);
  folders.emplace_back("/usr/share/fonts/opentype/inter");
  folders.emplace_back("/usr/local/share/fonts/inter");
  for (const auto& folder : folders)
    if (auto found = in_folder(folder, stem)) return *found;
  if (auto found = from_fontconfig(family, weight_of(face), face == Face::italic)) return *found;
  throw FontMissing(
      std::string("the font ") + stem +
      " is not installed, and pictures cannot be measured without it: apt install fonts-inter, or name a folder "
      "that holds it in OUTMAP_FONT_DIR");
}

}  // namespace outmap
