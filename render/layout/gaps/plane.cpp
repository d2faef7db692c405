#include <algorithm>
#include <array>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/charts/labels.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/gaps/gaps_parts.hpp"

namespace outmap::gaps_picture {
namespace {

using charts::line;

constexpr double left_room = 36;    // tick labels
constexpr double top_room = 40;     // heading and the axis's name
constexpr double bottom_room = 38;  // ticks and the axis's name
constexpr double side_px = 20;      // within the plot, beyond the ends of the scale
constexpr double ruler_px = 38;     // above the scale's end: the names of the bands
constexpr double most_radius = 24;
constexpr double least_radius = 8;
constexpr double dot_radius = 3;
constexpr std::size_t most_numbered = 40;
constexpr std::array<double, 3> band_edges{10, 12, 15};

bool on_plane(const GapPoint& point) { return point.importance && point.satisfaction; }

double radius_of(const GapPoint& point) {
  return std::max(least_radius, most_radius * std::sqrt(point.factors.impact.value_or(0)));
}

struct Mark {
  const GapPoint* point;
  Point at;
  Point wanted;
  double radius;
};

class Plane {
 public:
  Plane(const GapsDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box), begin_(axes_begin(diagram)) {
    plot_ = {box.x + left_room, box.y + top_room, box.width - left_room, box.height - top_room - bottom_room};
    x_ = {begin_.satisfaction, 10, plot_.x + side_px, plot_.right() - side_px};
    y_ = {begin_.importance, 10, plot_.bottom() - side_px, plot_.y + ruler_px};
    find_marks();
  }

  std::vector<Shape> run() {
    add(charts::part_heading(style_, "Importance against satisfaction", {box_.x, box_.y + 12}, box_.width));
    add(bands());
    add(axes());
    for (const Mark& dot : dots_) {
      add(group_of(dot));
      std::get<Group>(shapes_.back())
          .shapes.emplace_back(charts::disc(dot.at, dot_radius, theme_.surface, {theme_.gap_mid, 1.2, {}, 1}));
    }
    add(tethers());
    add(whiskers());
    add(crosshair());
    add(quadrants());
    for (Group& group : marks()) add(std::move(group));
    return std::move(shapes_);
  }

 private:
  void add(Group group) { shapes_.emplace_back(std::move(group)); }

  Point at(double satisfaction, double importance) const { return {x_.px(satisfaction), y_.px(importance)}; }

  double value_y(double px) const {
    return begin_.importance + (px - y_.low_px) / (y_.high_px - y_.low_px) * (10 - begin_.importance);
  }
  double value_x(double px) const {
    return begin_.satisfaction + (px - x_.low_px) / (x_.high_px - x_.low_px) * (10 - begin_.satisfaction);
  }

  void find_marks() {
    std::vector<Point> wanted;
    std::vector<double> radii;
    std::vector<const GapPoint*> points;
    for (std::size_t place = 0; place < diagram_.points.size(); ++place) {
      const GapPoint& point = diagram_.points[place];
      if (!on_plane(point)) continue;
      const Point there = at(*point.satisfaction, *point.importance);
      if (place >= std::min(diagram_.named, most_numbered)) {
        dots_.push_back({&point, there, there, dot_radius});
        continue;
      }
      points.push_back(&point);
      wanted.push_back(there);
      radii.push_back(radius_of(point));
    }
    const Box room{x_.low_px, y_.high_px, x_.high_px - x_.low_px, y_.low_px - y_.high_px};
    const std::vector<Point> placed = charts::moved_apart(wanted, radii, room);
    for (std::size_t mark = 0; mark < points.size(); ++mark)
      marks_.push_back({points[mark], placed[mark], wanted[mark], radii[mark]});
  }

  // --- ground -------------------------------------------------------------------------------------------------------

  /// Where a line of equal opportunity runs in the plot: from the left or the lower edge to importance 10, then
  /// straight up.
  std::array<Point, 3> isoline(double opportunity) const {
    const double left = value_x(plot_.x);
    const double low = value_y(plot_.bottom());
    const double turn = x_.px(20 - opportunity);
    Point begin{plot_.x, y_.px((opportunity + left) / 2)};
    if (begin.y > plot_.bottom()) begin = {x_.px(2 * low - opportunity), plot_.bottom()};
    return {{begin, {turn, y_.px(10)}, {turn, plot_.y}}};
  }

  bool is_in_plot(double opportunity) const { return x_.px(20 - opportunity) > plot_.x + 1; }

  Group bands() {
    Group group{"bands", "", "bands", "bands", "Bands of opportunity", "", {}};
    for (std::size_t band = 0; band < band_edges.size(); ++band) {
      if (!is_in_plot(band_edges[band])) continue;
      const auto edge = isoline(band_edges[band]);
      const std::array<Point, 5> corners{edge[0], edge[1], edge[2], {plot_.x, plot_.y}, {plot_.x, edge[0].y}};
      group.shapes.emplace_back(
          PathShape{polygon(corners), {theme_.gap_steps[band + 1], Pattern::none, {}, 1}, {}, false});
    }
    for (const double opportunity : band_edges) {
      if (!is_in_plot(opportunity)) continue;
      const auto edge = isoline(opportunity);
      group.shapes.emplace_back(PathShape{polyline(edge), {}, {theme_.gap_mid, 1, {}, 1}, false});
      lines_.push_back({edge[0], edge[1]});
    }
    name_bands(group);
    return group;
  }

  void name_bands(Group& group) {
    struct Name {
      double low, high;  // of the opportunity
      std::array<const char*, 3> words;
    };
    static constexpr std::array<Name, 3> names{
        {{15, 20, {"opportunity above 15: extreme", "above 15: extreme", "extreme"}},
         {12, 15, {"12–15: high", "12–15: high", "high"}},
         {10, 12, {"10–12: solid", "10–12: solid", "solid"}}}};
    for (const Name& name : names) {
      const double left = std::max(plot_.x, name.high == 20 ? plot_.x : x_.px(20 - name.high));
      const double right = x_.px(20 - name.low);
      for (const char* words : name.words) {
        if (style_.fonts.width_px(words, type_size::small_px, Face::semibold) > right - left - 12) continue;
        const TextShape text = text_line(style_, words, {(left + right) / 2, plot_.y + 12},
                                         {type_size::small_px, Face::semibold, text_on_bands(), Anchor::middle, {}});
        fixed_.push_back(text_box(text));
        group.shapes.emplace_back(text);
        break;
      }
    }
  }

  Colour text_on_bands() const { return theme_.gap_text; }

  Group axes() {
    Group group{"axes", "", "axis", "axis", "", "", {}};
    group.shapes.emplace_back(
        RectShape{{crisp(plot_.x), crisp(plot_.y), plot_.width, plot_.height}, 0, {}, {theme_.hairline, 1, {}, 1}});
    group.shapes.emplace_back(charts::bottom_axis(style_, plot_, x_, charts::round_ticks(begin_.satisfaction, 10, 5),
                                                  {.title = "Satisfaction today"}));
    group.shapes.emplace_back(charts::left_axis(style_, plot_, y_, charts::round_ticks(begin_.importance, 10, 5), {}));
    group.shapes.emplace_back(text_line(style_, "Importance", {box_.x, plot_.y - 7},
                                        {type_size::small_px, Face::regular, theme_.ink_2, Anchor::start, {}}));
    return group;
  }

  Group crosshair() {
    Group group{"crosshair", "", "crosshair", "crosshair", "Where the quadrants meet", "", {}};
    if (!has_cross()) return group;
    const Point cross = at(*diagram_.satisfaction_cross, *diagram_.importance_cross);
    const Stroke stroke{charts::mixed(theme_.ink_3, theme_.surface, 0.7), 1, {}, 1};
    const std::array<Point, 2> level{{{plot_.x, crisp(cross.y)}, {plot_.right(), crisp(cross.y)}}};
    const std::array<Point, 2> upright{{{crisp(cross.x), plot_.bottom()}, {crisp(cross.x), y_.high_px}}};
    for (const auto& [from, to] : {level, upright}) group.shapes.emplace_back(line(from, to, stroke));
    lines_.push_back(level);
    lines_.push_back(upright);
    add_cross_text(group, one_decimal(*diagram_.importance_cross), {plot_.right() - 6, cross.y + 13}, Anchor::end);
    add_cross_text(group, one_decimal(*diagram_.satisfaction_cross), {cross.x + 5, plot_.bottom() - 5}, Anchor::start);
    return group;
  }

  bool has_cross() const {
    return marks_.size() + dots_.size() > 1 && diagram_.importance_cross && diagram_.satisfaction_cross &&
           *diagram_.importance_cross >= begin_.importance && *diagram_.satisfaction_cross >= begin_.satisfaction;
  }

  void add_cross_text(Group& group, const std::string& number, Point where, Anchor anchor) {
    TextShape text = text_line(style_, diagram_.cross + " " + number, where,
                               {type_size::small_px, Face::regular, theme_.ink_2, anchor, {}});
    if (!is_free(text_box(text))) return;
    if (!is_clear_of_dots(text_box(text))) text.halo = theme_.surface;
    fixed_.push_back(text_box(text));
    group.shapes.emplace_back(text);
  }

  bool is_free(const Box& box) const {
    for (const Box& fixed : fixed_)
      if (overlaps(around(fixed, 4), box)) return false;
    for (const Mark& mark : marks_)
      if (overlaps(box, around({mark.at.x, mark.at.y, 0, 0}, mark.radius + 3))) return false;
    return contains(inset(plot_, 2), box);
  }

  bool is_clear_of_dots(const Box& box) const {
    return std::none_of(dots_.begin(), dots_.end(), [&](const Mark& dot) {
      return overlaps(around(box, 2), around({dot.at.x, dot.at.y, 0, 0}, dot_radius));
    });
  }

  bool is_clear_of_lines(const Box& box) const {
    for (const auto& edge : lines_) {
      constexpr int steps = 48;
      for (int step = 0; step <= steps; ++step) {
        const double t = static_cast<double>(step) / steps;
        const Point point{edge[0].x + t * (edge[1].x - edge[0].x), edge[0].y + t * (edge[1].y - edge[0].y)};
        if (contains(around(box, 2), {point.x, point.y, 0, 0})) return false;
      }
    }
    return true;
  }

  // --- quadrants ----------------------------------------------------------------------------------------------------

  Group quadrants() {
    Group group{"quadrants", "", "quadrants", "quadrants", "Names of the quadrants", "", {}};
    if (!has_cross()) return group;
    const Point cross = at(*diagram_.satisfaction_cross, *diagram_.importance_cross);
    const Box upper_left{plot_.x, plot_.y + 17, cross.x - plot_.x, cross.y - plot_.y - 17};
    const Box upper_right{cross.x, plot_.y + 17, plot_.right() - cross.x, cross.y - plot_.y - 17};
    const Box lower_left{plot_.x, cross.y, cross.x - plot_.x, plot_.bottom() - cross.y};
    const Box lower_right{cross.x, cross.y, plot_.right() - cross.x, plot_.bottom() - cross.y};
    name_quadrant(group, "Concentrate here", upper_left, true, true, text_on_bands());
    name_quadrant(group, "Keep up the good work", upper_right, false, true, theme_.ink_2);
    name_quadrant(group, "Low priority", lower_left, true, false, theme_.ink_2);
    name_quadrant(group, "Possible overkill", lower_right, false, false, theme_.ink_2);
    return group;
  }

  /// In the outer corner, else in the first other one that is free of marks, dots and lines, else of marks and dots,
  /// else of marks.
  void name_quadrant(Group& group, const char* name, const Box& box, bool left, bool top, const Colour& colour) {
    const double width = style_.fonts.width_px(name, type_size::body_px, Face::semibold);
    if (box.width < width + 20 || box.height < 30) return;
    const std::array<std::array<bool, 2>, 4> corners{{{left, top}, {left, !top}, {!left, top}, {!left, !top}}};
    for (const int clear_of : {2, 1, 0})
      for (const auto& [at_left, at_top] : corners) {
        const Point start{at_left ? box.x + 10 : box.right() - 10 - width, at_top ? box.y + 18 : box.bottom() - 10};
        TextShape text = text_line(style_, name, start, {type_size::body_px, Face::semibold, colour});
        const Box there = text_box(text);
        if (!is_free(there) || (clear_of > 1 && !is_clear_of_lines(there))) continue;
        const bool clear = is_clear_of_dots(there);
        if (clear_of > 0 && !clear) continue;
        if (!clear) text.halo = theme_.surface;
        fixed_.push_back(there);
        group.shapes.emplace_back(text);
        return;
      }
  }

  // --- marks --------------------------------------------------------------------------------------------------------

  std::vector<charts::PlacedLabel> labels() const {
    std::vector<charts::LabelledMark> wanted;
    for (const Mark& mark : marks_)
      wanted.push_back({mark.at, mark.radius, mark.point->name,
                        mark.point->standing == GapStanding::head ? Face::semibold : Face::regular});
    charts::LabelField field;
    field.room = {plot_.x, y_.high_px - 8, plot_.width, plot_.bottom() - y_.high_px + 8};
    field.fixed = fixed_;
    field.lines = lines_;
    for (const Mark& dot : dots_) field.dots.push_back(dot.at);
    return charts::place_labels(style_.fonts, wanted, field);
  }

  Group group_of(const Mark& mark) const {
    return {"outcome-" + mark.point->id,
            mark.point->id,
            "outcome",
            mark.point->standing == GapStanding::head ? "mark head" : "mark",
            mark.point->title,
            "",
            {}};
  }

  /// The largest first, so that none is hidden; names with their marks.
  std::vector<Group> marks() const {
    std::vector<Group> groups;
    const std::vector<charts::PlacedLabel> placed = labels();
    std::vector<std::size_t> order(marks_.size());
    for (std::size_t mark = 0; mark < order.size(); ++mark) order[mark] = mark;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return marks_[a].radius > marks_[b].radius; });
    for (const std::size_t mark : order) groups.push_back(draw_mark(marks_[mark], mark, placed));
    return groups;
  }

  /// Between which importance and satisfaction could lie, where they come from answers.
  Group whiskers() {
    Group group{"whiskers", "", "whiskers", "whiskers", "Intervals of 95 %", "", {}};
    const Stroke stroke{charts::mixed(theme_.ink_3, theme_.surface, 0.75), 1, {}, 1};
    const auto add_whisker = [&](Point from, Point to, Point cap) {
      group.shapes.emplace_back(line(from, to, stroke));
      for (const Point end : {from, to})
        group.shapes.emplace_back(line({end.x - cap.x, end.y - cap.y}, {end.x + cap.x, end.y + cap.y}, stroke));
      lines_.push_back({from, to});
    };
    for (const Mark& mark : marks_) {
      if (!mark.point->has_whiskers()) continue;
      const auto& across = mark.point->satisfaction_between;
      const auto& up = mark.point->importance_between;
      if (across)
        add_whisker({std::max(plot_.x, x_.px(across->low)), mark.at.y}, {x_.px(across->high), mark.at.y}, {0, 3});
      if (up) add_whisker({mark.at.x, std::min(plot_.bottom(), y_.px(up->low))}, {mark.at.x, y_.px(up->high)}, {3, 0});
    }
    return group;
  }

  /// From marks that gave way to where they belong.
  Group tethers() const {
    Group group{"tethers", "", "tethers", "tethers", "", "", {}};
    for (const Mark& mark : marks_) {
      if (std::hypot(mark.at.x - mark.wanted.x, mark.at.y - mark.wanted.y) <= mark.radius) continue;
      group.shapes.emplace_back(line(mark.wanted, mark.at, {theme_.ink_3, 1, {2, 2}, 1}));
      group.shapes.emplace_back(charts::disc(mark.wanted, 2, theme_.ink_3));
    }
    return group;
  }

  Group draw_mark(const Mark& mark, std::size_t number, const std::vector<charts::PlacedLabel>& placed) const {
    Group group = group_of(mark);
    for (const charts::PlacedLabel& label : placed) {
      if (label.mark != number) continue;
      const bool head = mark.point->standing == GapStanding::head;
      const bool quiet = mark.point->standing == GapStanding::met || mark.point->standing == GapStanding::unknown;
      TextLook look{type_size::body_px, head ? Face::semibold : Face::regular, quiet ? theme_.ink_2 : theme_.ink};
      for (Shape& shape : charts::label_shapes(style_, label, look, theme_.surface))
        group.shapes.push_back(std::move(shape));
    }
    group.shapes.emplace_back(rank_mark(style_, *mark.point, mark.at, mark.radius));
    return group;
  }

  const GapsDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  AxesBegin begin_;
  Box plot_;
  charts::AxisScale x_;
  charts::AxisScale y_;
  std::vector<Mark> marks_;  // by rank
  std::vector<Mark> dots_;
  std::vector<Box> fixed_;
  std::vector<std::array<Point, 2>> lines_;
  std::vector<Shape> shapes_;
};

}  // namespace

AxesBegin axes_begin(const GapsDiagram& diagram) {
  const auto even_below = [](double least) { return std::clamp(2 * std::floor((least - 0.1) / 2), 0.0, 4.0); };
  double importance = 10;
  double satisfaction = 10;
  for (const GapPoint& point : diagram.points) {
    if (!on_plane(point)) continue;
    importance = std::min(importance, *point.importance);
    satisfaction = std::min(satisfaction, *point.satisfaction);
    if (!point.has_whiskers()) continue;
    if (point.importance_between) importance = std::min(importance, point.importance_between->low);
    if (point.satisfaction_between) satisfaction = std::min(satisfaction, point.satisfaction_between->low);
  }
  return {even_below(importance), even_below(satisfaction)};
}

std::vector<Shape> draw_plane(const GapsDiagram& diagram, const Style& style, const Box& box) {
  if (std::none_of(diagram.points.begin(), diagram.points.end(), on_plane)) {
    Group group = charts::nothing_yet(
        style, {"Nothing to place yet", "Give outcomes an importance, and a satisfaction or a level today."}, box);
    return {group};
  }
  return Plane(diagram, style, box).run();
}

Group rank_mark(const Style& style, const GapPoint& point, Point center, double radius_px) {
  const Theme& theme = style.theme;
  Group group;
  group.role = "rank";
  const bool head = point.standing == GapStanding::head;
  const bool below = head || point.standing == GapStanding::below;
  const Colour colour = below ? theme.gap : theme.ink_2;
  const Colour fill = head ? theme.gap : theme.surface;
  Stroke stroke{head ? theme.surface : colour, head ? 1.0 : 1.5, {}, 1};
  if (point.few_answers) stroke = {colour, 1.5, {3, 2}, 1};
  if (point.standing == GapStanding::met) {
    const double half = radius_px * std::sqrt(std::acos(-1.0)) / 2;
    RectShape square = charts::bar({center.x - half, center.y - half, 2 * half, 2 * half}, fill, 2);
    square.stroke = stroke;
    group.shapes.emplace_back(square);
  } else {
    group.shapes.emplace_back(charts::disc(center, radius_px, fill, stroke));
  }
  group.shapes.emplace_back(
      text_line(style, std::to_string(point.rank), {center.x, center.y + 3.6},
                {type_size::small_px, Face::semibold, head ? theme.on_strong : colour, Anchor::middle, {}}));
  return group;
}

}  // namespace outmap::gaps_picture
