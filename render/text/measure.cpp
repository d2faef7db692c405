#include "render/text/measure.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>

#include "render/module.hpp"
#include "render/text/code_points.hpp"
#include "render/text/font_files.hpp"
#include "render/text/pair_widths.hpp"
#include "render/text/text_module/text_abi.h"

namespace outmap {
namespace {

/// Words in the cache before it is emptied, and the longest that is kept: both bound the memory to some megabytes.
constexpr std::size_t kCachedWords = 1 << 16;
constexpr std::size_t kCachedWordBytes = 64;

const outmap_text_functions& functions() {
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

}  // namespace

struct Fonts::Impl {
  struct OpenFace;

  std::string family;
  mutable std::array<std::unique_ptr<OpenFace>, 3> faces;

  OpenFace& open(Face face) const;
};

struct Fonts::Impl::OpenFace {
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  struct CloseFace {
    void operator()(outmap_face* face) const { functions().close(face); }
  };

  std::string path;
  std::unique_ptr<outmap_face, CloseFace> face;
  double units_per_em = 1;
  PairWidths pairs;
  std::unordered_map<std::string, long long, TextHash, std::equal_to<>> widths;  // in font units

  OpenFace(Face which, const std::string& family) : path(find_font_file(which, family)) {
    face.reset(functions().open(path.c_str()));
    if (!face)
      throw FontMissing("'" + path +
                        "' is not a font file: install it again (Inter: apt install --reinstall fonts-inter)");
    units_per_em = functions().units_per_em(face.get());
  }

  /// What a character counts that the font lacks and that the viewer's own fonts will draw.
  long long missing_units(char32_t value) const {
    if (extends_character(value) || is_invisible(value)) return 0;
    return std::llround(value >= 0x2E80 ? units_per_em : 0.6 * units_per_em);
  }

  std::span<const outmap_glyph> shape(std::string_view text) {
    std::size_t count = 0;
    const outmap_glyph* first = functions().shape(face.get(), text.data(), text.size(), &count);
    return {first, count};
  }

  long long shaped_units(std::string_view word) {
    long long units = 0;
    for (const outmap_glyph& glyph : shape(word))
      units += glyph.glyph == 0 ? missing_units(read_code_point(word, glyph.byte).value) : glyph.advance;
    return units;
  }

  std::optional<long long> units_by_pairs(std::string_view word) {
    const auto unknown = pairs.unknown_part(word);
    if (!unknown) return std::nullopt;
    if (!unknown->empty()) pairs.learn(*unknown, shape(*unknown));
    return pairs.width(word);
  }

  long long word_units(std::string_view word) {
    if (const auto found = widths.find(word); found != widths.end()) return found->second;
    const auto known = units_by_pairs(word);
    const long long units = known ? *known : shaped_units(word);
    if (word.size() > kCachedWordBytes) return units;
    if (widths.size() >= kCachedWords) widths.clear();
    widths.emplace(word, units);
    return units;
  }
};

Fonts::Impl::OpenFace& Fonts::Impl::open(Face face) const {
  auto& slot = faces[static_cast<std::size_t>(face)];
  if (!slot) slot = std::make_unique<OpenFace>(face, family);
  return *slot;
}

Fonts::Fonts(std::string family) : impl_(std::make_unique<Impl>()) { impl_->family = std::move(family); }
Fonts::~Fonts() = default;

double Fonts::width_px(std::string_view text, double size_px, Face face) const {
  Impl::OpenFace& open = impl_->open(face);
  long long units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = text.find(' ', at);
    const std::size_t end = space == std::string_view::npos ? text.size() : space + 1;
    units += open.word_units(text.substr(at, end - at));
    at = end;
  }
  return static_cast<double>(units) * size_px / open.units_per_em;
}

std::string Fonts::family() const { return impl_->family; }

std::string_view Fonts::file(Face face) const {
  std::size_t length = 0;
  const char* data = functions().bytes(impl_->open(face).face.get(), &length);
  return {data, length};
}

std::string Fonts::subset(Face face, const std::set<char32_t>& characters) const {
  const std::vector<std::uint32_t> wanted(characters.begin(), characters.end());
  std::string file;
  const auto append = [](void* receiver, const char* bytes, std::size_t length) {
    static_cast<std::string*>(receiver)->append(bytes, length);
  };
  functions().subset(impl_->open(face).face.get(), wanted.data(), wanted.size(), append, &file);
  return file;
}

std::string Fonts::file_path(Face face) const { return impl_->open(face).path; }

bool Fonts::has(char32_t code_point, Face face) const {
  return functions().has(impl_->open(face).face.get(), code_point) != 0;
}

}  // namespace outmap
