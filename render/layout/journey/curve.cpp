#include "render/layout/journey/curve.hpp"

#include <algorithm>
#include <cmath>

#include "render/layout/shapes.hpp"

namespace outmap::journey_picture {
namespace {

constexpr int samples = 24;
constexpr double thinnest_px = 0.05;

Point between(const Point& a, const Point& b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

Bezier flat(double from_x, double to_x, double y) {
  const double third = (to_x - from_x) / 3;
  return {{from_x, y}, {from_x + third, y}, {to_x - third, y}, {to_x, y}};
}

double harmonic_mean(double a, double b) { return a * b <= 0 ? 0 : 2 / (1 / a + 1 / b); }

bool known(const Readings& y, std::size_t i) { return i < y.size() && y[i].has_value(); }

/// Rise per column at reading i.
double slope_at(const Readings& y, std::size_t i) {
  if (i == 0 || !known(y, i - 1) || !known(y, i + 1)) return 0;
  return harmonic_mean(*y[i] - *y[i - 1], *y[i + 1] - *y[i]);
}

Bezier span(const Readings& y, std::size_t i, const Columns& columns) {
  const double x0 = columns.center(i);
  const double x1 = columns.center(i + 1);
  const double third = columns.width / 3;
  return {{x0, *y[i]},
          {x0 + third, *y[i] + slope_at(y, i) / 3},
          {x1 - third, *y[i + 1] - slope_at(y, i + 1) / 3},
          {x1, *y[i + 1]}};
}

Segment along(const Bezier& curve) { return {Segment::Kind::cubic, curve.end, curve.c1, curve.c2}; }
Segment back_along(const Bezier& curve) { return {Segment::Kind::cubic, curve.start, curve.c2, curve.c1}; }

/// Two curves over the same x.
struct Strip {
  Bezier first;
  Bezier second;

  double difference(double t) const { return second.y_at(t) - first.y_at(t); }
};

double crossing(const Strip& strip, double low, double high) {
  const bool sign = strip.difference(low) > 0;
  for (int i = 0; i < 40; ++i) {
    const double middle = (low + high) / 2;
    ((strip.difference(middle) > 0) == sign ? low : high) = middle;
  }
  return (low + high) / 2;
}

std::vector<double> crossings(const Strip& strip) {
  std::vector<double> found;
  double last = 0;
  double last_difference = strip.difference(0);
  for (int i = 1; i <= samples; ++i) {
    const double t = static_cast<double>(i) / samples;
    const double difference = strip.difference(t);
    if (last_difference * difference < 0) found.push_back(crossing(strip, last, t));
    if (difference == 0) continue;
    last = t;
    last_difference = difference;
  }
  return found;
}

std::vector<Strip> split_at_crossings(const Strip& strip) {
  std::vector<Strip> strips;
  Strip rest = strip;
  double done = 0;
  for (const double t : crossings(strip)) {
    const double local = (t - done) / (1 - done);
    const std::vector<Bezier> first = split(rest.first, local);
    const std::vector<Bezier> second = split(rest.second, local);
    strips.push_back({first[0], second[0]});
    rest = {first[1], second[1]};
    done = t;
  }
  strips.push_back(rest);
  return strips;
}

/// How far the first lies above the second on the whole; 0 where they lie on each other.
double height_of(const Strip& strip) {
  double widest = 0;
  for (int i = 0; i <= 4; ++i) {
    const double d = strip.difference(i / 4.0);
    if (std::abs(d) > std::abs(widest)) widest = d;
  }
  return std::abs(widest) < thinnest_px ? 0 : widest;
}

Area outline_of(const std::vector<Strip>& strips, bool first_above) {
  Area area{first_above, {move_to(strips.front().first.start)}};
  for (const Strip& strip : strips) area.outline.push_back(along(strip.first));
  area.outline.push_back(line_to(strips.back().second.end));
  for (auto strip = strips.rbegin(); strip != strips.rend(); ++strip) area.outline.push_back(back_along(strip->second));
  area.outline.push_back({Segment::Kind::close, {}, {}, {}});
  return area;
}

bool joins(const Strip& before, const Strip& after) {
  return std::abs(before.first.end.x - after.first.start.x) < 0.01;
}

std::vector<Strip> common_strips(const Curve& first, const Curve& second) {
  std::vector<Strip> strips;
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
    if (!first[i] || !second[i]) continue;
    const double from = std::max(first[i]->start.x, second[i]->start.x);
    const double to = std::min(first[i]->end.x, second[i]->end.x);
    for (const Strip& strip : split_at_crossings({cut(*first[i], from, to), cut(*second[i], from, to)}))
      strips.push_back(strip);
  }
  return strips;
}

}  // namespace

double Bezier::y_at(double t) const {
  const double u = 1 - t;
  return u * u * u * start.y + 3 * u * u * t * c1.y + 3 * u * t * t * c2.y + t * t * t * end.y;
}

std::vector<Bezier> split(const Bezier& curve, double t) {
  const Point a = between(curve.start, curve.c1, t);
  const Point b = between(curve.c1, curve.c2, t);
  const Point c = between(curve.c2, curve.end, t);
  const Point d = between(a, b, t);
  const Point e = between(b, c, t);
  const Point middle = between(d, e, t);
  return {{curve.start, a, d, middle}, {middle, e, c, curve.end}};
}

Bezier cut(const Bezier& curve, double from_x, double to_x) {
  Bezier part = curve;
  if (to_x < part.end.x) part = split(part, (to_x - part.start.x) / (part.end.x - part.start.x))[0];
  if (from_x > part.start.x) part = split(part, (from_x - part.start.x) / (part.end.x - part.start.x))[1];
  return part;
}

Curve curve_through(const Readings& y, const Columns& columns) {
  Curve curve(2 * y.size());
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (!y[i]) continue;
    const double x = columns.center(i);
    const double reach = columns.width / 2 - columns.air;
    if (i == 0 || !known(y, i - 1)) curve[2 * i] = flat(x - reach, x, *y[i]);
    if (!known(y, i + 1)) {
      curve[2 * i + 1] = flat(x, x + reach, *y[i]);
      continue;
    }
    const std::vector<Bezier> halves = split(span(y, i, columns), 0.5);
    curve[2 * i + 1] = halves[0];
    curve[2 * i + 2] = halves[1];
  }
  return curve;
}

std::vector<std::vector<Segment>> lines_of(const Curve& curve) {
  std::vector<std::vector<Segment>> lines;
  const Bezier* before = nullptr;
  for (const std::optional<Bezier>& piece : curve) {
    if (piece && (!before || std::abs(before->end.x - piece->start.x) > 0.01)) lines.push_back({move_to(piece->start)});
    if (piece) lines.back().push_back(along(*piece));
    before = piece ? &*piece : nullptr;
  }
  return lines;
}

std::vector<Area> areas_between(const Curve& first, const Curve& second) {
  std::vector<Area> areas;
  std::vector<Strip> run;
  bool above = true;
  const auto finish = [&] {
    if (!run.empty()) areas.push_back(outline_of(run, above));
    run.clear();
  };
  for (const Strip& strip : common_strips(first, second)) {
    const double height = height_of(strip);
    if (height == 0 || (!run.empty() && (above != (height > 0) || !joins(run.back(), strip)))) finish();
    if (height == 0) continue;
    above = height > 0;
    run.push_back(strip);
  }
  finish();
  return areas;
}

}  // namespace outmap::journey_picture
