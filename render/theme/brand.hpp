// A firm's own colours and font, laid over a theme.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/text/diagnostic.hpp"
#include "render/theme/theme.hpp"

namespace outmap {

/// What a firm's pictures have of their own; what is empty stays as the theme has it. Colours are "#RRGGBB".
struct Brand {
  double format = 1;
  std::string font;  // a family that is installed; empty: Inter
  std::string accent;
  std::string gap;
  std::string gain;
  std::string loss;
  std::string evidence;
  std::vector<std::string> clusters;  // up to six

  bool operator==(const Brand&) const = default;
};

struct LoadedBrand {
  std::optional<Brand> brand;  // none where there is an error
  Diagnostics problems;        // with their places, sorted
};

/// Reads a brand: YAML, or .json by its ending. Reported in one pass: whatever reading maps reports, and colours that
/// are none (value.colour). Never throws on bad input.
LoadedBrand load_brand(const std::string& path);

/// The same for text in memory.
LoadedBrand load_brand_text(std::string name, std::string text);

/// A colour of a brand that could not be read as text, and what stands for it.
struct PaleColour {
  std::string_view name;  // "accent"
  std::string wanted;
  std::string taken;
};

struct BrandedTheme {
  Theme theme;
  std::vector<PaleColour> pale;
};

/// The theme with the brand's colours in place of its own. Tints are mixed from them and the theme's ground. A colour
/// that contrasts less than 4.5:1 with a ground that it is written on, or with what is written on it (3:1 for the
/// strokes of clusters), is mixed with the theme's ink until it does, and told. Deterministic.
BrandedTheme with_brand(const Theme& base, const Brand& brand);

}  // namespace outmap
