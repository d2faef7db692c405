#include <algorithm>

#include "render/layout/parts.hpp"
#include "render/text/code_points.hpp"
#include "render/text/direction.hpp"

namespace outmap {
namespace {

/// A line's text with the run that each byte came from.
struct Strand {
  std::string text;
  std::vector<std::size_t> run_of;
};

Strand strand_of(const std::vector<TextRun>& runs) {
  Strand raw;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    raw.text += runs[run].text;
    raw.run_of.resize(raw.text.size(), run);
  }
  // Tidying only drops and merges white space: the letters keep their order, so each finds its run again.
  Strand tidy;
  tidy.text = tidy_line(raw.text);
  std::size_t from = 0;
  for (std::size_t at = 0; at < tidy.text.size();) {
    const CodePoint wanted = read_code_point(tidy.text, at);
    while (from + 1 < raw.text.size() && wanted.value != ' ' && read_code_point(raw.text, from).value != wanted.value)
      from += read_code_point(raw.text, from).bytes;
    tidy.run_of.resize(at + wanted.bytes, raw.run_of[std::min(from, raw.run_of.size() - 1)]);
    from += read_code_point(raw.text, std::min(from, raw.text.size() - 1)).bytes;
    from = std::min(from, raw.text.size() - 1);
    at += wanted.bytes;
  }
  return tidy;
}

std::vector<TextRun> cut_out(const Strand& strand, const std::vector<TextRun>& runs, std::size_t begin,
                             std::size_t end) {
  std::vector<TextRun> line;
  for (std::size_t at = begin; at < end;) {
    std::size_t stop = at;
    while (stop < end && strand.run_of[stop] == strand.run_of[at]) ++stop;
    TextRun run = runs[strand.run_of[at]];
    run.text = strand.text.substr(at, stop - at);
    line.push_back(std::move(run));
    at = stop;
  }
  return line;
}

Face widest_face(const std::vector<TextRun>& runs) {
  Face face = runs.empty() ? Face::regular : runs.front().face;
  for (const TextRun& run : runs)
    if (run.face == Face::semibold) face = run.face;
  return face;
}

}  // namespace

namespace {

/// Line breaks, tabs and control characters as spaces; those at the ends stay, for other runs stand beside them.
std::string without_controls(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }, ' ');
  return text;
}

}  // namespace

double runs_width_px(const Fonts& fonts, const std::vector<TextRun>& runs, double size_px) {
  double width_px = 0;
  for (const TextRun& run : runs) width_px += fonts.width_px(run.text, size_px, run.face);
  return width_px;
}

TextShape text_runs(const Style& style, std::vector<TextRun> runs, Point at, const TextLook& look) {
  TextShape shape;
  shape.at = at;
  shape.anchor = look.anchor;
  shape.size_px = look.size_px;
  shape.halo = look.halo;
  shape.runs = std::move(runs);
  for (TextRun& run : shape.runs) {
    run.text = without_controls(std::move(run.text));
    if (run.colour.empty()) run.colour = look.colour.empty() ? style.theme.ink : look.colour;
  }
  shape.width_px = runs_width_px(style.fonts, shape.runs, look.size_px);
  return shape;
}

TextShape text_line(const Style& style, std::string_view text, Point at, const TextLook& look) {
  return text_runs(style, {TextRun{tidy_line(text), look.face, look.colour, false}}, at, look);
}

std::vector<TextRun> fit_runs(const Fonts& fonts, std::vector<TextRun> runs, double width_px, double size_px) {
  if (runs_width_px(fonts, runs, size_px) <= width_px) return runs;
  double used_px = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    TextRun& run = runs[i];
    const double run_px = fonts.width_px(run.text, size_px, run.face);
    if (used_px + run_px + fonts.width_px("…", size_px, run.face) <= width_px) {
      used_px += run_px;
      continue;
    }
    // 'mmm' is wider than the ellipsis: with it the run certainly does not fit, and is cut.
    const bool spaced = i > 0 && !run.text.empty() && run.text.front() == ' ';
    const double space_px = spaced ? fonts.width_px(" ", size_px, run.face) : 0;
    const std::string kept = fit(fonts, run.text + "mmm", width_px - used_px - space_px, size_px, run.face);
    run.text = spaced && kept != "…" ? " " + kept : kept;
    runs.resize(i + 1);
    break;
  }
  return runs;
}

std::vector<std::vector<TextRun>> wrap_runs(const Fonts& fonts, const std::vector<TextRun>& runs, double width_px,
                                            int max_lines, double size_px) {
  const Strand strand = strand_of(runs);
  const Wrapped wrapped = wrap(fonts, strand.text, width_px, max_lines, size_px, widest_face(runs));
  std::vector<std::vector<TextRun>> lines;
  std::size_t from = 0;
  for (std::size_t i = 0; i < wrapped.lines.size(); ++i) {
    const bool cut = wrapped.cut && i + 1 == wrapped.lines.size();
    const std::size_t mark = mark_length(wrapped.lines[i]);
    std::string text = wrapped.lines[i].substr(mark);
    if (cut && text.size() >= 3) text.resize(text.size() - 3);
    const std::size_t begin = std::min(strand.text.find(text, from), strand.text.size());
    const std::size_t end = std::min(begin + text.size(), strand.text.size());
    lines.push_back(cut_out(strand, runs, begin, end));
    if (cut) {
      if (lines.back().empty()) lines.back().push_back(runs.back());
      if (end == begin) lines.back().back().text.clear();
      lines.back().back().text += "…";
    }
    if (!lines.back().empty()) lines.back().front().text.insert(0, wrapped.lines[i], 0, mark);
    from = end;
  }
  return lines;
}

std::vector<Shape> text_block(const Style& style, const Wrapped& wrapped, double x, double top, const TextLook& look) {
  std::vector<Shape> lines;
  const double height_px = line_height_px(look.size_px);
  for (const std::string& line : wrapped.lines) {
    lines.emplace_back(text_line(style, line, {x, top + baseline_px(height_px, look.size_px)}, look));
    top += height_px;
  }
  return lines;
}

double block_height_px(std::size_t lines, double size_px) {
  return static_cast<double>(lines) * line_height_px(size_px);
}

}  // namespace outmap
