#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/gaps/gaps_parts.hpp"

namespace outmap::gaps_picture {
namespace {

using charts::bar;
using charts::line;

constexpr double header_px = 56;
constexpr double most_row_px = 44;
constexpr double two_line_row_px = 36;
constexpr double least_row_px = 26;
constexpr double track_px = 50;
constexpr double priority_px = 92;

/// Columns, told from the right edge, so that names take what is left.
struct Columns {
  double rank, name, name_width, importance, gap, impact, priority, bracket;
};

Columns columns_of(const Box& box) {
  const double right = box.right();
  Columns columns{};
  columns.rank = box.x + 16;
  columns.name = box.x + 34;
  columns.importance = right - 492;
  columns.gap = right - 388;
  columns.impact = right - 284;
  columns.priority = right - 170;
  columns.bracket = right - 40;
  columns.name_width = columns.importance - columns.name - 14;
  return columns;
}

class Rows {
 public:
  Rows(const GapsDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box), columns_(columns_of(box)) {
    const double lines = static_cast<double>(diagram.named) + (diagram.rest.empty() ? 0 : 1);
    row_px_ = std::clamp((box.height - header_px) / lines, least_row_px, most_row_px);
    double most = 0;
    for (const GapPoint& point : diagram.points) most = std::max(most, point.priority.value_or(0));
    full_ = most > 0 ? charts::round_ticks(0, most, 4).high() : 1;
    head_is_tinted_ = diagram.head > 0;
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, "Priority and what it is made of", {box_.x + 8, box_.y + 12},
                             columns_.importance - box_.x - 20));
    add(header());
    if (head_is_tinted_) add(head_ground());
    const double bottom = top_of(diagram_.named);
    shapes_.emplace_back(
        line({crisp(columns_.priority), top_of(0)}, {crisp(columns_.priority), bottom}, {theme_.ink_3, 1, {}, 1}));
    for (std::size_t at = 0; at < diagram_.named; ++at) add(row(at));
    if (diagram_.head > 0 && diagram_.points.size() > 1) add(bracket());
    if (!diagram_.rest.empty()) add(rest());
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  double top_of(std::size_t at) const { return box_.y + header_px + static_cast<double>(at) * row_px_; }

  TextShape small(const std::string& words, Point at, Anchor anchor = Anchor::start, Face face = Face::regular,
                  const Colour& colour = {}) const {
    return text_line(style_, words, at,
                     {type_size::small_px, face, colour.empty() ? Colour(theme_.ink_2) : colour, anchor, {}});
  }

  void column_title(Group& group, double x, const char* title, const std::string& caption) const {
    group.shapes.emplace_back(text_line(style_, title, {x, box_.y + 28}, {type_size::body_px, Face::semibold}));
    group.shapes.emplace_back(small(caption, {x, box_.y + 42}));
  }

  Group header() const {
    Group group{"", "", "heading", "columns", "Importance × gap × impact = priority", "", {}};
    column_title(group, columns_.importance, "Importance", "of 10");
    column_title(group, columns_.gap, "Gap", diagram_.own_scales ? "now to target, %" : "now to target");
    column_title(group, columns_.impact, "Impact", diagram_.money ? "reach + value" : "reach");
    column_title(group, columns_.priority, "Priority", "0–100");
    const auto sign = [&](double x, const char* words) {
      group.shapes.emplace_back(text_line(style_, words, {x - 13, box_.y + 28},
                                          {type_size::body_px, Face::regular, theme_.ink_2, Anchor::middle, {}}));
    };
    sign(columns_.gap, "×");
    sign(columns_.impact, "×");
    sign(columns_.priority, "=");
    return group;
  }

  Group head_ground() const {
    Group group;
    group.role = "head-ground";
    group.shapes.emplace_back(
        bar({box_.x, top_of(0), box_.width, row_px_ * static_cast<double>(diagram_.head)}, theme_.gap_tint, 6));
    return group;
  }

  bool is_head(std::size_t at) const { return at < diagram_.head; }
  Colour track(std::size_t at) const { return is_head(at) ? theme_.surface : theme_.track; }
  Colour note_colour(std::size_t at) const { return is_head(at) ? theme_.ink : theme_.ink_2; }

  Group row(std::size_t at) const {
    const GapPoint& point = diagram_.points[at];
    Group group{"row-" + point.id, point.id, "outcome", is_head(at) ? "row head" : "row", point.title, point.note, {}};
    const double middle = top_of(at) + row_px_ / 2;
    group.shapes.emplace_back(rank_mark(style_, point, {columns_.rank, middle}, 8.5));
    add_name(group, point, at, middle);
    add_importance(group, point, at, middle);
    add_gap(group, point, at, middle);
    add_impact(group, point, at, middle);
    add_priority(group, point, at, middle);
    return group;
  }

  void add_name(Group& group, const GapPoint& point, std::size_t at, double middle) const {
    const Face face = is_head(at) ? Face::semibold : Face::regular;
    const bool two_lines = row_px_ >= two_line_row_px;
    const Wrapped name =
        wrap(style_.fonts, point.name, columns_.name_width, row_px_ >= 30 ? 2 : 1, type_size::body_px, face);
    const bool quiet = point.standing == GapStanding::met || point.standing == GapStanding::unknown;
    const TextLook look{type_size::body_px, face, quiet ? theme_.ink_2 : theme_.ink};
    if (name.lines.size() == 2) {
      group.shapes.emplace_back(text_line(style_, name.lines[0], {columns_.name, middle - 2.7}, look));
      group.shapes.emplace_back(text_line(style_, name.lines[1], {columns_.name, middle + 11.3}, look));
      return;
    }
    const bool noted = two_lines && !point.note.empty();
    group.shapes.emplace_back(text_line(style_, name.lines.empty() ? point.id : name.lines[0],
                                        {columns_.name, middle + (noted ? -2.0 : 4.3)}, look));
    if (noted)
      group.shapes.emplace_back(small(fit(style_.fonts, point.note, columns_.name_width, type_size::small_px),
                                      {columns_.name, middle + 12}, Anchor::start, Face::regular, note_colour(at)));
  }

  /// The empty track of a factor; its number at the right, or a dash where it is not known.
  void add_track(Group& group, double x, double middle, std::size_t at, const std::string& number) const {
    group.shapes.emplace_back(bar({x, middle - 5, track_px, 10}, track(at)));
    group.shapes.emplace_back(text_line(style_, number.empty() ? "–" : number, {x + track_px + 40, middle + 4.3},
                                        {type_size::body_px, Face::regular, theme_.ink, Anchor::end, {}}));
  }

  Colour strong_grey() const { return theme_.ink_2; }

  void add_importance(Group& group, const GapPoint& point, std::size_t at, double middle) const {
    const double x = columns_.importance;
    add_track(group, x, middle, at, point.importance ? one_decimal(*point.importance) : "");
    if (point.importance)
      group.shapes.emplace_back(bar({x, middle - 5, track_px * *point.importance / 10, 10}, strong_grey()));
  }

  void add_gap(Group& group, const GapPoint& point, std::size_t at, double middle) const {
    const double x = columns_.gap;
    add_track(group, x, middle, at, point.gap_words);
    if (point.now && point.target) {
      // As wide as the gap that is written: where holders stand apart it is the mean of theirs.
      const double gap = point.factors.gap.value_or(std::abs(*point.target - *point.now));
      const double from =
          point.standing == GapStanding::met ? *point.now : *point.target + (*point.now < *point.target ? -gap : gap);
      const auto [low, high] = std::minmax(std::clamp(from, 0.0, 1.0), *point.target);
      const Box box{x + track_px * low, middle - 5, track_px * (high - low), 10};
      if (point.standing == GapStanding::met && box.width > 1) {
        RectShape hollow = bar(inset(box, 0.5), theme_.surface);
        hollow.stroke = {theme_.ink_2, 1, {}, 1};
        group.shapes.emplace_back(hollow);
      } else if (box.width > 0.2) {
        group.shapes.emplace_back(bar(box, is_head(at) ? theme_.gap : theme_.gap_mid));
      }
    }
    if (point.target)
      group.shapes.emplace_back(bar({x + track_px * *point.target - 0.75, middle - 8, 1.5, 16}, theme_.ink));
  }

  void add_impact(Group& group, const GapPoint& point, std::size_t at, double middle) const {
    const double x = columns_.impact;
    const PriorityFactors& factors = point.factors;
    add_track(group, x, middle, at, factors.impact ? percent_text(*factors.impact) : "");
    if (!factors.impact) return;
    const double reach = factors.value_share ? diagram_.alpha * factors.reach.value_or(0) : factors.impact.value_or(0);
    const double value = *factors.impact - reach;
    group.shapes.emplace_back(bar({x, middle - 5, track_px * reach, 10}, strong_grey()));
    if (value > 0.001)
      group.shapes.emplace_back(bar({x + track_px * reach, middle - 5, track_px * value, 10}, theme_.level_now));
  }

  void add_priority(Group& group, const GapPoint& point, std::size_t at, double middle) const {
    const double x = columns_.priority;
    if (point.priority.value_or(0) <= 0) {
      group.shapes.emplace_back(
          small(fit(style_.fonts, point.instead, box_.right() - x - 8, type_size::small_px), {x + 6, middle + 3.6}));
      return;
    }
    const double length = std::max(1.0, priority_px * *point.priority / full_);
    const double half = std::min(9.0, row_px_ / 2 - 5);
    group.shapes.emplace_back(bar({x, middle - half, length, 2 * half}, is_head(at) ? theme_.gap : theme_.gap_mid));
    group.shapes.emplace_back(text_line(
        style_, *point.priority < 0.05 ? "<0.1" : one_decimal(*point.priority), {x + length + 6, middle + 4.3},
        {type_size::body_px, Face::semibold, is_head(at) ? theme_.gap_text : theme_.ink}));
  }

  /// What the head carries of the whole.
  Group bracket() const {
    Group group{"", "", "bracket", "bracket", percent_text(diagram_.head_share) + " of all priority", "", {}};
    const double top = top_of(0) + 6;
    const double bottom = top_of(diagram_.head) - 6;
    const double x = crisp(columns_.bracket);
    const std::array<Point, 4> corners{
        {{x - 6, crisp(top)}, {x, crisp(top)}, {x, crisp(bottom)}, {x - 6, crisp(bottom)}}};
    group.shapes.emplace_back(PathShape{polyline(corners), {}, {theme_.gap, 1.5, {}, 1}, false});
    const double middle = (top + bottom) / 2;
    const bool two_lines = bottom - top > 26;
    group.shapes.emplace_back(text_line(style_, percent_text(diagram_.head_share),
                                        {x + 5, middle + (two_lines ? -1.0 : 4.3)},
                                        {type_size::body_px, Face::semibold, theme_.gap_text}));
    if (two_lines)
      group.shapes.emplace_back(small("of all", {x + 5, middle + 12}, Anchor::start, Face::regular, theme_.gap_text));
    return group;
  }

  Group rest() const {
    Group group{"", "", "note", "rest", diagram_.rest, "", {}};
    const double middle = top_of(diagram_.named) + row_px_ / 2;
    group.shapes.emplace_back(
        text_line(style_, fit(style_.fonts, "+ " + diagram_.rest, box_.width - 40, type_size::body_px),
                  {columns_.name, middle + 4.3}, {type_size::body_px, Face::italic, theme_.ink_2}));
    return group;
  }

  const GapsDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  Columns columns_;
  double row_px_ = most_row_px;
  double full_ = 1;
  bool head_is_tinted_ = false;
  std::vector<Shape> shapes_;
};

}  // namespace

std::vector<Shape> draw_rows(const GapsDiagram& diagram, const Style& style, const Box& box) {
  return Rows(diagram, style, box).run();
}

double least_rows_px(const GapsDiagram& diagram) {
  return header_px + least_row_px * (static_cast<double>(diagram.named) + (diagram.rest.empty() ? 0 : 1));
}

}  // namespace outmap::gaps_picture
