#include "render/theme/theme.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/text_pairs.hpp"

using outmap::Theme;
using outmap::test::Pair;
using outmap::test::text_pairs;

namespace {

struct Rgb {
  double r, g, b;  // linear light, 0..1
};

double linear(const std::string& colour, std::size_t at) {
  const double channel = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Rgb rgb(const std::string& colour) {
  REQUIRE(colour.size() == 7);
  REQUIRE(colour.front() == '#');
  return {linear(colour, 1), linear(colour, 3), linear(colour, 5)};
}

double luminance(const Rgb& c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; }

/// WCAG 2.1, contrast ratio.
double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(rgb(one));
  const double b = luminance(rgb(other));
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// How a deuteranope sees a colour, in linear light (Viénot, Brettel and Mollon 1999,
/// doi:10.1002/(SICI)1520-6378(199908)24:4<243::AID-COL5>3.0.CO;2-3).
Rgb deuteranopia(const Rgb& c) {
  const double mix = 0.29275 * c.r + 0.70725 * c.g;
  return {mix, mix, -0.02234 * c.r + 0.02234 * c.g + c.b};
}

/// CIE lightness L*, 0..100.
double lightness(double y) { return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389 / 27; }

}  // namespace

TEST_CASE("every theme can be found by its name") {
  REQUIRE(outmap::all_themes().size() == 3);
  for (const Theme* theme : outmap::all_themes()) {
    CHECK(outmap::find_theme(theme->name) == theme);
    CHECK_FALSE(theme->help.empty());
  }
  CHECK(outmap::find_theme("neon") == nullptr);
}

TEST_CASE("contrast as WCAG defines it") {
  CHECK(contrast("#FFFFFF", "#000000") == Approx(21));
  CHECK(contrast("#777777", "#FFFFFF") == Approx(4.48).margin(0.005));
}

TEST_CASE("text reaches 4.5:1 on every ground it is used on") {
  for (const Theme* theme : outmap::all_themes())
    for (const Pair& pair : text_pairs(*theme)) {
      INFO(theme->name << ": " << pair.name << " " << pair.text << " " << pair.ground);
      CHECK(contrast(pair.text, pair.ground) >= 4.5);
    }
}

TEST_CASE("marks reach 3:1 on the grounds they stand on") {
  for (const Theme* theme : outmap::all_themes()) {
    INFO(theme->name);
    for (const auto& ground : {theme->canvas, theme->surface}) {
      CHECK(contrast(theme->ink_3, ground) >= 3);
      CHECK(contrast(theme->level_now, ground) >= 3);
      for (const auto& cluster : theme->clusters) CHECK(contrast(cluster.stroke, ground) >= 3);
    }
    for (const auto& cluster : theme->clusters) CHECK(contrast(cluster.stroke, cluster.tint) >= 3);
    CHECK(contrast(theme->gap_stripe, theme->gap_tint) >= 3);
    CHECK(contrast(theme->gain_dot, theme->gain_tint) >= 3);
    CHECK(contrast(theme->loss, theme->loss_tint) >= 3);
  }
}

TEST_CASE("the six steps of the gap are ordered by lightness, from met to widest, in greyscale too") {
  for (const Theme* theme : outmap::all_themes()) {
    INFO(theme->name);
    const bool darkening = theme->name != "dark";
    for (int step = 1; step + 1 < 6; ++step) {
      INFO("step " << step);
      const double here = lightness(luminance(rgb(theme->gap_steps[step])));
      const double next = lightness(luminance(rgb(theme->gap_steps[step + 1])));
      CHECK((darkening ? here - next : next - here) >= 2.5);
    }
  }
}

TEST_CASE("for a deuteranope gap and gain differ in more than hue") {
  for (const Theme* theme : outmap::all_themes()) {
    INFO(theme->name);
    const Rgb gap = deuteranopia(rgb(theme->gap));
    const Rgb gain = deuteranopia(rgb(theme->gain));
    // What is left to a deuteranope is lightness and the blue-yellow axis.
    const double apart = std::hypot(lightness(luminance(gap)) - lightness(luminance(gain)),
                                    100 * (std::cbrt(gap.b) - std::cbrt(gain.b)));
    CHECK(apart >= 15);
  }
}

TEST_CASE("no two clusters have colours that look alike") {
  const auto lab = [](const std::string& colour) {
    const Rgb c = rgb(colour);
    const double y = std::cbrt(luminance(c));
    const double x = std::cbrt((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.9505);
    const double z = std::cbrt((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.0888);
    return std::array{116 * y, 500 * (x - y), 200 * (y - z)};
  };
  for (const Theme* theme : outmap::all_themes())
    for (const auto& one : theme->clusters)
      for (const auto& other : theme->clusters) {
        if (&one == &other) continue;
        INFO(theme->name << ": " << one.stroke << " and " << other.stroke);
        const auto a = lab(one.stroke), b = lab(other.stroke);
        CHECK(std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) >= 20);
      }
}

TEST_CASE("in greyscale gap, gain and loss are told by their patterns, which stand out from their grounds") {
  const auto grey = [](const std::string& colour) { return lightness(luminance(rgb(colour))); };
  for (const Theme* theme : outmap::all_themes()) {
    INFO(theme->name);
    for (const auto& [marks, ground] : {std::pair{theme->gap, theme->gap_tint},
                                        {theme->gap_stripe, theme->gap_tint},
                                        {theme->gain_dot, theme->gain_tint},
                                        {theme->gain, theme->gain_tint},
                                        {theme->loss, theme->loss_tint}})
      CHECK(std::abs(grey(marks) - grey(ground)) >= 30);
    // A bar's solid part stands apart from its empty one, and the plain accent from both.
    CHECK(std::abs(grey(theme->level_now) - grey(theme->track)) >= 25);
    CHECK(std::abs(grey(theme->ink) - grey(theme->level_now)) >= 25);
  }
}
