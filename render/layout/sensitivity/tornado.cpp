#include "render/layout/sensitivity/tornado.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"

namespace outmap::sensitivity_picture {
namespace {

using charts::bar;
using charts::line;

constexpr double header_px = 66;
constexpr double axis_px = 44;
constexpr double most_row_px = 40;
constexpr double most_wide_row_px = 52;
constexpr double least_row_px = 26;
constexpr double two_line_row_px = 34;
constexpr double weight_px = 40;  // beyond the bars' ends, for the weights
constexpr double wide_px = 900;   // from here on, the equation of the rank is written out
constexpr std::size_t bold_rows = 3;

class Tornado {
 public:
  Tornado(const SensitivityDiagram& diagram, const SensitivityPart& part, const Style& style, const Box& box)
      : diagram_(diagram), part_(part), style_(style), theme_(style.theme), box_(box), wide_(box.width >= wide_px) {
    const double room = box.height - header_px - axis_px;
    std::size_t wanted = 1;
    for (const SensitivityPart& other : diagram.parts) wanted = std::max(wanted, other.rows.size());
    row_px_ = std::clamp(room / static_cast<double>(wanted), wide_ ? least_row_px : two_line_row_px,
                         wide_ ? most_wide_row_px : most_row_px);
    const auto fit_rows = static_cast<std::size_t>(std::max(1.0, room / row_px_ + 0.01));
    shown_ = std::min(part.rows.size(), fit_rows);  // the count of the others stands beside the axis
    const double columns = wide_ ? 252 : 108;
    const double names = std::clamp(box.width * 0.38, 150.0, 380.0);
    name_x_ = box.x + 30;
    name_px_ = names - 30;
    plot_ = {box.x + names + 16, box.y + header_px, box.width - names - 16 - columns,
             row_px_ * static_cast<double>(shown_)};
    ticks_ = charts::round_ticks(std::min(diagram.lowest, -1e-6), std::max(diagram.highest, 1e-6), wide_ ? 8 : 4);
    scale_ = {ticks_.low(), ticks_.high(), plot_.x + weight_px, plot_.right() - weight_px};
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, diagram_.parts.size() > 1 ? part_.name : "What to test first",
                             {box_.x, box_.y + 12}, box_.width));
    add(columns());
    add(axis());
    for (std::size_t at = 0; at < shown_; ++at) add(row(at));
    add(base());
    if (shown_ < part_.rows.size() || part_.more > 0) add(rest());
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  TextShape small(const std::string& words, Point at, Anchor anchor, const Colour& colour,
                  Face face = Face::regular) const {
    return text_line(style_, words, at, {type_size::small_px, face, colour, anchor, {}});
  }

  double swing_x() const { return box_.right() - (wide_ ? 186 : 60); }
  double doubt_x() const { return wide_ ? box_.right() - 104 : box_.right(); }
  double score_x() const { return box_.right() - 84; }

  Group columns() const {
    Group group{"", "", "heading", "columns", "swing × doubt = what to test first", "", {}};
    const double y = box_.y + 56;
    group.shapes.emplace_back(small("influence", {name_x_, y}, Anchor::start, theme_.ink_2));
    group.shapes.emplace_back(small("swing", {swing_x(), y}, Anchor::end, theme_.ink_2));
    group.shapes.emplace_back(small("× doubt", {doubt_x(), y}, Anchor::end, theme_.ink_2));
    if (!wide_) return group;
    group.shapes.emplace_back(small("= test first", {score_x() + 4, y}, Anchor::start, theme_.ink_2));
    return group;
  }

  Group axis() const {
    charts::AxisLook look;
    look.grid = true;
    look.line = false;
    look.ends_inside = true;
    look.words = [this](double value) { return (value > 0 ? "+" : "") + charts::tick_text(value, ticks_.step); };
    look.title =
        fit(style_.fonts, wide_ ? diagram_.axis : "points more or less closed", plot_.width + 40, type_size::body_px);
    return charts::bottom_axis(style_, plot_, scale_, ticks_, look);
  }

  /// What the map says: the line about which everything turns.
  Group base() const {
    Group group{"", "", "reference", "base", "as the map says: " + part_.base, "", {}};
    const double x = crisp(scale_.px(0));
    group.shapes.emplace_back(line({x, plot_.y - 6}, {x, plot_.bottom()}, {theme_.ink, 1.5, {}, 1}));
    group.shapes.emplace_back(
        text_line(style_, part_.base, {x, plot_.y - 11}, {type_size::body_px, Face::semibold, {}, Anchor::middle, {}}));
    return group;
  }

  Group row(std::size_t at) const {
    const SensitivityRow& row = part_.rows[at];
    Group group{
        "assumption-" + row.from + "-" + row.to, row.from + ">" + row.to, "influence", "row", row.title, "", {}};
    const double middle = plot_.y + (static_cast<double>(at) + 0.5) * row_px_;
    const bool bold = at < bold_rows;
    group.shapes.emplace_back(
        charts::disc({box_.x + 10, middle}, 9, bold ? theme_.accent : theme_.surface, {theme_.accent, 1.2, {}, 1}));
    group.shapes.emplace_back(small(std::to_string(at + 1), {box_.x + 10, middle + 3.6}, Anchor::middle,
                                    bold ? theme_.on_strong : theme_.ink, Face::semibold));
    add_name(group, row, middle, bold);
    add_bars(group, row, middle);
    add_numbers(group, row, middle, bold);
    return group;
  }

  /// Two lines part at the arrow where both ends have room.
  Wrapped name_lines(const SensitivityRow& row, Face face) const {
    const std::string whole = row.cause + " → " + row.effect, first = row.cause + " →";
    const auto fits = [&](const std::string& words) {
      return style_.fonts.width_px(words, type_size::body_px, face) <= name_px_;
    };
    const bool two = row_px_ >= two_line_row_px;
    if (two && !fits(whole) && fits(first) && fits(row.effect)) return {{first, row.effect}, false, name_px_};
    return wrap(style_.fonts, whole, name_px_, two ? 2 : 1, type_size::body_px, face);
  }

  void add_name(Group& group, const SensitivityRow& row, double middle, bool bold) const {
    const Face face = bold ? Face::semibold : Face::regular;
    const Wrapped name = name_lines(row, face);
    const double first = middle + 4.3 - 7 * static_cast<double>(name.lines.size() - 1);
    for (std::size_t at = 0; at < name.lines.size(); ++at)
      group.shapes.emplace_back(text_line(style_, name.lines[at], {name_x_, first + 14 * static_cast<double>(at)},
                                          {type_size::body_px, face}));
  }

  void add_bars(Group& group, const SensitivityRow& row, double middle) const {
    const double half = std::min(row_px_ > most_row_px ? 10.0 : 8.0, row_px_ / 2 - 5);
    const auto side = [&](const SensitivityEnd& end, const Colour& colour) {
      const double left = std::min(scale_.px(end.moved), scale_.px(0));
      const double right = std::max(scale_.px(end.moved), scale_.px(0));
      if (right - left > 0.3) group.shapes.emplace_back(bar({left, middle - half, right - left, 2 * half}, colour));
    };
    side(row.less, row.less.moved < 0 ? theme_.gap_mid : theme_.gain);
    side(row.more, row.more.moved > 0 ? theme_.gain : theme_.gap_mid);
    const double left = std::min(scale_.px(row.less.moved), scale_.px(0));
    const double right = std::max(scale_.px(row.more.moved), scale_.px(0));
    group.shapes.emplace_back(small(row.less.weight, {left - 5, middle + 3.6}, Anchor::end, theme_.ink_2));
    group.shapes.emplace_back(small(row.more.weight, {right + 5, middle + 3.6}, Anchor::start, theme_.ink_2));
  }

  void add_numbers(Group& group, const SensitivityRow& row, double middle, bool bold) const {
    const TextLook look{type_size::body_px, bold && !wide_ ? Face::semibold : Face::regular, {}, Anchor::end, {}};
    group.shapes.emplace_back(text_line(style_, row.swing, {swing_x(), middle + 4.3}, look));
    group.shapes.emplace_back(text_line(style_, fmt::format("× {:.2g}", row.doubt), {doubt_x(), middle + 4.3},
                                        {type_size::body_px, Face::regular, theme_.ink_2, Anchor::end, {}}));
    if (!wide_) return;
    double most = 0;
    for (const SensitivityRow& other : part_.rows) most = std::max(most, other.score);
    const double length = most > 0 ? std::max(1.0, 44 * row.score / most) : 1;
    group.shapes.emplace_back(bar({score_x() + 4, middle - 6, length, 12},
                                  bold ? Colour(theme_.accent) : charts::mixed(theme_.accent, theme_.surface, 0.6)));
    group.shapes.emplace_back(text_line(style_, fmt::format("{:.1f}", row.score),
                                        {score_x() + 4 + length + 6, middle + 4.3},
                                        {type_size::body_px, Face::semibold, {}, Anchor::start, {}}));
  }

  Group rest() const {
    const std::size_t left = part_.rows.size() - shown_ + part_.more;
    Group group{"", "", "note", "rest", "", "", {}};
    group.shapes.emplace_back(text_line(style_, fmt::format("+ {} that matter less", left),
                                        {name_x_, plot_.bottom() + row_px_ / 2 + 4.3},
                                        {type_size::body_px, Face::italic, theme_.ink_2}));
    return group;
  }

  const SensitivityDiagram& diagram_;
  const SensitivityPart& part_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  bool wide_;
  double row_px_ = most_row_px;
  std::size_t shown_ = 0;
  double name_x_ = 0;
  double name_px_ = 0;
  Box plot_;
  charts::Ticks ticks_;
  charts::AxisScale scale_;
  std::vector<Shape> shapes_;
};

/// Title and text of each paragraph.
std::vector<std::pair<std::string, std::string>> notes_of(const SensitivityDiagram& diagram, bool with_example) {
  std::vector<std::pair<std::string, std::string>> notes;
  for (const SensitivityPart& part : diagram.parts)
    if (part.rows.empty()) notes.emplace_back(part.name, part.instead);
  if (with_example && !diagram.example.empty()) notes.emplace_back("How to read a row", diagram.example);
  return notes;
}

constexpr double note_padding_px = 16;
constexpr double note_title_px = 20;
constexpr int most_note_lines = 4;

}  // namespace

std::vector<Shape> draw_tornado(const SensitivityDiagram& diagram, const SensitivityPart& part, const Style& style,
                                const Box& box) {
  return Tornado(diagram, part, style, box).run();
}

double notes_px(const SensitivityDiagram& diagram, const Style& style, double width_px, bool with_example) {
  double height = note_padding_px;
  for (const auto& [title, text] : notes_of(diagram, with_example)) {
    const Wrapped words = wrap(style.fonts, text, width_px - 2 * note_padding_px, most_note_lines, type_size::body_px);
    height += note_title_px + block_height_px(words.lines.size(), type_size::body_px) + note_padding_px;
  }
  return height > note_padding_px ? height : 0;
}

Group draw_notes(const SensitivityDiagram& diagram, const Style& style, const Box& box, bool with_example) {
  Group group{"notes", "", "note", "notes", "", "", {}};
  const double height = notes_px(diagram, style, box.width, with_example);
  group.shapes.emplace_back(
      RectShape{{box.x, box.y, box.width, height}, 6, {style.theme.canvas}, {style.theme.hairline, 1, {}, 1}});
  double y = box.y + note_padding_px;
  for (const auto& [title, text] : notes_of(diagram, with_example)) {
    group.shapes.emplace_back(text_line(style, title, {box.x + note_padding_px, y + 10},
                                        {type_size::body_px, Face::semibold, {}, Anchor::start, {}}));
    y += note_title_px;
    const Wrapped words = wrap(style.fonts, text, box.width - 2 * note_padding_px, most_note_lines, type_size::body_px);
    for (Shape& line : text_block(style, words, box.x + note_padding_px, y,
                                  {type_size::body_px, Face::regular, style.theme.ink_2, Anchor::start, {}}))
      group.shapes.push_back(std::move(line));
    y += block_height_px(words.lines.size(), type_size::body_px) + note_padding_px;
  }
  return group;
}

double least_tornado_px(const SensitivityPart& part) {
  return header_px + axis_px + two_line_row_px * static_cast<double>(std::max<std::size_t>(part.rows.size(), 1));
}

}  // namespace outmap::sensitivity_picture
