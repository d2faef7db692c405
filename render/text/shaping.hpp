// The module that shapes text, as C++.
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "render/text/text_module/text_abi.h"

namespace outmap {

/// Loads the module at the first call. Throws FontMissing where that cannot be done.
const outmap_text_functions& text_functions();

struct CloseFace {
  void operator()(outmap_face* face) const { text_functions().close(face); }
};

/// An opened font file.
using FaceHandle = std::unique_ptr<outmap_face, CloseFace>;

/// The glyphs of one line; they stand until the next call for the same face.
std::span<const outmap_glyph> shape(outmap_face& face, std::string_view text);

/// What of a font's tables a cut keeps.
enum class Keep { kerning_and_marks, all_shaping };

/// The face's file cut to these characters, hints and names dropped. Empty where it cannot be cut.
std::string subset_of(const outmap_face& face, const std::set<char32_t>& characters, Keep keep);

}  // namespace outmap
