#include "render/text/measure.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <unordered_map>

#include "render/text/code_points.hpp"
#include "render/text/font_files.hpp"
#include "render/text/pair_widths.hpp"
#include "render/text/shaping.hpp"
#include "render/text/stand_ins.hpp"

namespace outmap {
namespace {

/// Words in the cache before it is emptied, and the longest that is kept: both bound the memory to some megabytes.
constexpr std::size_t kCachedWords = 1 << 16;
constexpr std::size_t kCachedWordBytes = 64;

}  // namespace

struct Fonts::Impl {
  struct OpenFace;

  std::string family;
  mutable StandIns stand_ins;
  mutable std::array<std::unique_ptr<OpenFace>, 3> faces;

  explicit Impl(std::string of_family) : family(std::move(of_family)), stand_ins(family) {}

  OpenFace& open(Face face) const;
};

struct Fonts::Impl::OpenFace {
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  Face which;
  StandIns* stand_ins;
  std::string path;
  FaceHandle face;
  double units_per_em = 1;
  PairWidths pairs;
  std::unordered_map<std::string, long long, TextHash, std::equal_to<>> widths;  // in font units

  OpenFace(Face own, const std::string& family, StandIns& others)
      : which(own), stand_ins(&others), path(find_font_file(own, family)) {
    face.reset(text_functions().open(path.c_str(), 0));
    if (!face)
      throw FontMissing("'" + path +
                        "' is not a font file: install it again (Inter: apt install --reinstall fonts-inter)");
    units_per_em = text_functions().units_per_em(face.get());
  }

  /// What a character counts that no font has.
  long long missing_units(char32_t value) const {
    if (is_invisible(value) || (value >= 0xFE00 && value <= 0xFE0F) || (value >= 0xE0000 && value <= 0xE0FFF)) return 0;
    return std::llround(value >= 0x2E80 ? units_per_em : 0.7 * units_per_em);
  }

  bool has(char32_t value) const { return text_functions().has(face.get(), value) != 0; }

  long long own_units(std::string_view text) {
    long long units = 0;
    bool lacking = false;  // the base of the character: then its marks are drawn as boxes too
    for (const outmap_glyph& glyph : shape(*face, text)) {
      const char32_t value = read_code_point(text, glyph.byte).value;
      const bool mark = extends_character(value);
      if (!mark) lacking = glyph.glyph == 0;
      units += glyph.glyph != 0 ? glyph.advance : !mark || lacking ? missing_units(value) : 0;
    }
    return units;
  }

  long long units_by(OpenStandIn& other, std::string_view text) {
    double units = 0;
    for (const outmap_glyph& glyph : shape(*other.face, text)) {
      const char32_t value = read_code_point(text, glyph.byte).value;
      if (glyph.glyph != 0 && !is_invisible(value)) units += glyph.advance;
    }
    return std::llround(units * units_per_em / other.units_per_em);
  }

  /// A word in several fonts: runs of characters that one font draws are shaped together, so that letters join.
  long long mixed_units(std::string_view word) {
    long long units = 0;
    const auto end_of_run = [&](std::size_t begin, std::size_t end, OpenStandIn* font) {
      const std::string_view run = word.substr(begin, end - begin);
      units += font != nullptr ? units_by(*font, run) : own_units(run);
    };
    std::size_t begin = 0;
    OpenStandIn* font = nullptr;
    for (std::size_t at = 0; at < word.size(); at = character_end(word, at)) {
      const char32_t base = read_code_point(word, at).value;
      if (is_invisible(base) || (base == ' ' && font != nullptr)) continue;  // librsvg goes on in the same font
      OpenStandIn* const wanted = has(base) ? nullptr : stand_ins->find(which, base);
      if (wanted == font) continue;
      end_of_run(begin, at, font);
      begin = at;
      font = wanted;
    }
    end_of_run(begin, word.size(), font);
    return units;
  }

  long long shaped_units(std::string_view word) {
    long long units = 0;
    for (const outmap_glyph& glyph : shape(*face, word)) {
      if (glyph.glyph == 0) return mixed_units(word);
      units += glyph.advance;
    }
    return units;
  }

  std::optional<long long> units_by_pairs(std::string_view word) {
    const auto unknown = pairs.unknown_part(word);
    if (!unknown) return std::nullopt;
    if (!unknown->empty()) pairs.learn(*unknown, shape(*face, *unknown));
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
  if (!slot) slot = std::make_unique<OpenFace>(face, family, stand_ins);
  return *slot;
}

Fonts::Fonts(std::string family) : impl_(std::make_unique<Impl>(std::move(family))) {}
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
  const char* data = text_functions().bytes(impl_->open(face).face.get(), &length);
  return {data, length};
}

std::string Fonts::subset(Face face, const std::set<char32_t>& characters) const {
  return subset_of(*impl_->open(face).face, characters, Keep::kerning_and_marks);
}

std::string Fonts::file_path(Face face) const { return impl_->open(face).path; }

bool Fonts::has(char32_t code_point, Face face) const {
  return text_functions().has(impl_->open(face).face.get(), code_point) != 0;
}

}  // namespace outmap
