// Asks fontconfig where a font is. Loaded by the program only where the font is in none of the usual folders.
#include <fontconfig/fontconfig.h>

#include <cstring>
#include <memory>

#include "render/text/fontconfig_module/fontconfig_abi.h"

namespace {

struct FcDelete {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
template <typename T>
using FcPtr = std::unique_ptr<T, FcDelete>;

}  // namespace

extern "C" __attribute__((visibility("default"))) int outmap_fontconfig_v2(const char* family, int opentype_weight,
                                                                           int italic, char* path, size_t size) {
  const int wanted_weight = FcWeightFromOpenType(opentype_weight);
  const int wanted_slant = italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN;
  const FcPtr<FcConfig> config(FcInitLoadConfigAndFonts());
  if (!config) return 0;
  const FcPtr<FcPattern> pattern(FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger,
                                                wanted_weight, FC_SLANT, FcTypeInteger, wanted_slant, FC_VARIABLE,
                                                FcTypeBool, FcFalse, nullptr));
  FcConfigSubstitute(config.get(), pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult result = FcResultMatch;
  const FcPtr<FcPattern> match(FcFontMatch(config.get(), pattern.get(), &result));
  if (!match) return 0;
  FcChar8* found_family = nullptr;
  FcChar8* file = nullptr;
  int weight = 0;
  int slant = 0;
  if (FcPatternGetString(match.get(), FC_FAMILY, 0, &found_family) != FcResultMatch ||
      FcPatternGetString(match.get(), FC_FILE, 0, &file) != FcResultMatch ||
      FcPatternGetInteger(match.get(), FC_WEIGHT, 0, &weight) != FcResultMatch ||
      FcPatternGetInteger(match.get(), FC_SLANT, 0, &slant) != FcResultMatch)
    return 0;
  if (std::strcmp(reinterpret_cast<const char*>(found_family), family) != 0 || weight != wanted_weight ||
      slant != wanted_slant)
    return 0;
  const char* name = reinterpret_cast<const char*>(file);
  if (std::strlen(name) >= size) return 0;
  std::strcpy(path, name);
  return 1;
}
