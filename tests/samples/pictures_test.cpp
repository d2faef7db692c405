// The pictures beside each sample are what the program draws of it, and nothing in them is clipped or overlaps.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "model/io/load.hpp"
#include "render/diagram.hpp"
#include "render/layout/check.hpp"
#include "render/write/write.hpp"

namespace outmap {

namespace {

namespace fs = std::filesystem;

const fs::path samples = fs::path(OUTMAP_SOURCE_DIR) / "samples";

std::string read(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// A picture without the letters of its font: those may differ with the version of the font package.
std::string without_font(const std::string& svg) {
  std::string text;
  std::size_t at = 0;
  for (auto font = svg.find("base64,"); font != std::string::npos; font = svg.find("base64,", at)) {
    text += svg.substr(at, font - at);
    at = svg.find(')', font);
  }
  return text + svg.substr(at);
}

}  // namespace

TEST_CASE("the pictures of every sample are those beside it") {
  const Fonts fonts;
  for (const char* story : {"minimal", "clinics", "saas"}) {
    const LoadedMap loaded = load_map((samples / story / "map.yaml").string());
    REQUIRE(loaded.map);
    for (const DiagramKind& kind : all_diagrams()) {
      CAPTURE(story, kind.name);
      const Scene scene = kind.draw(*loaded.map, {}, {*find_theme("light"), fonts});
      CHECK(find_layout_faults(scene) == std::vector<std::string>{});
      const std::string drawn = write_svg(scene, fonts);
      const fs::path path = samples / story / "pictures" / (std::string(kind.name) + ".svg");
      if (std::getenv("OUTMAP_ACCEPT") != nullptr) {
        fs::create_directories(path.parent_path());
        std::ofstream(path) << drawn;
      }
      INFO("make it anew: OUTMAP_ACCEPT=1, then look at it");
      CHECK((without_font(read(path)) == without_font(drawn)));
    }
  }
}

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
