#include "render/text/shaping.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "render/module.hpp"
#include "render/text/measure.hpp"

namespace outmap {

const outmap_text_functions& text_functions() {
  static const outmap_text_functions* loaded = nullptr;
  if (loaded != nullptr) return *loaded;
  try {
    loaded = reinterpret_cast<outmap_text_function>(module_symbol(OUTMAP_TEXT_FILE, OUTMAP_TEXT_SYMBOL))();
    return *loaded;
  } catch (const ModuleMissing& missing) {
    throw FontMissing(std::string("text is measured by the module ") + OUTMAP_TEXT_FILE + ", which cannot be loaded (" +
                      missing.what() + "): install libharfbuzz0b, libharfbuzz-subset0 and outmap again");
  }
}

std::span<const outmap_glyph> shape(outmap_face& face, std::string_view text) {
  std::size_t count = 0;
  const outmap_glyph* first = text_functions().shape(&face, text.data(), text.size(), &count);
  return {first, count};
}

std::string subset_of(const outmap_face& face, const std::set<char32_t>& characters, Keep keep) {
  const std::vector<std::uint32_t> wanted(characters.begin(), characters.end());
  std::string file;
  const auto append = [](void* receiver, const char* bytes, std::size_t length) {
    static_cast<std::string*>(receiver)->append(bytes, length);
  };
  text_functions().subset(&face, wanted.data(), wanted.size(), keep == Keep::all_shaping, append, &file);
  return file;
}

}  // namespace outmap
