#include "render/theme/brand.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "model/analysis/random.hpp"
#include "render/theme/colour.hpp"
#include "tests/support/text_pairs.hpp"

using namespace outmap;

namespace {

LoadedBrand read(const std::string& text) { return load_brand_text("brand.yaml", text); }

std::string random_colour(Random& random) { return fmt::format("#{:06X}", random.below(1U << 24)); }

Brand random_brand(Random& random) {
  Brand brand;
  for (auto colour : {&Brand::accent, &Brand::gap, &Brand::gain, &Brand::loss, &Brand::evidence}) {
    if (random.below(4) > 0) brand.*colour = random_colour(random);
  }
  const std::size_t clusters = static_cast<std::size_t>(random.below(7));
  for (std::size_t i = 0; i < clusters; ++i) brand.clusters.push_back(random_colour(random));
  return brand;
}

}  // namespace

TEST_CASE("a brand is a few colours and a font") {
  const LoadedBrand loaded =
      read("outmap-brand: 1\nfont: Source Sans 3\naccent: \"#7A1FA2\"\nclusters: [\"#004488\"]\n");
  CHECK(loaded.problems.all().empty());
  REQUIRE(loaded.brand);
  CHECK(loaded.brand->font == "Source Sans 3");
  CHECK(loaded.brand->accent == "#7A1FA2");
  CHECK(loaded.brand->clusters == std::vector<std::string>{"#004488"});
  CHECK(loaded.brand->gap.empty());
}

TEST_CASE("everything wrong with a brand is told at once, with its place") {
  const LoadedBrand loaded =
      read("outmap-brand: 1\naccent: purple\ngap: #C2410C\nacent: \"#7A1FA2\"\nclusters: [\"#004488\", blue]\n");
  CHECK_FALSE(loaded.brand);
  std::vector<std::pair<std::string, int>> found;
  for (const Diagnostic& problem : loaded.problems.all())
    found.emplace_back(problem.code, static_cast<int>(problem.place.line));
  CHECK(found == std::vector<std::pair<std::string, int>>{
                     {"value.colour", 2}, {"value.colour", 3}, {"field.unknown", 4}, {"value.colour", 5}});
}

TEST_CASE("a brand has six colours of clusters at most") {
  const LoadedBrand loaded = read(
      "outmap-brand: 1\nclusters: [\"#111111\", \"#222222\", \"#333333\", \"#444444\", \"#555555\", \"#666666\", "
      "\"#777777\"]\n");
  CHECK_FALSE(loaded.brand);
  REQUIRE(loaded.problems.all().size() == 1);
  CHECK(loaded.problems.all().front().code == "value.range");
}

TEST_CASE("a brand without a colour leaves a theme as it is") {
  const BrandedTheme made = with_brand(*find_theme("light"), {});
  CHECK(made.pale.empty());
  CHECK(made.theme.accent == find_theme("light")->accent);
  CHECK(made.theme.gap_steps[3] == find_theme("light")->gap_steps[3]);
}

TEST_CASE("a colour that can be read is taken as it is, one that cannot is darkened and told") {
  Brand brand;
  brand.accent = "#7A1FA2";
  CHECK(with_brand(*find_theme("light"), brand).theme.accent == "#7A1FA2");
  CHECK(with_brand(*find_theme("light"), brand).pale.empty());
  brand.accent = "#FFCC00";
  const BrandedTheme made = with_brand(*find_theme("light"), brand);
  REQUIRE(made.pale.size() == 1);
  CHECK(made.pale.front().name == "accent");
  CHECK(made.pale.front().wanted == "#FFCC00");
  CHECK(made.pale.front().taken == made.theme.accent);
  CHECK(contrast_ratio(made.theme.accent, made.theme.surface) >= 4.5);
}

TEST_CASE("whatever the brand, text reaches 4.5:1 on every ground in every theme") {
  Random random(7);
  for (int round = 0; round < 100; ++round) {
    const Brand brand = random_brand(random);
    for (const Theme* base : all_themes()) {
      const Theme theme = with_brand(*base, brand).theme;
      for (const auto& pair : test::text_pairs(theme)) {
        INFO(base->name << ": " << pair.name << " " << pair.text << " " << pair.ground);
        CHECK(contrast_ratio(pair.text, pair.ground) >= 4.5);
      }
    }
  }
}
