// Lines over the parameter of a sweep.
#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/charts/axis.hpp"
#include "render/layout/charts/sheet.hpp"
#include "render/layout/whatif/sweep_layout.hpp"

namespace outmap::whatif_picture {
namespace {

constexpr double lines_heading_px = 60;
constexpr double lines_axis_px = 46;
constexpr double ticks_px = 46;
constexpr double label_px = 30;  // pitch of two lines of words at the lines' ends

charts::Ticks x_ticks(const SweepAxis& axis) {
  return charts::round_ticks(axis.values.front(), std::max(axis.values.back(), axis.values.front() + 1e-6), 6);
}

/// From values to px; ticks outside the range are left out of the axis.
charts::AxisScale x_scale(const SweepAxis& axis, const Box& plot) {
  const double low = axis.values.front();
  return {low, std::max(axis.values.back(), low + 1e-6), plot.x, plot.right()};
}

charts::Ticks within(charts::Ticks ticks, double low, double high) {
  std::erase_if(ticks.values, [&](double value) { return value < low - 1e-9 || value > high + 1e-9; });
  if (ticks.values.empty()) ticks.values = {low};
  return ticks;
}

Group axis_below(const Style& style, const SweepAxis& axis, const Box& plot) {
  charts::AxisLook look;
  look.ends_inside = true;
  look.title = fit(style.fonts, "strength of " + axis.name, plot.width, type_size::body_px);
  return charts::bottom_axis(style, plot, x_scale(axis, plot),
                             within(x_ticks(axis), axis.values.front(), axis.values.back()), look);
}

/// The runs of known points as open lines.
std::vector<Shape> polylines(const std::vector<std::optional<Point>>& points, const Stroke& stroke) {
  std::vector<Shape> shapes;
  std::vector<Point> run;
  const auto end = [&] {
    if (run.size() > 1) shapes.emplace_back(PathShape{polyline(run), {}, stroke, true});
    run.clear();
  };
  for (const auto& point : points) {
    if (point)
      run.push_back(*point);
    else
      end();
  }
  end();
  return shapes;
}

Box plot_in(const Box& box, double right_room) {
  return {box.x + ticks_px, box.y + lines_heading_px, box.width - ticks_px - right_room,
          box.height - lines_heading_px - lines_axis_px};
}

class SweepLines {
 public:
  SweepLines(const SweepDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram),
        style_(style),
        theme_(style.theme),
        box_(box),
        names_px_(std::clamp(box.width * 0.3, 150.0, 260.0)),
        plot_(plot_in(box, names_px_ + 20)),
        x_(x_scale(diagram.x, plot_)),
        y_{0, 1, plot_.bottom(), plot_.y} {}

  std::vector<Shape> run() {
    shapes_.emplace_back(
        charts::part_heading(style_, "The outcomes that move most", {box_.x, box_.y + 12}, box_.width));
    charts::AxisLook look;
    look.grid = true;
    look.line = false;
    look.title = "Share of its scale, up is better";
    look.words = [](double value) { return percent_text(value); };
    shapes_.emplace_back(charts::left_axis(style_, plot_, y_, charts::round_ticks(0, 1, 5), look, 14));
    shapes_.emplace_back(axis_below(style_, diagram_.x, plot_));
    for (std::size_t at = 0; at < diagram_.lines.size(); ++at) add_line(at);
    add_names();
    return std::move(shapes_);
  }

 private:
  Colour colour(std::size_t at) const { return theme_.clusters[at % 6].stroke; }

  Point point(std::size_t at, std::size_t place) const {
    return {x_.px(diagram_.x.values[place]), y_.px(*diagram_.lines[at].places[place])};
  }

  void add_line(std::size_t at) {
    const SweepLine& line = diagram_.lines[at];
    Group group{"outcome-" + line.id, line.id, "outcome", "line", line.title, "", {}};
    std::vector<std::optional<Point>> points;
    for (std::size_t place = 0; place < line.places.size(); ++place)
      points.push_back(line.places[place] ? std::optional<Point>(point(at, place)) : std::nullopt);
    group.shapes = polylines(points, {colour(at), 2, at < 6 ? std::vector<double>{} : std::vector<double>{6, 4}, 1});
    for (const auto& each : points)
      if (each) group.shapes.emplace_back(charts::disc(*each, 2.5, colour(at)));
    if (line.met_from)
      group.shapes.emplace_back(charts::disc(point(at, *line.met_from), 5.5, theme_.surface, {colour(at), 2, {}, 1}));
    shapes_.emplace_back(std::move(group));
  }

  std::optional<double> end_of(const SweepLine& line) const {
    for (std::size_t at = line.places.size(); at-- > 0;)
      if (line.places[at]) return y_.px(*line.places[at]);
    return std::nullopt;
  }

  /// Names beside the lines' ends, moved apart and tied to them.
  void add_names() {
    std::vector<std::pair<double, std::size_t>> wanted;
    for (std::size_t at = 0; at < diagram_.lines.size(); ++at)
      if (const auto y = end_of(diagram_.lines[at])) wanted.emplace_back(*y, at);
    std::ranges::sort(wanted);
    const auto room = static_cast<std::size_t>(std::max(1.0, (plot_.height + label_px) / label_px));
    if (wanted.size() > room) wanted.resize(room);
    std::vector<double> places;
    for (const auto& [y, at] : wanted)
      places.push_back(std::max(y, places.empty() ? plot_.y : places.back() + label_px));
    double below = plot_.bottom();
    for (std::size_t at = places.size(); at-- > 0;) {
      places[at] = std::min(places[at], below);
      below = places[at] - label_px;
    }
    for (std::size_t at = 0; at < wanted.size(); ++at) add_name(wanted[at].second, wanted[at].first, places[at]);
  }

  void add_name(std::size_t at, double from, double to) {
    const SweepLine& line = diagram_.lines[at];
    Group group;
    group.role = "name";
    const double x = plot_.right() + 20;
    group.shapes.emplace_back(charts::line({plot_.right() + 4, from}, {x - 4, to}, {colour(at), 1, {}, 1}));
    group.shapes.emplace_back(text_line(style_,
                                        fit(style_.fonts, line.name, names_px_, type_size::body_px, Face::semibold),
                                        {x, to + 1}, {type_size::body_px, Face::semibold}));
    group.shapes.emplace_back(text_line(style_, fit(style_.fonts, line.levels, names_px_, type_size::small_px),
                                        {x, to + 13},
                                        {type_size::small_px, Face::regular, theme_.ink_2, Anchor::start, {}}));
    shapes_.emplace_back(std::move(group));
  }

  const SweepDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
  double names_px_;
  Box plot_;
  charts::AxisScale x_;
  charts::AxisScale y_;
  std::vector<Shape> shapes_;
};

}  // namespace

std::vector<Shape> draw_closed(const SweepDiagram& diagram, const Style& style, const Box& box) {
  const Theme& theme = style.theme;
  const Box plot = plot_in(box, 12);
  std::vector<Shape> shapes;
  shapes.emplace_back(
      charts::part_heading(style, "Closed of the priority of all gaps", {box.x, box.y + 12}, box.width));
  double low = 0, high = 1;
  for (const auto& closed : diagram.closed)
    low = std::min(low, closed.value_or(0)), high = std::max(high, closed.value_or(0));
  const charts::Ticks ticks = charts::round_ticks(low, high, 6);
  const charts::AxisScale y{ticks.low(), ticks.high(), plot.bottom(), plot.y};
  const charts::AxisScale x = x_scale(diagram.x, plot);
  charts::AxisLook look;
  look.grid = true;
  look.line = false;
  look.words = [&](double value) { return charts::tick_text(value, ticks.step) + "\u00a0%"; };
  shapes.emplace_back(charts::left_axis(style, plot, y, ticks, look));
  shapes.emplace_back(axis_below(style, diagram.x, plot));
  std::vector<std::optional<Point>> points;
  for (std::size_t at = 0; at < diagram.closed.size(); ++at)
    points.push_back(diagram.closed[at] ? std::optional<Point>({x.px(diagram.x.values[at]), y.px(*diagram.closed[at])})
                                        : std::nullopt);
  Group group{"closed", "", "result", "line", text_of(diagram.words.finding), "", {}};
  group.shapes = polylines(points, {theme.accent, 2.5, {}, 1});
  for (const auto& point : points)
    if (point) group.shapes.emplace_back(charts::disc(*point, 3.5, theme.accent));
  shapes.emplace_back(std::move(group));
  return shapes;
}

std::vector<Shape> draw_sweep_lines(const SweepDiagram& diagram, const Style& style, const Box& box) {
  return SweepLines(diagram, style, box).run();
}

}  // namespace outmap::whatif_picture
