#include "render/layout/shapes.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

using namespace outmap;

namespace {

Point at(const Point& from, const Segment& piece, double t) {
  const double u = 1 - t;
  const auto mix = [&](double a, double b, double c, double d) {
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  };
  return {mix(from.x, piece.c1.x, piece.c2.x, piece.to.x), mix(from.y, piece.c1.y, piece.c2.y, piece.to.y)};
}

}  // namespace

TEST_CASE("slopes of a monotone curve are harmonic means, zero at ends and turning points") {
  const Point points[] = {{0, 0}, {1, 1}, {2, 4}, {3, 4}, {4, 0}};
  // Secants 1, 3, 0, -4: 2·1·3/(1+3) = 1.5; flat neighbours and changes of sign give 0.
  CHECK(monotone_slopes(points) == std::vector<double>{0, 1.5, 0, 0, 0});
  CHECK(monotone_curve({}).empty());
  CHECK(monotone_curve(std::span(points, 1)).size() == 1);
}

TEST_CASE("a monotone curve passes its points, is linear in x and never overshoots") {
  REQUIRE(rc::check("curve", [] {
    const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-100, 100));
    std::vector<Point> points;
    for (const int step : steps) points.push_back({10 * static_cast<double>(points.size()), step / 10.0});
    const Path path = monotone_curve(points);
    RC_ASSERT(path.size() == points.size());
    for (std::size_t i = 1; i < path.size(); ++i) {
      RC_ASSERT(path[i].to == points[i]);
      const double low = std::min(points[i - 1].y, points[i].y);
      const double high = std::max(points[i - 1].y, points[i].y);
      for (double t = 0; t <= 1; t += 0.05) {
        const Point on = at(points[i - 1], path[i], t);
        RC_ASSERT(on.y >= low - 1e-9 && on.y <= high + 1e-9);
        RC_ASSERT(std::abs(on.x - (points[i - 1].x + 10 * t)) < 1e-9);
      }
    }
  }));
}

TEST_CASE("boxes of paths follow the curves, not their control points") {
  // The control points lie at y = 100; the curve reaches 3/4 of it.
  const Path bow{move_to({0, 0}), cubic_to({0, 100}, {100, 100}, {100, 0})};
  const Box box = bounds(bow);
  CHECK(box.x == Approx(0));
  CHECK(box.width == Approx(100));
  CHECK(box.y == Approx(0));
  CHECK(box.height == Approx(75));
  CHECK(bounds(Path{}) == Box{});
}

TEST_CASE("an arc stays on its circle") {
  const Path path = arc({10, 20}, 5, 0, 290);
  CHECK(path.size() == 5);  // one move, four pieces
  Point from = path.front().to;
  for (std::size_t i = 1; i < path.size(); ++i) {
    for (double t = 0; t <= 1; t += 0.1) {
      const Point on = at(from, path[i], t);
      CHECK(std::hypot(on.x - 10, on.y - 20) == Approx(5).epsilon(0.0005));
    }
    from = path[i].to;
  }
  CHECK(from.x == Approx(10 + 5 * std::cos(290 * std::numbers::pi / 180)));
  CHECK(from.y == Approx(20 + 5 * std::sin(290 * std::numbers::pi / 180)));
}

TEST_CASE("a rounded polygon keeps to its corners' box and shortens radii on short edges") {
  const Point square[] = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
  const Box box = bounds(rounded_polygon(square, 100));
  CHECK(box.x == Approx(0));
  CHECK(box.width == Approx(10));
  CHECK(rounded_polygon(square, 2).front().to == Point{0, 2});
  CHECK(rounded_polygon(square, 0).size() == 5);
  CHECK(rounded_polygon(std::span(square, 2), 5).size() == 3);
}

TEST_CASE("hexagon and diamond fill their boxes") {
  CHECK(bounds(hexagon({10, 20, 100, 40}, 12)) == Box{10, 20, 100, 40});
  CHECK(bounds(diamond({50, 50}, 7)) == Box{43, 43, 14, 14});
}

TEST_CASE("boxes meet, hold and unite") {
  const Box box{0, 0, 10, 10};
  CHECK(overlaps(box, {9, 9, 10, 10}));
  CHECK_FALSE(overlaps(box, {10, 0, 10, 10}));
  CHECK_FALSE(overlaps(box, {9, 9, 10, 10}, 1));
  CHECK(contains(box, {1, 1, 9, 9}));
  CHECK_FALSE(contains(box, {1, 1, 10, 9}));
  CHECK(united(box, {20, 5, 5, 10}) == Box{0, 0, 25, 15});
  CHECK(united(Box{}, {20, 5, 5, 10}) == Box{20, 5, 5, 10});
}

TEST_CASE("bounds of shapes count outlines and nested groups; moving moves all of it") {
  Group inner;
  inner.shapes = {CircleShape{{50, 50}, 10, {}, {"#000000", 2}}, RectShape{{0, 0, 10, 10}, 0, {"#FFFFFF"}, {}}};
  Shape group = inner;
  CHECK(bounds(group) == Box{0, 0, 61, 61});
  move_by(group, 5, -5);
  CHECK(bounds(group) == Box{5, -5, 61, 61});
  scale_by(group, 2);
  CHECK(bounds(group) == Box{10, -10, 122, 122});
  TextShape text;
  text.at = {100, 50};
  text.anchor = Anchor::middle;
  text.size_px = 10;
  text.width_px = 40;
  CHECK(text_box(text) == Box{80, 42.4, 40, 10});
}
