#include "render/layout/contrast.hpp"

#include <catch2/catch.hpp>

#include "render/layout/shapes.hpp"

using namespace outmap;

namespace {

TextShape words(Point at, const Colour& colour, const Colour& halo = "") {
  TextShape text;
  text.at = at;
  text.width_px = 40;
  text.runs = {{"words", Face::regular, colour, false}};
  text.halo = halo;
  return text;
}

Scene scene_on_white(std::vector<Shape> shapes) {
  Scene scene;
  scene.width_px = 200;
  scene.height_px = 100;
  scene.ground = "#FFFFFF";
  scene.shapes = std::move(shapes);
  return scene;
}

std::size_t pale(std::vector<Shape> shapes) { return find_pale_text(scene_on_white(std::move(shapes)), 4.5).size(); }

RectShape dark_box(const Box& box) { return {box, 0, {"#1B1F2A"}, {}}; }

}  // namespace

TEST_CASE("text is held against what was painted under it before") {
  CHECK(pale({words({10, 50}, "#1B1F2A")}) == 0);
  CHECK(pale({dark_box({0, 0, 100, 100}), words({10, 50}, "#1B1F2A")}) == 1);
  CHECK(pale({dark_box({0, 0, 100, 100}), words({10, 50}, "#FFFFFF")}) == 0);
  CHECK(pale({words({10, 50}, "#1B1F2A"), dark_box({120, 0, 50, 100})}) == 0);
}

TEST_CASE("text that runs over the edge of a dark shape is pale at one end") {
  CHECK(pale({dark_box({40, 0, 100, 100}), words({10, 50}, "#1B1F2A")}) == 1);
}

TEST_CASE("a halo is a ground of its own; stripes count as ground") {
  CHECK(pale({dark_box({0, 0, 100, 100}), words({10, 50}, "#1B1F2A", "#FFFFFF")}) == 0);
  RectShape striped{{0, 0, 100, 100}, 0, {"#FFFFFF", Pattern::stripes, "#C2410C"}, {}};
  CHECK(pale({striped, words({10, 50}, "#C2410C")}) == 1);
}

TEST_CASE("curved and slanted shapes cover only what is inside them") {
  PathShape triangle;
  triangle.segments = polygon(std::vector<Point>{{0, 100}, {200, 100}, {200, 0}});
  triangle.fill.colour = "#1B1F2A";
  CHECK(pale({triangle, words({5, 20}, "#1B1F2A")}) == 0);
  CHECK(pale({triangle, words({150, 90}, "#1B1F2A")}) == 1);
  const CircleShape disc{{100, 50}, 40, {"#1B1F2A"}, {}};
  CHECK(pale({disc, words({80, 54}, "#1B1F2A")}) == 1);
  CHECK(pale({disc, words({20, 20}, "#1B1F2A")}) == 0);
}
