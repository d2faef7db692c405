// Pictures that follow the colours of a page.
#include "render/report/themed_scene.hpp"

#include <catch2/catch.hpp>

#include "model/io/load.hpp"
#include "render/diagram.hpp"
#include "render/theme/theme.hpp"
#include "tests/support/places.hpp"

namespace outmap {
namespace {

Scene scene_in(const Colour& fill, const Colour& ink, double width = 10) {
  Scene scene;
  scene.ground = "#FFFFFF";
  scene.shapes.push_back(RectShape{{0, 0, width, 10}, 0, {fill}, {}});
  Group group{"g", "", "", "", "", "", {}};
  group.shapes.push_back(TextShape{{0, 0}, Anchor::start, 12, {{"word", Face::regular, ink}}});
  scene.shapes.push_back(std::move(group));
  return scene;
}

}  // namespace

TEST_CASE("each pair of colours has one name") {
  PagePalette palette;
  const auto themed = themed_scene(scene_in("#111111", "#111111"), scene_in("#EEEEEE", "#DDDDDD"), palette);
  REQUIRE(themed);
  CHECK(themed->ground == "var(--c1)");
  CHECK(std::get<RectShape>(themed->shapes[0]).fill.colour == "var(--c2)");
  CHECK(std::get<RectShape>(themed->shapes[0]).stroke.colour.empty());
  // The same in light and another in dark: another name.
  const Group& group = std::get<Group>(themed->shapes[1]);
  CHECK(std::get<TextShape>(group.shapes[0]).runs[0].colour == "var(--c3)");
  CHECK(palette.light_rules() == "--c1:#FFFFFF;--c2:#111111;--c3:#111111;");
  CHECK(palette.dark_rules() == "--c1:#FFFFFF;--c2:#EEEEEE;--c3:#DDDDDD;");
  CHECK(palette.name_of("#111111", "#EEEEEE") == "var(--c2)");
}

TEST_CASE("pictures of other shapes have no common colours") {
  PagePalette palette;
  CHECK(!themed_scene(scene_in("#111111", "#111111"), scene_in("#111111", "#111111", 20), palette));
  CHECK(!themed_scene(scene_in("#111111", "#111111"), scene_in("", "#111111"), palette));
  Scene more = scene_in("#111111", "#111111");
  more.shapes.push_back(CircleShape{});
  CHECK(!themed_scene(scene_in("#111111", "#111111"), more, palette));
}

TEST_CASE("every picture of the samples has the same shapes in light and in dark") {
  const Fonts fonts;
  for (const std::string story : {"clinics", "saas", "minimal"}) {
    const LoadedMap loaded = load_map((test::source_folder() / "samples" / story / "map.yaml").string());
    REQUIRE(loaded.map);
    for (const DiagramKind& diagram : all_diagrams()) {
      INFO(story << " " << diagram.name);
      try {
        const Scene light = diagram.draw(*loaded.map, {}, {*find_theme("light"), fonts});
        const Scene dark = diagram.draw(*loaded.map, {}, {*find_theme("dark"), fonts});
        PagePalette palette;
        CHECK(themed_scene(light, dark, palette));
      } catch (const CannotDraw&) {
        SUCCEED("the map has nothing for it");
      }
    }
  }
}

}  // namespace outmap
