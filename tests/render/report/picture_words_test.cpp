// Pictures told as a list.
#include "render/report/picture_words.hpp"

#include <catch2/catch.hpp>

namespace outmap {
namespace {

Group group_of(std::string kind, std::string title, std::string description = "") {
  return {"", "", std::move(kind), "", std::move(title), std::move(description), {}};
}

}  // namespace

TEST_CASE("pictures are told elements first, then the ties between them") {
  Scene scene;
  Group around = group_of("", "");
  around.shapes = {group_of("tie", "A – B: similar need"), group_of("customer", "A", "Two beds"),
                   group_of("cluster", "C")};
  scene.shapes = {group_of("influence", "X → Y: improves"), around, group_of("outcome", "Y")};
  CHECK(picture_words(scene) ==
        std::vector<std::string>{"A. Two beds", "C", "Y", "X → Y: improves", "A – B: similar need"});
}

TEST_CASE("what only helps the eye is not told in words") {
  Scene scene;
  Group axis = group_of("axis", "Satisfaction today");
  axis.shapes = {group_of("outcome", "Heard")};
  scene.shapes = {axis, group_of("legend", "Legend"), group_of("heading", "probable"), group_of("note", "5 more")};
  CHECK(picture_words(scene) == std::vector<std::string>{"Heard", "5 more"});
}

TEST_CASE("what is drawn twice is told once, at its longest") {
  Scene scene;
  scene.shapes = {group_of("outcome", "Heard: now 3"), group_of("outcome", "Booked"),
                  group_of("outcome", "Heard: now 3"), group_of("outcome", "Heard: now 3", "All clinics"),
                  group_of("outcome", "Booked")};
  CHECK(picture_words(scene) == std::vector<std::string>{"Booked", "Heard: now 3. All clinics"});
  // Another name that only begins alike is another line.
  scene.shapes = {group_of("outcome", "Heard"), group_of("outcome", "Heard at once")};
  CHECK(picture_words(scene) == std::vector<std::string>{"Heard", "Heard at once"});
}

}  // namespace outmap
