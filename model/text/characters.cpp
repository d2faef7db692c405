#include "model/text/characters.hpp"

#include <utf8proc.h>

#include "model/text/utf8.hpp"

namespace outmap {
namespace {

const utf8proc_property_t& property_of(char32_t value) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
}

/// The signs that join the consonants on both sides in Devanagari, Bengali, Gujarati, Oriya, Telugu and Malayalam.
bool is_linker(char32_t value) {
  return value == 0x94D || value == 0x9CD || value == 0xACD || value == 0xB4D || value == 0xC4D || value == 0xD4D;
}

/// Where one character ends and the next begins, code point by code point.
class Borders {
 public:
  explicit Borders(char32_t first) : last_(first) {}

  /// Whether `next` begins another character.
  bool before(char32_t next) {
    const bool conjunct =
        linked_ && property_of(next).category == UTF8PROC_CATEGORY_LO;  // rule GB9c, not in Unicode 14
    const bool border = utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last_),
                                                         static_cast<utf8proc_int32_t>(next), &state_);
    linked_ = is_linker(next) || (linked_ && extends_character(next));
    last_ = next;
    return border && !conjunct;
  }

 private:
  char32_t last_;
  utf8proc_int32_t state_ = 0;
  bool linked_ = false;  // a linker, and since then nothing but marks
};

}  // namespace

bool extends_character(char32_t value) {
  if (value < 0x300) return false;
  const int boundary = property_of(value).boundclass;
  return boundary == UTF8PROC_BOUNDCLASS_EXTEND || boundary == UTF8PROC_BOUNDCLASS_SPACINGMARK ||
         boundary == UTF8PROC_BOUNDCLASS_ZWJ;
}

std::size_t character_end(std::string_view text, std::size_t at) {
  const auto read = [text](std::size_t byte) { return code_point_at(text, byte).value_or(CodePoint{0xFFFD, 1}); };
  if (at >= text.size()) return at;
  const CodePoint first = read(at);
  Borders borders(first.value);
  for (at += first.bytes; at < text.size();) {
    const CodePoint next = read(at);
    if (borders.before(next.value)) break;
    at += next.bytes;
  }
  return at;
}

bool is_right_to_left(char32_t value) {
  if (value < 0x80) return false;
  const int direction = property_of(value).bidi_class;
  return direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL;
}

bool is_left_to_right(char32_t value) {
  if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  return property_of(value).bidi_class == UTF8PROC_BIDI_CLASS_L;
}

int column_width(char32_t value) {
  if (value < 0x300) return 1;
  const bool modifier = value >= 0x1F3FB && value <= 0x1F3FF;  // drawn into the emoji before it
  return modifier ? 0 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(value));
}

}  // namespace outmap
