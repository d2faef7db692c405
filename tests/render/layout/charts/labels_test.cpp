#include "render/layout/charts/labels.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "render/layout/shapes.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using namespace outmap::charts;
using test::fonts;

namespace {

const Box room{0, 0, 700, 600};

std::vector<LabelledMark> random_marks(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  const char* names[] = {"Short", "A name of middling length", "地域の皆様のための予約",
                         "A very long name of an outcome that somebody wanted to be quite exact about"};
  std::vector<LabelledMark> marks;
  for (std::size_t at = 0; at < count; ++at)
    marks.push_back({{20 + static_cast<double>(random() % 660), 20 + static_cast<double>(random() % 560)},
                     4 + static_cast<double>(random() % 16),
                     names[random() % 4]});
  return marks;
}

double gap_between(const Box& box, const LabelledMark& mark) {
  const double dx = std::max({box.x - mark.center.x, 0.0, mark.center.x - box.right()});
  const double dy = std::max({box.y - mark.center.y, 0.0, mark.center.y - box.bottom()});
  return std::hypot(dx, dy) - mark.radius_px;
}

}  // namespace

TEST_CASE("a lone mark has its name at the right, without a leader") {
  const auto placed = place_labels(fonts(), {{{100, 100}, 10, "Booked"}}, {room});
  REQUIRE(placed.size() == 1);
  CHECK(placed[0].anchor == Anchor::start);
  CHECK(placed[0].box.x == Approx(115));
  CHECK(placed[0].box.center().y == Approx(100));
  CHECK_FALSE(placed[0].leader);
}

TEST_CASE("at the right edge the name stands at the left, and next to a fixed text elsewhere") {
  const auto at_edge = place_labels(fonts(), {{{690, 100}, 5, "Booked"}}, {room});
  REQUIRE(at_edge.size() == 1);
  CHECK(at_edge[0].anchor == Anchor::end);
  LabelField field{room};
  field.fixed = {{110, 90, 60, 20}};
  const auto moved = place_labels(fonts(), {{{100, 100}, 5, "Booked"}}, field);
  REQUIRE(moved.size() == 1);
  CHECK_FALSE(overlaps(moved[0].box, field.fixed[0]));
}

TEST_CASE("names never lie on each other, on marks, on fixed texts or outside the room") {
  for (const std::size_t count : {1, 5, 20, 60}) {
    for (unsigned seed = 1; seed <= 8; ++seed) {
      const auto marks = random_marks(count, seed);
      LabelField field{room};
      field.fixed = {{300, 250, 120, 20}};
      field.lines = {{{{0, 300}, {700, 300}}}};
      field.dots = {{50, 50}, {350, 100}};
      const auto placed = place_labels(fonts(), marks, field);
      CAPTURE(count, seed);
      CHECK(placed.size() >= std::min<std::size_t>(count, 1));
      for (const PlacedLabel& label : placed) {
        CHECK(contains(room, label.box));
        CHECK_FALSE(overlaps(label.box, field.fixed[0]));
        for (std::size_t mark = 0; mark < marks.size(); ++mark) CHECK(gap_between(label.box, marks[mark]) > -1e-9);
        for (const PlacedLabel& other : placed)
          if (&other != &label) CHECK_FALSE(overlaps(label.box, other.box));
      }
    }
  }
}

TEST_CASE("twenty names among twenty marks all find a place") {
  std::vector<LabelledMark> marks;
  for (int at = 0; at < 20; ++at)
    marks.push_back({{60.0 + 150 * (at % 4), 60.0 + 110 * (at / 4)}, 9, "Answered the same day"});
  CHECK(place_labels(fonts(), marks, {room}).size() == 20);
}

TEST_CASE("marks that share a place stand side by side, the first where it belongs") {
  const std::vector<Point> same(12, {300, 300});
  const std::vector<double> radii{24, 20, 16, 12, 9, 8, 8, 8, 8, 8, 8, 8};
  const std::vector<Point> placed = moved_apart(same, radii, room);
  CHECK(placed[0] == same[0]);
  for (std::size_t a = 0; a < placed.size(); ++a) {
    CHECK(contains(room, {placed[a].x, placed[a].y, 0, 0}));
    for (std::size_t b = a + 1; b < placed.size(); ++b)
      CHECK(std::hypot(placed[a].x - placed[b].x, placed[a].y - placed[b].y) > 15.4);
  }
  const std::vector<Point> apart{{100, 100}, {300, 300}};
  CHECK(moved_apart(apart, {10, 10}, room) == apart);
}

TEST_CASE("placing names is the same every time") {
  const auto marks = random_marks(30, 5);
  const auto first = place_labels(fonts(), marks, {room});
  const auto second = place_labels(fonts(), marks, {room});
  REQUIRE(first.size() == second.size());
  for (std::size_t at = 0; at < first.size(); ++at) {
    CHECK(first[at].mark == second[at].mark);
    CHECK(first[at].box == second[at].box);
  }
}
