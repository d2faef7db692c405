#include "render/layout/check.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

namespace {

TextShape line(const std::string& words, Point at, double width_px, double size_px = 12,
               Anchor anchor = Anchor::start) {
  TextShape text;
  text.at = at;
  text.anchor = anchor;
  text.size_px = size_px;
  text.width_px = width_px;
  text.runs = {{words, Face::regular, "#000000", false}};
  return text;
}

Scene scene_of(std::vector<Shape> shapes) {
  Scene scene;
  scene.width_px = 200;
  scene.height_px = 100;
  scene.shapes = std::move(shapes);
  return scene;
}

}  // namespace

TEST_CASE("a sound picture has no layout faults") {
  CHECK(
      find_layout_faults(scene_of({line("one", {10, 20}, 30), line("two", {40, 20}, 30), line("three", {10, 32}, 30)}))
          .empty());
}

TEST_CASE("texts that lie on each other are named in reading order, within groups too") {
  Group group;
  group.shapes = {line("below", {35, 24}, 30)};
  const auto faults = find_layout_faults(scene_of({line("above", {10, 20}, 30), group}));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0] == "'above' at 10, 10.9 lies on 'below' at 35, 14.9");
}

TEST_CASE("text that leaves the picture, whatever its anchor") {
  CHECK(find_layout_faults(scene_of({line("right", {180, 50}, 30)})).size() == 1);
  CHECK(find_layout_faults(scene_of({line("left", {20, 50}, 30, 12, Anchor::end)})).size() == 1);
  CHECK(find_layout_faults(scene_of({line("middle", {10, 50}, 30, 12, Anchor::middle)})).size() == 1);
  CHECK(find_layout_faults(scene_of({line("top", {50, 5}, 30)})).size() == 1);
  CHECK(find_layout_faults(scene_of({line("bottom", {50, 99}, 30)})).size() == 1);
  CHECK(find_layout_faults(scene_of({line("fits", {170, 50}, 30)})).empty());
}

TEST_CASE("small text and text without a width") {
  const auto faults = find_layout_faults(scene_of({line("tiny", {50, 50}, 20, 8)}));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0] == "'tiny' at 50, 43.9 is set at 8 px");
  CHECK(find_layout_faults(scene_of({line("wide?", {50, 50}, 0)})) ==
        std::vector<std::string>{"'wide?' at 50, 40.9 has no measured width"});
}
