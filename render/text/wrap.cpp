#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "render/text/code_points.hpp"
#include "render/text/direction.hpp"
#include "render/text/measure.hpp"

namespace outmap {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr double kRounding = 1e-6;

/// A stretch of text without a place to break: [begin, end) is drawn, the next piece begins at `next`.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;
  double width_px = 0;  // of what is drawn
  double step_px = 0;   // with the space behind it
};

bool is_space(char32_t value) {
  return value == ' ' || value == 0x3000 || value == 0x200B || (value >= 0x2000 && value <= 0x200A && value != 0x2007);
}
bool is_glue(char32_t value) {
  return value == 0xA0 || value == 0x2007 || value == 0x202F || value == 0x2060 || value == 0xFEFF;
}
bool is_digit(char32_t value) { return value >= '0' && value <= '9'; }
bool breaks_after(char32_t value) {
  return value == '-' || value == '/' || value == 0x2010 || value == 0x2013 || value == 0x2014;
}

enum class Hyphens { break_lines, hold };

/// Whether a line may end between `last` and `next`, neither of them a space; `before` stands before `last`.
bool may_break(char32_t before, char32_t last, char32_t next, Hyphens hyphens) {
  if (is_glue(last) || is_glue(next) || never_begins_line(next) || never_ends_line(last)) return false;
  if (breaks_around(last) || breaks_around(next)) return true;
  if (hyphens == Hyphens::hold) return false;
  const bool inside_word = before != 0 && !is_space(before) && !breaks_after(before);
  return breaks_after(last) && inside_word && !is_digit(next) && !breaks_after(next);
}

class Paragraph {
 public:
  Paragraph(const Fonts& fonts, std::string_view text, double size_px, Face face,
            Hyphens hyphens = Hyphens::break_lines)
      : fonts_(fonts), text_(tidy_line(text)), size_px_(size_px), face_(face) {
    split(hyphens);
    for (Piece& piece : pieces_) {
      piece.width_px = measure(piece.begin, piece.end);
      piece.step_px = measure(piece.begin, piece.next);
    }
  }

  const std::string& text() const { return text_; }
  const std::vector<Piece>& pieces() const { return pieces_; }
  double measure(std::size_t begin, std::size_t end) const {
    return fonts_.width_px(std::string_view(text_).substr(begin, end - begin), size_px_, face_);
  }

  /// Lines no wider than `width_px`, filled one after the other, at most `most`.
  std::vector<Piece> fill(double width_px, std::size_t most) const {
    std::vector<Piece> lines;
    std::size_t piece = 0;
    double done_px = 0;  // of a piece that is broken over several lines
    for (std::size_t at = 0; at < text_.size() && lines.size() < most;) {
      while (pieces_[piece].next <= at) ++piece;
      const bool inside = pieces_[piece].begin < at;
      done_px = inside ? done_px + lines.back().width_px : 0;
      // What certainly does not fit is not measured again for every line: that would be quadratic.
      const bool far_too_wide = pieces_[piece].width_px - done_px > 2 * width_px + 100;
      lines.push_back(far_too_wide ? break_word(at, pieces_[piece], width_px) : next_line(at, piece, width_px));
      at = lines.back().next;
    }
    return lines;
  }

 private:
  void split(Hyphens hyphens) {
    char32_t before = 0;
    char32_t last = 0;
    Piece piece;
    for (std::size_t at = 0; at < text_.size();) {
      const CodePoint next = read_code_point(text_, at);
      const bool after_space = last != 0 && is_space(last);
      if (last != 0 && !is_space(next.value) && (after_space || may_break(before, last, next.value, hyphens))) {
        piece.next = at;
        pieces_.push_back(piece);
        piece = {at, at, at, 0, 0};
      }
      at = character_end(text_, at);
      if (!is_space(next.value)) piece.end = at;
      before = last;
      last = next.value;
    }
    piece.next = text_.size();
    if (!text_.empty()) pieces_.push_back(piece);
  }

  Piece next_line(std::size_t begin, std::size_t first, double width_px) const {
    // The pieces' widths lead close to the end; kerning between pieces can move it by one, so the line itself decides.
    double total_px = 0;
    std::size_t end = first;
    for (; end < pieces_.size(); ++end) {
      const Piece& piece = pieces_[end];
      const double drawn_px = piece.begin < begin ? measure(begin, piece.end) : piece.width_px;
      if (total_px + drawn_px > width_px + 1) break;
      total_px += piece.begin < begin ? measure(begin, piece.next) : piece.step_px;
    }
    for (; end > first; --end) {
      const double line_px = measure(begin, pieces_[end - 1].end);
      if (line_px <= width_px + kRounding)
        return {begin, pieces_[end - 1].end, pieces_[end - 1].next, line_px, line_px};
    }
    return break_word(begin, pieces_[first], width_px);
  }

  /// As many characters as fit, at least one; what is left of the word is at least three where that is possible.
  Piece break_word(std::size_t begin, const Piece& word, double width_px) const {
    std::vector<std::size_t> ends{begin};
    double total_px = 0;
    while (ends.back() < word.end && (ends.size() == 1 || total_px <= width_px)) {
      ends.push_back(character_end(text_, ends.back()));
      total_px += measure(ends[ends.size() - 2], ends.back());
    }
    std::size_t taken = ends.size() - 1;
    while (taken > 1 && measure(begin, ends[taken]) > width_px + kRounding) --taken;
    std::size_t left = 0;
    for (std::size_t at = ends[taken]; at < word.end && left < 3; ++left) at = character_end(text_, at);
    if (left > 0 && left < 3 && taken >= 6) taken -= 3 - left;
    const std::size_t end = ends[taken];
    const double line_px = measure(begin, end);
    return {begin, end, end == word.end ? word.next : end, line_px, line_px};
  }

  const Fonts& fonts_;
  std::string text_;
  double size_px_;
  Face face_;
  std::vector<Piece> pieces_;
};

/// The narrowest width in which `paragraph` needs no more than `lines` lines, to half a pixel.
double balanced_width(const Paragraph& paragraph, double width_px, std::size_t lines) {
  double low = 0;
  for (const Piece& piece : paragraph.pieces()) low = std::max(low, piece.width_px);
  if (low >= width_px) return width_px;
  double high = width_px;
  while (high - low > 0.5) {
    const double middle = (low + high) / 2;
    (paragraph.fill(middle, lines + 1).size() <= lines ? high : low) = middle;
  }
  return high;
}

/// Lines that are balanced.
std::vector<Piece> balanced(const Paragraph& paragraph, double width_px, std::size_t lines) {
  return paragraph.fill(balanced_width(paragraph, width_px, lines), lines);
}

/// The same without a word that is parted at a hyphen or slash, where that takes no more lines; else nothing.
std::vector<Piece> with_whole_words(const Paragraph& paragraph, double width_px, std::size_t lines) {
  for (const Piece& piece : paragraph.pieces())
    if (piece.width_px > width_px) return {};
  if (paragraph.fill(width_px, lines + 1).size() > lines) return {};
  return balanced(paragraph, width_px, lines);
}

bool parts_words(const std::vector<Piece>& lines) {
  return std::any_of(lines.begin(), lines.end() - 1, [](const Piece& line) { return line.end == line.next; });
}

/// Takes marks and spaces from the end that would look lost before an ellipsis.
void trim_before_ellipsis(std::string& text) {
  while (!text.empty() && std::string_view(" ,;:-/(").find(text.back()) != std::string_view::npos) text.pop_back();
}

/// The last character end at or before `at`.
std::size_t character_floor(const std::string& text, std::size_t from, std::size_t at) {
  while (from < text.size()) {
    const std::size_t end = character_end(text, from);
    if (end > at) break;
    from = end;
  }
  return from;
}

/// The end of the longest beginning that leaves room for the ellipsis. Widens in doubling steps, then bisects, so that
/// the cost follows what fits, not what is there.
std::size_t cut_point(const Paragraph& paragraph, double room_px) {
  const std::string& text = paragraph.text();
  std::size_t low = 0;
  std::size_t high = character_floor(text, 0, 16);
  while (high > low && high < text.size() && paragraph.measure(0, high) <= room_px + kRounding) {
    low = high;
    high = character_floor(text, high, std::min(text.size(), high * 2));
  }
  if (high == low) high = std::min(text.size(), character_end(text, low));
  while (true) {
    const std::size_t middle = character_floor(text, low, low + (high - low) / 2);
    const std::size_t probe = middle > low ? middle : character_end(text, low);
    if (probe >= high) break;
    (paragraph.measure(0, probe) <= room_px + kRounding ? low : high) = probe;
  }
  return paragraph.measure(0, high) <= room_px + kRounding ? high : low;
}

std::string cut(const Paragraph& paragraph, const Fonts& fonts, double width_px, double size_px, Face face) {
  const double room_px = width_px - fonts.width_px(kEllipsis, size_px, face);
  if (room_px < 0) return {};
  std::size_t end = cut_point(paragraph, room_px);
  std::size_t word_end = 0;
  for (const Piece& piece : paragraph.pieces()) {
    if (piece.end > end) break;
    word_end = piece.end;
  }
  if (word_end > 0 && paragraph.measure(0, word_end) >= 0.6 * width_px) end = word_end;
  std::string kept = paragraph.text().substr(0, end);
  trim_before_ellipsis(kept);
  return kept.append(kEllipsis);
}

}  // namespace

std::string fit(const Fonts& fonts, std::string_view text, double width_px, double size_px, Face face) {
  std::string whole = tidy_line(text);
  if (fonts.width_px(whole, size_px, face) <= width_px + kRounding) return whole;
  return cut(Paragraph(fonts, whole, size_px, face), fonts, width_px, size_px, face);
}

Wrapped wrap(const Fonts& fonts, std::string_view text, double width_px, int max_lines, double size_px, Face face) {
  Wrapped wrapped;
  const Paragraph paragraph(fonts, text, size_px, face);
  if (paragraph.text().empty() || max_lines <= 0) return wrapped;
  const auto most = static_cast<std::size_t>(max_lines);
  std::vector<Piece> lines = paragraph.fill(width_px, most + 1);
  wrapped.cut = lines.size() > most;
  if (!wrapped.cut && lines.size() > 1) {
    lines = balanced(paragraph, width_px, lines.size());
    if (parts_words(lines)) {
      const Paragraph held(fonts, text, size_px, face, Hyphens::hold);
      std::vector<Piece> whole = with_whole_words(held, width_px, lines.size());
      if (!whole.empty()) lines = std::move(whole);
    }
  }
  if (wrapped.cut) lines.resize(most);
  for (const Piece& line : lines) {
    wrapped.lines.push_back(paragraph.text().substr(line.begin, line.end - line.begin));
    wrapped.width_px = std::max(wrapped.width_px, line.width_px);
  }
  if (wrapped.cut) {
    const std::string_view rest = std::string_view(paragraph.text()).substr(lines.back().begin);
    const Paragraph remainder(fonts, rest, size_px, face);
    wrapped.lines.back() = cut(remainder, fonts, width_px, size_px, face);
    wrapped.width_px = 0;
    for (const std::string& line : wrapped.lines)
      wrapped.width_px = std::max(wrapped.width_px, fonts.width_px(line, size_px, face));
  }
  const ReadingOrder reading = reading_of_most(paragraph.text());
  for (std::string& line : wrapped.lines) line = line_in(reading, line);
  return wrapped;
}

}  // namespace outmap
