// The width of text, from the real advances and kerning of the font that the picture is shown in.
#pragma once

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "render/text/style.hpp"

namespace outmap {

/// No face of the family can be found. The message names the package to install.
class FontMissing : public std::runtime_error {
 public:
  explicit FontMissing(const std::string& what_to_do) : std::runtime_error(what_to_do) {}
};

/// An installed font family (Inter, or that of a brand) in three faces, measured with HarfBuzz; a face is opened when
/// it is first asked for, in about a millisecond. What it lacks is measured with the font that stands in
/// (stand_ins.hpp); what no font has counts 1 em from U+2E80 on, else 0.7 em. A face is looked for in the folder named
/// by OUTMAP_FONT_DIR, where the package puts it, last through fontconfig. HarfBuzz stands in a module that is loaded
/// when the first face is opened: what draws nothing does without it. Throws FontMissing, with the package to install,
/// where no face is found. Not for use by several threads at once.
class Fonts {
 public:
  explicit Fonts(std::string family = "Inter");
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// Width in px of one line: the sum of its words, each with the space that follows it (the font has no kerning
  /// between a space and what follows). Kerning is on, contextual alternates are off. Results are cached per word; a
  /// new word whose pairs of neighbours were all seen before is put together from them (see PairWidths).
  double width_px(std::string_view text, double size_px, Face face = Face::regular) const;

  /// The family's name for font-family.
  std::string family() const;

  /// The bytes of a face's file.
  std::string_view file(Face face) const;

  /// A face's file cut to these characters, for embedding: kerning and the placing of marks kept, hints and names
  /// dropped. Empty where the face has none of the characters or cannot be cut. Same input, same bytes.
  std::string subset(Face face, const std::set<char32_t>& characters) const;

  /// Where that file is.
  std::string file_path(Face face) const;

  /// Whether the face draws this code point; what it does not draw, the viewer's own fonts do.
  bool has(char32_t code_point, Face face = Face::regular) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct Wrapped {
  std::vector<std::string> lines;  // never empty for a text that is not
  bool cut = false;                // an ellipsis stands for the rest: show the whole text in the tooltip
  double width_px = 0;             // of the widest line
};

/// Breaks `text` into at most `max_lines` lines no wider than `width_px`: after spaces, hyphens, slashes and en dashes,
/// around CJK characters (a line never begins with a closing mark); a longer word is broken by character, never inside
/// a combining sequence. Lines are balanced: the narrowest width that keeps their number; no word is parted at a hyphen
/// or slash where whole words take no more lines. What does not fit ends in '…'.
Wrapped wrap(const Fonts& fonts, std::string_view text, double width_px, int max_lines, double size_px,
             Face face = Face::regular);

/// The longest beginning of `text` that fits on one line, with '…' where something was cut.
std::string fit(const Fonts& fonts, std::string_view text, double width_px, double size_px, Face face = Face::regular);

}  // namespace outmap
