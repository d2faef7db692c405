#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/route.hpp"

namespace outmap::relations {
namespace {

Point on_curve(const std::array<Point, 4>& c, double t) {
  const double u = 1 - t;
  return c[0] * (u * u * u) + c[1] * (3 * u * u * t) + c[2] * (3 * u * t * t) + c[3] * (t * t * t);
}

/// The part of the curve from t = `from` to t = `to`.
std::array<Point, 4> part_of(const std::array<Point, 4>& c, double from, double to) {
  const auto slope = [&](double t) {
    const double u = 1 - t;
    return (c[1] - c[0]) * (3 * u * u) + (c[2] - c[1]) * (6 * u * t) + (c[3] - c[2]) * (3 * t * t);
  };
  const double third = (to - from) / 3;
  const Point start = on_curve(c, from);
  const Point end = on_curve(c, to);
  return {start, start + slope(from) * third, end - slope(to) * third, end};
}

/// Where the curve leaves the polygon round its beginning.
double leaving(const std::array<Point, 4>& c, const std::vector<Point>& polygon) {
  double low = 0;
  double high = 0.5;
  if (within(polygon, on_curve(c, high))) return high;
  for (int times = 0; times < 14; ++times) {
    const double middle = (low + high) / 2;
    (within(polygon, on_curve(c, middle)) ? low : high) = middle;
  }
  return high;
}

std::vector<Segment> bow(const Ends& ends, double bend) {
  const Point way = ends.to - ends.from;
  const Point aside = Point{-way.y, way.x} * bend;
  const Point control = (ends.from + ends.to) * 0.5 + aside;
  const std::array<Point, 4> whole{ends.from, ends.from + (control - ends.from) * (2.0 / 3),
                                   ends.to + (control - ends.to) * (2.0 / 3), ends.to};
  const double from = leaving(whole, ends.from_shape);
  const std::array<Point, 4> turned{whole[3], whole[2], whole[1], whole[0]};
  const double to = 1 - leaving(turned, ends.to_shape);
  const auto part = part_of(whole, from, std::max(from + 0.01, to));
  return {{Segment::Kind::move, part[0], {}, {}}, {Segment::Kind::cubic, part[3], part[1], part[2]}};
}

std::vector<Segment> straight(const Ends& ends, Point from, Point to) {
  return {{Segment::Kind::move, leave(ends.from_shape, from, to), {}, {}},
          {Segment::Kind::line, leave(ends.to_shape, to, from), {}, {}}};
}

std::vector<Segment> way_round(const Ends& ends, std::vector<Point> turns) {
  std::vector<Point> line{leave(ends.from_shape, ends.from, turns.front())};
  line.insert(line.end(), turns.begin(), turns.end());
  line.push_back(leave(ends.to_shape, ends.to, turns.back()));
  return rounded_line(line, 32);
}

/// Upright or level lines where the boxes face each other.
void add_square_lines(const Ends& ends, std::vector<Way>& ways) {
  const double left = std::max(ends.from_box.x, ends.to_box.x) + 14;
  const double right = std::min(ends.from_box.right(), ends.to_box.right()) - 14;
  if (left <= right) {
    const double x = std::clamp((ends.from.x + ends.to.x) / 2, left, right);
    ways.push_back({straight(ends, {x, ends.from.y}, {x, ends.to.y}), -4});
  }
  const double top = std::max(ends.from_box.y, ends.to_box.y) + 12;
  const double bottom = std::min(ends.from_box.bottom(), ends.to_box.bottom()) - 12;
  if (top <= bottom) {
    const double y = std::clamp((ends.from.y + ends.to.y) / 2, top, bottom);
    ways.push_back({straight(ends, {ends.from.x, y}, {ends.to.x, y}), -4});
  }
}

void add_ways_round(const Ends& ends, const std::vector<Box>& obstacles, double clear_px, std::vector<Way>& ways) {
  for (const Box& box : obstacles) {
    const std::vector<Point> turns = corners(inflate(box, clear_px));
    for (std::size_t at = 0; at < turns.size(); ++at) {
      ways.push_back({way_round(ends, {turns[at]}), 26});
      const Point next = turns[(at + 1) % turns.size()];
      ways.push_back({way_round(ends, {turns[at], next}), 40});
      ways.push_back({way_round(ends, {next, turns[at]}), 40});
    }
  }
}

/// Past a corner of one obstacle, then past a corner of another.
void add_ways_between_two(const Ends& ends, const std::vector<Box>& obstacles, double clear_px,
                          std::vector<Way>& ways) {
  if (obstacles.size() < 2 || obstacles.size() > 3) return;
  for (const Box& one : obstacles)
    for (const Box& other : obstacles) {
      if (one == other) continue;
      for (const Point& first : corners(inflate(one, clear_px)))
        for (const Point& second : corners(inflate(other, clear_px)))
          if (distance(first, second) > 20) ways.push_back({way_round(ends, {first, second}), 44});
    }
}

}  // namespace

std::vector<Way> ways_between(const Ends& ends, const std::vector<Box>& in_the_way,
                              const std::vector<double>& clear_px) {
  std::vector<Way> ways{{straight(ends, ends.from, ends.to), 0}};
  add_square_lines(ends, ways);
  if (in_the_way.empty()) {
    for (const double bend : {0.08, 0.14}) {
      ways.push_back({bow(ends, bend), 10 + bend * 80});
      ways.push_back({bow(ends, -bend), 10 + bend * 80});
    }
    return ways;
  }
  for (const double bend : {0.1, 0.18, 0.28, 0.4, 0.55}) {
    ways.push_back({bow(ends, bend), 12 + bend * 60});
    ways.push_back({bow(ends, -bend), 12 + bend * 60});
  }
  for (const double clear : clear_px) {
    add_ways_round(ends, in_the_way, clear, ways);
    add_ways_between_two(ends, in_the_way, clear, ways);
  }
  return ways;
}

double length_through(const std::vector<Point>& line, const Box& box) {
  double sum = 0;
  for (std::size_t at = 1; at < line.size(); ++at) sum += length_inside(line[at - 1], line[at], box);
  return sum;
}

double length_beside(const std::vector<Point>& line, const std::vector<Point>& other, double within_px) {
  constexpr double step_px = 12;
  const Box near = inflate(bounds(other), within_px);
  const auto is_beside = [&](Point point) {
    if (!holds(near, point)) return false;
    for (std::size_t on = 1; on < other.size(); ++on)
      if (distance_to_segment(point, other[on - 1], other[on]) < within_px) return true;
    return false;
  };
  double sum = 0;
  for (std::size_t at = 1; at < line.size(); ++at) {
    const double piece = distance(line[at - 1], line[at]);
    const int steps = std::max(1, static_cast<int>(piece / step_px));
    for (int step = 0; step < steps; ++step)
      if (is_beside(line[at - 1] + (line[at] - line[at - 1]) * ((step + 0.5) / steps))) sum += piece / steps;
  }
  return sum;
}

std::size_t crossings_of(const std::vector<Point>& line, const std::vector<Point>& other) {
  std::size_t count = 0;
  const Box reach = inflate(bounds(other), 1);
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (!overlap(bounds(std::span(line).subspan(at - 1, 2)), reach)) continue;
    for (std::size_t on = 1; on < other.size(); ++on)
      count += crosses(line[at - 1], line[at], other[on - 1], other[on]);
  }
  return count;
}

double length_of(const std::vector<Point>& line) {
  double sum = 0;
  for (std::size_t at = 1; at < line.size(); ++at) sum += distance(line[at - 1], line[at]);
  return sum;
}

Point point_along(const std::vector<Point>& line, double share) {
  double left = length_of(line) * share;
  for (std::size_t at = 1; at < line.size(); ++at) {
    const double piece = distance(line[at - 1], line[at]);
    if (left <= piece && piece > 0) return line[at - 1] + (line[at] - line[at - 1]) * (left / piece);
    left -= piece;
  }
  return line.back();
}

}  // namespace outmap::relations
