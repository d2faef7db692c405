// Asks fontconfig where a font is. Loaded by the program only where the font is in none of the usual folders.
#include <fontconfig/fontconfig.h>

#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <tuple>

#include "render/text/fontconfig_module/fontconfig_abi.h"

namespace {

struct FcDelete {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcFontSet* fonts) const { FcFontSetSortDestroy(fonts); }
};
template <typename T>
using FcPtr = std::unique_ptr<T, FcDelete>;

/// All fonts, those first that suit text of this family best. Each has all its characters: none is left out because
/// those before it have them too.
FcPtr<FcFontSet> sort_fonts(FcConfig* config, const char* family, int weight, int slant) {
  const FcPtr<FcPattern> pattern(FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, family, FC_FAMILY, FcTypeString,
                                                "DejaVu Sans", FC_FAMILY, FcTypeString, "sans-serif", FC_WEIGHT,
                                                FcTypeInteger, weight, FC_SLANT, FcTypeInteger, slant, FC_LANG,
                                                FcTypeString, "en", nullptr));
  FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult result = FcResultMatch;
  return FcPtr<FcFontSet>(FcFontSort(config, pattern.get(), FcFalse, nullptr, &result));
}

bool is_true(const FcPattern* font, const char* what) {
  FcBool value = FcFalse;
  return FcPatternGetBool(font, what, 0, &value) == FcResultMatch && value != FcFalse;
}

int number_of(const FcPattern* font, const char* what) {
  int value = 0;
  FcPatternGetInteger(font, what, 0, &value);
  return value;
}

std::string words_of(const FcPattern* font, const char* what) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(font, what, 0, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

bool draws(const FcPattern* font, FcChar32 code_point) {
  FcCharSet* characters = nullptr;
  return FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch &&
         FcCharSetHasChar(characters, code_point) != FcFalse;
}

bool tell(const FcPattern* font, unsigned place, outmap_fallback_font& told) {
  const std::string path = words_of(font, FC_FILE);
  const std::string family = words_of(font, FC_FAMILY);
  if (path.empty() || path.size() >= sizeof told.path || family.size() >= sizeof told.family) return false;
  std::strcpy(told.path, path.c_str());
  std::strcpy(told.family, family.c_str());
  told.index = static_cast<unsigned>(number_of(font, FC_INDEX));
  told.place = place;
  told.bold = number_of(font, FC_WEIGHT) >= FC_WEIGHT_DEMIBOLD ? 1 : 0;
  told.italic = number_of(font, FC_SLANT) != FC_SLANT_ROMAN ? 1 : 0;
  return true;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int outmap_fallback_v1(const char* family, int opentype_weight,
                                                                         int italic, uint32_t code_point,
                                                                         outmap_fallback_font* told) {
  static const FcPtr<FcConfig> config(FcInitLoadConfigAndFonts());
  static std::map<std::tuple<std::string, int, int>, FcPtr<FcFontSet>> sorted;
  if (!config) return 0;
  FcPtr<FcFontSet>& fonts = sorted[{family, opentype_weight, italic}];
  if (!fonts)
    fonts = sort_fonts(config.get(), family, FcWeightFromOpenType(opentype_weight),
                       italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  if (!fonts) return 0;
  for (int at = 0; at < fonts->nfont; ++at) {
    const FcPattern* font = fonts->fonts[at];
    if (is_true(font, FC_VARIABLE) || !draws(font, code_point)) continue;
    if (tell(font, static_cast<unsigned>(at), *told)) return 1;
  }
  return 0;
}

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
