#include "render/layout/journey/curve.hpp"

#include <catch2/catch.hpp>

using namespace outmap;
using namespace outmap::journey_picture;

namespace {

const Columns columns{0, 100, 8};

double highest(const Curve& curve) {
  double y = -1e9;
  for (const std::optional<Bezier>& piece : curve)
    for (int i = 0; piece && i <= 50; ++i) y = std::max(y, piece->y_at(i / 50.0));
  return y;
}

}  // namespace

TEST_CASE("A curve goes through its readings and never beyond them", "[journey][curve]") {
  const Curve curve = curve_through({10.0, 0.0, 90.0, 90.0}, columns);
  CHECK(curve[0]->start.x == 8);
  CHECK(curve[1]->start == Point{50, 10});
  CHECK(curve[4]->end == Point{250, 90});
  CHECK(highest(curve) == Approx(90));
}

TEST_CASE("A missing reading leaves a hole, and what is beside it stays level", "[journey][curve]") {
  const Curve curve = curve_through({10.0, {}, 30.0}, columns);
  CHECK_FALSE(curve[2]);
  CHECK_FALSE(curve[3]);
  CHECK(curve[1]->end == Point{92, 10});
  CHECK(curve[4]->start == Point{208, 30});
  CHECK(lines_of(curve).size() == 2);
}

TEST_CASE("Areas are split where two curves cross", "[journey][curve]") {
  const Curve wanted = curve_through({20.0, 20.0}, columns);
  const Curve now = curve_through({60.0, -20.0}, columns);
  const std::vector<Area> areas = areas_between(wanted, now);
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].first_above);
  CHECK_FALSE(areas[1].first_above);
  // Half way between 60 and -20 lies 20, in the middle between the two readings.
  CHECK(areas[1].outline.front().to.x == Approx(100).margin(0.01));
  CHECK(areas[1].outline.front().to.y == Approx(20).margin(0.01));
}

TEST_CASE("Curves that lie on each other enclose nothing", "[journey][curve]") {
  const Curve one = curve_through({20.0, 40.0, 10.0}, columns);
  CHECK(areas_between(one, one).empty());
}

TEST_CASE("An area ends where one of its curves does", "[journey][curve]") {
  const std::vector<Area> areas =
      areas_between(curve_through({20.0, 20.0, 20.0}, columns), curve_through({50.0, {}, 50.0}, columns));
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].outline.front().to.x == 8);
  CHECK(areas[1].outline.front().to.x == Approx(208));
}
