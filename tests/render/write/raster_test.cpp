#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "render/write/write.hpp"
#include "tests/support/places.hpp"

using namespace outmap;

namespace {

Scene small_scene() {
  Scene scene;
  scene.title = "Small";
  scene.width_px = 80;
  scene.height_px = 40;
  scene.ground = "#FFFFFF";
  TextShape text;
  text.at = {8, 24};
  text.runs = {{"Midwives", Face::semibold, "#1B1F2A", false}};
  scene.shapes = {text};
  return scene;
}

unsigned big_endian(const std::string& bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

TEST_CASE("a PNG has the scene's size and the same bytes every time") {
  const Fonts fonts;
  const std::string png = write_png(small_scene(), fonts, 2);
  REQUIRE(png.size() > 100);
  CHECK(png.substr(1, 3) == "PNG");
  CHECK(big_endian(png, 16) == 160);
  CHECK(big_endian(png, 20) == 80);
  CHECK(png == write_png(small_scene(), fonts, 2));
  Scene blank = small_scene();
  blank.shapes.clear();
  CHECK(write_png(blank, fonts, 2) != png);
}

TEST_CASE("a PDF has one page of the scene's size and the same bytes every time") {
  const Fonts fonts;
  const std::string pdf = write_pdf(small_scene(), fonts);
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(pdf.find("/MediaBox [ 0 0 60 30 ]") != std::string::npos);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // the time of writing has seconds
  CHECK(pdf == write_pdf(small_scene(), fonts));
}

TEST_CASE("a PNG that cannot be is refused with what to do") {
  const Fonts fonts;
  CHECK_THROWS_AS(write_png(small_scene(), fonts, 1000), CannotDraw);
  CHECK_THROWS_WITH(write_png(small_scene(), fonts, 1000), Catch::Contains("choose a scale"));
  CHECK_THROWS_AS(write_png(small_scene(), fonts, 0), CannotDraw);
  CHECK_THROWS_AS(write_png(small_scene(), fonts, -1), CannotDraw);
}

TEST_CASE("a picture with hostile words is drawn all the same") {
  const Fonts fonts;
  Scene scene = small_scene();
  Group group;
  group.id = "\"'><&";
  group.title = "]]><script>\x01\xFF";
  group.shapes = scene.shapes;
  std::get<TextShape>(group.shapes[0]).runs = {{"a < b & \x02 \xFF 日本 😀", Face::italic, "#000000", true},
                                               {" ]]>", Face::regular, "#000000", false}};
  scene.shapes.push_back(group);
  CHECK(write_png(scene, fonts).size() > 100);
  CHECK(write_pdf(scene, fonts).size() > 100);
}

TEST_CASE("a font folder of one's own is drawn with, too") {
  const auto folder = std::filesystem::temp_directory_path() / "outmap-raster-font-test";
  std::filesystem::create_directories(folder);
  for (const Face face : {Face::regular, Face::semibold, Face::italic}) {
    const std::filesystem::path file = Fonts().file_path(face);
    std::filesystem::copy_file(file, folder / file.filename(), std::filesystem::copy_options::overwrite_existing);
  }
  const std::string installed = write_png(small_scene(), Fonts());
  setenv("OUTMAP_FONT_DIR", folder.c_str(), 1);
  const std::string own = write_png(small_scene(), Fonts());
  unsetenv("OUTMAP_FONT_DIR");
  CHECK(own == installed);
  std::filesystem::remove_all(folder);
}

TEST_CASE("the program itself does not load librsvg") {
  std::ifstream file(outmap::test::program_path(), std::ios::binary);
  if (!file) {
    WARN("skipped: the program is not built");
    return;
  }
  std::ostringstream bytes;
  bytes << file.rdbuf();
  CHECK(bytes.str().find("librsvg-2.so") == std::string::npos);
  CHECK(bytes.str().find("libcairo.so") == std::string::npos);
}
