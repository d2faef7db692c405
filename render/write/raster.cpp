#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "render/module.hpp"
#include "render/write/raster_module/raster_abi.h"
#include "render/write/write.hpp"

namespace outmap {
namespace {

outmap_raster_function load_module() {
  static outmap_raster_function loaded = nullptr;
  if (loaded != nullptr) return loaded;
  try {
    loaded = reinterpret_cast<outmap_raster_function>(module_symbol(OUTMAP_RASTER_FILE, OUTMAP_RASTER_SYMBOL));
    return loaded;
  } catch (const ModuleMissing& missing) {
    throw CannotDraw(std::string("PNG and PDF need the module ") + OUTMAP_RASTER_FILE + ", which cannot be loaded (" +
                     missing.what() + "): install librsvg2-2 and outmap again, or write SVG");
  }
}

void append(void* receiver, const unsigned char* bytes, std::size_t length) {
  static_cast<std::string*>(receiver)->append(reinterpret_cast<const char*>(bytes), length);
}

/// The font's files, where a folder of the user's own names them: librsvg finds installed fonts by itself.
std::vector<std::string> own_font_files(const Fonts& fonts) {
  const char* folder = std::getenv("OUTMAP_FONT_DIR");
  if (folder == nullptr || *folder == '\0') return {};
  std::vector<std::string> files;
  for (const Face face : {Face::regular, Face::semibold, Face::italic}) files.push_back(fonts.file_path(face));
  return files;
}

std::string draw(const Scene& scene, const Fonts& fonts, double scale, int kind) {
  const outmap_raster_function raster = load_module();
  // librsvg ignores embedded fonts and takes the installed ones, which are the same.
  const std::string svg = write_svg(scene, fonts, {.font = FontEmbedding::none});
  const std::vector<std::string> files = own_font_files(fonts);
  std::vector<const char*> names;
  for (const std::string& file : files) names.push_back(file.c_str());
  std::string bytes;
  const outmap_raster_request request{kind,  svg.data(),   svg.size(),   scene.width_px, scene.height_px,
                                      scale, names.data(), names.size(), append,         &bytes};
  std::array<char, 512> message{};
  if (raster(&request, message.data(), message.size()) != 0) throw CannotDraw(message.data());
  return bytes;
}

}  // namespace

std::string write_png(const Scene& scene, const Fonts& fonts, double scale) {
  return draw(scene, fonts, scale, OUTMAP_RASTER_PNG);
}

std::string write_pdf(const Scene& scene, const Fonts& fonts, double scale) {
  return draw(scene, fonts, scale, OUTMAP_RASTER_PDF);
}

}  // namespace outmap
