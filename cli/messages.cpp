#include "cli/messages.hpp"

#include <algorithm>

#include "cli/display_text.hpp"
#include "model/text/utf8.hpp"

namespace outmap {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::size_t widest_piped = 120;

std::string position(const Place& place) {
  std::string text = place.file.empty() ? "map" : printable(place.file);
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

/// The excerpt as it is shown, and which of its columns are underlined.
struct ShownLine {
  std::string text;
  std::size_t underline_begin = 0;
  std::size_t underline_width = 1;
};

/// One code point of the excerpt as the terminal shows it.
struct Glyph {
  std::string text;
  std::size_t width = 1;
};

std::vector<Glyph> glyphs_of(std::string_view excerpt) {
  std::vector<Glyph> glyphs;
  std::size_t column = 0;
  for (const char32_t code_point : to_code_points(excerpt)) {
    Glyph glyph;
    if (code_point == U'\t') {
      glyph.width = tab_stop - column % tab_stop;
      glyph.text = std::string(glyph.width, ' ');
    } else {
      std::string raw;
      append_utf8(raw, code_point);
      glyph.text = printable(raw);
      glyph.width = display_width(glyph.text);
    }
    column += glyph.width;
    glyphs.push_back(std::move(glyph));
  }
  return glyphs;
}

std::size_t width_of(const std::vector<Glyph>& glyphs, std::size_t from, std::size_t to) {
  std::size_t width = 0;
  for (std::size_t i = from; i < to; ++i) width += glyphs[i].width;
  return width;
}

/// The part of the line round the underlined stretch that fits into `room` columns; '…' stands where it was cut.
ShownLine shown_line(const Place& place, std::size_t room) {
  const std::vector<Glyph> glyphs = glyphs_of(place.excerpt);
  const std::size_t begin =
      std::min<std::size_t>(place.excerpt_column == 0 ? 0 : place.excerpt_column - 1, glyphs.size());
  const std::size_t end = std::min<std::size_t>(begin + std::max<std::uint32_t>(place.length, 1), glyphs.size());
  const bool cut_before = place.excerpt_column < place.column;
  std::size_t from = 0;
  if (width_of(glyphs, 0, glyphs.size()) > room) {
    while (from < begin && width_of(glyphs, from, begin) > room / 3) ++from;
  }
  ShownLine line;
  if (from > 0 || cut_before) line.text = "…";
  std::size_t used = line.text.empty() ? 0 : 1;
  line.underline_begin = used + width_of(glyphs, from, begin);
  std::size_t at = from;
  for (; at < glyphs.size() && used + glyphs[at].width + (at + 1 < glyphs.size() ? 1 : 0) <= room; ++at) {
    line.text += glyphs[at].text;
    used += glyphs[at].width;
  }
  if (at < glyphs.size()) line.text += "…";
  line.underline_width = std::max<std::size_t>(width_of(glyphs, begin, std::clamp(end, begin, std::max(at, begin))), 1);
  return line;
}

/// The hint on lines of its own, behind the gutter.
std::string hint_lines(const std::string& hint, std::size_t gutter, std::size_t room, const Paint& paint) {
  std::string text;
  for (const std::string& line : wrap_words(hint, room)) {
    text += std::string(gutter, ' ') + paint(Ink::faint, "| ") + paint(Ink::hint, printable(line)) + "\n";
  }
  return text;
}

/// The line of the file, the caret under it, and the hint behind the caret where it fits.
std::string excerpt_text(const Diagnostic& diagnostic, const std::string& number, std::size_t width,
                         const Screen& screen) {
  const Paint& paint = screen.paint;
  const std::size_t gutter = number.size() + 1;
  const std::size_t room = width - gutter - 2;
  const ShownLine line = shown_line(diagnostic.place, room);
  std::string text = paint(Ink::faint, number + " | ") + line.text + "\n";
  if (diagnostic.place.column == 0)
    return text + (diagnostic.hint.empty() ? "" : hint_lines(diagnostic.hint, gutter, room, paint));
  text += std::string(gutter, ' ') + paint(Ink::faint, "| ") + std::string(line.underline_begin, ' ') +
          paint(ink_of(diagnostic.severity), "^" + std::string(line.underline_width - 1, '~'));
  const std::size_t used = line.underline_begin + line.underline_width + 1;
  if (diagnostic.hint.empty()) return text + "\n";
  const bool one_line = diagnostic.hint.find('\n') == std::string::npos;
  if (one_line && used + display_width(diagnostic.hint) <= room)
    return text + " " + paint(Ink::hint, printable(diagnostic.hint)) + "\n";
  return text + "\n" + hint_lines(diagnostic.hint, gutter, room, paint);
}

}  // namespace

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Ink::error;
    case Severity::warning:
      return Ink::warning;
    case Severity::note:
      return Ink::note;
  }
  return Ink::plain;
}

std::string diagnostic_text(const Diagnostic& diagnostic, const Screen& screen) {
  const Paint& paint = screen.paint;
  const std::size_t width = screen.terminal ? std::max<std::size_t>(screen.width, 40) : widest_piped;
  std::string text = paint(Ink::strong, position(diagnostic.place) + ":") + " " +
                     paint(ink_of(diagnostic.severity), std::string(to_text(diagnostic.severity)) + ":") + " " +
                     paint(Ink::strong, printable(diagnostic.message)) +
                     paint(Ink::faint, " [" + diagnostic.code + "]") + "\n";
  const Place& place = diagnostic.place;
  if (place.line > 0 && !place.excerpt.empty()) {
    return text + excerpt_text(diagnostic, padded_left(std::to_string(place.line), 5), width, screen);
  }
  return diagnostic.hint.empty() ? text : text + hint_lines(diagnostic.hint, 6, width - 8, paint);
}

std::string diagnostics_text(const Diagnostics& problems, const Screen& screen) {
  std::string text;
  for (const Diagnostic& problem : problems.all()) text += diagnostic_text(problem, screen);
  return text;
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string count_text(const Diagnostics& problems) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t count = problems.count(severity);
    if (count > 0) text += (text.empty() ? "" : ", ") + counted(count, to_text(severity));
  }
  return text;
}

}  // namespace outmap
