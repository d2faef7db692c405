#include "render/layout/journey/pen.hpp"

namespace outmap::journey_picture {
namespace {

bool ends_with_space(const TextRun& run) { return !run.text.empty() && run.text.back() == ' '; }

}  // namespace

const Wrapped& Pen::wrapped(std::string_view text, double width_px, int max_lines, double size_px, Face face) const {
  std::map<int, Wrapped>& known = wrapped_[Key{std::string(text), width_px, size_px, face}];
  // A text that was not cut looks the same however many lines more or fewer it may have, down to its own.
  for (const auto& [most, words] : known)
    if (most == max_lines || (!words.cut && static_cast<int>(words.lines.size()) <= max_lines)) return words;
  return known.emplace(max_lines, wrap(fonts_, text, width_px, max_lines, size_px, face)).first->second;
}

const Wrapped& Pen::wrapped_before(double reserve_px, std::string_view text, double width_px, int max_lines,
                                   double size_px, Face face) const {
  const Wrapped& roomy = wrapped(text, width_px, max_lines, size_px, face);
  if (reserve_px <= 0 || roomy.lines.empty()) return roomy;
  if (width(roomy.lines.back(), size_px, face) + reserve_px <= width_px) return roomy;
  return wrapped(text, width_px - reserve_px, max_lines, size_px, face);
}

void Pen::text(Shapes& into, Point baseline, std::string_view words, const Ink& ink) const {
  if (!words.empty()) runs(into, baseline, {{std::string(words), ink.face, ink.colour, false}}, ink);
}

void Pen::runs(Shapes& into, Point baseline, std::vector<TextRun> words, const Ink& ink) const {
  TextShape line;
  line.at = baseline;
  line.anchor = ink.anchor;
  line.size_px = ink.size_px;
  line.halo = ink.halo;
  for (const TextRun& run : words) line.width_px += width(run.text, ink.size_px, run.face);
  if (!words.empty() && ends_with_space(words.back())) words.back().text.pop_back();
  line.runs = std::move(words);
  into.emplace_back(std::move(line));
}

void Pen::lines(Shapes& into, Point top, const Wrapped& words, const Ink& ink) const {
  const double height = line_height_px(ink.size_px);
  for (const std::string& line : words.lines) {
    text(into, {top.x, top.y + baseline_px(height, ink.size_px)}, line, ink);
    top.y += height;
  }
}

Stroke Pen::stroke(const Colour& colour, double width_px, std::vector<double> dash) {
  return {colour, width_px, std::move(dash), 1};
}

void add_rect(Shapes& into, const Box& box, double radius, const Fill& fill, const Stroke& stroke) {
  into.emplace_back(RectShape{box, radius, fill, stroke});
}

void add_circle(Shapes& into, const Point& center, double radius, const Fill& fill, const Stroke& stroke) {
  into.emplace_back(CircleShape{center, radius, fill, stroke});
}

void add_line(Shapes& into, const Point& from, const Point& to, const Stroke& stroke, bool round_caps) {
  add_path(into, {{Segment::Kind::move, from, {}, {}}, {Segment::Kind::line, to, {}, {}}}, {}, stroke, round_caps);
}

void add_polygon(Shapes& into, const std::vector<Point>& corners, const Fill& fill, const Stroke& stroke) {
  std::vector<Segment> segments;
  for (const Point& corner : corners)
    segments.push_back({segments.empty() ? Segment::Kind::move : Segment::Kind::line, corner, {}, {}});
  segments.push_back({Segment::Kind::close, {}, {}, {}});
  add_path(into, std::move(segments), fill, stroke);
}

void add_path(Shapes& into, std::vector<Segment> segments, const Fill& fill, const Stroke& stroke, bool round_caps) {
  into.emplace_back(PathShape{std::move(segments), fill, stroke, round_caps});
}

Box crisp(const Box& box) { return {box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1}; }

Fill solid(const Colour& colour) { return {colour, Pattern::none, "", 1}; }
Fill gap_area(const Theme& theme) { return {theme.gap_tint, Pattern::stripes, theme.gap_stripe, 1}; }
Fill gain_area(const Theme& theme) { return {theme.gain_tint, Pattern::dots, theme.gain_dot, 1}; }
Fill loss_area(const Theme& theme) { return {theme.loss_tint, Pattern::cross, theme.loss, 1}; }

Group element_group(std::string_view kind, const std::string& id, std::string title, std::string_view role) {
  Group group;
  group.id = std::string(kind) + (id.empty() ? "" : "-" + id);
  group.data_id = id;
  group.kind = kind;
  group.role = role.empty() ? std::string(kind) : std::string(kind) + " " + std::string(role);
  group.title = std::move(title);
  return group;
}

}  // namespace outmap::journey_picture
