// The blocks of a page's sections as HTML.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "render/report/page.hpp"
#include "render/report/themed_scene.hpp"
#include "render/text/measure.hpp"
#include "render/write/svg_fonts.hpp"
#include "render/write/svg_looks.hpp"
#include "render/write/xml.hpp"

namespace outmap {

inline constexpr std::size_t long_text = 300;  // bytes from which a text or a cell scrolls in itself

/// Writes blocks and remembers what the page needs besides: which anchors are taken, colours, characters in pictures.
class PageBlocks {
 public:
  PageBlocks(XmlWriter& html, const Fonts& fonts, std::set<std::string, std::less<>> elements)
      : html_(html), fonts_(fonts), elements_(std::move(elements)) {}

  /// In a section whose elements are addressed "<link>/<id>".
  void write(const std::vector<PageBlock>& blocks, std::string_view link);

  /// `id="…"`, once a page: what asks for it first has it.
  void anchor(const std::string& address);

  /// A text that leads to what is said of an element, where the page says something of it.
  void element_link(std::string_view text, const std::string& element);

  const PagePalette& palette() const { return palette_; }
  const LookTable& looks() const { return looks_; }
  const FaceCharacters& characters() const { return characters_; }

 private:
  void write_one(const PageParagraph& paragraph);
  void write_one(const PageHeading& heading);
  void write_one(const PageList& list);
  void write_one(const PageFigures& figures);
  void write_one(const PageTable& table);
  void write_one(const PagePicture& picture);
  void write_one(const PageFacts& facts);
  void write_one(const PageFold& fold);

  void write_words(const PageWords& words);
  void write_head(const PageTable& table);
  void write_row(const PageRow& row);
  void write_cell(const PageCell& cell);
  void write_picture_in_words(const Scene& scene);

  XmlWriter& html_;
  const Fonts& fonts_;
  std::set<std::string, std::less<>> elements_;  // of which the page says something
  std::set<std::string> anchors_;
  std::string link_;
  std::size_t pictures_ = 0;  // so far: their ids begin with it
  PagePalette palette_;
  LookTable looks_;
  FaceCharacters characters_;
};

/// `class="…"` for a tone; nothing for a plain one.
void tone_class(XmlWriter& html, PageTone tone);

}  // namespace outmap
