// Nothing in the pictures of the samples is clipped or overlaps.
#include <catch2/catch.hpp>
#include <filesystem>

#include "model/io/load.hpp"
#include "render/diagram.hpp"
#include "render/layout/check.hpp"

namespace outmap {

namespace {

namespace fs = std::filesystem;

const fs::path samples = fs::path(OUTMAP_SOURCE_DIR) / "samples";

}  // namespace

TEST_CASE("every picture of every sample can be drawn in every theme and on every page without a fault") {
  const Fonts fonts;
  for (const char* story : {"minimal", "minimal-tables", "clinics", "saas"}) {
    const fs::path folder = samples / story;
    const LoadedMap loaded = load_map(fs::exists(folder / "map.yaml") ? (folder / "map.yaml").string() : folder.string());
    REQUIRE(loaded.map);
    for (const DiagramKind& kind : all_diagrams()) {
      for (const Theme* theme : all_themes()) {
        for (const Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait}) {
          CAPTURE(story, kind.name, theme->name, static_cast<int>(page));
          DiagramOptions options;
          options.page = page;
          CHECK(find_layout_faults(kind.draw(*loaded.map, options, {*theme, fonts})) == std::vector<std::string>{});
        }
      }
    }
  }
}

}  // namespace outmap
