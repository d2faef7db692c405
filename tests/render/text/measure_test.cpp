#include "render/text/measure.hpp"

#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

using namespace outmap;

namespace {

/// Shapes whole lines at once, without any cache or cutting into words.
class WholeShaper {
 public:
  WholeShaper(const Fonts& fonts, Face face) {
    const std::string_view file = fonts.file(face);
    hb_blob_t* blob =
        hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* opened = hb_face_create(blob, 0);
    font_ = hb_font_create(opened);
    em_ = hb_face_get_upem(opened);
    hb_face_destroy(opened);
    hb_blob_destroy(blob);
  }
  ~WholeShaper() { hb_font_destroy(font_); }
  WholeShaper(const WholeShaper&) = delete;
  WholeShaper& operator=(const WholeShaper&) = delete;

  double width_px(const std::string& text, double size_px) {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.c_str(), -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_feature_t no_alternates{};
    hb_feature_from_string("calt=0", -1, &no_alternates);
    hb_shape(font_, buffer, &no_alternates, 1);
    unsigned count = 0;
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
    double units = 0;
    for (unsigned i = 0; i < count; ++i) units += places[i].x_advance;
    hb_buffer_destroy(buffer);
    return units * size_px / em_;
  }

 private:
  hb_font_t* font_ = nullptr;
  double em_ = 1;
};

double shaped_px(const Fonts& fonts, const std::string& text, double size_px, Face face) {
  return WholeShaper(fonts, face).width_px(text, size_px);
}

/// Sets OUTMAP_FONT_DIR for the length of a test.
class FontFolder {
 public:
  explicit FontFolder(const char* folder) {
    if (const char* before = std::getenv("OUTMAP_FONT_DIR")) before_ = before;
    setenv("OUTMAP_FONT_DIR", folder, 1);
  }
  ~FontFolder() { before_.empty() ? unsetenv("OUTMAP_FONT_DIR") : setenv("OUTMAP_FONT_DIR", before_.c_str(), 1); }
  FontFolder(const FontFolder&) = delete;
  FontFolder& operator=(const FontFolder&) = delete;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("a line measured word by word is as wide as the line shaped whole") {
  const Fonts fonts;
  for (const Face face : {Face::regular, Face::semibold, Face::italic})
    for (const std::string text :
         {"Where do new parents get less value than they want?", "AVATAR To Ty LT. Wave, Yes, Tokyo",
          "4,200 customers, 31 % of all", "− 2.5 → 8 · €40k “We told our story again” ‘x’", "x", "  two  spaces ",
          "e\xCC\x81t\xC3\xA9 na\xC3\xAFve"}) {
      INFO(text);
      CHECK(fonts.width_px(text, 12, face) == Approx(shaped_px(fonts, text, 12, face)).margin(1e-9));
    }
}

TEST_CASE("no pair of printable characters is kerned across the space between them") {
  const Fonts fonts;
  for (const Face face : {Face::regular, Face::semibold, Face::italic}) {
    int differing = 0;
    for (char left = '!'; left < 127; ++left) {
      std::string all;
      double apart = 0;
      for (char right = '!'; right < 127; ++right) {
        const std::string pair{left, ' ', right};
        all += pair + " ";
        apart += fonts.width_px(pair + " ", 1000, face);
      }
      if (std::abs(shaped_px(fonts, all, 1000, face) - apart) > 1e-6) ++differing;
    }
    CHECK(differing == 0);
  }
}

TEST_CASE("a word put together from pairs is as wide as the same word shaped") {
  const std::vector<std::string> characters{"A", "V", "T", "o", "y", "f", "i", "l", "r", "w", "1", "7", "4",      ".",
                                            ",", "-", "/", "(", ")", "%", "&", ":", "'", "é", "Ö", "ß", "–",      "“",
                                            "’", "…", "€", "→", "−", "·", "×", "≥", "t", "k", ">", "*", "\u00A0", " "};
  std::mt19937 random(1);
  const Fonts fonts;
  for (const Face face : {Face::regular, Face::semibold, Face::italic}) {
    WholeShaper shaper(fonts, face);
    for (int i = 0; i < 4000; ++i) {
      std::string word;
      for (std::size_t length = 1 + random() % 9; length > 0; --length)
        word += characters[random() % characters.size()];
      const double shaped = shaper.width_px(word, 1000);
      const double measured = fonts.width_px(word, 1000, face);
      if (std::abs(shaped - measured) > 1e-6) {
        INFO(word);
        REQUIRE(measured == Approx(shaped));
      }
    }
  }
}

TEST_CASE("kerning counts, sizes scale, faces differ") {
  const Fonts fonts;
  CHECK(fonts.width_px("AV", 12) < fonts.width_px("A", 12) + fonts.width_px("V", 12));
  CHECK(fonts.width_px("Midwives", 24) == Approx(2 * fonts.width_px("Midwives", 12)));
  CHECK(fonts.width_px("Midwives", 12, Face::semibold) > fonts.width_px("Midwives", 12));
  CHECK(fonts.width_px("", 12) == 0);
}

TEST_CASE("characters that no font has count one em, or 0.7 before U+2E80; controls count nothing") {
  const Fonts fonts;
  CHECK(fonts.width_px("日本語", 10) == Approx(30));  // as wide as they stand in any font
  CHECK_FALSE(fonts.has(U'日'));
  CHECK(fonts.width_px("\xF4\x8F\xBF\xBD", 10) == Approx(10));                 // U+10FFFD, for private use
  CHECK(fonts.width_px("\xE0\xBF\xBF", 10) == Approx(7).margin(10.0 / 2816));  // U+0FFF, unassigned: to a font unit
  CHECK(fonts.width_px("\x01\x1F\xC2\xAD\xE2\x80\x8B", 10) == 0);
  CHECK(fonts.has(U'€'));
}

TEST_CASE("a font folder of one's own comes first; a missing font says what to install") {
  CHECK(Fonts().file_path(Face::regular).ends_with("Inter-Regular.otf"));
  const auto folder = std::filesystem::temp_directory_path() / "outmap-font-folder-test";
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(Fonts().file_path(Face::italic), folder / "Inter-Regular.otf",
                             std::filesystem::copy_options::overwrite_existing);
  {
    const FontFolder set(folder.c_str());
    const Fonts own;
    CHECK(own.file_path(Face::regular) == (folder / "Inter-Regular.otf").string());
    CHECK(own.width_px("Quite different", 12) == Approx(Fonts().width_px("Quite different", 12, Face::italic)));
  }
  std::filesystem::resize_file(folder / "Inter-Regular.otf", 0);
  {
    const FontFolder set(folder.c_str());
    CHECK_THROWS_AS(Fonts().width_px("x", 12), FontMissing);
    CHECK_THROWS_WITH(Fonts().width_px("x", 12), Catch::Contains("apt install --reinstall fonts-inter"));
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("measured words are remembered") {
  const Fonts fonts;
  const std::string text = "Registered in under ten minutes";
  fonts.width_px(text, 12);
  const auto begin = std::chrono::steady_clock::now();
  double sum = 0;
  for (int i = 0; i < 100000; ++i) sum += fonts.width_px(text, 12);
  const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  CHECK(sum > 0);
  CHECK(ms < 500);  // about 20 where nothing else runs; shaping anew takes thousands
}
