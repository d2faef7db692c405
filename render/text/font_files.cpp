#include "render/text/font_files.hpp"

#include <fontconfig/fontconfig.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "render/text/measure.hpp"

namespace outmap {
namespace {

struct FaceFile {
  const char* stem;
  int weight;
  int slant;
};

FaceFile face_file(Face face) {
  switch (face) {
    case Face::semibold:
      return {"Inter-SemiBold", FC_WEIGHT_DEMIBOLD, FC_SLANT_ROMAN};
    case Face::italic:
      return {"Inter-Italic", FC_WEIGHT_REGULAR, FC_SLANT_ITALIC};
    case Face::regular:
      break;
  }
  return {"Inter-Regular", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN};
}

std::optional<std::string> in_folder(const std::filesystem::path& folder, const char* stem) {
  for (const char* ending : {".otf", ".ttf"}) {
    const auto path = folder / (std::string(stem) + ending);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored)) return path.string();
  }
  return std::nullopt;
}

struct FcDelete {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};

/// What fontconfig takes for this face, where that is a static face of our family and of that very weight and slant.
std::optional<std::string> from_fontconfig(const FaceFile& wanted) {
  const std::unique_ptr<FcConfig, FcDelete> config(FcInitLoadConfigAndFonts());
  if (!config) return std::nullopt;
  const std::unique_ptr<FcPattern, FcDelete> pattern(
      FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, kFontFamily, FC_WEIGHT, FcTypeInteger, wanted.weight, FC_SLANT,
                     FcTypeInteger, wanted.slant, FC_VARIABLE, FcTypeBool, FcFalse, nullptr));
  FcConfigSubstitute(config.get(), pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult result = FcResultMatch;
  const std::unique_ptr<FcPattern, FcDelete> match(FcFontMatch(config.get(), pattern.get(), &result));
  if (!match) return std::nullopt;
  FcChar8* family = nullptr;
  FcChar8* file = nullptr;
  int weight = 0;
  int slant = 0;
  if (FcPatternGetString(match.get(), FC_FAMILY, 0, &family) != FcResultMatch ||
      FcPatternGetString(match.get(), FC_FILE, 0, &file) != FcResultMatch ||
      FcPatternGetInteger(match.get(), FC_WEIGHT, 0, &weight) != FcResultMatch ||
      FcPatternGetInteger(match.get(), FC_SLANT, 0, &slant) != FcResultMatch)
    return std::nullopt;
  if (std::string(reinterpret_cast<const char*>(family)) != kFontFamily || weight != wanted.weight ||
      slant != wanted.slant)
    return std::nullopt;
  return std::string(reinterpret_cast<const char*>(file));
}

}  // namespace

std::string find_font_file(Face face) {
  const FaceFile wanted = face_file(face);
  std::vector<std::filesystem::path> folders;
  if (const char* named = std::getenv("OUTMAP_FONT_DIR"); named != nullptr && *named != '\0')
    folders.emplace_back(named);
  folders.emplace_back("/usr/share/fonts/opentype/inter");
  folders.emplace_back("/usr/local/share/fonts/inter");
  for (const auto& folder : folders)
    if (auto found = in_folder(folder, wanted.stem)) return *found;
  if (auto found = from_fontconfig(wanted)) return *found;
  throw FontMissing(
      std::string("the font ") + wanted.stem +
      " is not installed, and pictures cannot be measured without it: apt install fonts-inter, or name a folder "
      "that holds it in OUTMAP_FONT_DIR");
}

}  // namespace outmap
