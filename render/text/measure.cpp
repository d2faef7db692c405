#include "render/text/measure.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <cmath>
#include <unordered_map>

#include "render/text/code_points.hpp"
#include "render/text/font_files.hpp"

namespace outmap {
namespace {

struct HbDelete {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
template <typename T>
using HbPtr = std::unique_ptr<T, HbDelete>;

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Words in the cache before it is emptied, and the longest that is kept: both bound the memory to some megabytes.
constexpr std::size_t kCachedWords = 1 << 16;
constexpr std::size_t kCachedWordBytes = 64;

const std::array<hb_feature_t, 3>& features() {
  // Alternates depend on the neighbours, and no picture of ours embeds them: '->' stays two characters.
  static const std::array<hb_feature_t, 3> off = [] {
    std::array<hb_feature_t, 3> made{};
    hb_feature_from_string("calt=0", -1, &made[0]);
    hb_feature_from_string("liga=0", -1, &made[1]);
    hb_feature_from_string("clig=0", -1, &made[2]);
    return made;
  }();
  return off;
}

struct OpenFace {
  std::string path;
  HbPtr<hb_blob_t> blob;
  HbPtr<hb_face_t> face;
  HbPtr<hb_font_t> font;
  HbPtr<hb_buffer_t> buffer;
  double units_per_em = 1;
  std::unordered_map<std::string, long long, TextHash, std::equal_to<>> widths;  // in font units

  explicit OpenFace(Face which) : path(find_font_file(which)) {
    blob.reset(hb_blob_create_from_file(path.c_str()));
    face.reset(hb_face_create(blob.get(), 0));
    if (hb_face_get_glyph_count(face.get()) == 0)
      throw FontMissing("'" + path + "' is not a font file: apt install --reinstall fonts-inter");
    font.reset(hb_font_create(face.get()));
    buffer.reset(hb_buffer_create());
    units_per_em = hb_face_get_upem(face.get());
  }

  bool has(char32_t value) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font.get(), value, &glyph) != 0;
  }

  /// What a character counts that the font lacks and that the viewer's own fonts will draw.
  long long missing_units(char32_t value) const {
    if (extends_character(value) || is_invisible(value)) return 0;
    return std::llround(value >= 0x2E80 ? units_per_em : 0.6 * units_per_em);
  }

  long long shape_units(std::string_view word) {
    hb_buffer_clear_contents(buffer.get());
    hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
    hb_buffer_add_utf8(buffer.get(), word.data(), static_cast<int>(word.size()), 0, static_cast<int>(word.size()));
    hb_buffer_guess_segment_properties(buffer.get());
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_shape(font.get(), buffer.get(), features().data(), static_cast<unsigned>(features().size()));
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    long long units = 0;
    for (unsigned i = 0; i < count; ++i)
      units += glyphs[i].codepoint == 0 ? missing_units(read_code_point(word, glyphs[i].cluster).value)
                                        : places[i].x_advance;
    return units;
  }

  long long word_units(std::string_view word) {
    if (const auto found = widths.find(word); found != widths.end()) return found->second;
    const long long units = shape_units(word);
    if (word.size() > kCachedWordBytes) return units;
    if (widths.size() >= kCachedWords) widths.clear();
    widths.emplace(word, units);
    return units;
  }
};

}  // namespace

struct Fonts::Impl {
  mutable std::array<std::unique_ptr<OpenFace>, 3> faces;

  OpenFace& open(Face face) const {
    auto& slot = faces[static_cast<std::size_t>(face)];
    if (!slot) slot = std::make_unique<OpenFace>(face);
    return *slot;
  }
};

Fonts::Fonts() : impl_(std::make_unique<Impl>()) {}
Fonts::~Fonts() = default;

double Fonts::width_px(std::string_view text, double size_px, Face face) const {
  OpenFace& open = impl_->open(face);
  long long units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = text.find(' ', at);
    const std::size_t end = space == std::string_view::npos ? text.size() : space + 1;
    units += open.word_units(text.substr(at, end - at));
    at = end;
  }
  return static_cast<double>(units) * size_px / open.units_per_em;
}

std::string Fonts::family() const { return kFontFamily; }

std::string_view Fonts::file(Face face) const {
  unsigned length = 0;
  const char* data = hb_blob_get_data(impl_->open(face).blob.get(), &length);
  return {data, length};
}

std::string Fonts::file_path(Face face) const { return impl_->open(face).path; }

bool Fonts::has(char32_t code_point, Face face) const { return impl_->open(face).has(code_point); }

}  // namespace outmap
